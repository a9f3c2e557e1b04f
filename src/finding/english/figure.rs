//! Words for findings about the figures of one workbook, in English.

use rust_decimal::Decimal;

use crate::finding::english::evidence::evidence;
use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::figure::FigureFact;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::beside;
use crate::finding::phrase::few;
use crate::finding::phrase::figures;
use crate::finding::phrase::in_thousands;
use crate::finding::phrase::is_people_for_times;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::model::measure::Measure;
use crate::model::value::Rejection;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &FigureFact) -> Words {
    match fact {
        FigureFact::NumberAsText { text, value } => Words::new(
            format!("the cell holds the text {}, read as {}", quoted(text), number::plain(*value)),
            "see that the number read is right; next time type a number, not a text",
        ),
        FigureFact::Required { indicator, measure } => Words::new(
            format!("{}: there is no figure yet", row(indicator, *measure)),
            "type the number; if there truly is none, type 0",
        ),
        FigureFact::FormulasWithoutResult { cells } => Words::new(
            format!("{} cells ({}) have a formula but no result yet", cells.len(), few(cells)),
            "open the file in Excel, press F9, save it and send it again",
        ),
        FigureFact::LeftBlank { indicator, before } => Words::new(
            format!(
                "{}: left blank, with {} last year; the cluster's total lacks this unit",
                row(indicator, Measure::Actual),
                number::plain(*before)
            ),
            "type the number, or 0 if there is none; if it is not known yet, say why in Ghi chú",
        ),
        FigureFact::NotANumber { indicator, measure, text, why, evidence } => {
            let (reason, hint) = rejection(text, why);
            let evidence = self::evidence(evidence);
            Words::new(format!("{}: {reason}{evidence}", row(indicator, *measure)), hint)
        }
        FigureFact::UnitContradiction {
            indicator,
            measure,
            format,
            unit,
            by_row,
            by_format,
            evidence,
        } => Words::new(
            format!(
                "{}: by the unit of the row it is {} {unit}, by the way the cell shows it ({}) it \
                 is {} {unit}{}",
                row(indicator, *measure),
                number::plain(*by_row),
                quoted(format),
                number::plain(*by_format),
                self::evidence(evidence)
            ),
            format!("set the format of the cell to Number and type the number in {unit}"),
        ),
        FigureFact::OutOfRange { indicator, measure, value, min, max } => Words::new(
            format!(
                "{}: {} {}",
                row(indicator, *measure),
                number::plain(*value),
                beyond(*min, *max)
            ),
            "check the number and its unit of measure, such as đồng typed in a row of triệu đồng",
        ),
        FigureFact::DecimalInCount { indicator, measure, value, evidence } => Words::new(
            format!(
                "{}: {} is no whole number{}",
                row(indicator, *measure),
                number::plain(*value),
                self::evidence(evidence)
            ),
            whole_number(*value),
        ),
        FigureFact::PercentAsFraction { indicator, measure, value, .. } => Words::new(
            format!(
                "{}: {} may be {}% or {}%",
                row(indicator, *measure),
                number::plain(*value),
                number::plain(*value),
                number::plain(*value * Decimal::ONE_HUNDRED)
            ),
            "type percentages in percent: 85 and not 0.85",
        ),
        FigureFact::WrongUnitOfMeasure { indicator, found, expected, converted } => {
            wrong_unit_of_measure(indicator, found, expected, *converted)
        }
        FigureFact::PartsAndTotal { total, measure, value, sum, parts } => Words::new(
            format!(
                "{}: the form says {}, but {} = {}",
                row(total, *measure),
                number::plain(*value),
                addends(parts),
                number::plain(*sum)
            ),
            "mend the total or its parts so that they agree",
        ),
        FigureFact::Subset { part, measure, value, whole, limit } => Words::new(
            format!(
                "{}: {} is a part of {} and yet larger than it ({})",
                row(part, *measure),
                number::plain(*value),
                named(whole),
                number::plain(*limit)
            ),
            format!("check both rows, {} and {}", part.code, whole.code),
        ),
        FigureFact::PercentRecomputed {
            indicator,
            measure,
            typed,
            computed,
            numerator,
            denominator,
        } => Words::new(
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
        ),
        FigureFact::RuleBroken { rule, message, severity: _, operands, measure: _ } => Words::new(
            format!("rule {rule} does not hold: {}{}", said(message), as_reported(operands)),
            "check the figures named; if they are right, give the reason in column “Ghi chú”",
        ),
    }
}

/// What is wrong with a cell, and what to do.
pub(super) fn rejection(text: &str, why: &Rejection) -> (String, &'static str) {
    let text = quoted(text);
    match why {
        Rejection::Words => (
            format!("the cell holds {text}, which is no number"),
            "type a number; 0 if there is none, nothing if it is not known yet",
        ),
        Rejection::Hedged => (
            format!("the cell holds {text}, a figure that is only about right"),
            "type the exact number, without “khoảng”, “gần”, “trên” or “hơn”",
        ),
        Rejection::Unclear => (
            format!("the cell holds {text}, which may mean none or not known yet"),
            "type 0 if there is none; leave the cell blank if it is not known yet",
        ),
        Rejection::Several => (
            format!("the cell holds {text}, several numbers of which none can be chosen"),
            "type one number; explanations go to column “Ghi chú”",
        ),
        Rejection::UnitContradiction { format, by_row, by_format } => (
            format!(
                "the cell shows its number as {}, so that it may be {} or {}",
                quoted(format),
                number::plain(*by_row),
                number::plain(*by_format)
            ),
            "set the format of the cell to Number and type the number again",
        ),
        Rejection::Ambiguous { larger, smaller } => (
            format!(
                "the cell holds the text {text}, which may be {} or {}",
                number::plain(*larger),
                number::plain(*smaller)
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
        Rejection::Merged => (
            "the cell lies under a merged area".to_owned(),
            "unmerge the cells and type the number into the indicator's cell",
        ),
        Rejection::ReservedCharacter => (
            "the cell holds a character that cannot be printed".to_owned(),
            "clear the cell and type its content by hand, without pasting",
        ),
    }
}

fn wrong_unit_of_measure(indicator: &Named, found: &str, expected: &str, converted: bool) -> Words {
    let counts_times = is_people_for_times(found, expected);
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
    } else if counts_times {
        Words::new(
            head,
            format!(
                "one person who comes three times is 1 “người” but 3 “lượt”; count again in \
                 “{expected}” and mend the unit"
            ),
        )
    } else {
        Words::new(head, format!("give the figures of the row in “{expected}” and mend the unit"))
    }
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

fn as_reported(operands: &[Operand]) -> String {
    if operands.is_empty() {
        String::new()
    } else {
        format!("; the form says {}", figures(operands))
    }
}
