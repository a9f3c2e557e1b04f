//! Both committed campaigns, built as a clerk builds them: the figures of the press, the papers'
//! promises to those who sign them, the same bytes twice.

use lopdf::Document as Pdf;
use rust_decimal::Decimal;
use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::text::normal;
use thidua::text::number;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::case::findings;
use crate::plain;
use crate::workbook_numbers::total;

/// Totals of the cluster that the press gave, and those that the samples add where the press hedged.
const TOTALS: &[(&str, &str, i64)] = &[
    (CUM_5, "TC01", 6_428),
    (CUM_5, "TC02", 937),
    (CUM_5, "TC03", 5_491),
    (CUM_5, "TC10", 339_739),
    (CUM_5, "TC05", 132),
    (CUM_5, "TC12", 25_493),
    (CUM_5, "XD01", 7_417),
    (CUM_5, "XD02", 4_925),
    (CUM_5, "DT01", 202),
    (CUM_5, "DT02", 24_186),
    (CUM_5, "CL08", 59_812),
    (CUM_5, "CL09", 39_764_000_000),
    (CUM_5, "CL18", 6),
    (NAM_TRUNG_BO, "TC05", 187),
    (NAM_TRUNG_BO, "TC12", 29_846),
    (NAM_TRUNG_BO, "CL01a", 78),
    (NAM_TRUNG_BO, "CL06", 16_248_500_000),
    (NAM_TRUNG_BO, "CL05", 312),
];

/// What the news items print of them, in the words of the press.
const NEWS: &[(&str, &[&str])] = &[
    (
        CUM_5,
        &[
            "6.428 công đoàn cơ sở",
            "937 đơn vị",
            "5.491 đơn vị",
            "339.739 đoàn viên",
            "132 công đoàn cơ sở",
            "25.493 đoàn viên",
            "7.417 đoàn viên",
            "4.925 đoàn viên",
            "202 lớp",
            "trên 24.000 lượt",
            "gần 60.000 suất quà",
            "gần 40 tỷ đồng",
        ],
    ),
    (
        NAM_TRUNG_BO,
        &[
            "187 công đoàn cơ sở",
            "gần 30.000 đoàn viên",
            "78 thỏa thuận",
            "hơn 16 tỷ đồng",
            "hơn 300 căn nhà",
        ],
    ),
];

/// The words of a PDF on one line, as a search finds them.
fn pdf_text(bytes: &[u8]) -> String {
    let pdf = Pdf::load_mem(bytes).unwrap();
    let pages: Vec<u32> = pdf.get_pages().keys().copied().collect();
    normal::clean(&pdf.extract_text(&pages).unwrap())
}

fn output(case: &Case, start: &str) -> Vec<u8> {
    let names = case.outputs();
    let is_it = |it: &&String| it.starts_with(start) && it.ends_with(".pdf");
    case.output(names.iter().find(is_it).unwrap())
}

#[test]
fn committed_workbooks_have_no_findings() {
    for campaign in CAMPAIGNS {
        assert_eq!(findings(&committed(campaign)), [""; 0], "{campaign}");
    }
}

#[test]
fn workbooks_add_up_to_the_figures_of_the_press() {
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        for (_, code, expected) in TOTALS.iter().filter(|it| it.0 == campaign) {
            assert_eq!(total(&gathered, code), Some(Decimal::from(*expected)), "{campaign} {code}");
        }
    }
}

#[test]
fn the_report_prints_them_exactly() {
    for campaign in CAMPAIGNS {
        let case = Case::of(campaign);
        case.build();
        let text = pdf_text(&output(&case, "bao-cao-tong-ket"));
        for (_, code, value) in TOTALS.iter().filter(|it| it.0 == campaign) {
            let value = Decimal::from(*value);
            let plain = if value > Decimal::from(1_000_000_000) {
                thidua::text::money::money(value)
            } else {
                number::plain(value)
            };
            assert!(text.contains(&plain), "{campaign}: {code} as {plain}");
        }
    }
}

#[test]
fn the_news_prints_them_in_the_words_of_the_press() {
    for (campaign, phrases) in NEWS {
        let case = Case::of(campaign);
        case.build();
        let bytes = output(&case, "tin-hoi-nghi");
        let text = pdf_text(&bytes);
        for phrase in *phrases {
            assert!(text.contains(phrase), "{campaign}: “{phrase}” in {text}");
        }
        let pages = Pdf::load_mem(&bytes).unwrap().get_pages().len();
        assert!((1..=2).contains(&pages), "{campaign}: {pages} pages");
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    for campaign in CAMPAIGNS {
        let (one, other) = (Case::of(campaign), Case::of(campaign));
        one.build();
        other.build();
        assert_eq!(one.files(), other.files());
        for name in one.files() {
            assert!(one.output(&name) == other.output(&name), "{campaign}: {name} differs");
        }
    }
}

fn pledge(campaign: &str) -> (thidua::pipeline::gather::Gathered, Document) {
    let gathered = committed(campaign);
    let document = plain::document(&gathered, "giao-uoc", false);
    (gathered, document)
}

#[test]
fn every_party_has_its_cell_in_the_order_of_the_campaign() {
    for campaign in CAMPAIGNS {
        let (gathered, document) = pledge(campaign);
        let campaign = &gathered.declared.campaign;
        let Some(Block::SignatureGrid { parties, witness, .. }) = document.blocks.last() else {
            panic!("the grid stands last");
        };
        let bodies: Vec<&Vec<String>> = parties.iter().map(|it| &it.body).collect();
        let expected: Vec<&Vec<String>> =
            campaign.pledge.parties.iter().map(|it| &campaign[*it].heading).collect();
        assert_eq!(bodies, expected);
        assert_eq!(parties.len(), campaign.units.len());
        assert_eq!(*witness, None, "no witness was asked for");
        let roles =
            |role: &str| parties.iter().filter(|it| it.role.as_deref() == Some(role)).count();
        assert_eq!((roles("CỤM TRƯỞNG"), roles("CỤM PHÓ")), (1, 1));
        let head = parties.iter().position(|it| it.role.as_deref() == Some("CỤM TRƯỞNG")).unwrap();
        assert_eq!(Some(campaign.pledge.parties[head]), campaign.pledge.head);
    }
}

#[test]
fn a_witness_signs_only_if_the_campaign_asks_for_one() {
    let case = Case::of(CUM_5);
    let body = "[pledge.witness]\nheading = [\"TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM\"]\n\
                title = [\"PHÓ CHỦ TỊCH\"]\n\n[[pledge.contents]]";
    case.edit(&[("[[pledge.contents]]", body)]);
    let document = plain::document(&case.gather(), "giao-uoc", false);
    let Some(Block::SignatureGrid { witness, .. }) = document.blocks.last() else { panic!() };
    assert_eq!(witness.as_ref().unwrap().title, ["PHÓ CHỦ TỊCH"]);
}

#[test]
fn the_pledge_counts_its_copies_and_contents() {
    for campaign in CAMPAIGNS {
        let (gathered, document) = pledge(campaign);
        let pledge = &gathered.declared.campaign.pledge;
        let text = plain::text(&document);
        let copies = number::padded(u32::try_from(pledge.parties.len() + 2).unwrap(), 2);
        assert!(text.contains(&format!("được lập thành {copies} bản")), "{copies}: {text}");
        let parties = number::padded(u32::try_from(pledge.parties.len()).unwrap(), 2);
        assert!(text.contains(&format!("{parties} đơn vị thuộc")), "{parties}: {text}");
        assert_eq!(pledge.contents.len(), 8);
        for content in &pledge.contents {
            assert!(text.contains(&content.title), "{}", content.title);
            content.text.iter().for_each(|it| assert!(text.contains(it), "{it}"));
        }
        let report = plain::text(&plain::document(&gathered, "bao-cao-tong-ket", false));
        assert!(report.contains("08 nội dung"), "{report}");
    }
}

#[test]
fn legal_bases_are_those_in_force_that_day() {
    let lines = |campaign: &str| {
        let (_, document) = pledge(campaign);
        let bases = document.blocks.into_iter().find_map(|it| match it {
            Block::LegalBases { lines } => Some(lines),
            _ => None,
        });
        bases.unwrap()
    };
    let (now, then) = (lines(CUM_5), lines(NAM_TRUNG_BO));
    for bases in [&now, &then] {
        assert!(bases.len() >= 4);
        assert!(bases.iter().all(|it| it.starts_with("Căn cứ ")), "{bases:?}");
        let (last, others) = bases.split_last().unwrap();
        assert!(last.ends_with('.') && others.iter().all(|it| it.ends_with(';')), "{bases:?}");
    }
    assert!(now[0].contains("15 tháng 6 năm 2022") && now[1].contains("98/2023/NĐ-CP"));
    assert!(then[0].contains("26 tháng 11 năm 2003"));
    assert!(then[1].contains("Luật sửa đổi") && then[2].contains("91/2017/NĐ-CP"), "{then:?}");
    let later = |line: &String| line.contains("2022") || line.contains("2023");
    assert!(!then.iter().any(later), "{then:?}");
}

#[test]
fn the_head_of_the_report_is_not_the_head_elected_for_the_pledge() {
    let gathered = committed(NAM_TRUNG_BO);
    let report = plain::document(&gathered, "bao-cao-tong-ket", false);
    assert_eq!(report.letterhead.issuer, ["LIÊN ĐOÀN LAO ĐỘNG", "TỈNH KON TUM"]);
    let text = plain::text(&report);
    let (before, signature) = text.rsplit_once("Nơi nhận:").unwrap();
    assert!(!signature.contains("KHÁNH HÒA") && !before.contains("CỤM TRƯỞNG"), "{signature}");
    let news = plain::text(&plain::document(&gathered, "tin-hoi-nghi", false));
    assert!(news.contains("Cụm trưởng năm 2021 là Liên đoàn Lao động tỉnh Khánh Hòa"), "{news}");
}

#[test]
fn number_and_date_are_left_to_the_registry_until_they_are_known() {
    let case = Case::of(CUM_5);
    let report = plain::document(&case.gather(), "bao-cao-tong-ket", false);
    let head = plain::text(&report);
    assert!(head.contains("Số: ________/BC-LĐLĐ"), "{head}");
    case.edit(&[("[report]", "[report]\nnumber = 7\ndate = \"2024-12-25\"")]);
    let head = plain::document(&case.gather(), "bao-cao-tong-ket", false).letterhead;
    assert_eq!(head.number.unwrap().to_string(), "Số: 07/BC-LĐLĐ");
    assert_eq!(head.place_date.unwrap().to_string(), "Cao Bằng, ngày 25 tháng 12 năm 2024");
}
