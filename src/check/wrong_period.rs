//! `wrong-period`: the workbook is for another year or half, or does not say.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::model::place::Place;
use crate::model::submission::Submission;
use crate::text::case;
use crate::text::fold;

pub(super) struct WrongPeriod;

impl Check for WrongPeriod {
    fn code(&self) -> &'static str {
        "wrong-period"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let period = context.campaign.period;
        let stated = it.about.period.as_ref();
        let found = stated.map(|it| it.text.clone()).unwrap_or_default();
        if speaks_of(&found, period) {
            return;
        }
        let place = stated.map_or(Place::file(&it.file), |it| it.at.clone());
        let fact = SenderFact::WrongPeriod { found, expected: case::capitalise(&period.title()) };
        findings.push(Finding::new(fact, place, it.unit));
    }
}

/// Whether a typed period, such as `Năm 2024`, `2024` or `6 tháng đầu năm 2024`, is this one.
fn speaks_of(typed: &str, period: Period) -> bool {
    let folded = fold::fold(typed);
    let half = folded.contains("6thang") || folded.contains("sauthang");
    let expected_half = period.span == Span::FirstHalf;
    let years: Vec<&str> =
        typed.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4).collect();
    half == expected_half && years == [period.year.to_string().as_str()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_known_in_their_usual_forms() {
        let year = Period { year: 2024, span: Span::Full };
        let half = Period { year: 2024, span: Span::FirstHalf };
        for typed in ["Năm 2024", "2024", "năm  2024", "NĂM 2024"] {
            assert!(speaks_of(typed, year), "{typed}");
            assert!(!speaks_of(typed, half), "{typed}");
        }
        assert!(speaks_of("6 tháng đầu năm 2024", half));
        for typed in ["", "Năm 2023", "6 tháng đầu năm 2024", "2023 - 2024", "Năm nay"] {
            assert!(!speaks_of(typed, year), "{typed}");
        }
    }
}
