//! What each kind of finding means, why it matters, an example, and how to mend it.
//!
//! A finding itself is one sentence with the figures at hand; this is what a clerk reads who
//! asks for more (`thidua explain CODE`).

mod comparison;
mod figure;
mod layout;
mod marks;
#[cfg(test)]
mod page;
mod paper;
mod score;
mod sender;
mod signer;
mod unseen;
mod workbook;

use crate::finding::lang::Lang;

/// What a kind of finding means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// Code of the finding, such as `number-as-text`.
    pub code: &'static str,
    /// Lines in Vietnamese.
    pub vi: &'static str,
    /// Lines in English.
    pub en: &'static str,
}

/// Every kind of finding: first the file and its layout, then the sender, then the figures, then
/// figures held against other figures, then finished papers.
pub static EXPLANATIONS: &[Explanation] = &[
    workbook::UNREADABLE_FILE,
    workbook::FOLDER_NOT_READ,
    workbook::SHEET_MISSING,
    workbook::SHEET_RENAMED,
    workbook::COLUMN_MISSING,
    workbook::COLUMN_MOVED,
    workbook::COLUMN_TWICE,
    workbook::UNKNOWN_CODE,
    workbook::MATCHED_BY_LABEL,
    workbook::OLD_ENCODING,
    workbook::DUPLICATE_ROW,
    workbook::LABEL_CONTRADICTS_CODE,
    unseen::HIDDEN_SHEET,
    unseen::MACROS,
    unseen::EXTERNAL_LINKS,
    unseen::DATES_FROM_1904,
    unseen::OLD_FORMAT,
    layout::COLUMN_UNKNOWN,
    layout::COLUMN_YEAR,
    layout::SHEET_ALSO_READ,
    layout::SHEET_OF_ANOTHER_YEAR,
    layout::SHEETS_DIFFER,
    layout::SAME_ROW,
    layout::ROW_MISSING,
    layout::SUBTOTAL_ROW,
    layout::HIDDEN_ROW,
    layout::HIDDEN_COLUMN,
    layout::VALUE_UNDER_MERGE,
    layout::MERGED_FIGURE,
    layout::UNIT_FROM_HEADER,
    layout::DECLARED_UNITS_DIFFER,
    sender::UNKNOWN_UNIT,
    sender::CONTRADICTING_UNIT,
    sender::DUPLICATE_UNIT,
    sender::MISSING_UNIT,
    sender::WRONG_PERIOD,
    sender::SAME_FILE,
    sender::LAST_YEARS_FILE,
    sender::LATE,
    sender::WAIVER_UNUSED,
    sender::WAIVER_NOT_ALLOWED,
    sender::TITLE_CONTRADICTS,
    sender::WRONG_CAMPAIGN,
    sender::WRONG_FORM_VERSION,
    figure::REQUIRED,
    figure::LEFT_BLANK,
    figure::NOT_A_NUMBER,
    figure::FORMULAS_WITHOUT_RESULT,
    figure::NUMBER_AS_TEXT,
    figure::OUT_OF_RANGE,
    figure::DECIMAL_IN_COUNT,
    figure::UNIT_CONTRADICTION,
    figure::PERCENT_AS_FRACTION,
    figure::WRONG_UNIT_OF_MEASURE,
    figure::PARTS_AND_TOTAL,
    figure::SUBSET,
    figure::PERCENT_RECOMPUTED,
    figure::RULE_BROKEN,
    comparison::STOCK_CONTINUITY,
    comparison::PREVIOUS_DIFFERS,
    comparison::TARGET_DIFFERS,
    comparison::HALF_ABOVE_YEAR,
    comparison::LAST_YEAR_COPIED,
    comparison::CUMULATIVE_FLOW,
    comparison::SUDDEN_CHANGE,
    comparison::ACTUAL_EQUALS_TARGET,
    comparison::PLEDGE_BELOW_ACTUAL,
    comparison::SAME_AMOUNT_TWICE,
    comparison::TARGET_FAR_OFF,
    comparison::UNIT_SLIP,
    comparison::PUBLISHED_TOTAL_DIFFERS,
    comparison::SAME_AS_OTHER_UNIT,
    comparison::REPORT_NOT_NAMED,
    comparison::REPORT_DIFFERS,
    comparison::CLAIM_DIFFERS,
    comparison::WRONG_DIFFERENCE,
    score::PANEL_MISSING,
    score::POINTS_OPEN,
    score::NOT_COUNTED,
    score::BALLOT_COUNTS,
    score::BALLOT_NOT_QUORATE,
    score::VOTES_FOR_BARRED,
    score::ELECTION_DIFFERS,
    score::BALLOT_NOT_HELD,
    score::AWARD_TIE,
    score::AWARD_NOT_FILLED,
    score::AWARD_OVER_QUOTA,
    score::AWARD_AGAINST_RULES,
    score::AWARD_PASSES_OVER,
    marks::UNKNOWN_CRITERION,
    marks::UNKNOWN_UNIT_SCORED,
    marks::POINTS_NOT_A_NUMBER,
    marks::POINTS_IN_WORDS,
    marks::POINTS_OUT_OF_SCALE,
    marks::PENALTY_WITH_SIGN,
    marks::POINTS_TOO_FINE,
    marks::CRITERION_TWICE,
    marks::MAXIMUM_DIFFERS,
    marks::POINTS_SUM_DIFFERS,
    marks::OWN_SCORES_MISSING,
    marks::CRITERIA_NOT_SCORED,
    marks::EVIDENCE_NOT_NAMED,
    marks::REASON_MISSING,
    marks::PANEL_FILES_DIFFER,
    marks::OWN_SCORE_CHANGED,
    marks::UNKNOWN_BALLOT,
    marks::VOTES_NOT_A_NUMBER,
    marks::VOTES_DIFFER,
    signer::NO_SIGNATORY,
    signer::UNKNOWN_TITLE,
    signer::HONORIFIC,
    signer::SIGNER_TOO_LONG,
    paper::NUMBER_BY_HAND,
    paper::TWO_FIGURES,
    paper::HEDGE_LIES,
    paper::DIFFERENCE_WRONG,
    paper::OLD_YEAR,
    paper::OLD_THEME,
    paper::BASIS_NOT_IN_FORCE,
    paper::REGULATION_NOT_IN_FORCE,
    paper::PROVINCE_NOT_IN_FORCE,
    paper::MIXED_SPELLING,
    paper::ISSUED_PAPER_WOULD_CHANGE,
    paper::LOOK_BEYOND_LAW,
];

/// What the kind of finding with this code means; `None` if there is no such code.
#[must_use]
pub fn explain(code: &str, lang: Lang) -> Option<&'static str> {
    let found = EXPLANATIONS.iter().find(|it| it.code == code)?;
    Some(match lang {
        Lang::Vi => found.vi,
        Lang::En => found.en,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::finding::lang::samples;

    /// Labels of the lines; a line without one continues the line before it.
    const LABELS: [(Lang, [&str; 4]); 2] = [
        (Lang::Vi, ["Nghĩa là: ", "Vì sao: ", "Ví dụ: ", "Cách sửa: "]),
        (Lang::En, ["Meaning: ", "Why: ", "Example: ", "To mend: "]),
    ];

    #[test]
    fn every_code_is_explained_once() {
        let codes: BTreeSet<&str> = samples::facts().iter().map(|fact| fact.code()).collect();
        let explained: Vec<&str> = EXPLANATIONS.iter().map(|it| it.code).collect();
        let distinct: BTreeSet<&str> = explained.iter().copied().collect();
        assert_eq!(distinct, codes);
        assert_eq!(distinct.len(), explained.len());
    }

    #[test]
    fn codes_are_kebab_case() {
        for Explanation { code, .. } in EXPLANATIONS {
            let well_formed = |word: &str| {
                !word.is_empty()
                    && word.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
            };
            assert!(code.split('-').all(well_formed), "{code}");
        }
    }

    #[test]
    fn each_says_meaning_reason_example_and_remedy_in_short_lines() {
        for Explanation { code, .. } in EXPLANATIONS {
            for (lang, labels) in LABELS {
                let text = explain(code, lang).unwrap();
                let lines: Vec<&str> = text.lines().collect();
                let at: Vec<usize> = labels
                    .iter()
                    .map(|label| lines.iter().position(|line| line.starts_with(label)).unwrap())
                    .collect();
                assert!(at[0] == 0 && at.is_sorted(), "{code}: {text}");
                assert!((4..=6).contains(&lines.len()), "{code}: {text}");
                for line in lines {
                    assert!(line.chars().count() <= 100, "{code}: {line}");
                    assert_eq!(line, line.trim(), "{code}");
                    assert!(!line.contains("  "), "{code}: {line}");
                }
                assert!(text.ends_with('.'), "{code}: {text}");
            }
        }
    }

    #[test]
    fn an_unknown_code_has_no_explanation() {
        assert_eq!(explain("no-such-code", Lang::Vi), None);
    }
}
