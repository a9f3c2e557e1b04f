//! Who has sent, when, in which version, and what came of it.

use serde::Serialize;

use crate::model::id::UnitId;
use crate::text::date::Date;

/// How the collection of figures stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Last day on which a file is in time.
    pub deadline: Option<Date>,
    /// Every unit, in the campaign's order.
    pub units: Vec<UnitStanding>,
    /// Files that belong to no unit.
    pub strays: Vec<Stray>,
}

/// How one unit stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitStanding {
    /// The unit.
    pub unit: UnitId,
    /// Whether its figures are there.
    pub state: State,
    /// Its files: those in use, then those that were replaced, the latest first.
    pub files: Vec<FileStanding>,
    /// When its first file came in.
    pub arrival: Option<Arrival>,
    /// Whether that was in time.
    pub punctuality: Punctuality,
    /// What was found in the files in use.
    pub counts: Counts,
    /// Day on which the leader's signed confirmation of the figures came back.
    pub confirmed: Option<Date>,
}

/// Whether the figures of a unit are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// One file is in use.
    Sent,
    /// Several files contest; none is in use.
    Duplicate,
    /// A file that bears the unit's name cannot be read.
    Unreadable,
    /// There is nothing.
    Missing,
}

/// A file of a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileStanding {
    /// Path relative to the campaign, with `/`.
    pub file: String,
    /// What it is to the campaign.
    pub role: Role,
    /// Day on which it came in, as campaign.toml says.
    pub received: Option<Date>,
    /// Number and symbol of the signed report behind it: campaign.toml's, else the form's.
    pub report_number: Option<String>,
    /// Date of that report as people write it: campaign.toml's, else the form's.
    pub report_date: Option<String>,
}

/// What a file is to the campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Its figures are used.
    Valid,
    /// One of several; nobody has said which counts.
    Contested,
    /// It could not be read.
    Unreadable,
    /// Another file took its place.
    Superseded,
}

/// The day on which something came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Arrival {
    /// The day.
    pub day: Date,
    /// Who says so.
    pub by: Told,
}

/// Who says when a file came in. The times of files are never asked: copying changes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Told {
    /// `received` of campaign.toml.
    Campaign,
    /// The date of the signed report that the form names.
    Form,
}

/// Whether a file came in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Punctuality {
    /// On the last day or before it.
    InTime,
    /// After it.
    Late,
    /// Nobody says when it came, or there is no last day.
    Unknown,
}

/// How many findings there are of each severity that nobody has accepted, and how many accepted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Cần sửa.
    pub errors: usize,
    /// Cần xem lại.
    pub warnings: usize,
    /// Lưu ý.
    pub notices: usize,
    /// Chấp nhận giải trình.
    pub accepted: usize,
}

/// A file that belongs to no unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stray {
    /// Path relative to the campaign, with `/`.
    pub file: String,
    /// What it is to the campaign: contested if it could be read.
    pub role: Role,
}

impl Punctuality {
    /// Of a file that came on a day, against the last day.
    #[must_use]
    pub fn of(arrival: Option<Arrival>, deadline: Option<Date>) -> Self {
        match (arrival, deadline) {
            (Some(arrival), Some(deadline)) if arrival.day > deadline => Self::Late,
            (Some(_), Some(_)) => Self::InTime,
            _ => Self::Unknown,
        }
    }
}

impl Standing {
    /// How many units are in a state.
    #[must_use]
    pub fn count(&self, state: State) -> usize {
        self.units.iter().filter(|it| it.state == state).count()
    }

    /// How many units were late.
    #[must_use]
    pub fn late(&self) -> usize {
        self.units.iter().filter(|it| it.punctuality == Punctuality::Late).count()
    }
}

impl UnitStanding {
    /// The file that speaks for the unit: the first in use.
    #[must_use]
    pub fn leading(&self) -> Option<&FileStanding> {
        self.files.first()
    }
}
