//! One or more of every fact about the layout of tables.

use crate::finding::fact::layout::LayoutFact;
use crate::model::measure::Measure;

pub(super) fn facts() -> Vec<LayoutFact> {
    let pair = |one: &str, other: &str| vec![(one.to_owned(), other.to_owned())];
    let mut facts = vec![
        LayoutFact::ColumnYear {
            header: "Thực hiện năm 2023 Năm trước".into(),
            years: "2022".into(),
            measure: Measure::Previous,
            expected: 2023,
        },
        LayoutFact::SheetAlsoRead { first: "Số liệu".into(), rows: 12 },
        LayoutFact::SheetOfAnotherYear { year: "2023".into(), expected: 2024 },
        LayoutFact::SheetsDiffer { first: "Số liệu".into(), codes: vec!["TC12".into()] },
        LayoutFact::SameRow { rows: pair("TC12", "A17") },
        LayoutFact::RowMissing { codes: vec!["TC06b".into()] },
        LayoutFact::SubtotalRow { label: "Cộng mục I".into() },
        LayoutFact::HiddenColumn { column: "G".into(), measure: Measure::Previous },
        LayoutFact::ValueUnderMerge {
            area: "F7:F9".into(),
            text: "12".into(),
            measure: Measure::Actual,
        },
        LayoutFact::MergedFigure { area: "F7:F9".into(), text: "12".into() },
        LayoutFact::UnitFromHeader { unit: "tỷ đồng".into(), codes: vec!["CL09".into()] },
    ];
    facts.extend([("", true), ("Luỹ kế", false)].map(|(header, slipped)| {
        LayoutFact::ColumnUnknown {
            header: header.into(),
            column: "J".into(),
            rows: "7–9".into(),
            slipped,
        }
    }));
    facts.extend(
        [true, false].map(|filtered| LayoutFact::HiddenRow { rows: "7–9, 12".into(), filtered }),
    );
    facts.extend([true, false].map(|in_header| LayoutFact::DeclaredUnitsDiffer {
        here: "triệu đồng".into(),
        rows: pair("CL09", "tỷ đồng"),
        in_header,
    }));
    facts
}
