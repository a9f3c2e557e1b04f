//! Words for findings that show when figures are held against other figures, in English.

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::Pledged;
use crate::finding::fact::comparison::ReportPart;
use crate::finding::fact::comparison::SlipEvidence;
use crate::finding::lang::Words;
use crate::finding::phrase::addends;
use crate::finding::phrase::balance;
use crate::finding::phrase::beside;
use crate::finding::phrase::figures;
use crate::finding::phrase::named;
use crate::finding::phrase::quoted;
use crate::finding::phrase::some_figures;
use crate::model::measure::Measure;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &ComparisonFact) -> Words {
    match fact {
        ComparisonFact::StockContinuity { indicator, value, computed, plus, minus } => Words::new(
            format!(
                "{}: the form says {}, but {} = {}, a gap of {}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                balance(plus, minus),
                number::plain(*computed),
                number::plain((*value - *computed).abs())
            ),
            "check the figures named, transfers and mergers too; if they are right, give the \
             reason in column “Ghi chú”",
        ),
        ComparisonFact::PreviousDiffers { indicator, typed, accepted, campaign, parts } => {
            Words::new(
                format!(
                    "{}: the form says {}, but campaign “{campaign}” accepted {}{}",
                    row(indicator, Measure::Previous),
                    number::plain(*typed),
                    beside(*accepted, *typed),
                    made_of(parts)
                ),
                "the accepted figure counts: type it; if it was wrong, tell the cluster's head (once \
             accepted, the typed one counts)",
            )
        }
        ComparisonFact::TargetDiffers { indicator, typed, pledged, campaign, parts } => Words::new(
            format!(
                "{}: the form says {}, but the pledge signed in campaign “{campaign}” is {}{}",
                row(indicator, Measure::Target),
                number::plain(*typed),
                number::plain(*pledged),
                made_of(parts)
            ),
            "the signed target counts: type it; if it was adjusted since, name the paper in column \
             “Ghi chú” (once accepted, the typed one counts)",
        ),
        ComparisonFact::HalfAboveYear { indicator, half, year, file } => Words::new(
            format!(
                "{}: the whole year has {}, less than its first half with {} (file {file})",
                row(indicator, Measure::Actual),
                number::plain(*year),
                number::plain(*half)
            ),
            "type the figure of the whole year, its first half included; if the half was wrong, \
             say so in column “Ghi chú”",
        ),
        ComparisonFact::LastYearCopied { rows, whole } => copied(rows, *whole),
        ComparisonFact::CumulativeFlow { indicator, value, before } => Words::new(
            format!(
                "{}: {} is {} times last year's {} and may hold several years; without last \
                 year's it is {}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                times(*value, *before),
                number::plain(*before),
                number::plain(*value - *before)
            ),
            "type what happened within the period only; if it rose so much, give the reason in \
             column “Ghi chú”",
        ),
        ComparisonFact::SuddenChange { indicator, value, before, percent, others } => Words::new(
            format!(
                "{}: {} is {}% of last year's {}{}",
                row(indicator, Measure::Actual),
                number::plain(*value),
                number::at_most(*percent, 1),
                number::plain(*before),
                others.map_or_else(String::new, |it| format!(
                    ", while the median of {} other units is {}%",
                    it.units,
                    number::at_most(it.median, 1)
                ))
            ),
            "check the figures of both years and the unit of measure; if it changed so much, give \
             the reason in column “Ghi chú”",
        ),
        ComparisonFact::ActualEqualsTarget { rows } => Words::new(
            format!("columns “Thực hiện” and “Kế hoạch” are the same in all {rows} rows"),
            "type what was truly achieved, not the target again",
        ),
        ComparisonFact::PledgeBelowActual { rows } => Words::new(
            format!("next year's pledge is clearly below what was achieved: {}", pledges(rows)),
            "check the pledge; if it stays so low, tell the cluster's head why",
        ),
        ComparisonFact::SameAmountTwice { one, other, value, unit } => Words::new(
            format!(
                "{} and {} both say {} {unit}",
                named(one),
                named(other),
                number::plain(*value)
            ),
            "see whether one amount was typed into two rows, and mend the wrong one",
        ),
        ComparisonFact::TargetFarOff { indicator, target, actual, percent } => Words::new(
            format!(
                "{}: {} of a target of {} is {}%",
                named(indicator),
                number::plain(*actual),
                number::plain(*target),
                number::at_most(*percent, 1)
            ),
            "check both figures and their unit of measure; if right, give the reason in column \
             “Ghi chú”",
        ),
        ComparisonFact::UnitSlip { indicator, measure, value, evidence, meant, unit } => {
            Words::new(
                format!(
                    "{}: {} {unit} may be in the wrong unit of measure, {}",
                    row(indicator, *measure),
                    number::plain(*value),
                    evidence.iter().map(speaks).collect::<Vec<_>>().join("; ")
                ),
                format!(
                    "if so, type {}; if it is right, give the reason in column “Ghi chú”",
                    number::plain(*meant)
                ),
            )
        }
        ComparisonFact::PublishedTotalDiffers {
            indicator,
            measure,
            published,
            computed,
            source,
        } => Words::new(
            format!(
                "{}: {} has {} for the cluster, the units' figures make {}",
                row(indicator, *measure),
                quoted(source),
                number::plain(*published),
                beside(*computed, *published)
            ),
            "find the wrong figure; mend the unit's, or correct what was published",
        ),
        ComparisonFact::SameAsOtherUnit { other, file, rows } => Words::new(
            format!(
                "{} rows are those of {other} (file {file}) to the digit: {}",
                rows.len(),
                some_figures(rows)
            ),
            "see whether another unit's figures were copied; type the unit's own",
        ),
        ComparisonFact::ReportNotNamed { missing } => Words::new(
            format!(
                "the {} of the unit's own report is not given",
                missing.iter().map(|it| part(*it)).collect::<Vec<_>>().join(" and the ")
            ),
            "give number and date of the signed report with these figures on sheet “Thông tin \
             chung”",
        ),
        ComparisonFact::ReportDiffers { part: of, stated, known } => Words::new(
            format!(
                "the {} of the unit's report is given as {}, the report that came in has {}",
                part(*of),
                quoted(stated),
                quoted(known)
            ),
            "see that the figures are those of the signed report, then mend this cell",
        ),
        ComparisonFact::ClaimDiffers { text, nearest, unit, same_subject: _ } => Words::new(
            format!(
                "the text says {}, which stands in no row of figures{}",
                quoted(text),
                near(nearest.as_ref(), unit)
            ),
            "mend the text or the figures so that they agree",
        ),
        ComparisonFact::WrongDifference { difference, from, to, computed } => Words::new(
            format!(
                "the text says a difference of {}, but from {} to {} it is {}",
                quoted(difference),
                quoted(from),
                quoted(to),
                number::plain(*computed)
            ),
            "compute it again and mend one of the three figures",
        ),
    }
}

/// `: Bắc Kạn (590) + Thái Nguyên (1.204)`.
fn made_of(parts: &[Operand]) -> String {
    if parts.is_empty() { String::new() } else { format!(": {}", addends(parts)) }
}

fn copied(rows: &[Operand], whole: bool) -> Words {
    let count = rows.len();
    let message = if whole {
        format!("the whole column “Thực hiện” is last year's ({count} rows)")
    } else {
        format!("{count} rows are last year's to the digit: {}", some_figures(rows))
    };
    Words::new(message, "type this year's figures, not last year's again")
}

fn pledges(rows: &[Pledged]) -> String {
    let each = |it: &Pledged| {
        format!("{} {} (achieved {})", it.code, number::plain(it.pledged), number::plain(it.actual))
    };
    rows.iter().map(each).collect::<Vec<_>>().join(", ")
}

fn speaks(evidence: &SlipEvidence) -> String {
    match evidence {
        SlipEvidence::OwnHistory { other, measure, times } => format!(
            "some {} times apart from the unit's own “{}” ({})",
            number::at_most(*times, 0),
            measure.title(),
            number::plain(*other)
        ),
        SlipEvidence::OtherUnits { own, median, size, times } => format!(
            "{} for each 1.000 of {size} is some {} times apart from the median of the other \
             units ({})",
            number::at_most(*own, 2),
            number::at_most(*times, 0),
            number::at_most(*median, 2)
        ),
    }
}

fn near(nearest: Option<&Operand>, unit: &str) -> String {
    nearest.map_or_else(String::new, |it| {
        format!("; the nearest is {} {unit}", figures(std::slice::from_ref(it)))
    })
}

fn part(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Number => "number",
        ReportPart::Date => "date",
    }
}

fn times(value: Decimal, before: Decimal) -> String {
    value.checked_div(before).map_or_else(String::new, |it| number::at_most(it, 1))
}

fn row(indicator: &Named, measure: Measure) -> String {
    format!("{}, column “{}”", named(indicator), measure.title())
}
