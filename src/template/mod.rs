//! Words: Handlebars over Markdown, into blocks in which printed figures keep their identity.
//!
//! A helper that prints a figure writes it between private-use marks with its number in the
//! [`Session`]; no input may hold such marks. The expanded text is parsed as CommonMark, and the
//! marks become `Inline::Figure`. What a paper prints is read off its blocks, never guessed back.

mod call;
mod escape;
mod fault;
pub mod helpers;
mod inline;
mod known;
pub mod library;
mod lint;
pub mod mark;
pub mod markdown;
mod node;

pub mod parted;
mod sentence;
pub mod session;
mod units;
pub mod vocabulary;
pub mod written;

use handlebars::Context;
use handlebars::Handlebars;
use handlebars::Template;
use serde_json::Value;

use crate::finding::failure::CallNeeds;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::known::Walk;
use crate::template::library::Library;
use crate::template::session::Session;

/// A template with its path, for messages.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Path under `templates`.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// The names that templates know, in the form that the engine reads: made once for many papers.
#[derive(Debug, Clone)]
pub struct Names(Context);

impl Names {
    /// These names.
    #[must_use]
    pub fn new(names: &Value) -> Self {
        Self(Context::wraps(names).expect("JSON is what a context is made of"))
    }

    /// These names and one more.
    #[must_use]
    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.put(name, value);
        self
    }

    /// The list that a name such as `kien_nghi.ds` means.
    #[must_use]
    pub fn list(&self, path: &str) -> Option<&[Value]> {
        let found = path.split('.').try_fold(self.0.data(), |value, key| value.get(key));
        found?.as_array().map(Vec::as_slice)
    }

    /// Adds a name.
    pub fn put(&mut self, name: &str, value: Value) {
        self.0.data_mut()[name] = value;
    }
}

/// Fills a template whose result is Markdown: values are escaped, figures are marked.
///
/// # Errors
/// [`Failure::Template`] with the line at fault.
pub fn expand(source: Source<'_>, names: &Names, session: &Session<'_>) -> Result<String, Failure> {
    let mut handlebars = engine(session);
    handlebars.register_escape_fn(escape::markdown);
    render(handlebars, source, names, session.library())
}

/// Fills a line of plain text, such as a title; it prints no figures.
///
/// # Errors
/// [`Failure::Template`] with what is at fault.
pub fn line(source: Source<'_>, names: &Names, session: &Session<'_>) -> Result<String, Failure> {
    let mut handlebars = engine(session);
    handlebars.register_escape_fn(str::to_owned);
    let text = render(handlebars, source, names, session.library())?;
    if mark::is_marked(&text) {
        let needs = CallNeeds::NoFigures;
        let fault = TemplateFault::Call { helper: source.text.to_owned(), needs };
        return Err(Failure::template(source.path, fault));
    }
    Ok(text)
}

/// Paths of the data that a template names, its partials and untaken branches too, as far as they exist.
#[must_use]
pub fn mentioned(source: Source<'_>, names: &Names, library: &Library) -> Vec<String> {
    let Ok(parsed) = library::parse(source) else { return Vec::new() };
    let mut walk = Walk::lenient(names.0.data(), library);
    // One that is lenient finds no fault.
    walk.run(source, &parsed).map_or_else(|_| Vec::new(), |()| walk.used)
}

/// Fills a template into plain words, without telling which of them are figures.
///
/// # Errors
/// [`Failure::Template`] with what is at fault.
pub fn plain(source: Source<'_>, names: &Names, session: &Session<'_>) -> Result<String, Failure> {
    let mut handlebars = engine(session);
    handlebars.register_escape_fn(str::to_owned);
    render(handlebars, source, names, session.library()).map(|it| mark::words(&it))
}

fn engine<'a>(session: &'a Session<'a>) -> Handlebars<'a> {
    let mut handlebars = Handlebars::new();
    handlebars.set_strict_mode(true);
    handlebars.set_prevent_indent(true);
    helpers::register(&mut handlebars, session);
    handlebars
}

fn render(
    mut handlebars: Handlebars<'_>,
    source: Source<'_>,
    names: &Names,
    library: &Library,
) -> Result<String, Failure> {
    let parsed = library.template(source)?;
    Walk::new(names.0.data(), library).run(source, &parsed)?;
    if !library::held(&parsed).is_empty() {
        for (name, partial) in library.partials() {
            handlebars.register_template(name, partial.parsed.clone());
        }
    }
    // Its path is no name of a partial: those have no slash.
    handlebars.register_template(source.path, Template::clone(&parsed));
    handlebars
        .render_with_context(source.path, &names.0)
        .map_err(|error| fault::failure(source, library, &error, names.0.data()))
}
