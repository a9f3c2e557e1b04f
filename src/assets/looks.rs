//! Profiles of looks: `templates/layouts/*.toml`.

mod law;
#[cfg(test)]
mod tests;

use crate::assets::looks::law::BeyondLaw;
use crate::assets::templates::Templates;
use crate::assets::toml_file;
use crate::assets::toml_file::TomlFile;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::look::Look;
use crate::text::suggest;

/// Least width and height of what is printed on a page, mm: a narrower column holds no signature.
const LEAST_ROOM: f64 = 100.0;

/// A profile that was read.
#[derive(Debug)]
pub struct Read {
    /// The profile.
    pub look: Look,
    /// What in it lies outside of what the law allows: an office may wish so, and is told.
    pub beyond: Vec<Finding>,
}

/// Names of the profiles, sorted.
///
/// # Errors
/// [`Failure::Io`] if the campaign's own folder of layouts cannot be listed.
pub fn names(templates: &Templates) -> Result<Vec<String>, Failure> {
    let files = templates.names("layouts")?;
    Ok(files.iter().filter_map(|it| it.strip_suffix(".toml")).map(str::to_owned).collect())
}

/// Reads a profile by its name, such as `nghi-dinh-30`, over those that it extends.
///
/// # Errors
/// [`Failure::NoTemplate`] if there is none, [`Failure::Toml`] with every fault of its file.
pub fn read(templates: &Templates, name: &str) -> Result<Read, Failure> {
    let chain = chain(templates, name)?;
    let mut look: Option<Look> = None;
    let mut beyond = BeyondLaw::default();
    for file in chain.into_iter().rev() {
        let file = match &look {
            Some(base) => file.over(serde_json::to_value(base).expect("looks are plain data")),
            None => file,
        };
        let mut decoded = file.decode::<Look>();
        if let Some(look) = &decoded.value {
            toml_file::join(&mut decoded.faults, no_room(&file, look));
        }
        let read = decoded.sound()?;
        beyond.look_at(&file, &read);
        look = Some(read);
    }
    let look = look.expect("a chain begins with the profile that was asked for");
    Ok(Read { look, beyond: beyond.findings() })
}

/// The file of a profile and those that it rests on, the deepest last.
fn chain(templates: &Templates, name: &str) -> Result<Vec<TomlFile>, Failure> {
    let mut chain: Vec<TomlFile> = Vec::new();
    let mut seen = vec![name.to_owned()];
    loop {
        let path = format!("layouts/{}.toml", seen[seen.len() - 1]);
        let file = TomlFile::parse(&format!("templates/{path}"), templates.text(&path)?)
            .map_err(Failure::Toml)?;
        let base = file.word("/extends").map(str::to_owned);
        let Some(base) = base else {
            chain.push(file);
            return Ok(chain);
        };
        let fault = |fault| Err(Failure::Toml(vec![file.fault_at("/extends", fault)]));
        if seen.contains(&base) {
            seen.push(base);
            return fault(TomlFault::ProfilesInCircle(seen));
        }
        let known = names(templates)?;
        if !known.contains(&base) {
            let nearest = suggest::nearest(&base, known.iter().map(String::as_str));
            let nearest = nearest.map(str::to_owned);
            return fault(TomlFault::Dangling { name: base, nearest });
        }
        seen.push(base);
        chain.push(file);
    }
}

/// Margins that leave no room for a paper, upright or across.
fn no_room(file: &TomlFile, look: &Look) -> Vec<TomlError> {
    let page = &look.page;
    let sides = [
        (page.width.min(page.height) - page.left - page.right, ["/page/right", "/page/left"]),
        (page.width.min(page.height) - page.top - page.bottom, ["/page/bottom", "/page/top"]),
    ];
    let narrow = sides.into_iter().filter(|(left, _)| *left < LEAST_ROOM);
    narrow.map(|(left, keys)| file.fault_at(written(file, keys), no_room_left(left))).collect()
}

/// Of two keys the one that the file writes; the first if it writes both or none.
fn written<'a>(file: &TomlFile, [first, second]: [&'a str; 2]) -> &'a str {
    if file.line(first).is_none() && file.line(second).is_some() { second } else { first }
}

fn no_room_left(left: f64) -> TomlFault {
    TomlFault::NoRoom { left: format!("{left:.0}"), least: format!("{LEAST_ROOM:.0}") }
}
