//! Text from workbooks: old encodings, look-alike letters, invisible characters; and two readings of
//! a number with what speaks for each.

use thidua::finding::fact::Fact;
use thidua::finding::fact::evidence::Witness;
use thidua::finding::fact::figure::FigureFact;
use thidua::finding::lang::Lang;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;
use crate::case::findings;
use crate::form::ACTUAL;
use crate::form::Content;

const UNIT: &str = "lang-son";

#[test]
fn names_of_the_sender_may_hide_characters() {
    for name in ["Lạng\u{200B} Sơn\u{202E}", "L\u{430}ng Son", "LĐLĐ T. L\u{1EA1}ng S\u{1A1}n"]
    {
        let case = Case::with(CUM_5, UNIT, |book| book.answer("Đơn vị", name));
        assert_eq!(findings(&case.gather()), [""; 0], "{name:?}");
    }
}

#[test]
fn nothing_invisible_reaches_a_remark_or_a_sentence() {
    let hidden = ['\u{202E}', '\u{200B}', '\u{D0}', '\u{189}', '\u{2066}'];
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.sheet("Đánh giá");
        let (row, column) = sheet.find("Hạn chế");
        let remark = "\u{202E}\u{D0}oàn viên\u{200B} \u{189}ông\u{2066}";
        sheet.cells.insert((row, column + 1), Content::Text(remark.to_owned()));
        book.figures().set("TC12", ACTUAL, "\u{202E}khoảng \u{D0}\u{200B}5");
    });
    let gathered = case.gather();
    let remarks = gathered.submissions.iter().flat_map(|it| &it.remarks);
    let texts: Vec<&str> = remarks.map(|it| it.text.as_str()).collect();
    assert!(texts.contains(&"Đoàn viên Đông"), "{texts:?}");
    for finding in &gathered.findings {
        let words = Lang::Vi.fact(&finding.fact);
        assert!(!words.message.contains(hidden), "{words:?}");
    }
    assert!(!texts.iter().any(|text| text.contains(hidden)));
}

#[test]
fn a_remark_in_tcvn3_is_read_and_told() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let sheet = book.sheet("Đánh giá");
        let (row, column) = sheet.find("Hạn chế");
        sheet.cells.insert((row, column + 1), "Liªn ®oµn Lao ®éng tØnh".into());
    });
    let gathered = case.gather();
    let found = findings(&gathered);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("notice old-encoding lang-son "), "{found:?}");
    let mut remarks = gathered.submissions.iter().flat_map(|it| &it.remarks);
    assert!(remarks.any(|it| it.text == "Liên đoàn Lao động tỉnh"));
}

#[test]
fn a_count_with_decimals_is_told_with_what_speaks_for_each_reading() {
    let case = Case::with(CUM_5, UNIT, |book| {
        let number = book.figures().number("TC10", ACTUAL);
        book.figures().set("TC10", ACTUAL, number / 1000.0);
    });
    let gathered = case.gather();
    let evidence = gathered.findings.iter().find_map(|it| match &it.fact {
        Fact::Figure(FigureFact::DecimalInCount { evidence, .. }) => Some(evidence),
        _ => None,
    });
    let evidence = evidence.unwrap();
    assert!(evidence.iter().any(|it| matches!(it.witness, Witness::Column { .. })), "{evidence:?}");
    assert!(evidence.iter().all(|it| it.reading.is_integer()), "{evidence:?}");
}

#[test]
fn no_two_labels_of_the_catalogue_are_one() {
    let catalogue = committed(CUM_5).declared.catalogue;
    for id in catalogue.ids() {
        assert_eq!(catalogue.labelled(&catalogue[id].name), [id], "{}", catalogue[id].name);
        assert_eq!(catalogue.find_typed(&catalogue[id].code.to_lowercase()), Some(id));
    }
}
