//! Numbers as people type them.

use proptest::prelude::*;

use super::*;
use crate::text::number::plain;

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// What a table says for a reading: `1|2` for two, a suffix behind `;`, nothing for no number.
fn shown(typed: &Typed) -> String {
    match typed {
        Typed::One(value, Suffix::Nothing) => value.to_string(),
        Typed::One(value, Suffix::Percent) => format!("{value};%"),
        Typed::One(value, Suffix::Words(words)) => format!("{value};{words}"),
        Typed::Two(whole, broken) => format!("{whole}|{broken}"),
        Typed::None => String::new(),
    }
}

/// Writings with one reading, whether decimals are allowed or not.
const PLAIN: &[(&str, &str)] = &[
    ("0", "0"),
    ("5", "5"),
    ("05", "5"),
    ("007", "7"),
    ("25493", "25493"),
    (" 25493 ", "25493"),
    ("\u{A0}25493\u{200B}", "25493"),
    ("'25493", "25493"),
    ("２５４９３", "25493"),
    ("+5", "5"),
    ("-5", "-5"),
    ("−5", "-5"),
    ("–5", "-5"),
    ("-0", "0"),
    ("(5)", "-5"),
    ("( 5 )", "-5"),
    ("（５）", "-5"),
    ("(0)", "0"),
    ("(1.234,5)", "-1234.5"),
    ("1.234,5", "1234.5"),
    ("1,234.5", "1234.5"),
    ("1.234.567", "1234567"),
    ("1,234,567", "1234567"),
    ("1 234 567", "1234567"),
    ("25 493", "25493"),
    ("25\u{A0}493", "25493"),
    ("25\u{202F}493", "25493"),
    ("25 493,5", "25493.5"),
    ("25 493.75", "25493.75"),
    ("1.234.567,89", "1234567.89"),
    ("1,234,567.89", "1234567.89"),
    ("1.234,567", "1234.567"),
    ("-1.234.567", "-1234567"),
    ("12,5", "12.5"),
    ("12.5", "12.5"),
    ("12,50", "12.5"),
    ("12.3456", "12.3456"),
    ("-12,5", "-12.5"),
    ("0,5", "0.5"),
    ("0.123", "0.123"),
    ("0,123", "0.123"),
    ("-0,250", "-0.25"),
    ("1234,567", "1234.567"),
    ("12,0", "12"),
    ("85%", "85;%"),
    ("12,5%", "12.5;%"),
    ("12,5 %", "12.5;%"),
    ("８５％", "85;%"),
    ("-3,2%", "-3.2;%"),
    ("(5%)", "-5;%"),
    ("132 CĐCS", "132;CĐCS"),
    ("132CĐCS", "132;CĐCS"),
    ("1.234.567 đồng", "1234567;đồng"),
    ("16 tỷ", "16;tỷ"),
    ("3,6 tỉ", "3.6;tỉ"),
    ("12,5 tr.đ", "12.5;tr.đ"),
    ("500đ", "500;đ"),
    ("500 ₫", "500;₫"),
    ("0 (không)", "0;(không)"),
    ("240 trở lên", "240;trở lên"),
    ("02 cờ", "2;cờ"),
    ("123456789012345", "123456789012345"),
    ("123.456.789.012.345", "123456789012345"),
    ("0,000000000000001", "0.000000000000001"),
];

/// Writings that are not plainly a number.
const REFUSED: &[&str] = &[
    "",
    " ",
    "-",
    "+",
    "x",
    "không",
    "Không có",
    "~60.000",
    "trên 24.000",
    "gần 40 tỷ",
    "khoảng 300",
    "15 tỷ 600 triệu",
    "1e5",
    "1E+05",
    "2,5E10",
    "1.2.3",
    "05.01.2026",
    "05/01/2026",
    "5/10",
    "3-5",
    "3 - 5",
    "- 5",
    "--5",
    "5-",
    "(5",
    "5)",
    "()",
    "(-5)",
    "(5 CĐCS)",
    "-(5)",
    ".5",
    ",5",
    "5.",
    "5,",
    "1.",
    "01.234",
    "012,345",
    "1.23.456",
    "1,23,456",
    "1 23 456",
    "1234 567",
    "0 123",
    "12 34",
    "1.234 567",
    "1.234,567.8",
    "1 234.567,8",
    "1.234,5,6",
    "1,,5",
    "1. 234",
    "12 ,5",
    "%",
    "85%%",
    "85% năm",
    "1a",
    "5x",
    "5 x 3",
    "50 m2",
    "5²",
    "٥",
    "IV",
    "$5",
    "VNĐ 500",
    "#REF!",
    "1234567890123456",
    "1.234.567.890.123.456",
    "0,1234567890123456",
];

#[test]
fn plain_writings() {
    for (text, expected) in PLAIN {
        for decimals_allowed in [false, true] {
            assert_eq!(shown(&read(text, decimals_allowed)), *expected, "{text:?}");
        }
    }
}

#[test]
fn refused_writings() {
    for text in REFUSED {
        for decimals_allowed in [false, true] {
            assert_eq!(read(text, decimals_allowed), Typed::None, "{text:?}");
        }
    }
    assert_eq!(read(&"0".repeat(64), true), Typed::One(Decimal::ZERO, Suffix::Nothing));
    assert_eq!(read(&"0".repeat(65), true), Typed::None);
    assert_eq!(read(&format!("0,{}", "0".repeat(60)), true), Typed::None);
}

#[test]
fn writings_with_two_readings() {
    for (text, count, measure) in [
        ("25.493", "25493", "25493|25.493"),
        ("25,493", "25493", "25493|25.493"),
        ("1.234", "1234", "1234|1.234"),
        ("1.000", "1000", "1000|1"),
        ("999,999", "999999", "999999|999.999"),
        ("-25.493", "-25493", "-25493|-25.493"),
        ("(25,493)", "-25493", "-25493|-25.493"),
        ("25.493 CĐCS", "25493;CĐCS", ""),
        ("12,345%", "12345;%", ""),
    ] {
        assert_eq!(shown(&read(text, false)), count, "{text:?}");
        assert_eq!(shown(&read(text, true)), measure, "{text:?}");
    }
}

proptest! {
    #[test]
    fn whole_numbers_come_back(value in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let value = Decimal::from(value);
        prop_assert_eq!(read(&plain(value), false), Typed::One(value, Suffix::Nothing));
    }

    #[test]
    fn decimals_come_back(
        value in prop_oneof![-9_999_999_i64..=9_999_999, -999_999_999_999_999_i64..=999_999_999_999_999],
        scale in 0_u32..10,
    ) {
        let value = Decimal::new(value, scale);
        match read(&plain(value), true) {
            Typed::One(read, Suffix::Nothing) => prop_assert_eq!(read, value),
            Typed::Two(whole, broken) => prop_assert!(whole == value || broken == value),
            other => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>(), figure in "[-+(]?[0-9., ]{0,20}[%đa-z)]{0,3}") {
        for text in [text, figure] {
            let _ = (read(&text, true), read(&text, false));
        }
    }
}

#[test]
fn a_negative_zero_has_no_sign() {
    assert_eq!(shown(&read("-0,0", true)), "0");
    assert_eq!(read("(0,0)", true), Typed::One(dec("0"), Suffix::Nothing));
}
