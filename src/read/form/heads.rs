//! What is to say of the headers of a table: columns that moved, are missing or stand twice, and
//! headers whose words and years contradict each other.

use crate::assets::form::FiguresSheet;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::layout::LayoutFact;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::measure::Measure;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::read::form::columns::Table;
use crate::read::form::header::Meaning;
use crate::text::order;

/// Reports on the headers of a table.
pub(super) fn report(
    file: &str,
    sheet: &str,
    table: &Table,
    form: &FiguresSheet,
    findings: &mut Vec<Finding>,
) {
    let columns = &table.columns;
    let mut found = |fact: Fact, at: Option<Address>| {
        let sheet_or_cell = match at {
            Some(at) => Place::cell(file, sheet, at),
            None => Place::sheet(file, sheet),
        };
        findings.push(Finding::new(fact, sheet_or_cell, None));
    };
    let mut other_years: Vec<Measure> = Vec::new();
    for head in &columns.heads {
        if let Meaning::OtherYear { measure, years, expected } = &head.meaning {
            other_years.push(*measure);
            let years: Vec<String> = years.iter().map(ToString::to_string).collect();
            let fact = LayoutFact::ColumnYear {
                header: head.text.clone(),
                years: years.join(", "),
                measure: *measure,
                expected: *expected,
            };
            found(fact.into(), Some(Address { row: head.row, column: head.column }));
        }
    }
    for (expected, (column, at)) in (0_u32..).zip(form.columns.iter().zip(&columns.found)) {
        let header = column.header.clone();
        let (fact, at) = match (at.as_slice(), column.measure) {
            // A header of another year has said so.
            ([], Some(measure)) if other_years.contains(&measure) => continue,
            ([], Some(measure)) => (WorkbookFact::ColumnMissing { header, measure }, None),
            ([], None) => continue,
            ([only], _) if *only == expected => continue,
            ([only], _) => {
                let expected = order::column_letters(expected);
                let found = order::column_letters(*only);
                (WorkbookFact::ColumnMoved { header, expected, found }, Some(*only))
            }
            ([first, second, ..], _) => {
                let first = order::column_letters(*first);
                (
                    WorkbookFact::ColumnTwice { header, first, measure: column.measure },
                    Some(*second),
                )
            }
        };
        found(fact.into(), at.map(|column| table.head_of(column)));
    }
}
