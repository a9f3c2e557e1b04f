//! Every finding and failure has its words, in every language.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::*;
use crate::finding::fact::figure::FigureFact;
use crate::finding::fact::sender::SenderFact;
use crate::model::measure::Measure;
use crate::model::value::Rejection;

/// Words that people read: something is said, on one line, with no slip of the pen.
#[track_caller]
fn well_worded(words: &Words) {
    for text in [&words.message, &words.hint] {
        assert!(!text.is_empty(), "{words:?}");
        assert!(!text.contains("  ") && !text.contains('\n'), "{words:?}");
        assert_eq!(text.trim(), text, "{words:?}");
        assert!(!text.ends_with('.') && !text.contains(".)"), "{words:?}");
        assert!(!text.contains("()") && !text.contains("“”"), "{words:?}");
    }
    assert!(words.hint.starts_with(char::is_lowercase), "{words:?}");
}

/// The codes as the files of `fact/` list them; their `match` cannot leave one out.
fn codes_of_the_source() -> BTreeSet<&'static str> {
    let sources = [
        include_str!("../fact/workbook.rs"),
        include_str!("../fact/layout.rs"),
        include_str!("../fact/sender.rs"),
        include_str!("../fact/figure.rs"),
        include_str!("../fact/comparison.rs"),
        include_str!("../fact/marks.rs"),
        include_str!("../fact/paper.rs"),
        include_str!("../fact/score.rs"),
        include_str!("../fact/signer.rs"),
    ];
    sources
        .iter()
        .flat_map(|it| it.lines())
        .filter_map(|line| line.split_once("=> \"")?.1.strip_suffix("\","))
        .collect()
}

#[test]
fn samples_hold_every_fact() {
    let facts = samples::facts();
    let codes: BTreeSet<&str> = facts.iter().map(Fact::code).collect();
    assert_eq!(codes, codes_of_the_source());
}

#[test]
fn facts_are_worded_in_both_languages() {
    for fact in samples::facts() {
        let (vi, en) = (Lang::Vi.fact(&fact), Lang::En.fact(&fact));
        well_worded(&vi);
        well_worded(&en);
        assert_ne!(vi.message, en.message);
        assert_ne!(vi.hint, en.hint);
    }
}

#[test]
fn failures_are_worded_in_both_languages() {
    for failure in samples::failures() {
        let (vi, en) = (Lang::Vi.failure(&failure), Lang::En.failure(&failure));
        well_worded(&vi);
        well_worded(&en);
        assert_ne!(vi.hint, en.hint);
    }
}

#[test]
fn faults_are_worded_in_both_languages() {
    for fault in samples::toml_faults() {
        let (vi, en) = (Lang::Vi.toml_fault(&fault), Lang::En.toml_fault(&fault));
        well_worded(&vi);
        well_worded(&en);
        assert_ne!(vi.hint, en.hint);
    }
}

#[track_caller]
fn check_fact(fact: impl Into<Fact>, vi: [&str; 2], en: [&str; 2]) {
    let fact = &fact.into();
    assert_eq!(Lang::Vi.fact(fact), Words::new(vi[0], vi[1]));
    assert_eq!(Lang::En.fact(fact), Words::new(en[0], en[1]));
}

#[test]
fn a_number_with_two_readings() {
    let larger = Decimal::from(25_493);
    let why = Rejection::Ambiguous { larger, smaller: Decimal::new(25_493, 3) };
    check_fact(
        FigureFact::NotANumber {
            indicator: samples::named("CL09", "Trị giá quà Tết"),
            measure: Measure::Actual,
            text: "25.493".into(),
            why,
            evidence: samples::figure::evidence(),
        },
        [
            "CL09 “Trị giá quà Tết”, cột Thực hiện: ô ghi bằng chữ “25.493”, có thể là 25.493 \
             hoặc 25,493; nghiêng về 25.493: cột Năm trước ghi 24.900, kỳ năm trước là 24.900, \
             TC02 + TC03 đúng bằng số này, trừ đi thì khớp với tổng TC01 = 30.000; nghiêng về \
             25,493: không thể lớn hơn TC10 = 100, ô định dạng 0.000",
            "xóa ô, đổi định dạng ô thành số (Number) rồi nhập lại",
        ],
        [
            "CL09 “Trị giá quà Tết”, column “Thực hiện”: the cell holds the text “25.493”, which \
             may be 25.493 or 25,493; for 25.493 speaks: column “Năm trước” says 24.900, last \
             year's campaign has 24.900, TC02 + TC03 make exactly this, it fits the total TC01 = \
             30.000; for 25,493 speaks: it cannot exceed TC10 = 100, the format of the cell is \
             0.000",
            "clear the cell, set its format to Number and type it again",
        ],
    );
}

#[test]
fn parts_that_do_not_make_their_total() {
    check_fact(
        FigureFact::PartsAndTotal {
            total: samples::named("TC01", "Tổng số công đoàn cơ sở"),
            measure: Measure::Previous,
            value: Decimal::from(6400),
            sum: Decimal::from(6428),
            parts: vec![samples::operand("TC02_nt", 937), samples::operand("TC03_nt", 5491)],
        },
        [
            "TC01 “Tổng số công đoàn cơ sở”, cột Năm trước: ghi 6.400, nhưng TC02_nt (937) + \
             TC03_nt (5.491) = 6.428",
            "sửa số tổng hoặc các số thành phần cho khớp",
        ],
        [
            "TC01 “Tổng số công đoàn cơ sở”, column “Năm trước”: the form says 6.400, but TC02_nt \
             (937) + TC03_nt (5.491) = 6.428",
            "mend the total or its parts so that they agree",
        ],
    );
}

#[test]
fn a_count_with_decimals() {
    check_fact(
        FigureFact::DecimalInCount {
            indicator: samples::named("TC12", "Đoàn viên kết nạp mới"),
            measure: Measure::Actual,
            value: Decimal::new(25_493, 3),
            evidence: Vec::new(),
        },
        [
            "TC12 “Đoàn viên kết nạp mới”, cột Thực hiện: 25,493 không phải là số nguyên",
            "nhập số nguyên; nếu ý là 25.493 thì gõ liền các chữ số, không gõ dấu \
             chấm hay dấu phẩy",
        ],
        [
            "TC12 “Đoàn viên kết nạp mới”, column “Thực hiện”: 25,493 is no whole number",
            "type a whole number; if 25.493 is meant, type its digits without point or comma",
        ],
    );
}

#[test]
fn a_name_that_is_nearly_right() {
    check_fact(
        SenderFact::UnknownUnit {
            typed: "Bắc Cạn".into(),
            nearest: Some("Bắc Kạn".into()),
            candidates: Vec::new(),
        },
        [
            "“Bắc Cạn” không có trong danh sách đơn vị của kỳ này",
            "có phải là “Bắc Kạn”? Nếu không, ghi đúng tên đơn vị ở trang “Thông tin chung”, hoặc \
             thêm cách viết này vào aliases trong campaign.toml",
        ],
        [
            "“Bắc Cạn” is not among the units of this period",
            "is “Bắc Kạn” meant? If not, mend the name on sheet “Thông tin chung”, or add this \
             spelling to aliases in campaign.toml",
        ],
    );
}

#[test]
fn a_broken_rule_keeps_its_sentence() {
    check_fact(
        FigureFact::RuleBroken {
            rule: "K22-hoc-bong".into(),
            message: "Có suất học bổng (CL11a) thì phải có trị giá (CL11b).".into(),
            severity: Severity::Error,
            operands: vec![samples::operand("CL11a", 50), samples::operand("CL11b", 0)],
            measure: Some(Measure::Actual),
        },
        [
            "chưa khớp quy tắc K22-hoc-bong: Có suất học bổng (CL11a) thì phải có trị giá (CL11b); \
             đã ghi CL11a = 50, CL11b = 0",
            "xem lại các số đã nêu; nếu đúng như vậy thì ghi lý do ở cột Ghi chú",
        ],
        [
            "rule K22-hoc-bong does not hold: Có suất học bổng (CL11a) thì phải có trị giá \
             (CL11b); the form says CL11a = 50, CL11b = 0",
            "check the figures named; if they are right, give the reason in column “Ghi chú”",
        ],
    );
}

#[test]
fn failures_name_the_files() {
    let failures = samples::failures();
    let faults: Vec<&Failure> =
        failures.iter().filter(|it| matches!(it, Failure::Toml(_))).collect();
    let vi = faults.iter().map(|it| Lang::Vi.failure(it).message);
    assert_eq!(
        vi.collect::<Vec<_>>(),
        ["campaign.toml có 1 chỗ cần sửa", "a.toml, b.toml có 3 chỗ cần sửa"]
    );
    let en = faults.iter().map(|it| Lang::En.failure(it).message);
    assert_eq!(en.collect::<Vec<_>>(), ["campaign.toml: 1 fault", "a.toml, b.toml: 3 faults"]);
}

#[test]
fn an_optional_text_is_asked_for_as_a_text() {
    let fault = TomlFault::WrongType { needs: "null/string".into() };
    let words = Lang::Vi.toml_fault(&fault);
    assert_eq!(words.message, "giá trị sai kiểu, cần chữ trong dấu nháy \"…\"");
    let words = Lang::En.toml_fault(&fault);
    assert_eq!(
        words.message,
        "the value is of the wrong type, needed is a text in quotation marks \"…\""
    );
}
