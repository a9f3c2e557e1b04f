//! What units give themselves: read wherever it stands, spoilt in one cell and seen at its place, sent
//! out, sent in, sent back and mended.

use std::collections::BTreeMap;

use thidua::finding::fact::Fact;
use thidua::finding::fact::Finding;
use thidua::model::catalogue::Severity;
use thidua::model::marks::OwnMarks;
use thidua::pipeline::feedback;
use thidua::pipeline::forms;
use thidua::pipeline::gather;
use thidua::pipeline::gather::Gathered;
use thidua::read::workbook::InProcess;
use thidua::render::form;
use thidua::render::form::Entry;
use thidua::render::form::OwnEntry;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::NAM_TRUNG_BO;
use crate::case::committed;
use crate::case::sent;
use crate::form::Book;
use crate::form::name;

/// The sheet of own points, and headers of its columns.
const SHEET: &str = "Tự chấm điểm";
const OWN: &str = "Tự chấm";
const MAX: &str = "Điểm tối đa";
const EVIDENCE: &str = "Minh chứng, giải trình";

const UNIT: &str = "lang-son";

fn own(gathered: &Gathered) -> &OwnMarks {
    let unit = gathered.declared.campaign.find(UNIT);
    &gathered.submissions.iter().find(|it| it.unit == unit).unwrap().own_marks
}

/// Points by code, as text.
fn points(own: &OwnMarks, gathered: &Gathered) -> BTreeMap<String, String> {
    let criteria = gathered.declared.criteria.as_ref().unwrap();
    own.marks.iter().map(|(id, it)| (criteria[*id].code.clone(), it.points.to_string())).collect()
}

/// Codes and cells of what was found of points.
fn found(gathered: &Gathered) -> Vec<(String, Option<String>)> {
    let unit = gathered.declared.campaign.find(UNIT);
    let in_file = |it: &Finding| it.place.file.as_deref() == Some(sent(UNIT).as_str());
    let of_marks = |it: &&Finding| matches!(it.fact, Fact::Mark(_)) && in_file(it);
    let shown = |it: &Finding| {
        assert_eq!(it.unit, unit, "{it:?}");
        (it.fact.code().to_owned(), it.place.cell.map(|it| it.to_string()))
    };
    gathered.findings.iter().filter(of_marks).map(shown).collect()
}

#[track_caller]
fn spoilt(change: impl FnOnce(&mut Book) -> String, expected: &[&str]) {
    let mut cell = String::new();
    let case = Case::with(CUM_5, UNIT, |book| cell = change(book));
    let gathered = case.gather();
    let cell = Some(cell).filter(|it| !it.is_empty());
    let expected: Vec<_> = expected.iter().map(|it| ((*it).to_owned(), cell.clone())).collect();
    assert_eq!(found(&gathered), expected);
}

#[test]
fn the_samples_hold_every_units_own_points() {
    for campaign in [CUM_5, NAM_TRUNG_BO] {
        let gathered = committed(campaign);
        let criteria = gathered.declared.criteria.as_ref().unwrap();
        for submission in &gathered.submissions {
            assert_eq!(submission.own_marks.marks.len(), criteria.criteria.len());
            assert!(submission.own_marks.unmarked.is_empty());
        }
        let of_marks = gathered.findings.iter().filter(|it| matches!(it.fact, Fact::Mark(_)));
        assert_eq!(of_marks.collect::<Vec<_>>(), Vec::<&Finding>::new(), "{campaign}");
    }
}

#[test]
fn what_is_wrong_in_a_cell_is_told_at_its_place() {
    let set = |code: &'static str, header: &'static str, text: &'static str| {
        move |book: &mut Book| book.sheet(SHEET).set(code, header, text)
    };
    spoilt(|book| book.sheet(SHEET).set("III.2", OWN, 6.5), &["points-out-of-scale"]);
    spoilt(|book| book.sheet(SHEET).set("III.2", OWN, -1.0), &["points-out-of-scale"]);
    spoilt(set("III.2", OWN, "x"), &["points-not-a-number"]);
    spoilt(set("III.2", OWN, "5-6"), &["points-not-a-number"]);
    spoilt(set("VIII.1", OWN, "Đạt"), &["points-in-words"]);
    spoilt(|book| book.sheet(SHEET).set("TR.4", OWN, -0.0), &[]);
    spoilt(|book| book.sheet(SHEET).set("I.1", MAX, 6.0), &["maximum-differs"]);
    spoilt(|book| book.sheet(SHEET).set("III", OWN, 24.0), &["points-sum-differs"]);
}

#[test]
fn what_is_missing_is_told_of_the_sheet() {
    let clear = |code: &'static str, header: &'static str| {
        move |book: &mut Book| {
            book.sheet(SHEET).clear(code, header);
            String::new()
        }
    };
    spoilt(clear("III.2", OWN), &["criteria-not-scored"]);
    spoilt(clear("III.2", EVIDENCE), &["evidence-not-named"]);
    spoilt(clear("VIII.3", EVIDENCE), &[]);
    spoilt(
        |book| {
            book.sheets.retain(|it| it.name != SHEET);
            String::new()
        },
        &["own-scores-missing"],
    );
}

#[test]
fn a_row_of_no_criterion_is_told_with_the_nearest() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.sheet(SHEET);
        let at = sheet.find("III.2");
        sheet.cells.insert(at, "III.22".into());
    });
    let gathered = case.gather();
    let codes: Vec<String> = found(&gathered).into_iter().map(|(code, _)| code).collect();
    assert_eq!(codes, ["unknown-criterion", "criteria-not-scored"]);
    let unknown = gathered.findings.iter().find(|it| it.fact.code() == "unknown-criterion");
    let words = thidua::finding::lang::Lang::Vi.fact(&unknown.unwrap().fact);
    assert!(words.hint.contains("“III.2”"), "{words:?}");
}

#[test]
fn a_criterion_that_stands_twice_is_not_chosen() {
    for (other, code) in [(None, "criterion-twice"), (Some(1.0), "criterion-twice")] {
        let case = Case::with(CUM_5, UNIT, |book| {
            let sheet = book.sheet(SHEET);
            let row = sheet.repeat("III.2");
            if let Some(other) = other {
                let column = sheet.find(OWN).1;
                sheet.cells.insert((row, column), other.into());
            }
        });
        let gathered = case.gather();
        assert_eq!(found(&gathered)[0].0, code);
        assert_eq!(points(own(&gathered), &gathered).contains_key("III.2"), other.is_none());
        let severity = gathered.findings.iter().find(|it| it.fact.code() == code).unwrap();
        let expected = if other.is_some() { Severity::Error } else { Severity::Notice };
        assert_eq!(severity.fact.severity(), expected);
    }
}

#[test]
fn points_are_read_wherever_they_stand_and_disturb_no_figure() {
    let straight = committed(CUM_5);
    let expected = points(own(&straight), &straight);
    let rows = |it: &Gathered| {
        let unit = it.declared.campaign.find(UNIT);
        let sent = it.submissions.iter().find(|it| it.unit == unit).unwrap();
        (sent.rows.len(), sent.measures.clone())
    };
    let changes: [fn(&mut Book); 5] = [
        |book| book.sheet(SHEET).exchange(MAX, OWN),
        |book| book.sheet(SHEET).name = "Sheet5".to_owned(),
        // A header of the figures, and labels of indicators, on the sheet of points.
        |book| {
            let sheet = book.sheet(SHEET);
            let at = sheet.find("Cần chứng minh bằng");
            sheet.cells.insert(at, "Kết quả thực hiện".into());
            let (row, column) = sheet.find("Kết nạp đoàn viên mới đạt chỉ tiêu");
            sheet.cells.insert((row, column), "Đoàn viên kết nạp mới".into());
            sheet.cells.insert((row, column + 1), 5.0.into());
        },
        // The points stand first in the file.
        |book| book.sheets.rotate_right(1),
        // The points stand below the figures on one sheet.
        |book| {
            let below = book.figures().cells.keys().map(|(row, _)| row + 3).max().unwrap();
            let marks = std::mem::take(&mut book.sheet(SHEET).cells);
            let moved = marks.into_iter().map(|((row, column), it)| ((row + below, column), it));
            book.figures().cells.extend(moved);
            book.sheets.retain(|it| it.name != SHEET);
        },
    ];
    for (index, change) in changes.into_iter().enumerate() {
        let gathered = Case::with(CUM_5, UNIT, change).gather();
        assert_eq!(points(own(&gathered), &gathered), expected, "{index}");
        assert_eq!(rows(&gathered), rows(&straight), "{index}");
        let errors = gathered.findings.iter().filter(|it| it.fact.severity() == Severity::Error);
        assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Finding>::new(), "{index}");
    }
}

#[test]
fn rows_without_codes_are_known_by_their_names() {
    let straight = committed(CUM_5);
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.sheet(SHEET);
        let column = sheet.find("Mã").1;
        sheet.rearrange(|(row, it)| (it != column || row < 3).then_some((row, it)));
    });
    let gathered = case.gather();
    assert_eq!(points(own(&gathered), &gathered), points(own(&straight), &straight));
}

#[test]
fn points_go_out_come_in_go_back_and_come_in_clean() {
    let case = Case::of(CUM_5);
    let before = case.gather();
    let announced = gather::announce(&case.root, &InProcess, &mut |_| {}).unwrap();
    let unit = before.declared.campaign.find(UNIT).unwrap();
    let criteria = before.declared.criteria.as_ref().unwrap();
    let fill = |change: &dyn Fn(&mut form::Filled)| {
        let mut book = forms::blank(&announced, unit);
        let own = own(&before).marks.iter().map(|(id, it)| {
            (*id, OwnEntry { entry: Entry::Number(it.points), note: it.note.clone() })
        });
        book.filled.marks = own.collect();
        change(&mut book.filled);
        case.write(&sent(UNIT), form::render(&book).unwrap());
    };
    // The form is read as it was filled, its sums as they are computed.
    fill(&|_| {});
    let filled = case.gather();
    assert_eq!(points(own(&filled), &filled), points(own(&before), &before));
    assert_eq!(found(&filled), []);

    // What cannot be points goes back as it was typed, in the colour of a finding.
    let (over, words) = (criteria.find("III.2").unwrap(), criteria.find("II.3").unwrap());
    fill(&|filled| {
        let entry = |entry| OwnEntry { entry, note: "Báo cáo".to_owned() };
        filled.marks.insert(over, entry(Entry::Number(7.into())));
        filled.marks.insert(words, entry(Entry::Text("gần 3".to_owned())));
    });
    let wrong = case.gather();
    let codes = |it: &Gathered| -> Vec<String> { found(it).into_iter().map(|it| it.0).collect() };
    assert_eq!(codes(&wrong), ["points-not-a-number", "points-out-of-scale"]);
    feedback::write(&wrong, &[], &case.out).unwrap();
    let back = case.output("de-nghi-ra-soat/lang-son.xlsx");
    case.write(&sent(UNIT), &back);
    assert_eq!(codes(&case.gather()), codes(&wrong), "sent again unchanged, the same is found");

    // Mended in it, it is clean.
    case.change(UNIT, |book| {
        book.sheet(SHEET).set("III.2", OWN, 6.0);
        book.sheet(SHEET).set("II.3", OWN, 2.5);
        for code in ["II", "III"] {
            book.sheet(SHEET).clear(code, OWN);
        }
    });
    let clean = case.gather();
    assert_eq!(points(own(&clean), &clean), points(own(&before), &before));
    assert_eq!(codes(&clean), [""; 0]);
}

#[test]
fn a_campaign_that_does_not_score_asks_for_no_points() {
    let case = Case::of(CUM_5);
    case.edit(&[("[scoring]\ncriteria = \"cham-diem-100\"\n", "")]);
    let gathered = case.gather();
    assert_eq!(own(&gathered).marks.len(), 0);
    assert!(gathered.findings.iter().all(|it| !matches!(it.fact, Fact::Mark(_))));
    assert!(gathered.panel_files.is_empty());
    let announced = gather::announce(&case.root, &InProcess, &mut |_| {}).unwrap();
    let unit = announced.declared.campaign.find(UNIT).unwrap();
    let form = form::render(&forms::blank(&announced, unit)).unwrap();
    assert!(Book::read(&form).sheets.iter().all(|it| it.name != SHEET));
}

#[test]
fn the_cell_of_a_finding_is_where_people_see_it() {
    let case = Case::with(CUM_5, UNIT, |book| {
        book.sheet(SHEET).set("I.1", OWN, 9.0);
    });
    let at = case.book(UNIT).sheet(SHEET).at("I.1", OWN);
    let gathered = case.gather();
    let finding = gathered.findings.iter().find(|it| it.fact.code() == "points-out-of-scale");
    let place = &finding.unwrap().place;
    assert_eq!(place.file.as_deref(), Some(sent(UNIT).as_str()));
    assert_eq!(place.sheet.as_deref(), Some(SHEET));
    assert_eq!(place.cell.map(|it| it.to_string()), Some(name(at)));
}
