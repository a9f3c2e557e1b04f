//! What was asked of the units, what came in when, and what was accepted.

use rust_decimal::Decimal;

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::text::date::Date;

/// The collection of the figures of one campaign.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    /// Last day on which a file is in time.
    pub deadline: Option<Date>,
    /// What is known of the files besides what stands in them.
    pub files: Vec<Received>,
    /// Findings that were accepted with a reason.
    pub waivers: Vec<Waiver>,
    /// Totals of the cluster that were typed or published elsewhere.
    pub published: Vec<Published>,
}

/// What is known of a file besides what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Path relative to the campaign, with `/`.
    pub file: String,
    /// Day on which it came in.
    pub received: Option<Date>,
    /// Number and symbol of the signed report that it came with.
    pub report_number: Option<String>,
    /// Date of that report.
    pub report_date: Option<Date>,
    /// Paths of the files that it takes the place of; they stay, and are no longer used.
    pub replaces: Vec<String>,
    /// Day on which the leader's signed confirmation of the figures came back.
    pub confirmed: Option<Date>,
}

/// Chấp nhận giải trình: one finding of one unit, accepted with a written reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiver {
    /// Whose finding.
    pub unit: UnitId,
    /// Code of the finding.
    pub finding: String,
    /// Identity of the rule, for a finding of the catalogue's rules.
    pub rule: Option<String>,
    /// Its cell as it is shown, such as `F17`; `None` for a finding about the whole file.
    pub cell: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// The role of the person who accepted it.
    pub by: String,
    /// The day on which it was accepted.
    pub date: Date,
}

/// A total of the cluster that was typed or published elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Of which measure.
    pub measure: Measure,
    /// The total, in the unit that the form prints.
    pub value: Decimal,
    /// Where it stands.
    pub source: String,
}

impl Collection {
    /// What is known of a file, by its path.
    #[must_use]
    pub fn of_file(&self, file: &str) -> Option<&Received> {
        self.files.iter().find(|it| it.file == file)
    }

    /// The file that takes the place of this one.
    #[must_use]
    pub fn replacement(&self, file: &str) -> Option<&Received> {
        self.files.iter().find(|it| it.replaces.iter().any(|old| old == file))
    }
}
