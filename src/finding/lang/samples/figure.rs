//! One or more of every fact about the figures of one workbook.

use rust_decimal::Decimal;

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
        Rejection::Ambiguous { thousands: Decimal::from(25_493), decimal: Decimal::new(25_493, 3) },
        Rejection::ErrorCell("#REF!".into()),
        Rejection::NoResult,
        Rejection::OtherKind,
        Rejection::TooPrecise,
        Rejection::Merged,
        Rejection::ReservedCharacter,
    ]
}

fn varied() -> Vec<FigureFact> {
    let (indicator, measure) = (members(), Measure::Actual);
    let not_a_number =
        |why| FigureFact::NotANumber { indicator: members(), measure, text: "25.493".into(), why };
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
    facts.extend(rejections().into_iter().map(not_a_number));
    facts.extend(
        [Decimal::new(25_493, 3), Decimal::new(12_345, 4), Decimal::MAX].map(|value| {
            FigureFact::DecimalInCount { indicator: indicator.clone(), measure, value }
        }),
    );
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
