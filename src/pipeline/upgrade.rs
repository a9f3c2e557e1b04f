//! A campaign's own copies of templates: copied out of the program, and held against it after an
//! upgrade.

use std::collections::BTreeMap;

use crate::assets::templates;
use crate::assets::templates::ORIGINALS;
use crate::assets::templates::Templates;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::output::Artifact;
use crate::text::revision;
use crate::text::revision::Hunk;
use crate::text::suggest;

/// A campaign's own template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// Its path under `templates`, such as `documents/giao-uoc/body.md.hbs`.
    pub path: String,
    /// How it stands to the one inside the program.
    pub standing: Standing,
}

/// How an own template stands to the one inside the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The program has none of this path.
    Own,
    /// Both are the same: the copy serves nothing.
    Same,
    /// It was edited, and lacks nothing of what the program's became since.
    Edited,
    /// The program's became another since it was copied: the changes that it lacks.
    Behind(Vec<Hunk>),
    /// Nobody knows what it was copied from: all that is otherwise in the program's.
    Unknown(Vec<Hunk>),
}

/// How each own template stands, sorted by path.
///
/// # Errors
/// [`Failure::Io`] if they cannot be read.
pub fn own(templates: &Templates) -> Result<Vec<Own>, Failure> {
    let stripped = |path: String| path.strip_prefix("templates/").map(str::to_owned);
    let files = templates.own()?.into_iter();
    let files: BTreeMap<String, Vec<u8>> =
        files.filter_map(|(path, bytes)| Some((stripped(path)?, bytes))).collect();
    let built_in = templates::built_in();
    let own = files.iter().filter(|(path, _)| !templates::is_original(path));
    let standing = own.map(|(path, bytes)| {
        let original = files.get(&format!("{ORIGINALS}/{path}"));
        Own { path: path.clone(), standing: standing(bytes, built_in.get(path), original) }
    });
    Ok(standing.collect())
}

fn standing(own: &[u8], now: Option<&Vec<u8>>, original: Option<&Vec<u8>>) -> Standing {
    let Some(now) = now else { return Standing::Own };
    if now == own {
        return Standing::Same;
    }
    let (own, now) = (String::from_utf8_lossy(own), String::from_utf8_lossy(now));
    let Some(original) = original else {
        return Standing::Unknown(revision::hunks(&own, &now));
    };
    let lacking = revision::lacking(&String::from_utf8_lossy(original), &now, &own);
    if lacking.is_empty() { Standing::Edited } else { Standing::Behind(lacking) }
}

/// The files to write beside `campaign.toml` for own copies of templates: each with what it was copied
/// from. A wanted name is a path or the beginning of one, such as `documents/giao-uoc`.
///
/// # Errors
/// [`Failure::Template`] for a name that the program has no template of.
pub fn copies(wanted: &[String]) -> Result<Vec<Vec<Artifact>>, Failure> {
    let mut copies = Vec::new();
    for (path, bytes) in found(wanted)? {
        let copy = |name: String| Artifact::new(name, bytes.clone());
        copies.push(vec![
            copy(format!("templates/{path}")),
            copy(format!("templates/{ORIGINALS}/{path}")),
        ]);
    }
    Ok(copies)
}

/// The files to write over what copies were copied from, once their changes were taken over by hand.
///
/// # Errors
/// As [`copies`].
pub fn taken(wanted: &[String]) -> Result<Vec<Artifact>, Failure> {
    let original = |(path, bytes)| Artifact::new(format!("{ORIGINALS}/{path}"), bytes);
    Ok(found(wanted)?.into_iter().map(original).collect())
}

/// Folders and names of the templates inside the program, as they may be wanted.
#[must_use]
pub fn names() -> Vec<String> {
    let mut names: Vec<String> = templates::built_in().into_keys().map(whole).collect();
    names.dedup();
    names
}

/// The kind of document, or else the file itself.
fn whole(path: String) -> String {
    let mut parts = path.splitn(3, '/');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("documents"), Some(kind), Some(_)) => format!("documents/{kind}"),
        _ => path,
    }
}

fn found(wanted: &[String]) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    let built_in = templates::built_in();
    let mut found = BTreeMap::new();
    for name in wanted {
        let name = name.trim_start_matches("templates/").trim_end_matches('/');
        let within = format!("{name}/");
        let here = built_in.iter().filter(|(it, _)| *it == name || it.starts_with(&within));
        let here: Vec<(String, Vec<u8>)> =
            here.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        if here.is_empty() {
            let names = names();
            let known = names.iter().map(String::as_str).chain(built_in.keys().map(String::as_str));
            let nearest = suggest::nearest(name, known).map(str::to_owned);
            let fault = TemplateFault::UnknownName { name: name.to_owned(), nearest };
            return Err(Failure::template("templates", fault));
        }
        found.extend(here);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(own: &str, now: Option<&str>, original: Option<&str>, expected: &Standing) {
        let bytes = |text: &str| text.as_bytes().to_vec();
        let found = standing(own.as_bytes(), now.map(bytes).as_ref(), original.map(bytes).as_ref());
        assert_eq!(found, *expected, "{own}");
    }

    #[test]
    fn own_templates_are_held_against_the_programs() {
        let hunk = |line, gone: &str, came: &str| Hunk {
            line,
            gone: vec![gone.to_owned()],
            came: vec![came.to_owned()],
        };
        is("x", None, None, &Standing::Own);
        is("a\n", Some("a\n"), None, &Standing::Same);
        is("a\nb\n", Some("a\nc\n"), None, &Standing::Unknown(vec![hunk(2, "b", "c")]));
        is("sửa\nb\n", Some("a\nb\n"), Some("a\nb\n"), &Standing::Edited);
        is("sửa\nb\n", Some("a\nc\n"), Some("a\nb\n"), &Standing::Behind(vec![hunk(2, "b", "c")]));
        is("sửa\nc\n", Some("a\nc\n"), Some("a\nb\n"), &Standing::Edited);
    }

    #[test]
    fn templates_are_wanted_by_path_or_folder() {
        let copies = |name: &str| copies(&[name.to_owned()]);
        let names = |name: &str| -> Vec<String> {
            copies(name).unwrap().iter().map(|it| it[0].name.clone()).collect()
        };
        let both = [
            "templates/documents/giao-uoc/body.md.hbs",
            "templates/documents/giao-uoc/document.toml",
        ];
        assert_eq!(names("documents/giao-uoc"), both);
        assert_eq!(names("templates/documents/giao-uoc/"), both);
        assert_eq!(names("tables/dang-ky.toml"), ["templates/tables/dang-ky.toml"]);
        let Err(Failure::Template(error)) = copies("documents/giao-uco") else { panic!() };
        let TemplateFault::UnknownName { nearest, .. } = error.fault else { panic!("{error:?}") };
        assert_eq!(nearest.as_deref(), Some("documents/giao-uoc"));
    }
}
