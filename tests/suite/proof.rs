//! The last look at finished papers: what somebody typed against what the campaign knows.

use std::path::Path;

use thidua::finding::fact::Finding;
use thidua::finding::lang::Lang;
use thidua::pipeline::gather::Gathered;
use thidua::proof::Context;
use thidua::proof::Proof;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::plain;
use crate::program::run;

const REPORT: &str = "bao-cao-tong-ket";

/// A sentence of the committed campaign, to be replaced.
const STRENGTH: &str = "Các đơn vị đoàn kết, thường xuyên trao đổi thông tin";

fn context<'a>(gathered: &'a Gathered, before: Option<&'a Gathered>) -> Context<'a> {
    let declared = &gathered.declared;
    Context {
        campaign: &declared.campaign,
        campaign_text: declared.campaign_source.text(),
        templates: &declared.templates,
        catalogue: &declared.catalogue,
        results: gathered.results(),
        legal: &gathered.legal,
        submissions: &gathered.submissions,
        predecessor: before.map(|it| &it.declared.campaign),
    }
}

fn read(gathered: &Gathered, name: &str) -> Vec<Finding> {
    let document = plain::document(gathered, name, false);
    Proof::new(context(gathered, None)).read(&document, "x.pdf").unwrap()
}

/// Codes and messages of what is said of the report with another sentence among its strengths.
fn said(sentence: &str) -> Vec<(&'static str, String)> {
    let case = Case::of(CUM_5);
    case.edit(&[(STRENGTH, sentence)]);
    of(&read(&case.gather(), REPORT))
}

fn of(findings: &[Finding]) -> Vec<(&'static str, String)> {
    findings.iter().map(|it| (it.fact.code(), Lang::Vi.fact(&it.fact).message)).collect()
}

#[track_caller]
fn check(sentence: &str, expected: &[&str]) {
    let said = said(sentence);
    let codes: Vec<&str> = said.iter().map(|it| it.0).collect();
    assert_eq!(codes, expected, "{sentence}: {said:?}");
}

#[test]
fn the_committed_papers_are_clean() {
    for campaign in CAMPAIGNS {
        let gathered = committed(campaign);
        for name in ["giao-uoc", REPORT, "tin-hoi-nghi", "bang-tong-hop-so-lieu"] {
            assert_eq!(of(&read(&gathered, name)), [], "{campaign} {name}");
        }
    }
}

#[test]
fn numbers_typed_by_hand() {
    check("Toàn Cụm kết nạp 850 đoàn viên", &["number-by-hand"]);
    check("Có 41,5% đơn vị hoàn thành xuất sắc", &["number-by-hand"]);
    check("Vận động được 3,71 tỷ đồng", &["number-by-hand"]);
    // The figure itself, a hedge that is true of it, levels, counts and what is no amount.
    for sentence in [
        "Toàn Cụm kết nạp 25.493 đoàn viên",
        "Toàn Cụm kết nạp trên 25.000 đoàn viên",
        "Tỷ lệ đạt 85%, 100% đơn vị tham gia",
        "Các đơn vị thực hiện Nghị quyết số 18, Chỉ thị 05, khóa XII, Điều 12, kỷ niệm 95 năm",
        "Đến nay cả nước có 61.293 công đoàn cơ sở kết thúc hoạt động",
        "Sáu đơn vị, 8 nội dung, đợt thi đua 60 ngày đêm",
    ] {
        check(sentence, &[]);
    }
}

#[test]
fn a_typed_number_beside_its_figure() {
    let said = said("Số đoàn viên kết nạp mới là 25.943 người");
    assert_eq!(said[0].0, "two-figures");
    assert!(said[0].1.contains("TC12") && said[0].1.contains("25.493"), "{said:?}");
}

#[test]
fn the_line_that_was_typed_is_told() {
    let case = Case::of(CUM_5);
    case.edit(&[(STRENGTH, "Toàn Cụm kết nạp 850 đoàn viên")]);
    let found = read(&case.gather(), REPORT);
    let hint = Lang::Vi.fact(&found[0].fact).hint;
    let text = std::fs::read_to_string(case.root.join("campaign.toml")).unwrap();
    let line = text.lines().position(|it| it.contains("kết nạp 850")).unwrap() + 1;
    assert!(hint.starts_with(&format!("ở campaign.toml, dòng {line}: ")), "{hint}");
}

#[test]
fn hedges_that_lie() {
    let with_body = |body: &str| {
        let case = Case::of(CUM_5);
        case.write(&format!("templates/documents/{REPORT}/body.md.hbs"), body);
        of(&read(&case.gather(), REPORT)).into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(with_body("Kết nạp gần {{so th.TC12}} đoàn viên."), ["hedge-lies"]);
    assert_eq!(with_body("Kết nạp hơn {{so th.TC12}} đoàn viên."), ["hedge-lies"]);
    assert_eq!(with_body("Kết nạp {{lam_tron th.TC12 buoc=1000}} đoàn viên."), [""; 0]);
    assert_eq!(with_body("Cao hơn {{so th.TC12}} đoàn viên."), [""; 0]);
    // Both stand in a published item (domain 0.10).
    for sentence in ["Kết nạp gần 9.692 đoàn viên", "Giới thiệu hơn 5.057 đoàn viên"]
    {
        assert!(said(sentence).iter().any(|it| it.0 == "hedge-lies"), "{sentence}");
    }
    check("Kết nạp gần 25.493 đoàn viên", &["hedge-lies"]);
}

#[test]
fn the_slip_of_a_published_item() {
    let news = "Số đoàn viên giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169)";
    let said = said(news);
    assert_eq!(said[0].0, "difference-wrong");
    assert!(said[0].1.contains("là 3.655.175"), "{said:?}");
}

#[test]
fn years_left_behind() {
    check("Các đơn vị hoàn thành tốt nhiệm vụ năm 2023", &["old-year"]);
    check("Trong năm 2022, các đơn vị thi đua sôi nổi", &["old-year"]);
    for sentence in [
        "Kết quả cao hơn so với năm 2023",
        "Thực hiện Nghị quyết của Ban Chấp hành năm 2020",
        "Giai đoạn 2020 - 2025, từ năm 2021",
        "Kỷ niệm Ngày thành lập (28/7/1929 - 28/7/2024)",
        "Năm 2024 và năm 2025, đến năm 2030",
    ] {
        check(sentence, &[]);
    }
}

#[test]
fn the_theme_of_last_year() {
    let (case, before) = (Case::of(CUM_5), Case::of(CUM_5));
    before.edit(&[("year = 2024", "year = 2023")]);
    let (now, before) = (case.gather(), before.gather());
    let document = plain::document(&now, REPORT, false);
    let found = Proof::new(context(&now, Some(&before))).read(&document, "x.pdf").unwrap();
    assert_eq!(of(&found)[0].0, "old-theme");
}

#[test]
fn regulations_by_the_day_of_the_paper() {
    check("Các đơn vị khen thưởng theo Quyết định số 1689/QĐ-TLĐ", &["basis-not-in-force"]);
    check("Căn cứ Luật Thi đua, khen thưởng năm 2003", &["basis-not-in-force"]);
    check("Theo Nghị định số 152/2025/NĐ-CP của Chính phủ", &["basis-not-in-force"]);
    check("Trình bày theo Quyết định số 1014/QĐ-TLĐ", &["basis-not-in-force"]);
    check("Cờ của Quyết định số 1689/QĐ-TLĐ", &["regulation-not-in-force"]);
    check("Quyết định số 999/QĐ-TLĐ thay thế Quyết định số 1689/QĐ-TLĐ", &[]);
    check("Theo Luật Thi đua, khen thưởng số 06/2022/QH15", &[]);
}

#[test]
fn the_pledge_rests_on_what_is_in_force() {
    let case = Case::of(CUM_5);
    case.edit(&[("[pledge]\n", "[pledge]\nlegal_bases = [\"Quyết định số 1689/QĐ-TLĐ\"]\n")]);
    assert_eq!(of(&read(&case.gather(), "giao-uoc"))[0].0, "basis-not-in-force");
}

#[test]
fn provinces_by_the_day_of_the_paper() {
    let sentence = "Liên đoàn Lao động tỉnh Bắc Kạn tích cực";
    check(sentence, &[]);
    let case = Case::of(NAM_TRUNG_BO);
    let later = |text: &str| {
        let mut document = plain::document(&committed(NAM_TRUNG_BO), "tin-hoi-nghi", false);
        document.dated = "2026-01-09".parse().unwrap();
        let words = vec![thidua::model::document::Inline::Text { text: text.to_owned() }];
        document.blocks = vec![thidua::model::document::Block::Paragraph { content: words }];
        let gathered = case.gather();
        of(&Proof::new(context(&gathered, None)).read(&document, "x.pdf").unwrap())
    };
    let said = later(sentence);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].1.contains("Thái Nguyên"), "{said:?}");
    for fine in [
        "phường Hà Giang, tỉnh Tuyên Quang",
        "tỉnh Bắc Kạn (cũ) có nhiều đổi mới",
        "trước khi sáp nhập, tỉnh Bắc Kạn dẫn đầu",
        "năm 2024, Liên đoàn Lao động tỉnh Bắc Kạn dẫn đầu",
        "Liên đoàn Lao động tỉnh Thái Nguyên",
    ] {
        assert_eq!(later(fine), [], "{fine}");
    }
}

#[test]
fn spellings_that_are_mixed() {
    check("Tỉ lệ thuận; tỉ lệ cao", &["mixed-spelling"]);
    check("Ký thoả ước mới", &["mixed-spelling"]);
}

#[test]
fn words_of_units_are_quoted() {
    // The committed remarks hold numbers of their own, and `claim-differs` looks at them.
    let gathered = committed(CUM_5);
    let with_numbers = gathered.submissions.iter().flat_map(|it| &it.remarks);
    assert!(with_numbers.count() > 0);
    assert_eq!(of(&read(&gathered, REPORT)), []);
}

#[test]
fn an_error_refuses_its_own_paper_only() {
    let case = Case::of(CUM_5);
    case.edit(&[(STRENGTH, "Giảm 3.665.175 (từ 12.297.344 xuống còn 8.642.169)")]);
    let out = case.out.to_str().unwrap();
    let arguments = ["build", CUM_5, "--fonts", "embedded", "--out", out];
    let ran = run(case.folder(), &arguments);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("[difference-wrong]"), "{}", ran.out);
    assert!(!Path::new(out).join("bao-cao-tong-ket-2024.pdf").exists());
    assert!(Path::new(out).join("giao-uoc-2025.pdf").exists());
    let draft = case.draft();
    assert!(draft.built.refused.is_empty(), "{:?}", draft.built.refused);
}
