//! What was asked of the units, what came in when, and what was accepted.

use std::collections::VecDeque;

use rust_decimal::Decimal;

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::standing::Arrival;
use crate::model::standing::Told;
use crate::model::submission::Submission;
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
    /// What was answered to the units' proposals.
    pub answers: Vec<Answer>,
}

/// What was answered to a unit's proposals on one topic.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who proposed.
    pub unit: UnitId,
    /// Key of the form's topic.
    pub topic: String,
    /// The answer.
    pub answer: String,
    /// Who answers or follows it up: an office.
    pub by: Option<String>,
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

/// A finding that was accepted, with words for the report's annex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// Whose.
    pub unit: UnitId,
    /// Code of the finding.
    pub code: String,
    /// The indicator at the cell, such as `CL09 “Trị giá quà Tết”`; empty if there is none.
    pub subject: String,
    /// The cell, such as `F45`.
    pub cell: Option<String>,
    /// What was found, in Vietnamese.
    pub message: String,
    /// Position of the waiver in [`Collection::waivers`].
    pub waiver: usize,
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

    /// Whether another file took the place of this one.
    #[must_use]
    pub fn is_superseded(&self, file: &str) -> bool {
        self.replacement(file).is_some()
    }

    /// Every file whose place this one took, also through others; the latest first.
    #[must_use]
    pub fn earlier(&self, file: &str) -> Vec<&str> {
        let mut line: Vec<&str> = Vec::new();
        let mut waiting = VecDeque::from([file]);
        while let Some(file) = waiting.pop_front() {
            let replaces = self.of_file(file).map(|it| it.replaces.as_slice()).unwrap_or_default();
            for earlier in replaces.iter().map(String::as_str) {
                // A circle is a fault of campaign.toml; this must end all the same.
                if !line.contains(&earlier) {
                    line.push(earlier);
                    waiting.push_back(earlier);
                }
            }
        }
        line
    }

    /// When a unit first sent: the earliest day of a file and of those whose place it took, since
    /// a correction that was asked for makes nobody late. The day of each is `received`, else the
    /// date of the signed report that its form names; of a file without either nobody knows
    /// whether it was the first.
    #[must_use]
    pub fn arrival<'a>(
        &self,
        file: &str,
        read: impl Fn(&str) -> Option<&'a Submission>,
    ) -> Option<Arrival> {
        let line = std::iter::once(file).chain(self.earlier(file));
        let days: Option<Vec<Arrival>> = line.map(|it| self.day(it, read(it))).collect();
        days?.into_iter().min_by_key(|it| it.day)
    }

    fn day(&self, file: &str, sent: Option<&Submission>) -> Option<Arrival> {
        if let Some(day) = self.of_file(file).and_then(|it| it.received) {
            return Some(Arrival { day, by: Told::Campaign });
        }
        let stated = &sent?.about.report_date.as_ref()?.text;
        Date::parse_vi(stated).map(|day| Arrival { day, by: Told::Form })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn received(file: &str, day: Option<u8>, replaces: &[&str]) -> Received {
        Received {
            file: file.to_owned(),
            received: day.and_then(|day| Date::new(2024, 12, day)),
            report_number: None,
            report_date: None,
            replaces: replaces.iter().map(|it| (*it).to_owned()).collect(),
            confirmed: None,
        }
    }

    fn collection(files: Vec<Received>) -> Collection {
        Collection { files, ..Collection::default() }
    }

    #[test]
    fn a_line_of_files_is_followed_to_its_beginning() {
        let line = collection(vec![received("c", None, &["b"]), received("b", None, &["a"])]);
        assert_eq!(line.earlier("c"), ["b", "a"]);
        assert_eq!(line.earlier("a"), [""; 0]);
        assert!(line.is_superseded("a") && line.is_superseded("b") && !line.is_superseded("c"));
        let circle = collection(vec![received("a", None, &["b"]), received("b", None, &["a"])]);
        assert_eq!(circle.earlier("a"), ["b", "a"]);
    }

    #[test]
    fn a_correction_makes_nobody_late() {
        let files = vec![received("b", Some(20), &["a"]), received("a", Some(3), &[])];
        let arrival = collection(files).arrival("b", |_| None).unwrap();
        assert_eq!((arrival.day, arrival.by), (Date::new(2024, 12, 3).unwrap(), Told::Campaign));
        assert_eq!(collection(Vec::new()).arrival("b", |_| None), None);
        let undated = collection(vec![received("b", Some(20), &["a"])]);
        assert_eq!(undated.arrival("b", |_| None), None, "the first may have been in time");
    }
}
