//! What the panel gives: one workbook for all units, several files together, votes, and who never
//! sees it.

use thidua::finding::fact::Finding;
use thidua::model::catalogue::Severity;
use thidua::pipeline::feedback;
use thidua::pipeline::forms;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook;
use thidua::render::panel;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::form::Book;
use crate::form::Content;
use crate::form::Sheet;
use crate::form::name;
use crate::plain;
use crate::program::run;

const FILE: &str = "panel/tham-dinh.xlsx";
const SHEET: &str = "Thẩm định";

/// Campaigns that score.
const SCORING: [&str; 2] = [CUM_5, NAM_TRUNG_BO];

/// The cell of a unit and criterion under a header.
fn at(sheet: &Sheet, unit: &str, code: &str, header: &str) -> (u32, u32) {
    let column = sheet.find(header).1;
    let is = |at: &(u32, u32), text: &str| sheet.cells.get(at) == Some(&Content::from(text));
    let rows = sheet.cells.keys().map(|(row, _)| *row);
    let row = rows.into_iter().find(|row| is(&(*row, 0), unit) && is(&(*row, 2), code));
    (row.unwrap(), column)
}

fn change(case: &Case, file: &str, change: impl FnOnce(&mut Book)) {
    let mut book = Book::read(&std::fs::read(case.root.join(FILE)).unwrap());
    change(&mut book);
    case.write(file, book.bytes());
}

/// Codes and cells of findings in the folder of the panel; none of them concerns a unit.
fn found(gathered: &Gathered) -> Vec<(String, Option<String>)> {
    let of_panel =
        |it: &&Finding| it.place.file.as_deref().is_some_and(|it| it.starts_with("panel/"));
    let shown = |it: &Finding| {
        assert_eq!(it.unit, None, "{it:?}");
        (it.fact.code().to_owned(), it.place.cell.map(|it| it.to_string()))
    };
    gathered.findings.iter().filter(of_panel).map(shown).collect()
}

/// Sets a cell of the table of points; one finding, of this code, is told there.
#[track_caller]
fn spoilt(header: &str, content: Option<Content>, code: &str, told: &str) {
    let case = Case::of(CUM_5);
    let mut cell = String::new();
    change(&case, FILE, |book| {
        let sheet = book.sheet(SHEET);
        let here = at(sheet, "lang-son", "III.2", header);
        cell = name(at(sheet, "lang-son", "III.2", told));
        match content {
            Some(content) => drop(sheet.cells.insert(here, content)),
            None => drop(sheet.cells.remove(&here)),
        }
    });
    assert_eq!(found(&case.gather()), [(code.to_owned(), Some(cell))]);
}

#[test]
fn the_samples_hold_the_panels_points_and_votes() {
    for (campaign, reasons) in SCORING.into_iter().zip([10, 12]) {
        let gathered = committed(campaign);
        let criteria = gathered.declared.criteria.as_ref().unwrap().criteria.len();
        let units = gathered.declared.campaign.units.len();
        assert_eq!(gathered.panel.verified.len(), criteria * units);
        assert_eq!(gathered.panel.explained.len(), 1);
        let with_reason = gathered.panel.verified.values().filter(|it| !it.note.is_empty());
        assert_eq!(with_reason.count(), reasons, "{campaign}");
        assert_eq!(found(&gathered), [], "{campaign}");
        assert!(gathered.inputs().iter().any(|it| it.file == FILE), "{campaign}");
        assert!(gathered.declared.campaign.ballots.iter().all(|it| it.is_held()), "{campaign}");
    }
}

#[test]
fn what_is_wrong_in_a_cell_is_told_at_its_place() {
    let verified = "Thẩm định";
    spoilt(verified, Some(5.5.into()), "reason-missing", verified);
    spoilt(verified, Some(9.0.into()), "points-out-of-scale", verified);
    spoilt(verified, Some("tốt".into()), "points-not-a-number", verified);
    spoilt("Tự chấm", Some(5.0.into()), "own-score-changed", "Tự chấm");
    spoilt("Mã tiêu chí", Some("III.22".into()), "unknown-criterion", verified);
    spoilt("Mã đơn vị", Some("lang-so".into()), "unknown-unit-scored", verified);
    spoilt("Sau giải trình", Some(5.0.into()), "reason-missing", "Sau giải trình");
}

#[test]
fn several_files_split_the_units_and_must_not_differ() {
    let case = Case::of(CUM_5);
    let whole = case.gather().panel;
    // Each half of the rows in a file of its own is the same as one file.
    let only = |book: &mut Book, odd: bool| {
        book.sheets.retain(|it| it.name == SHEET);
        book.sheet(SHEET)
            .rearrange(|(row, column)| (row < 3 || (row % 2 == 1) == odd).then_some((row, column)));
    };
    change(&case, "panel/2.xlsx", |book| only(book, false));
    change(&case, FILE, |book| {
        let kept: Vec<Sheet> = book.sheets.clone();
        only(book, true);
        book.sheets.extend(kept.into_iter().filter(|it| it.name != SHEET));
    });
    let split = case.gather();
    assert_eq!(found(&split), []);
    assert_eq!(split.panel.verified.len(), whole.verified.len());
    // The same cell with other points: neither is taken.
    let case = Case::of(CUM_5);
    change(&case, "panel/a.xlsx", |book| {
        let sheet = book.sheet(SHEET);
        let here = at(sheet, "lang-son", "III.2", "Thẩm định");
        sheet.cells.insert(here, 5.5.into());
    });
    let differ = case.gather();
    let codes: Vec<String> = found(&differ).into_iter().map(|it| it.0).collect();
    assert_eq!(codes, ["panel-files-differ"]);
    assert_eq!(differ.panel.verified.len(), whole.verified.len() - 1);
}

#[test]
fn votes_come_from_the_workbook_and_must_not_contradict_the_campaign() {
    let case = Case::of(CUM_5);
    let votes = |it: &Gathered| {
        let ballot = &it.declared.campaign.ballots[0];
        let of = |unit: &str| {
            let unit = it.declared.campaign.find(unit).unwrap();
            ballot.votes.iter().find(|it| it.unit == unit).map(|it| it.count)
        };
        (ballot.issued, ballot.returned, of("cao-bang"), of("bac-kan"))
    };
    assert_eq!(votes(&case.gather()), (6, 6, Some(5), Some(0)));

    // Counted in campaign.toml too: the same is well, another number is told at the cell.
    let title = "title = \"Suy tôn đơn vị dẫn đầu Cụm";
    let counts = "issued = 6\nreturned = 6\nvotes = { cao-bang = 5, thai-nguyen = 1 }\n";
    case.edit(&[(title, &format!("{counts}{title}"))]);
    assert_eq!(found(&case.gather()), []);
    case.edit(&[("cao-bang = 5, thai-nguyen = 1", "cao-bang = 4, thai-nguyen = 2")]);
    let differ = case.gather();
    let codes: Vec<String> = found(&differ).into_iter().map(|it| it.0).collect();
    assert_eq!(codes, ["votes-differ", "votes-differ"]);
    assert_eq!(votes(&differ).2, Some(4), "what campaign.toml says stands");

    for (label, content, code) in [
        ("Mã cuộc bỏ phiếu", "co-thi-du".into(), "unknown-ballot"),
        ("Số phiếu thu về", Content::from("năm"), "votes-not-a-number"),
        ("Số phiếu thu về", 5.5.into(), "votes-not-a-number"),
        ("Số phiếu thu về", (-1.0).into(), "votes-not-a-number"),
    ] {
        let case = Case::of(CUM_5);
        change(&case, FILE, |book| {
            let sheet = book.sheet("Kiểm phiếu 1");
            let (row, column) = sheet.find(label);
            let cells = sheet.cells.range((row, column + 1)..(row + 1, 0));
            let answer = *cells.into_iter().next().unwrap().0;
            sheet.cells.insert(answer, content);
        });
        let codes: Vec<String> = found(&case.gather()).into_iter().map(|it| it.0).collect();
        assert_eq!(codes, [code], "{label}");
    }
}

#[test]
fn the_workbook_of_the_panel_is_blank_where_it_judges_and_comes_back_as_filled() {
    for campaign in SCORING {
        let case = Case::of(campaign);
        let gathered = case.gather();
        let bytes = panel::render(&forms::panel(&gathered).unwrap()).unwrap();
        assert_eq!(bytes, panel::render(&forms::panel(&gathered).unwrap()).unwrap());
        case.write(FILE, &bytes);
        let blank = case.gather();
        assert_eq!((found(&blank), blank.panel.verified.len()), (Vec::new(), 0), "{campaign}");
        // Filled with what the units gave themselves.
        let mut book = Book::read(&bytes);
        let sheet = book.sheet(SHEET);
        let (own, verified) = (sheet.find("Tự chấm").1, sheet.find("Thẩm định").1);
        let codes = sheet.find("Mã tiêu chí").1;
        let rows: Vec<u32> = sheet.cells.keys().map(|(row, _)| *row).collect();
        for row in rows {
            let is_criterion = sheet.cells.contains_key(&(row, codes));
            if let (true, Some(points @ Content::Number(_))) =
                (is_criterion, sheet.cells.get(&(row, own)).cloned())
            {
                sheet.cells.insert((row, verified), points);
            }
        }
        case.write(FILE, book.bytes());
        let filled = case.gather();
        assert_eq!(found(&filled), [], "{campaign}");
        let own: usize = filled.submissions.iter().map(|it| it.own_marks.marks.len()).sum();
        assert_eq!(filled.panel.verified.len(), own, "{campaign}");
    }
}

#[test]
fn a_workbook_of_another_campaign_or_of_no_panel_is_told() {
    let case = Case::of(CUM_5);
    let other = committed(NAM_TRUNG_BO);
    case.write(FILE, panel::render(&forms::panel(&other).unwrap()).unwrap());
    let codes: Vec<String> = found(&case.gather()).into_iter().map(|it| it.0).collect();
    assert!(codes.contains(&"wrong-campaign".to_owned()), "{codes:?}");

    let case = Case::of(CUM_5);
    let of_unit = std::fs::read(case.root.join("submissions/lang-son.xlsx")).unwrap();
    case.write("panel/nham.xlsx", of_unit);
    case.write("panel/hong.xlsx", b"khong phai bang tinh");
    let codes: Vec<String> = found(&case.gather()).into_iter().map(|it| it.0).collect();
    assert_eq!(codes, ["unreadable-file", "sheet-missing"]);
}

/// Every text of a workbook.
fn texts(bytes: &[u8]) -> Vec<String> {
    let book = workbook::open(bytes).unwrap();
    let cells = book.sheets.iter().flat_map(|it| &it.cells);
    cells
        .filter_map(|it| match &it.value {
            workbook::raw::RawValue::Text(text) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

#[test]
fn nothing_of_the_panel_goes_back_to_a_unit() {
    let case = Case::with(CUM_5, "lang-son", |book| {
        book.figures().set("DT02", crate::form::ACTUAL, "ba nghìn");
    });
    change(&case, FILE, |book| {
        let sheet = book.sheet(SHEET);
        // A note of the panel on this very unit, and points that nobody else gave.
        let points = at(sheet, "lang-son", "III.2", "Thẩm định");
        sheet.cells.insert(points, 4.21.into());
        let note = at(sheet, "lang-son", "III.2", "Lý do");
        sheet.cells.insert(note, "Ý KIẾN RIÊNG CỦA TỔ".into());
        let bad = at(sheet, "lang-son", "III.1", "Thẩm định");
        sheet.cells.insert(bad, 99.0.into());
    });
    let gathered = case.gather();
    assert_eq!(gathered.panel.verified.values().filter(|it| it.note.contains("RIÊNG")).count(), 1);
    assert_eq!(found(&gathered).len(), 1, "{:?}", found(&gathered));
    feedback::write(&gathered, &[], &case.out).unwrap();
    let files = case.files();
    let back: Vec<&String> = files.iter().filter(|it| it.starts_with("de-nghi-ra-soat/")).collect();
    assert_eq!(
        back,
        ["de-nghi-ra-soat/lang-son.pdf", "de-nghi-ra-soat/lang-son.xlsx"],
        "no other unit is asked for what the panel wrote"
    );
    let sheets = texts(&case.output("de-nghi-ra-soat/lang-son.xlsx")).join("\n");
    let letter = plain::text(&plain::of_unit(&gathered, "de-nghi-ra-soat", "lang-son"));
    for text in [sheets, letter] {
        assert!(text.contains("DT02"), "{text}");
        for secret in ["RIÊNG", "hẩm định", "4,21", "4.21", "99", "panel"] {
            assert!(!text.contains(secret), "{secret}");
        }
    }
    let numbers = Book::read(&case.output("de-nghi-ra-soat/lang-son.xlsx"));
    let cells = numbers.sheets.iter().flat_map(|it| it.cells.values());
    assert!(cells.into_iter().all(|it| *it != Content::Number(4.21)));
}

#[test]
fn forms_writes_the_workbook_of_the_panel_when_asked() {
    let case = Case::of(CUM_5);
    let out = case.out.to_str().unwrap();
    let ran = run(case.folder(), &["forms", CUM_5, "--panel", "--out", out]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("bieu-mau/tham-dinh.xlsx"), "{}", ran.out);
    assert_eq!(case.files(), ["bieu-mau/tham-dinh.xlsx", "manifest.json"]);
    let json = run(case.folder(), &["forms", CUM_5, "--panel", "--out", out, "--format", "json"]);
    assert_eq!(json.json()["outputs"][0]["file"], "bieu-mau/tham-dinh.xlsx");
    case.edit(&[("[scoring]\ncriteria = \"cham-diem-100\"\n", "")]);
    let ran = run(case.folder(), &["forms", CUM_5, "--panel", "--out", out]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("[scoring]"), "{}", ran.err);
}

#[test]
fn errors_of_the_panel_are_errors() {
    let case = Case::of(CUM_5);
    change(&case, FILE, |book| {
        let sheet = book.sheet(SHEET);
        let here = at(sheet, "lang-son", "III.2", "Thẩm định");
        sheet.cells.insert(here, 9.0.into());
    });
    assert_eq!(case.gather().worst(), Some(Severity::Error));
}
