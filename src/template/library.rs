//! What templates share: the partials, each parsed once, none of which holds itself.

use std::collections::BTreeMap;
use std::sync::Arc;

use handlebars::Handlebars;
use handlebars::Template;
use handlebars::template::Parameter;
use handlebars::template::TemplateElement;

use crate::assets::sentences;
use crate::assets::sentences::Sentences;
use crate::assets::templates::Templates;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::memo::Memo;
use crate::template::Source;
use crate::template::fault;
use crate::template::lint;
use crate::text::suggest;

const FOLDER: &str = "partials";

/// How the file of a partial ends.
const ENDING: &str = ".md.hbs";

/// What the templates of a campaign share.
#[derive(Debug, Default)]
pub struct Library {
    /// Ways of saying what became of an indicator.
    pub(super) sentences: Sentences,
    partials: BTreeMap<String, Partial>,
    parsed: Memo<Template>,
}

/// One partial: `{{> ten}}`.
#[derive(Debug)]
pub(super) struct Partial {
    /// Its path under `templates`.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
    /// The same, parsed.
    pub(super) parsed: Template,
}

impl Library {
    /// Reads `templates/partials` and `templates/sentences`.
    ///
    /// # Errors
    /// [`Failure::Toml`] for the sentences;
    /// [`Failure::Template`] for one that is not well formed, that names one that does not exist, or
    /// that holds itself, be it through others; [`Failure::Io`] if they cannot be read.
    pub fn read(templates: &Templates) -> Result<Self, Failure> {
        let mut partials = BTreeMap::new();
        for file in templates.names(FOLDER)? {
            let Some(name) = file.strip_suffix(ENDING) else { continue };
            let path = format!("{FOLDER}/{file}");
            let text = templates.text(&path)?;
            let parsed = parse(Source { path: &path, text: &text })?;
            partials.insert(name.to_owned(), Partial { path, text, parsed });
        }
        let sentences = sentences::read(templates)?;
        let library = Self { sentences, partials, parsed: Memo::default() };
        library.refuse_circles()?;
        Ok(library)
    }

    /// A template, parsed once for all papers that it fills.
    pub(super) fn template(&self, source: Source<'_>) -> Result<Arc<Template>, Failure> {
        let key = format!("{}\n{}", source.path, source.text);
        self.parsed.get(&key, || parse(source))
    }

    /// A partial.
    pub(super) fn partial(&self, name: &str) -> Option<&Partial> {
        self.partials.get(name)
    }

    /// Every partial with its name.
    pub(super) fn partials(&self) -> impl Iterator<Item = (&str, &Partial)> {
        self.partials.iter().map(|(name, it)| (name.as_str(), it))
    }

    /// The fault of naming a partial that is not there.
    pub(super) fn unknown(&self, name: &str) -> TemplateFault {
        let nearest = suggest::nearest(name, self.partials.keys().map(String::as_str));
        TemplateFault::UnknownPartial { name: name.to_owned(), nearest: nearest.map(str::to_owned) }
    }

    /// A circle would never end when it is filled, and take the program with it.
    fn refuse_circles(&self) -> Result<(), Failure> {
        let mut known = BTreeMap::new();
        self.partials.keys().try_for_each(|name| self.follow(name, &mut Vec::new(), &mut known))
    }

    /// Follows a partial to all that it holds; `way` is how it was reached.
    fn follow<'a>(
        &'a self,
        name: &'a str,
        way: &mut Vec<&'a str>,
        sound: &mut BTreeMap<&'a str, ()>,
    ) -> Result<(), Failure> {
        let Some(partial) = self.partials.get(name) else { return Ok(()) };
        if sound.contains_key(name) {
            return Ok(());
        }
        way.push(name);
        for inner in held(&partial.parsed) {
            if let Some(start) = way.iter().position(|it| *it == inner) {
                let circle = way[start..].iter().chain([&inner]).map(|it| (*it).to_owned());
                let fault = TemplateFault::PartialCircle(circle.collect());
                return Err(at_call(partial, inner, fault));
            }
            if !self.partials.contains_key(inner) {
                return Err(at_call(partial, inner, self.unknown(inner)));
            }
            self.follow(inner, way, sound)?;
        }
        way.pop();
        sound.insert(name, ());
        Ok(())
    }
}

/// A fault at the place where a partial names another.
fn at_call(partial: &Partial, inner: &str, fault: TemplateFault) -> Failure {
    let call = partial.text.match_indices("{{>").find_map(|(at, open)| {
        let behind = partial.text[at + open.len()..].trim_start();
        let rest = behind.strip_prefix(inner)?;
        let ends = rest.starts_with(|it: char| it == '}' || it == '~' || it.is_whitespace());
        let start = partial.text.len() - behind.len();
        ends.then(|| start..start + inner.len())
    });
    Failure::template_at(&partial.path, &partial.text, call.unwrap_or(0..0), fault)
}

/// Parses a template after what may not stand in any was refused.
pub(super) fn parse(source: Source<'_>) -> Result<Template, Failure> {
    lint::refuse(source)?;
    let mut handlebars = Handlebars::new();
    handlebars.set_prevent_indent(true);
    handlebars
        .register_template_string(source.path, source.text)
        .map_err(|error| fault::syntax(source, &error))?;
    Ok(handlebars.get_template(source.path).cloned().unwrap_or_default())
}

/// Names of the partials that a template holds, also in branches that are not taken.
pub(super) fn held(template: &Template) -> Vec<&str> {
    let mut names = Vec::new();
    for element in &template.elements {
        match element {
            TemplateElement::PartialExpression(it) | TemplateElement::PartialBlock(it) => {
                names.extend(it.name.as_name());
                names.extend(it.template.iter().flat_map(held));
            }
            TemplateElement::HelperBlock(it) => {
                names.extend([&it.template, &it.inverse].into_iter().flatten().flat_map(held));
            }
            _ => {}
        }
    }
    names
}

/// The name of a partial, if it is one and not something computed.
pub(super) fn name_of(name: &Parameter) -> Option<&str> {
    match name {
        Parameter::Subexpression(_) | Parameter::Literal(_) => None,
        other => other.as_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(partials: &[(&str, &str)]) -> Result<Library, Failure> {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("templates").join(FOLDER);
        std::fs::create_dir_all(&place).unwrap();
        for (name, text) in partials {
            std::fs::write(place.join(format!("{name}{ENDING}")), text).unwrap();
        }
        Library::read(&Templates::of(folder.path()))
    }

    fn fault(partials: &[(&str, &str)]) -> (Option<(usize, usize)>, TemplateFault) {
        match read(partials) {
            Err(Failure::Template(error)) => (error.position(), error.fault),
            other => panic!("{partials:?}: {other:?}"),
        }
    }

    #[test]
    fn circles_are_refused_before_anything_is_filled() {
        let circle = |names: &[&str]| {
            TemplateFault::PartialCircle(names.iter().map(|it| (*it).to_owned()).collect())
        };
        assert_eq!(fault(&[("zz", "a\n{{> zz}}")]), (Some((2, 5)), circle(&["zz", "zz"])));
        let far = [
            ("zu", "{{#if a}}{{> zv}}{{/if}}"),
            ("zv", "{{#each b}}{{else}}{{~> zw }}{{/each}}"),
            ("zw", "{{> zu}}"),
        ];
        assert_eq!(fault(&far).1, circle(&["zu", "zv", "zw", "zu"]));
        assert!(read(&[("zu", "{{> zv}}{{> zv}}"), ("zv", "x")]).is_ok());
    }

    #[test]
    fn a_missing_partial_is_named_with_what_was_meant() {
        let (place, found) = fault(&[("zu", "\n\nx {{> dong-cuo}}"), ("dong-cuoi", "x")]);
        let nearest = Some("dong-cuoi".to_owned());
        assert_eq!(place, Some((3, 7)));
        assert_eq!(found, TemplateFault::UnknownPartial { name: "dong-cuo".to_owned(), nearest });
    }
}
