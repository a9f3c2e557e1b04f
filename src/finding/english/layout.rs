//! Words for findings about the layout of tables, in English.

use crate::finding::fact::layout::LayoutFact;
use crate::finding::lang::Words;
use crate::finding::phrase::listed;
use crate::finding::phrase::quoted;

pub(in crate::finding) fn fact(fact: &LayoutFact) -> Words {
    match fact {
        LayoutFact::ColumnUnknown { header, column, rows, slipped } => {
            column_unknown(header, column, rows, *slipped)
        }
        LayoutFact::ColumnYear { header, years, measure, expected } => Words::new(
            format!(
                "the header {} names {years}, but column “{}” is of {expected}; it was not read",
                quoted(header),
                measure.title()
            ),
            "mend the header so that its year is that of the figures, as in this period's form",
        ),
        LayoutFact::SheetAlsoRead { first, rows } => Words::new(
            format!(
                "this sheet holds figures too; {rows} rows were read besides sheet {}",
                quoted(first)
            ),
            "delete the sheet if it is a draft or an old copy",
        ),
        LayoutFact::SheetOfAnotherYear { year, expected } => Words::new(
            format!("the sheet's name says {year}, this period is {expected}; it was left out"),
            "rename the sheet if its figures are this period's, else delete it",
        ),
        LayoutFact::SheetsDiffer { first, codes } => Words::new(
            format!(
                "{} indicators stand on sheet {} too, with other figures: {}",
                codes.len(),
                quoted(first),
                codes.join(", ")
            ),
            "keep one of the sheets, delete the other and send the file again",
        ),
        LayoutFact::SameRow { rows } => Words::new(
            format!("a further row with the same figures was counted once: {}", firsts(rows)),
            "nothing to mend; the needless row may go",
        ),
        LayoutFact::RowMissing { codes } => Words::new(
            format!("{} rows of the form are missing: {}", codes.len(), codes.join(", ")),
            "if there are figures, add the rows with their codes; else nothing is to mend",
        ),
        LayoutFact::SubtotalRow { label } => Words::new(
            format!("row {} is a subtotal and no indicator; it was left out", quoted(label)),
            "nothing to mend; the program adds up by itself",
        ),
        LayoutFact::HiddenRow { rows, filtered } => hidden_row(rows, *filtered),
        LayoutFact::HiddenColumn { column, measure } => Words::new(
            format!(
                "column {column} (“{}”) is hidden and holds figures; it was read",
                measure.title()
            ),
            "unhide the column and check its figures, or delete them if they are old",
        ),
        LayoutFact::ValueUnderMerge { area, text, measure } => Words::new(
            format!(
                "a value lies unseen under the merged area {area}: {} (column “{}”); it was not read",
                quoted(text),
                measure.title()
            ),
            "unmerge the cells and type each number into a cell of its own",
        ),
        LayoutFact::MergedFigure { area, text } => Words::new(
            format!("the merged area {area} says {} for several figures", quoted(text)),
            "unmerge the cells and type the number of each indicator into its own cell",
        ),
        LayoutFact::UnitFromHeader { unit, codes } => Words::new(
            format!("read in “{unit}”, declared here and not the form's: {}", codes.join(", ")),
            "see that the figures of these rows are in this unit",
        ),
        LayoutFact::DeclaredUnitsDiffer { here, rows, .. } => Words::new(
            format!("the unit declared here is “{here}”, but another one was used: {}", used(rows)),
            "see in which unit the figures are, and declare that one only",
        ),
    }
}

fn column_unknown(header: &str, column: &str, rows: &str, slipped: bool) -> Words {
    let name = match header {
        "" => "without a header".to_owned(),
        header => format!("with the header {}", quoted(header)),
    };
    let hint = if slipped {
        "if the numbers slipped into the wrong column move them back, else delete them"
    } else {
        "if they are asked for, give the column the form's header; else nothing is to mend"
    };
    Words::new(
        format!("column {column} {name} has numbers in rows {rows}; they were not read"),
        hint,
    )
}

fn hidden_row(rows: &str, filtered: bool) -> Words {
    let why = if filtered { "hidden by a filter" } else { "hidden" };
    Words::new(
        format!("rows {rows} are {why} and hold figures; they were read"),
        "unhide the rows and check their figures, or delete them if they are old",
    )
}

/// `TC12 (A17)`.
fn firsts(rows: &[(String, String)]) -> String {
    listed(rows, |code, first| format!("{code} (first at {first})"))
}

/// `CL09 (tỷ đồng)`.
fn used(rows: &[(String, String)]) -> String {
    listed(rows, |code, unit| format!("{code} ({unit})"))
}
