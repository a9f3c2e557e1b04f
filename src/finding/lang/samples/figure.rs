//! One or more of every fact about the figures of one workbook.

use rust_decimal::Decimal;

use crate::finding::fact::evidence::Evidence;
use crate::finding::fact::evidence::Witness;
use crate::finding::fact::figure::FigureFact;
use crate::finding::lang::samples::members;
use crate::finding::lang::samples::named;
use crate::finding::lang::samples::operand;
use crate::model::catalogue::Severity;
use crate::model::measure::Measure;
use crate::model::value::Rejection;

pub(super) fn facts() -> Vec<FigureFact> {
    let money = || named("CL09", "Trị giá quà Tết");
    let mut facts = vec![
        FigureFact::NumberAsText { text: "1.234 người".into(), value: Decimal::from(1234) },
        FigureFact::Required { indicator: members(), measure: Measure::Actual },
        FigureFact::LeftBlank { indicator: members(), before: Decimal::from(2104) },
        FigureFact::PartsAndTotal {
            total: named("TC01", "Tổng số công đoàn cơ sở"),
            measure: Measure::Actual,
            value: Decimal::from(6400),
            sum: Decimal::from(6428),
            parts: vec![operand("TC02", 937), operand("TC03", 5491)],
        },
        FigureFact::Subset {
            part: named("TC11", "Đoàn viên là nữ"),
            measure: Measure::Actual,
            value: Decimal::from(5200),
            whole: named("TC10", "Tổng số đoàn viên"),
            limit: Decimal::from(4900),
        },
        FigureFact::PercentRecomputed {
            indicator: named("TC15", "Tỷ lệ đoàn viên"),
            measure: Measure::Actual,
            typed: Decimal::from(92),
            computed: Decimal::new(900_049, 4),
            numerator: "TC10".into(),
            denominator: "TC14".into(),
        },
        FigureFact::WrongUnitOfMeasure {
            indicator: members(),
            found: "lượt người".into(),
            expected: "người".into(),
            converted: false,
        },
        FigureFact::WrongUnitOfMeasure {
            indicator: money(),
            found: "tỷ đồng".into(),
            expected: "triệu đồng".into(),
            converted: true,
        },
        FigureFact::WrongUnitOfMeasure {
            indicator: money(),
            found: "suất".into(),
            expected: "triệu đồng".into(),
            converted: false,
        },
    ];
    facts.extend(varied());
    facts
}

fn rejections() -> Vec<Rejection> {
    vec![
        Rejection::Words,
        Rejection::Ambiguous { larger: Decimal::from(25_493), smaller: Decimal::new(25_493, 3) },
        Rejection::Hedged,
        Rejection::Unclear,
        Rejection::Several,
        Rejection::UnitContradiction {
            format: "#,##0 \"tỷ\"".into(),
            by_row: Decimal::from(15),
            by_format: Decimal::from(15_000),
        },
        Rejection::ErrorCell("#REF!".into()),
        Rejection::NoResult,
        Rejection::OtherKind,
        Rejection::TooPrecise,
        Rejection::Merged,
        Rejection::ReservedCharacter,
    ]
}

/// All that can speak for a reading.
pub(in crate::finding) fn evidence() -> Vec<Evidence> {
    let (larger, smaller) = (Decimal::from(25_493), Decimal::new(25_493, 3));
    let value = Decimal::from(24_900);
    let for_larger = [
        Witness::Column { measure: Measure::Previous, value },
        Witness::LastYear { value },
        Witness::Parts { parts: vec![operand("TC02", 20_000), operand("TC03", 5_493)] },
        Witness::Total { total: operand("TC01", 30_000) },
    ];
    let for_smaller =
        [Witness::Whole { whole: operand("TC10", 100) }, Witness::Format { code: "0.000".into() }];
    let speaks = |reading| move |witness| Evidence { reading, witness };
    let mut all: Vec<Evidence> = for_smaller.into_iter().map(speaks(smaller)).collect();
    all.extend(for_larger.into_iter().map(speaks(larger)));
    all
}

fn varied() -> Vec<FigureFact> {
    let (indicator, measure) = (members(), Measure::Actual);
    let cells = ["F22", "G22", "F29", "G29", "F33", "G33"].map(str::to_owned).to_vec();
    let no_results = FigureFact::FormulasWithoutResult { cells };
    let not_a_number = |why| FigureFact::NotANumber {
        indicator: members(),
        measure,
        text: "25.493".into(),
        why,
        evidence: evidence(),
    };
    let out_of_range = |min: Option<i64>, max: Option<i64>| FigureFact::OutOfRange {
        indicator: members(),
        measure,
        value: Decimal::from(-12),
        min: min.map(Decimal::from),
        max: max.map(Decimal::from),
    };
    let mut facts = vec![
        out_of_range(Some(0), Some(100)),
        out_of_range(Some(0), None),
        out_of_range(None, Some(-20)),
        out_of_range(None, None),
    ];
    facts.push(no_results);
    facts.extend(rejections().into_iter().map(not_a_number));
    facts.extend([Decimal::new(25_493, 3), Decimal::new(12_345, 4), Decimal::MAX].map(|value| {
        let (indicator, evidence) = (indicator.clone(), Vec::new());
        FigureFact::DecimalInCount { indicator, measure, value, evidence }
    }));
    facts.push(FigureFact::UnitContradiction {
        indicator: indicator.clone(),
        measure,
        format: "#,##0 \"tỷ đồng\"".into(),
        unit: "triệu đồng".into(),
        by_row: Decimal::from(15),
        by_format: Decimal::from(15_000),
        evidence: Vec::new(),
    });
    facts.extend([true, false].map(|plausible| FigureFact::PercentAsFraction {
        indicator: indicator.clone(),
        measure,
        value: Decimal::new(85, 2),
        plausible,
    }));
    facts.extend([vec![], vec![operand("CL11a", 50), operand("CL11b", 0)]].map(|operands| {
        FigureFact::RuleBroken {
            rule: "K22-hoc-bong".into(),
            message: "Có suất học bổng (CL11a) thì phải có trị giá (CL11b).".into(),
            severity: Severity::Error,
            operands,
            measure: Some(measure),
        }
    }));
    facts
}
