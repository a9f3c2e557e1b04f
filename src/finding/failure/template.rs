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
    /// A call of a helper that cannot be answered.
    Call {
        /// Name of the helper.
        helper: String,
        /// What it needs.
        needs: CallNeeds,
    },
    /// A part of the engine's language that is closed, such as `{{{…}}}`, or a reserved character.
    Closed(Closed),
    /// Markdown that an official paper has no form for.
    NotOnPaper(Markup),
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

/// What a call of a helper needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CallNeeds {
    /// One argument more.
    Argument,
    /// A figure or a number.
    FigureOrNumber,
    /// A figure.
    Figure,
    /// The actual figure of an indicator.
    Actual,
    /// A target as its second argument.
    Target,
    /// That the figure is there; its code, none for points.
    Value(Option<String>),
    /// A number that can be worded in this way.
    Wordable,
    /// A date.
    Date,
    /// A list.
    List,
    /// Words.
    Words,
    /// An option that is a number.
    NumberOption(String),
    /// `tu="trên"` or `tu="hơn"`.
    AboveOption,
    /// `don_vi` with a unit of money.
    MoneyOption,
    /// `bo` with names of parts of a sentence.
    PartsOption,
    /// The paper of several units.
    ManyUnits,
    /// The position of a unit in the list.
    UnitPosition,
    /// That a figure is printed by a helper.
    Helper,
    /// A line that prints no figures.
    NoFigures,
}

/// What is closed to templates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// `{{{…}}}`, which is not escaped.
    Triple,
    /// `{{&…}}`, which is not escaped.
    Ampersand,
    /// `{{#> …}}`: a partial with a body of its own.
    PartialBlock,
    /// `{{#* …}}`: what is defined while filling.
    Decorator,
    /// A character with which the program marks figures.
    Character,
}

/// Markdown that is not for official papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// A heading below the third level.
    Heading,
    /// `> …`.
    Quote,
    /// Lines that begin with four spaces, or words between backticks.
    Code,
    /// A rule.
    Rule,
    /// A link.
    Link,
    /// A picture.
    Image,
    /// HTML.
    Html,
    /// Anything else.
    Other,
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

    /// What the fault lies in, where its own words do not begin with it already.
    pub(crate) fn unsaid_within(&self) -> Option<&str> {
        let within = Some(self.within.as_str()).filter(|it| !it.is_empty())?;
        match &self.fault {
            TemplateFault::UnknownName { name, .. } if name.starts_with(within) => None,
            _ => Some(within),
        }
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
