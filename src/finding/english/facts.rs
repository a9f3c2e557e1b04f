//! Words for findings in English.

use rust_decimal::Decimal;

use super::suggestion;
use crate::finding::english::refusals;
use crate::finding::fact::Fact;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::beside;
use crate::finding::phrase::figures;
use crate::finding::phrase::in_thousands;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Refusal;
use crate::model::measure::Measure;
use crate::model::value::Rejection;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &Fact) -> Words {
    match fact {
        Fact::UnreadableFile(refusal) => self::refusal(refusal),
        Fact::SheetMissing { sheet } => Words::new(
            format!("there is no sheet “{sheet}”, nor any table with the columns of the form"),
            "copy the figures into this period's form and send it again",
        ),
        Fact::SheetRenamed { expected, found } => Words::new(
            format!("sheet “{expected}” is now called {}; it was read all the same", quoted(found)),
            format!("nothing to mend; keep the name “{expected}” next time"),
        ),
        Fact::ColumnMoved { header, expected, found } => Words::new(
            format!(
                "column {} stands in {found}, in the form in {expected}; it was read by its header",
                quoted(header)
            ),
            "see that the figures stand under the right header",
        ),
        Fact::ColumnMissing { header, measure: _ } => Words::new(
            format!("column {} is missing", quoted(header)),
            "add a column with exactly this header, or copy the figures into this period's form",
        ),
        Fact::ColumnTwice { header, first, .. } => Words::new(
            format!(
                "two columns have the header {} (the first is {first}); it is unclear which counts",
                quoted(header)
            ),
            "keep one, and delete the other or change its header",
        ),
        Fact::MatchedByLabel { label, indicator } => Words::new(
            format!("row {} has no code and was taken for {}", quoted(label), named(indicator)),
            format!("if that is right, type the code {} in column “Mã”", indicator.code),
        ),
        Fact::NumberAsText { text, value } => Words::new(
            format!("the cell holds the text {}, read as {}", quoted(text), number::plain(*value)),
            "see that the number read is right; next time type a number, not a text",
        ),
        Fact::Required { indicator, measure } => Words::new(
            format!("{}: there is no figure yet", row(indicator, *measure)),
            "type the number; if there truly is none, type 0",
        ),
        Fact::NotANumber { indicator, measure, text, why } => {
            let (reason, hint) = rejection(text, why);
            Words::new(format!("{}: {reason}", row(indicator, *measure)), hint)
        }
        Fact::OutOfRange { indicator, measure, value, min, max } => Words::new(
            format!(
                "{}: {} {}",
                row(indicator, *measure),
                number::plain(*value),
                beyond(*min, *max)
            ),
            "check the number and its unit of measure, such as đồng typed in a row of triệu đồng",
        ),
        Fact::DecimalInCount { indicator, measure, value } => Words::new(
            format!("{}: {} is no whole number", row(indicator, *measure), number::plain(*value)),
            whole_number(*value),
        ),
        Fact::PercentAsFraction { indicator, measure, value, .. } => Words::new(
            format!(
                "{}: {} may be {}% or {}%",
                row(indicator, *measure),
                number::plain(*value),
                number::plain(*value),
                number::plain(*value * Decimal::ONE_HUNDRED)
            ),
            "type percentages in percent: 85 and not 0.85",
        ),
        Fact::WrongUnitOfMeasure { indicator, found, expected, converted } => {
            wrong_unit_of_measure(indicator, found, expected, *converted)
        }
        Fact::UnknownCode { code, label, nearest } if code.is_empty() => Words::new(
            format!("row {} has figures, but no code, and is no indicator", quoted(label)),
            suggestion(nearest.as_deref(), "type the code of the indicator, or delete the figures"),
        ),
        Fact::UnknownCode { code, label, nearest } => Words::new(
            format!("no indicator has the code {}{}", quoted(code), of_row(label)),
            suggestion(nearest.as_deref(), "type the code that this period's form has"),
        ),
        Fact::DuplicateRow { indicator, first } => Words::new(
            format!("{} has two rows, the first at cell {first}", named(indicator)),
            "keep one row and delete the other",
        ),
        Fact::LabelContradictsCode { indicator, label, other } => Words::new(
            format!(
                "the row has the code of {}, but the label {} is that of {other}",
                named(indicator),
                quoted(label)
            ),
            format!(
                "see whether its figures are those of {} or of {other}, then mend the code or the label",
                indicator.code
            ),
        ),
        Fact::UnknownUnit { typed, nearest } => unknown_unit(typed, nearest.as_deref()),
        Fact::ContradictingUnit { name, code } => Words::new(
            format!(
                "the name {} and the code {} are those of two different units",
                quoted(name),
                quoted(code)
            ),
            "mend the name or the code on sheet “Thông tin chung”",
        ),
        Fact::DuplicateUnit { unit, others } => Words::new(
            format!("{unit} sent several files; the others: {}", others.join(", ")),
            "ask the unit which file counts, and move the rest out of the folder submissions",
        ),
        Fact::MissingUnit { unit, code } => Words::new(
            format!("there are no figures from {unit} yet"),
            format!("remind the unit; its file goes into submissions, for instance {code}.xlsx"),
        ),
        Fact::WrongPeriod { found, expected } => wrong_period(found, expected),
        Fact::PartsAndTotal { total, measure, value, sum, parts } => Words::new(
            format!(
                "{}: the form says {}, but {} = {}",
                row(total, *measure),
                number::plain(*value),
                addends(parts),
                number::plain(*sum)
            ),
            "mend the total or its parts so that they agree",
        ),
        Fact::Subset { part, measure, value, whole, limit } => Words::new(
            format!(
                "{}: {} is a part of {} and yet larger than it ({})",
                row(part, *measure),
                number::plain(*value),
                named(whole),
                number::plain(*limit)
            ),
            format!("check both rows, {} and {}", part.code, whole.code),
        ),
        Fact::PercentRecomputed { indicator, measure, typed, computed, numerator, denominator } => {
            Words::new(
                format!(
                    "{}: the form says {}, from {numerator} and {denominator} it is {}",
                    row(indicator, *measure),
                    number::plain(*typed),
                    beside(*computed, *typed)
                ),
                format!(
                    "papers print the recomputed number; check {numerator} and {denominator}, then \
                     mend this cell or clear it"
                ),
            )
        }
        Fact::RuleBroken { rule, message, severity: _, operands, measure: _ } => Words::new(
            format!("rule {rule} does not hold: {}{}", said(message), as_reported(operands)),
            "check the figures named; if they are right, give the reason in column “Ghi chú”",
        ),
    }
}

fn refusal(refusal: &Refusal) -> Words {
    let save_as = "open the file in Excel, save it as “Excel Workbook (.xlsx)” and send it again";
    match refusal {
        Refusal::TooLarge { limit } => Words::new(
            format!("the file is larger than {limit} MB"),
            "delete pictures and needless sheets, save the file and send it again",
        ),
        Refusal::Empty => Words::new("the file is empty", "ask the unit to send it again"),
        Refusal::NotAWorkbook { seems } => {
            let seems = refusals::content(*seems);
            Words::new(format!("the file is no .xlsx workbook (its content is {seems})"), save_as)
        }
        Refusal::Encrypted => Words::new(
            "the file is protected by a password",
            "remove the password in Excel and send the file again",
        ),
        Refusal::Damaged(damage) => {
            Words::new(format!("the file is damaged ({})", refusals::damage(damage)), save_as)
        }
        Refusal::Limit { what, allowed } => Words::new(
            format!(
                "the file exceeds a limit: {} (at most {})",
                refusals::quantity(*what),
                number::plain(Decimal::from(*allowed))
            ),
            "copy the figures into this period's form and send it again",
        ),
        Refusal::NotOpened { detail } => Words::new(
            format!("the file could not be opened ({})", said(detail)),
            "close the file if it is open in Excel, then run again",
        ),
    }
}

/// What is wrong with a cell, and what to do.
fn rejection(text: &str, why: &Rejection) -> (String, &'static str) {
    let text = quoted(text);
    match why {
        Rejection::Words => (
            format!("the cell holds {text}, which is no number"),
            "type a number; 0 if there is none, nothing if it is not known yet",
        ),
        Rejection::Ambiguous { thousands, decimal } => (
            format!(
                "the cell holds the text {text}, which may be {} or {}",
                number::plain(*thousands),
                number::plain(*decimal)
            ),
            "clear the cell, set its format to Number and type it again",
        ),
        Rejection::ErrorCell(code) => (
            format!("the cell shows {code}, its formula has no result"),
            "mend the formula or type the number",
        ),
        Rejection::NoResult => (
            "the cell holds a formula that was never computed".to_owned(),
            "open the file in Excel, press F9, save it and send it again",
        ),
        Rejection::OtherKind => (
            format!("the cell holds {text}, a date or true/false and no number"),
            "set the format of the cell to Number and type a number",
        ),
        Rejection::TooPrecise => (
            format!("the cell holds {text}, more digits than Excel keeps"),
            "type the number again with at most 15 digits",
        ),
        Rejection::ReservedCharacter => (
            "the cell holds a character that cannot be printed".to_owned(),
            "clear the cell and type its content by hand, without pasting",
        ),
    }
}

fn wrong_unit_of_measure(indicator: &Named, found: &str, expected: &str, converted: bool) -> Words {
    let found = quoted(found);
    let head = format!(
        "{}: the unit of measure is given as {found}, in the form it is “{expected}”",
        named(indicator)
    );
    if converted {
        Words::new(
            format!("{head}; the figures were converted"),
            format!("see that the figures are in {found}; next time give them in “{expected}”"),
        )
    } else {
        Words::new(head, format!("give the figures of the row in “{expected}” and mend the unit"))
    }
}

fn unknown_unit(typed: &str, nearest: Option<&str>) -> Words {
    if typed.is_empty() {
        return Words::new(
            "the file does not say which unit it is from",
            suggestion(nearest, "type the name of the unit on sheet “Thông tin chung”"),
        );
    }
    let otherwise = "mend the name on sheet “Thông tin chung”, or add this spelling to aliases in \
                     campaign.toml";
    Words::new(
        format!("{} is not among the units of this period", quoted(typed)),
        suggestion(nearest, otherwise),
    )
}

fn wrong_period(found: &str, expected: &str) -> Words {
    if found.is_empty() {
        return Words::new(
            format!("the file does not say its period; this period is “{expected}”"),
            format!("type “{expected}” at “Kỳ số liệu” on sheet “Thông tin chung”"),
        );
    }
    Words::new(
        format!("the file is for the period {}, this period is “{expected}”", quoted(found)),
        "send the file of this period; if only the name is wrong, mend “Kỳ số liệu” on sheet \
         “Thông tin chung”",
    )
}

fn whole_number(value: Decimal) -> String {
    match in_thousands(value) {
        Some(meant) => format!(
            "type a whole number; if {} is meant, type its digits without point or comma",
            number::plain(meant)
        ),
        None => "type a whole number".to_owned(),
    }
}

/// How a number lies outside its bounds.
fn beyond(min: Option<Decimal>, max: Option<Decimal>) -> String {
    match (min.map(number::plain), max.map(number::plain)) {
        (Some(min), Some(max)) => format!("is not between {min} and {max}"),
        (Some(min), None) => format!("is below the lowest possible, {min}"),
        (None, Some(max)) => format!("is above the highest possible, {max}"),
        (None, None) => "is outside its bounds".to_owned(),
    }
}

fn row(indicator: &Named, measure: Measure) -> String {
    format!("{}, column “{}”", named(indicator), measure.title())
}

fn of_row(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!(" (row {})", quoted(label)) }
}

fn as_reported(operands: &[Operand]) -> String {
    if operands.is_empty() {
        String::new()
    } else {
        format!("; the form says {}", figures(operands))
    }
}
