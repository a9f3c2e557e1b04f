//! `thidua score`: points, ranks and proposals of the committed campaigns, how they arose, what another
//! figure would move; and which papers a fault of votes or points refuses.

use thidua::pipeline::gather::Gathered;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::MIEN_TRUNG_2025;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::case::files_of;
use crate::case::findings;
use crate::case::refused_of_all;
use crate::form::Book;
use crate::program::Ran;
use crate::program::run;

/// Runs `score` on the campaign of a case.
fn score(case: &Case, campaign: &str, arguments: &[&str]) -> Ran {
    run(case.folder(), &[&["score", campaign][..], arguments].concat())
}

/// Codes of the units proposed for each award.
fn proposed(gathered: &Gathered) -> Vec<(String, Vec<String>)> {
    let campaign = &gathered.declared.campaign;
    let proposals = &gathered.scoreboard.as_ref().unwrap().proposals;
    let of_award = campaign.awards.iter().zip(proposals);
    let codes = of_award.map(|(award, proposal)| {
        let units = proposal.units.iter().map(|it| campaign[*it].code.clone()).collect();
        (award.code.clone(), units)
    });
    codes.collect()
}

#[track_caller]
fn proposes(gathered: &Gathered, expected: &[(&str, &[&str])]) {
    let found = proposed(gathered);
    let found: Vec<(&str, Vec<&str>)> = found
        .iter()
        .map(|(award, units)| (award.as_str(), units.iter().map(String::as_str).collect()))
        .collect();
    let expected: Vec<(&str, Vec<&str>)> =
        expected.iter().map(|(award, units)| (*award, units.to_vec())).collect();
    assert_eq!(found, expected);
}

#[test]
fn proposals_are_those_that_the_clusters_made() {
    let awards: [(&str, &[&str]); 2] =
        [("co-thi-dua", &["cao-bang"]), ("bang-khen", &["thai-nguyen", "lang-son"])];
    proposes(&committed(CUM_5), &awards);
    let awards: [(&str, &[&str]); 1] =
        [("suy-ton", &["kon-tum", "khanh-hoa", "gia-lai", "dak-lak"])];
    proposes(&committed(NAM_TRUNG_BO), &awards);
}

#[test]
fn the_table_tells_points_ranks_votes_and_proposals() {
    let case = Case::of(CUM_5);
    let ran = score(&case, CUM_5, &[]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[1], "Điểm đã chốt của mọi đơn vị");
    let table = &lines[3..10];
    let row = "Phiếu [1]  Phiếu [2]  Phiếu [3]  Phiếu [4]";
    assert!(table[0].starts_with("TT  Đơn vị") && table[0].ends_with(row), "{}", table[0]);
    let cells: Vec<&str> = table[1].split_whitespace().collect();
    let expected =
        ["1", "Cao", "Bằng", "98,81", "98,23", "3,30", "0,00", "101,53", "1", "5", "0", "-", "-"];
    assert_eq!(cells, expected);
    let widths: Vec<usize> = table.iter().map(|it| it.chars().count()).collect();
    assert!(widths.iter().all(|it| *it == widths[0]), "{}", ran.out);
    for line in [
        "[1] Suy tôn đơn vị dẫn đầu Cụm, đề nghị tặng Cờ thi đua của Tổng Liên đoàn Lao động Việt \
         Nam: phát ra 6, thu về 6, hợp lệ 6",
        "Đề nghị Bằng khen của Tổng Liên đoàn Lao động Việt Nam: Thái Nguyên, Lạng Sơn",
    ] {
        assert!(lines.contains(&line), "{line}: {}", ran.out);
    }
    let english = score(&case, CUM_5, &["--lang", "en"]).out;
    assert!(english.contains("All points are settled") && english.contains("Penalty"), "{english}");
}

#[test]
fn points_are_explained_from_the_cell_to_the_rank() {
    let case = Case::of(CUM_5);
    let ran = score(&case, CUM_5, &["--explain", "Cao Bằng"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for line in [
        "III. Phát triển đoàn viên, xây dựng tổ chức công đoàn, tham gia xây dựng Đảng: 24,61/25",
        "  III.2 Thành lập mới công đoàn cơ sở đạt chỉ tiêu (tối đa 6)",
        "    theo số liệu     5,67  đạt 94,4% mức đề ra",
        "                      TC05 Thực hiện Cao Bằng 17 ← submissions/cao-bang.xlsx › Số liệu!F11",
        "                      TC05 Kế hoạch Cao Bằng 18 ← submissions/cao-bang.xlsx › Số liệu!E11",
        "Điểm chuẩn 98,23 + thưởng 3,30 − trừ 0,00 = 101,53",
        "Tự chấm 102,11",
        "Xếp thứ 1 trong 6 đơn vị",
    ] {
        assert!(ran.out.lines().any(|it| it == line), "{line}: {}", ran.out);
    }
    assert!(!ran.out.contains("trước khi làm tròn"), "{}", ran.out);
    let unknown = score(&case, CUM_5, &["--explain", "Huế"]);
    assert_eq!((unknown.code, unknown.out.as_str()), (2, ""));
}

#[test]
fn a_figure_that_moves_points_and_nothing_is_written() {
    let case = Case::of(CUM_5);
    let before = files_of(case.folder());
    let ran = score(&case, CUM_5, &["--what-if", "TC05.cao-bang=18"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let told = "Cao Bằng: điểm 101,53 → 101,86, xếp thứ 1 → 1\n  III.2: theo số liệu 5,67 → 6,00; \
                điểm chốt 6,00\n";
    assert!(ran.out.ends_with(told), "{}", ran.out);
    assert_eq!(files_of(case.folder()), before);
    // Nothing rests on last year's new members.
    let nothing = score(&case, CUM_5, &["--what-if", "TC12.nt.cao-bang=1900", "--lang", "en"]);
    assert!(nothing.out.ends_with("No points, ranks or proposals move.\n"), "{}", nothing.out);
}

#[test]
fn what_cannot_be_tried_is_refused_with_the_reason() {
    let case = Case::of(CUM_5);
    let cases = [
        ("TC17.cao-bang=90", "TC18b, TC18a"),
        ("TC99.cao-bang=1", "TC99"),
        ("TC12.cao-bag=1", "cao-bang"),
        ("TC12.cao-bang", "TC12.kh.cao-bang=2400"),
        ("TC12.cao-bang=nhiều", "TC12.kh.cao-bang=2400"),
        ("TC12.xx.cao-bang=1", "TC12.kh.cao-bang=2400"),
        ("=", "TC12.kh.cao-bang=2400"),
    ];
    for (typed, told) in cases {
        let ran = score(&case, CUM_5, &["--what-if", typed]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{typed}");
        assert!(ran.err.contains(told), "{typed}: {}", ran.err);
    }
    let past = Case::of(MIEN_TRUNG_2025);
    past.append("[scoring]\ncriteria = \"cham-diem-100\"");
    let ran = score(&past, MIEN_TRUNG_2025, &["--what-if", "TC12.nt.quang-ngai=5"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("kỳ trước"), "{}", ran.err);
}

#[test]
fn a_campaign_that_does_not_score_says_so() {
    let case = Case::of(MIEN_TRUNG_2025);
    let ran = score(&case, MIEN_TRUNG_2025, &[]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("[scoring]"), "{}", ran.err);
}

/// Bars Cao Bằng from being considered.
fn barred() -> Case {
    let case = Case::of(CUM_5);
    let bar = "criteria = \"cham-diem-100\"\nbarred = [{ unit = \"cao-bang\", ground = \
               \"discipline-pending\", note = \"\" }]";
    case.edit(&[("criteria = \"cham-diem-100\"", bar)]);
    case
}

#[test]
fn a_barred_unit_keeps_its_points_and_loses_its_place() {
    let case = barred();
    let ran = score(&case, CUM_5, &[]);
    let has = |line: &str| assert!(ran.out.lines().any(|it| it == line), "{line}: {}", ran.out);
    has("Không xét Cao Bằng: đang trong thời gian xem xét kỷ luật hoặc thanh tra, điều tra");
    has("  Cao Bằng: thuộc diện không xét");
    has("  Thái Nguyên: chưa đủ số phiếu");
    let bar = "Không xét: đang trong thời gian xem xét kỷ luật hoặc thanh tra, điều tra";
    let explained = score(&case, CUM_5, &["--explain", "cao-bang"]).out;
    assert!(explained.lines().any(|it| it == bar), "{explained}");
    let answer = score(&case, CUM_5, &["--format", "json"]).json();
    let units = answer["units"].as_array().unwrap();
    assert_eq!((&units[0]["total"], units[0]["rank"].is_null()), (&"101.53".into(), true));
    let ranks: Vec<u64> = units[1..].iter().map(|it| it["rank"].as_u64().unwrap()).collect();
    assert_eq!(ranks, [4, 2, 1, 5, 3]);
}

#[test]
fn while_points_are_open_nobody_is_ranked_or_proposed() {
    let case = Case::of(CUM_5);
    spoil_panel(&case, |sheet| sheet.cells.remove(&(3, 6)).is_some());
    let gathered = case.gather();
    proposes(&gathered, &[("co-thi-dua", &[]), ("bang-khen", &[])]);
    let told = score(&case, CUM_5, &["--explain", "cao-bang"]).out;
    assert!(told.contains("Chưa xếp thứ: còn 1 tiêu chí chưa chốt điểm"), "{told}");
    let told = score(&case, CUM_5, &["--explain", "lang-son"]).out;
    assert!(told.contains("Chưa xếp thứ: đơn vị khác còn điểm chưa chốt"), "{told}");
}

/// Changes the panel's sheet of points.
fn spoil_panel(case: &Case, change: impl FnOnce(&mut crate::form::Sheet) -> bool) {
    let path = "panel/tham-dinh.xlsx";
    let mut book = Book::read(&std::fs::read(case.root.join(path)).unwrap());
    let sheet = book.sheets.iter_mut().find(|it| it.name == "Thẩm định").unwrap();
    assert!(change(sheet), "the cell was there");
    case.write(path, book.bytes());
}

/// Papers that tell of points, votes or awards, and are made at the stage of the committed campaigns.
const OF_POINTS: [&str; 4] =
    ["bang-diem-thi-dua", "bang-cham-diem-thi-dua", "bien-ban-binh-xet", "to-trinh-khen-thuong"];

#[test]
fn a_fault_of_votes_refuses_the_papers_that_tell_of_them_and_no_other() {
    let case = Case::of(NAM_TRUNG_BO);
    case.edit(&[("kon-tum = 10", "kon-tum = 11")]);
    let gathered = case.gather();
    let found = findings(&gathered);
    assert!(found.iter().any(|it| it.contains("ballot-counts")), "{found:?}");
    let refused = refused_of_all(&gathered);
    for paper in ["bien-ban-kiem-phieu", "bien-ban-binh-xet", "bang-diem-thi-dua"] {
        assert!(refused.iter().any(|it| it == paper), "{paper}: {refused:?}");
    }
    // The report says "(Trình tại hội nghị)" until the minutes are signed and the papers published.
    for paper in ["giao-uoc", "bao-cao-tong-ket", "tin-hoi-nghi", "bien-ban-bau-cu"] {
        assert!(!refused.iter().any(|it| it == paper), "{paper}: {refused:?}");
    }
}

#[test]
fn a_report_that_prints_awards_is_refused_for_their_faults() {
    let case = Case::of(NAM_TRUNG_BO);
    case.edit(&[
        ("kon-tum = 10", "kon-tum = 11"),
        ("stage = \"trinh-hoi-nghi\"", "stage = \"ban-hanh\""),
        ("date = \"2021-01-11\"", "date = \"2021-01-11\"\nsigned = \"2021-01-11\""),
    ]);
    let refused = refused_of_all(&case.gather());
    for paper in ["bao-cao-tong-ket", "tin-hoi-nghi", "to-trinh-khen-thuong"] {
        assert!(refused.iter().any(|it| it == paper), "{paper}: {refused:?}");
    }
    assert!(!refused.iter().any(|it| it == "giao-uoc"), "{refused:?}");
}

#[test]
fn a_fault_of_the_panel_refuses_the_papers_of_points_and_no_other() {
    let case = Case::of(CUM_5);
    spoil_panel(&case, |sheet| sheet.cells.insert((3, 6), "tốt lắm".into()).is_some());
    let gathered = case.gather();
    let found = findings(&gathered);
    assert!(found.iter().any(|it| it.starts_with("error points-not-a-number")), "{found:?}");
    let refused = refused_of_all(&gathered);
    for paper in ["bang-diem-thi-dua", "bang-cham-diem-thi-dua", "bien-ban-binh-xet"] {
        assert!(refused.iter().any(|it| it == paper), "{paper}: {refused:?}");
    }
    let others = refused.iter().filter(|it| !OF_POINTS.contains(&it.as_str()));
    assert_eq!(others.collect::<Vec<_>>(), [""; 0]);
}
