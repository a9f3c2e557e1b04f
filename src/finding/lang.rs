//! The language of messages.

use crate::finding::english;
use crate::finding::fact::Fact;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::finding::vietnamese;
use crate::model::catalogue::Severity;
use crate::model::meeting::Ground;
use crate::model::place::Place;
use crate::model::scoreboard::Obstacle;
use crate::model::standing::Punctuality;
use crate::model::standing::State;

/// The language of messages to people. Papers are always Vietnamese.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

/// Words for a finding on a paper to the unit that sent the figures.
#[must_use]
pub fn on_paper(fact: &Fact) -> Words {
    vietnamese::on_paper(fact)
}

/// A place on such a paper, which names the file once.
#[must_use]
pub fn place_on_paper(place: &Place) -> String {
    vietnamese::place_on_paper(place)
}

/// A message and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// One sentence that says what was found.
    pub message: String,
    /// What the reader can do.
    pub hint: String,
    /// Lines to copy as they are, for instance into campaign.toml.
    pub lines: Vec<String>,
}

impl Words {
    /// A message with its remedy.
    pub(crate) fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), lines: Vec::new() }
    }

    /// The same with lines to copy.
    pub(crate) fn with_lines(self, lines: Vec<String>) -> Self {
        Self { lines, ..self }
    }
}

impl Lang {
    /// Words for a finding.
    #[must_use]
    pub fn fact(self, fact: &Fact) -> Words {
        match self {
            Self::Vi => vietnamese::fact(fact),
            Self::En => english::fact(fact),
        }
    }

    /// Words for a failure of the program.
    #[must_use]
    pub fn failure(self, failure: &Failure) -> Words {
        match self {
            Self::Vi => vietnamese::failure(failure),
            Self::En => english::failure(failure),
        }
    }

    /// Words for a fault in a TOML file.
    #[must_use]
    pub fn toml_fault(self, fault: &TomlFault) -> Words {
        match self {
            Self::Vi => vietnamese::toml_fault(fault),
            Self::En => english::toml_fault(fault),
        }
    }

    /// Whether the figures of a unit are there, in words.
    #[must_use]
    pub fn state(self, state: State) -> &'static str {
        match (self, state) {
            (Self::Vi, State::Sent) => "đã gửi",
            (Self::Vi, State::Duplicate) => "gửi nhiều tệp",
            (Self::Vi, State::Unreadable) => "không đọc được",
            (Self::Vi, State::Missing) => "chưa gửi",
            (Self::En, State::Sent) => "sent",
            (Self::En, State::Duplicate) => "several files",
            (Self::En, State::Unreadable) => "unreadable",
            (Self::En, State::Missing) => "missing",
        }
    }

    /// Whether a file came in time, in words; empty where nobody knows.
    #[must_use]
    pub fn punctuality(self, punctuality: Punctuality) -> &'static str {
        match (self, punctuality) {
            (Self::Vi, Punctuality::InTime) => "đúng hạn",
            (Self::Vi, Punctuality::Late) => "chậm",
            (Self::En, Punctuality::InTime) => "in time",
            (Self::En, Punctuality::Late) => "late",
            (_, Punctuality::Unknown) => "",
        }
    }

    /// Why a unit is not considered, in words.
    #[must_use]
    pub fn ground(self, ground: Ground) -> &'static str {
        match self {
            Self::Vi => vietnamese::ground(ground),
            Self::En => english::ground(ground),
        }
    }

    /// Why a unit is not proposed for an award, in words that follow its name.
    #[must_use]
    pub fn obstacle(self, because: &Obstacle) -> &'static str {
        match self {
            Self::Vi => vietnamese::obstacle(because),
            Self::En => english::obstacle(because),
        }
    }

    /// What was accepted with a reason, as a group of findings.
    #[must_use]
    pub fn accepted(self) -> &'static str {
        match self {
            Self::Vi => "chấp nhận giải trình",
            Self::En => "accepted",
        }
    }

    /// Name of a severity.
    #[must_use]
    pub fn severity(self, severity: Severity) -> &'static str {
        match (self, severity) {
            (Self::Vi, Severity::Error) => "cần sửa",
            (Self::Vi, Severity::Warning) => "cần xem lại",
            (Self::Vi, Severity::Notice) => "lưu ý",
            (Self::En, Severity::Error) => "error",
            (Self::En, Severity::Warning) => "warning",
            (Self::En, Severity::Notice) => "notice",
        }
    }
}

#[cfg(test)]
pub(in crate::finding) mod samples;
#[cfg(test)]
mod tests;
