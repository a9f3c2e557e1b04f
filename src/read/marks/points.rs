//! A cell as points: a number inside the criterion's scale, or why not. Nothing is guessed.

use rust_decimal::Decimal;

use crate::assets::form_marks::MarksSheet;
use crate::finding::fact::Fact;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::marks::MarkAt;
use crate::finding::fact::marks::MarkFact;
use crate::model::criteria::Criterion;
use crate::model::criteria::CriterionKind;
use crate::model::criteria::Way;
use crate::model::value::Rejection;
use crate::read::form::grid::text_of;
use crate::read::form::value;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::cell_format::CellFormat;
use crate::text::fold;
use crate::text::normal;
use crate::text::typed;
use crate::text::typed::Suffix;
use crate::text::typed::Typed;

/// What a cell says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Number(Decimal),
    /// A number typed as text.
    Text(Decimal),
    /// A word for all the points, or none.
    Word(Decimal),
    Rejected(Rejection),
}

/// The points in a cell, if there are any that can be taken, and what is to be said of them.
pub(in crate::read) fn read(
    cell: &RawCell,
    criterion: &Criterion,
    decimals: u32,
    form: &MarksSheet,
    at: &MarkAt,
) -> (Option<Decimal>, Vec<Fact>) {
    let text = text_of(cell);
    let (points, mut facts) = match said(cell, criterion, form) {
        Said::Nothing => return (None, Vec::new()),
        Said::Rejected(why) => {
            return (None, vec![MarkFact::NotPoints { at: at.clone(), text, why }.into()]);
        }
        Said::Number(points) => (points, Vec::new()),
        Said::Text(value) => (value, vec![FigureFact::NumberAsText { text, value }.into()]),
        Said::Word(points) => {
            (points, vec![MarkFact::PointsInWords { at: at.clone(), text, points }.into()])
        }
    };
    let points = match criterion.kind {
        CriterionKind::Penalty if points.is_sign_negative() && !points.is_zero() => {
            let points = -points;
            facts.push(MarkFact::PenaltyWithSign { at: at.clone(), points }.into());
            points
        }
        _ => points,
    };
    if points < Decimal::ZERO || points > criterion.max {
        let max = criterion.max;
        return (None, vec![MarkFact::OutOfScale { at: at.clone(), points, max }.into()]);
    }
    if points.normalize().scale() > decimals {
        facts.push(MarkFact::TooFine { at: at.clone(), points, decimals }.into());
    }
    (Some(points.normalize()), facts)
}

/// The number in a cell that is no criterion's: the most points, or a sum.
pub(in crate::read) fn plain(cell: &RawCell) -> Option<Decimal> {
    match &cell.value {
        RawValue::Number(number) => value::decimal(*number),
        RawValue::Text(text) => match typed::read(text) {
            Typed::One(number, _) => Some(number),
            _ => None,
        },
        _ => None,
    }
}

fn said(cell: &RawCell, criterion: &Criterion, form: &MarksSheet) -> Said {
    let all_or_nothing = matches!(criterion.way, Way::Done { .. });
    match &cell.value {
        // 0,95 shown as 95 % may be points or a share of them.
        RawValue::Number(_) if CellFormat::of(cell.format().unwrap_or_default()).percent => {
            Said::Rejected(Rejection::Unclear)
        }
        RawValue::Number(number) => {
            value::decimal(*number).map_or(Said::Rejected(Rejection::TooPrecise), Said::Number)
        }
        RawValue::Text(text) => of_text(text, criterion, form),
        RawValue::Bool(yes) if all_or_nothing => {
            Said::Word(if *yes { criterion.max } else { Decimal::ZERO })
        }
        RawValue::Bool(_) | RawValue::Date(_) => Said::Rejected(Rejection::OtherKind),
        RawValue::Error(error) => Said::Rejected(Rejection::ErrorCell(error.clone())),
        RawValue::NoResult => Said::Rejected(Rejection::NoResult),
        RawValue::NotFinite => Said::Rejected(Rejection::TooPrecise),
    }
}

fn of_text(text: &str, criterion: &Criterion, form: &MarksSheet) -> Said {
    if normal::has_private_marks(text) {
        return Said::Rejected(Rejection::ReservedCharacter);
    }
    let clean = normal::clean(text);
    if clean.is_empty() {
        return Said::Nothing;
    }
    let key = fold::fold(&clean);
    let is = |words: &[String]| words.iter().any(|it| fold::fold(it) == key);
    if matches!(criterion.way, Way::Done { .. }) {
        if is(&form.not_done) {
            return Said::Word(Decimal::ZERO);
        }
        if is(&form.done) {
            return Said::Word(criterion.max);
        }
    }
    let known = |suffix: &Suffix| match suffix {
        Suffix::Nothing => true,
        Suffix::Words(words) => {
            let words = fold::fold(words);
            form.units.iter().any(|it| fold::fold(it) == words)
        }
        Suffix::Percent | Suffix::Dong => false,
    };
    match typed::read(&clean) {
        Typed::One(number, suffix) if known(&suffix) => Said::Text(number),
        Typed::Two(larger, smaller, suffix) if known(&suffix) => two(larger, smaller, criterion),
        Typed::One(..) | Typed::Two(..) | Typed::None => Said::Rejected(Rejection::Words),
        Typed::Hedged => Said::Rejected(Rejection::Hedged),
        Typed::Unclear => Said::Rejected(Rejection::Unclear),
        Typed::Several => Said::Rejected(Rejection::Several),
    }
}

/// Of `9.125` only one reading lies inside a scale of 10.
fn two(larger: Decimal, smaller: Decimal, criterion: &Criterion) -> Said {
    if larger > criterion.max && smaller <= criterion.max {
        return Said::Text(smaller);
    }
    Said::Rejected(Rejection::Ambiguous { larger, smaller })
}
