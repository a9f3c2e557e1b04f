//! Finished papers are measured against Nghị định 30/2020/NĐ-CP, Phụ lục I (domain.md 1.1): what the law
//! says stands here, and not in the look that the papers are drawn by.

use crate::case::CUM_5;
use crate::case::Case;
use crate::diff::correct;
use crate::issued;
use crate::measure::Centred::No;
use crate::measure::Centred::Page;
use crate::measure::Centred::Under;
use crate::measure::Law;
use crate::measure::Letters::Bold;
use crate::measure::Letters::BoldItalic;
use crate::measure::Letters::Italic;
use crate::measure::Letters::Upright;
use crate::measure::MM;
use crate::measure::Paper;
use crate::measure::is_number;
use crate::measure::law;

const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";

const REPORT: &[Law] = &[
    law("II.1.a", NATION, (12.0, 13.0), Bold, true, No),
    law("II.1.b", "Độc lập - Tự do", (13.0, 14.0), Bold, false, Under(NATION)),
    law("II.2", "TỔNG LIÊN ĐOÀN", (12.0, 13.0), Upright, true, No),
    law("II.2", "TỈNH CAO BẰNG", (12.0, 13.0), Bold, true, Under("TỔNG LIÊN ĐOÀN")),
    law("II.3", "Số: 05/BC-LĐLĐ$", (13.0, 13.0), Upright, false, Under("TỔNG LIÊN ĐOÀN")),
    law("II.4", "Cao Bằng, ngày 02 tháng 01 năm 2025$", (13.0, 14.0), Italic, false, Under(NATION)),
    law("II.5.a", "BÁO CÁO", (13.0, 14.0), Bold, true, Page),
    law("II.5.a", "phương hướng, nhiệm vụ", (13.0, 14.0), Bold, false, Page),
    law("II.9.a", "Kính gửi:", (13.0, 14.0), Upright, false, Page),
    law("II.6", "Cụm thi đua số 5 Liên đoàn", (13.0, 14.0), Upright, false, No),
    law("II.6", "Phần thứ nhất", (13.0, 14.0), Bold, false, Page),
    law("II.6", "KẾT QUẢ PHONG TRÀO", (13.0, 14.0), Bold, true, Page),
    law("II.6", "I. CÔNG TÁC", (13.0, 14.0), Bold, true, No),
    law("II.6", "2. Tuyên truyền, giáo dục", (13.0, 14.0), Bold, false, No),
    law("II.9.b", "Nơi nhận:", (12.0, 12.0), BoldItalic, false, No),
    law("II.9.b", "- Lưu:", (11.0, 11.0), Upright, false, No),
    law("II.7.a", "TM. BAN THƯỜNG VỤ", (13.0, 14.0), Bold, true, No),
    law("II.7.a", "CHỦ TỊCH", (13.0, 14.0), Bold, true, Under("TM. BAN THƯỜNG VỤ")),
    law("III.1", "Phụ lục I$", (14.0, 14.0), Bold, false, Page),
    law("III.1", "(Kèm theo Báo cáo", (13.0, 14.0), Italic, false, Page),
];

const PLEDGE: &[Law] = &[
    law("II.1.a", NATION, (12.0, 13.0), Bold, true, No),
    law("II.5.a", "BẢN GIAO ƯỚC THI ĐUA", (13.0, 14.0), Bold, true, Page),
    law("II.5.a", "Năm 2025", (13.0, 14.0), Bold, false, Page),
    law("II.6", "Căn cứ Luật Thi đua", (13.0, 14.0), Italic, false, No),
    law("II.6", "Hôm nay, ngày 21", (13.0, 14.0), Upright, false, No),
    law("II.6", "I. CHỦ ĐỀ", (13.0, 14.0), Bold, true, No),
    law("II.7.a", "TM. BAN THƯỜNG VỤ", (13.0, 14.0), Bold, true, No),
    law("II.7.a", "CHỦ TỊCH", (13.0, 14.0), Bold, true, Under("TM. BAN THƯỜNG VỤ")),
];

/// A công văn: the letter that corrects an issued report.
const LETTER: &[Law] = &[
    law("II.1.a", NATION, (12.0, 13.0), Bold, true, No),
    law("II.3", "Số:", (13.0, 13.0), Upright, false, No),
    law("II.5.b", "V/v", (12.0, 13.0), Upright, false, Under("TỔNG LIÊN ĐOÀN")),
    law("II.9.a", "Kính gửi:", (13.0, 14.0), Upright, false, No),
    law("II.9.b", "Nơi nhận:", (12.0, 12.0), BoldItalic, false, No),
];

/// The lengths of the rules under a line, as parts of the line: the first rules below it that are centred on it.
fn rule_under(paper: &Paper, begins: &str) -> f64 {
    let (page, line) = paper.line(begins).unwrap_or_else(|| panic!("{begins}"));
    let (left, right) = Paper::ends(&line);
    let below = paper.pages[page].rules.iter().filter(|it| {
        let middle = it.x + it.width / 2.0;
        let is_near = it.y > line[0].y - 1.0 && it.y < line[0].y + 14.0;
        is_near && it.height < 1.5 && (middle - f64::midpoint(left, right)).abs() < 2.0
    });
    let longest = below.map(|it| it.width).fold(0.0, f64::max);
    longest / (right - left)
}

/// A campaign whose report has its number and its date.
fn registered() -> Case {
    let case = Case::of(CUM_5);
    let given = "head = \"cao-bang\"\nnumber = 5\ndate = \"2025-01-02\"\ntheme = \"Tập";
    case.edit(&[("head = \"cao-bang\"\ntheme = \"Tập", given)]);
    case
}

fn built(only: &[&str]) -> Case {
    let case = Case::of(CUM_5);
    case.try_build(false, only).unwrap();
    case
}

#[test]
fn a_report_is_laid_out_by_the_law() {
    let case = registered();
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let paper = Paper::of(&case, "bao-cao-tong-ket-2024.pdf");
    assert_eq!(paper.faults(REPORT), [""; 0]);
    // II.1: as long as the line; II.2 and II.5: a third to a half of it.
    let motto = rule_under(&paper, "Độc lập - Tự do");
    assert!((motto - 1.0).abs() < 0.02, "{motto}");
    for line in ["TỈNH CAO BẰNG", "phương hướng, nhiệm vụ"] {
        let part = rule_under(&paper, line);
        assert!((1.0 / 3.0..=0.5).contains(&part), "{line}: {part}");
    }
    // II.4: on the line of the number.
    let y = |begins: &str| paper.line(begins).unwrap().1[0].y;
    assert!((y("Số:") - y("Cao Bằng, ngày")).abs() < 0.1);
    // II.9b: level with the signer's authority.
    assert!((y("Nơi nhận:") - y("TM. BAN THƯỜNG VỤ")).abs() < 0.5);
    body_is_set_by_the_law(&paper);
}

/// II.6: first lines in by 1 or 1,27 cm; single to one and a half lines; 6 pt or more between paragraphs.
fn body_is_set_by_the_law(paper: &Paper) {
    let page = &paper.pages[1];
    let lines: Vec<_> = page.lines().into_iter().filter(|it| !it.is_artifact).collect();
    let (mut inner, mut between) = (Vec::new(), Vec::new());
    let left = 30.0 * MM;
    for two in lines.windows(2) {
        let step = two[1].y - two[0].y;
        let indent = (two[1].x - left) / MM;
        if indent.abs() < 0.2 && step > 0.0 {
            inner.push(step);
        } else if (9.8..=12.9).contains(&indent) && step > 0.0 {
            assert!((indent - 10.0).abs() < 0.2 || (indent - 12.7).abs() < 0.2, "{two:?}");
            between.push(step);
        }
    }
    assert!(inner.len() > 8 && between.len() > 3, "{} and {}", inner.len(), between.len());
    // A single line of Times New Roman is 1,15 em high.
    let (single, size) = (1.15, 14.0);
    for step in &inner {
        assert!((single * size - 0.2..=1.5 * single * size + 0.2).contains(step), "{step} pt");
    }
    let line = inner[0];
    assert!(between.iter().all(|it| it - line >= 6.0 - 0.1), "{between:?} over {line}");
}

#[test]
fn annexes_are_numbered_and_paged_on_their_own_and_lie_across_where_they_are_wide() {
    let case = built(&["bao-cao-tong-ket"]);
    let paper = Paper::of(&case, "bao-cao-tong-ket-2024.pdf");
    let first_of = |at: &usize| {
        let text = paper.pages[*at].text();
        text.starts_with("Phụ lục I")
    };
    let starts: Vec<usize> = (0..paper.pages.len()).filter(first_of).collect();
    assert!(starts.len() > 3, "{starts:?}");
    let number = |at: usize| {
        let runs = paper.pages[at].runs.iter();
        runs.filter(|it| is_number(it)).find_map(|it| it.text.parse::<usize>().ok())
    };
    for (at, start) in starts.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(paper.pages.len());
        let numbers: Vec<Option<usize>> = (*start..end).map(number).collect();
        let expected = (1..=end - start).map(|it| (it > 1).then_some(it));
        assert_eq!(numbers, expected.collect::<Vec<_>>(), "annex on page {}", start + 1);
    }
    assert!(starts.iter().any(|at| paper.pages[*at].width > paper.pages[*at].height));
}

#[test]
fn a_pledge_is_laid_out_by_the_law() {
    let case = built(&["giao-uoc"]);
    let paper = Paper::of(&case, "giao-uoc-2025.pdf");
    assert_eq!(paper.faults(PLEDGE), [""; 0]);
}

#[test]
fn a_letter_is_laid_out_by_the_law() {
    let (case, _) = issued::issued();
    correct(&case);
    case.append("remedy = \"correct\"");
    case.build();
    let paper = Paper::of(&case, "cong-van-dinh-chinh-2024.pdf");
    assert_eq!(paper.faults(LETTER), [""; 0]);
}

/// What this measure is worth: each of these looks breaks one point, and that point is told.
#[test]
fn a_look_beyond_the_law_is_measured() {
    let spoilt = [
        ("[page]\nleft = 25.0\n", "left margin"),
        ("[page]\nright = 10.0\n", "right margin"),
        ("[page]\ntop = 15.0\n", "top margin"),
        ("[page]\nbottom = 12.0\n", "bottom margin"),
        ("[elements]\nnation = { size = 11.0, bold = true, capitals = true }\n", "II.1.a"),
        ("[elements]\nmotto = { bold = false }\n", "II.1.b"),
        ("[elements]\nnumber = { size = 12.0 }\n", "II.3"),
        ("[elements]\nplace_date = { italic = false }\n", "II.4"),
        ("[elements]\nkind = { size = 16.0, bold = true, capitals = true }\n", "II.5.a"),
        ("[elements]\nrecipients = { size = 13.0 }\n", "II.9.b"),
        ("[elements]\nauthority = { bold = false }\n", "II.7.a"),
        ("[elements]\npage_number = { size = 11.0 }\n", "I.7"),
        (
            "[elements]\nsection = { size = 14.0, bold = true, italic = true, capitals = true }\n",
            "II.6",
        ),
    ];
    for (look, told) in spoilt {
        let case = registered();
        case.edit(&[("catalogue = ", "look = \"rieng\"\ncatalogue = ")]);
        let text = format!("title = \"Riêng\"\nextends = \"nghi-dinh-30\"\n{look}");
        case.write("templates/layouts/rieng.toml", text);
        case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
        let faults = Paper::of(&case, "bao-cao-tong-ket-2024.pdf").faults(REPORT);
        assert!(faults.iter().any(|it| it.contains(told)), "{look}: {faults:?}");
    }
}
