//! Facts about finished papers.

use crate::finding::fact::paper::Force;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::paper::Slip;
use crate::finding::fact::paper::Spot;
use crate::finding::fact::paper::Typed;
use crate::finding::lang::samples::named;
use crate::model::issue::Reference;
use crate::text::claims::Hedge;
use crate::text::date::Date;

fn day(year: i16, month: u8, day: u8) -> Date {
    Date::new(year, month, day).expect("samples are of days that exist")
}

fn basis(instead: Option<&str>) -> Slip {
    Slip::BasisNotInForce {
        cited: "1689/QĐ-TLĐ".into(),
        force: Force::Ended(day(2024, 5, 28)),
        dated: day(2024, 12, 21),
        instead: instead.map(str::to_owned),
    }
}

pub(super) fn facts() -> Vec<PaperFact> {
    let hedge = |hedge| Slip::HedgeLies { hedge, number: "9.692".into(), value: "9.692".into() };
    let slips = [
        Slip::NumberByHand { number: "850".into() },
        Slip::TwoFigures {
            number: "25.943".into(),
            figure: named("TC12", "Đoàn viên kết nạp mới"),
            printed: "25.493".into(),
        },
        hedge(Hedge::Below),
        hedge(Hedge::Above),
        hedge(Hedge::Around),
        Slip::DifferenceWrong {
            difference: "3.665.175".into(),
            from: "12.297.344".into(),
            to: "8.642.169".into(),
            computed: "3.655.175".into(),
        },
        Slip::OldYear { year: 2023, now: 2024 },
        Slip::OldTheme { theme: "Đổi mới".into(), year: 2023 },
        basis(None),
        basis(Some("Quyết định số 999/QĐ-TLĐ")),
        Slip::RegulationNotInForce {
            cited: "152/2025/NĐ-CP".into(),
            force: Force::NotYet(day(2025, 7, 1)),
            dated: day(2024, 12, 21),
            instead: None,
        },
        Slip::ProvinceNotInForce {
            name: "Bắc Kạn".into(),
            on: day(2025, 7, 1),
            into: "Thái Nguyên".into(),
        },
        Slip::MixedSpelling { keep: "tỷ".into(), other: "tỉ".into() },
    ];
    let typed = Typed { file: "campaign.toml".into(), line: 84 };
    let spots = [
        Spot {
            part: "II. Kết quả".into(), words: "…chỗ đó…".into(), typed: Some(typed)
        },
        Spot { part: String::new(), words: "chỗ đó".into(), typed: None },
    ];
    let slips = slips.iter().flat_map(|slip| {
        spots.iter().map(|spot| PaperFact::Words { slip: slip.clone(), spot: spot.clone() })
    });
    let issued = |figures: &[&str]| PaperFact::IssuedPaperWouldChange {
        issued: Reference {
            kind: "Báo cáo".into(),
            number: "05/BC-LĐLĐ".into(),
            date: day(2024, 12, 25),
        },
        entry: 1,
        figures: figures.iter().map(|it| (*it).to_owned()).collect(),
    };
    let beyond = |least: &str, most: Option<&str>| PaperFact::LookBeyondLaw {
        key: "page.right".into(),
        value: "25".into(),
        least: least.into(),
        most: most.map(str::to_owned),
        point: "I.3",
        line: 12,
    };
    let beyond = [beyond("15", Some("20")), beyond("6", None), beyond("13", Some("13"))];
    slips.chain([issued(&[]), issued(&["25.493 → 25.520"])]).chain(beyond).collect()
}
