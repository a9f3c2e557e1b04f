//! In what two workbooks of one unit differ.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::model::submission::Submission;
use crate::model::value::Value;

/// A figure that two workbooks give differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of which indicator.
    pub indicator: IndicatorId,
    /// Of which measure.
    pub measure: Measure,
    /// In the first workbook; `None` where nothing was entered.
    pub before: Option<Entry>,
    /// In the second one; `None` where nothing was entered.
    pub after: Option<Entry>,
}

/// What one workbook says of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where.
    pub cell: Address,
    /// Text as typed.
    pub text: String,
    /// The number, money in đồng; `None` for what could not be read as one.
    pub number: Option<Decimal>,
}

/// A text that two workbooks give differently: who filled the form, a sentence of the unit's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restated {
    /// Label on the form.
    pub label: String,
    /// In the first workbook.
    pub before: Option<String>,
    /// In the second one.
    pub after: Option<String>,
}

/// One file took the place of another: what changed from the one to the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replacement {
    /// Whose, if either file says so.
    pub unit: Option<UnitId>,
    /// Path of the file that is no longer used.
    pub before: String,
    /// Path of the file that took its place.
    pub after: String,
    /// Whether both could be read; what cannot be read cannot be compared.
    pub compared: bool,
    /// Figures that changed, in the order of the catalogue.
    pub figures: Vec<Difference>,
    /// Texts that changed.
    pub texts: Vec<Restated>,
}

/// The figures in which two workbooks differ, in the order of the catalogue. How a number is
/// written makes no difference, nor does a row that is left out against one that is left empty.
#[must_use]
pub fn figures(before: &Submission, after: &Submission) -> Vec<Difference> {
    let (first, second) = (entries(before), entries(after));
    let mut keys: Vec<Key> = first.keys().chain(second.keys()).copied().collect();
    keys.sort_unstable();
    keys.dedup();
    keys.into_iter()
        .filter_map(|(indicator, position)| {
            let key = (indicator, position);
            let (before, after) = (first.get(&key).cloned(), second.get(&key).cloned());
            let measure = Measure::ALL[position];
            (!agree(before.as_ref(), after.as_ref())).then_some(Difference {
                indicator,
                measure,
                before,
                after,
            })
        })
        .collect()
}

/// An indicator, and the position of a measure among all.
type Key = (IndicatorId, usize);

/// What a workbook says of each figure; of an indicator that stands twice, the first row counts,
/// as it does where figures are added up.
fn entries(submission: &Submission) -> BTreeMap<Key, Entry> {
    let mut entries = BTreeMap::new();
    let mut seen = Vec::new();
    for row in &submission.rows {
        let Some(indicator) = row.indicator else { continue };
        if seen.contains(&indicator) {
            continue;
        }
        seen.push(indicator);
        for reading in row.readings.iter().filter(|it| it.value != Value::Missing) {
            let number = reading.value.number();
            let entry = Entry { cell: reading.cell.at, text: reading.text.clone(), number };
            entries.entry((indicator, reading.measure.index())).or_insert(entry);
        }
    }
    entries
}

/// Whether two workbooks say the same: the same number, or the same text that is no number.
fn agree(before: Option<&Entry>, after: Option<&Entry>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => match (before.number, after.number) {
            (Some(one), Some(other)) => one == other,
            (None, None) => before.text == after.text,
            _ => false,
        },
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::marks::OwnMarks;
    use crate::model::submission::About;
    use crate::model::submission::FormCell;
    use crate::model::submission::FormRow;
    use crate::model::submission::FoundBy;
    use crate::model::submission::Reading;
    use crate::model::value::Rejection;

    fn book(rows: &[(u32, Value, &str)]) -> Submission {
        let row = |(at, (id, value, text)): (usize, &(u32, Value, &str))| {
            let row = u32::try_from(at).unwrap();
            let cell = |column| FormCell { sheet: 0, at: Address { row, column } };
            let reading = Reading {
                measure: Measure::Actual,
                cell: cell(5),
                text: (*text).to_owned(),
                value: value.clone(),
                from_text: false,
                format: None,
            };
            FormRow {
                indicator: Some(IndicatorId(*id)),
                found_by: FoundBy::Code,
                code: String::new(),
                label: String::new(),
                unit_text: String::new(),
                name_cell: cell(0),
                unit_cell: cell(3),
                readings: vec![reading],
            }
        };
        Submission {
            file: "submissions/a.xlsx".to_owned(),
            unit: None,
            about: About::default(),
            sheets: vec!["Số liệu".to_owned()],
            measures: vec![Measure::Actual],
            rows: rows.iter().enumerate().map(row).collect(),
            remarks: Vec::new(),
            own_marks: OwnMarks::default(),
        }
    }

    fn number(value: i64) -> Value {
        Value::Number(Decimal::from(value))
    }

    #[track_caller]
    fn check(before: &[(u32, Value, &str)], after: &[(u32, Value, &str)], expected: &[u32]) {
        let found: Vec<u32> =
            figures(&book(before), &book(after)).iter().map(|it| it.indicator.0).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn writings_and_order_of_rows_make_no_difference() {
        check(&[(0, number(5), "5")], &[(0, number(5), "5,0")], &[]);
        check(
            &[(0, number(5), "5"), (1, number(6), "6")],
            &[(1, number(6), "6"), (0, number(5), "5")],
            &[],
        );
        check(&[(0, Value::Missing, "")], &[], &[]);
    }

    #[test]
    fn what_changes_appears_or_goes_is_told() {
        let words = |text| (0, Value::Rejected(Rejection::Words), text);
        check(&[(0, number(5), "5")], &[(0, number(6), "6")], &[0]);
        check(&[], &[(0, number(0), "0")], &[0]);
        check(&[(0, number(5), "5")], &[(0, Value::Missing, "")], &[0]);
        check(&[(0, number(5), "năm")], &[words("năm")], &[0]);
        check(&[words("năm")], &[words("năm")], &[]);
        check(&[words("năm")], &[words("sáu")], &[0]);
        check(
            &[(2, number(1), "1"), (1, number(1), "1")],
            &[(1, number(2), "2"), (2, number(2), "2")],
            &[1, 2],
        );
    }

    #[test]
    fn of_a_row_that_stands_twice_the_first_counts() {
        let twice = [(0, number(5), "5"), (0, number(9), "9")];
        check(&twice, &[(0, number(5), "5")], &[]);
        check(&[(0, Value::Missing, ""), (0, number(9), "9")], &[], &[]);
    }
}
