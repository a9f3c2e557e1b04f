//! Where a template is at fault, and in what.

use std::ops::Range;

use crate::finding::failure::Failure;

/// A fault in a template with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateError {
    /// Its path under `templates`.
    pub path: String,
    /// Where in it; `None` for a fault that no line of it shows.
    pub spot: Option<TemplateSpot>,
    /// The part of the data that was being looked at, such as `bao_cao.khen_thuong`; empty for the whole.
    pub within: String,
    /// Whose paper was being filled, for a unit or a block.
    pub paper: Option<String>,
    /// What is wrong.
    pub fault: TemplateFault,
}

/// A part of a template's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateSpot {
    /// The whole text, to show the line.
    pub text: String,
    /// Bytes of it at fault.
    pub span: Range<usize>,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFault {
    /// It is not well formed.
    Syntax(String),
    /// It names something that does not exist.
    UnknownName {
        /// The name.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// A helper got something that it cannot use.
    BadArgument {
        /// Name of the helper.
        helper: String,
        /// What it needs.
        needs: String,
    },
    /// A fenced block of an unknown kind.
    UnknownBlock {
        /// Its name.
        name: String,
    },
    /// A part that is not there: `{{> ten}}`.
    UnknownPartial {
        /// Its name.
        name: String,
        /// What was probably meant.
        nearest: Option<String>,
    },
    /// Parts that hold each other in a circle, from the first one back to it.
    PartialCircle(Vec<String>),
    /// Parts in parts, deeper or more than any paper needs.
    TooManyPartials,
    /// Something else that the engine said.
    Other(String),
}

/// Line and column from 1 of a byte of a text; the column counts characters.
pub(super) fn position(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at.min(text.len())).unwrap_or("");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
    (line, column)
}

impl TemplateError {
    /// Line and column from 1, if they are known; the column counts characters.
    #[must_use]
    pub fn position(&self) -> Option<(usize, usize)> {
        self.spot.as_ref().map(|it| position(&it.text, it.span.start))
    }
}

impl Failure {
    /// A fault of the template at `path` that no line of it shows.
    #[must_use]
    pub fn template(path: impl Into<String>, fault: TemplateFault) -> Self {
        let (within, path) = (String::new(), path.into());
        Self::Template(Box::new(TemplateError { path, spot: None, within, paper: None, fault }))
    }

    /// A fault of a part of a template's text.
    #[must_use]
    pub fn template_at(path: &str, text: &str, span: Range<usize>, fault: TemplateFault) -> Self {
        Self::Template(Box::new(TemplateError {
            path: path.to_owned(),
            spot: Some(TemplateSpot { text: text.to_owned(), span }),
            within: String::new(),
            paper: None,
            fault,
        }))
    }

    /// The same, where a template is at fault, with whose paper was being filled.
    #[must_use]
    pub fn in_paper_of(mut self, owner: Option<&str>) -> Self {
        if let Self::Template(error) = &mut self {
            error.paper = error.paper.take().or_else(|| owner.map(str::to_owned));
        }
        self
    }
}
