//! Numbers as people type them.

use proptest::prelude::*;

use super::table::WRITINGS;
use super::*;
use crate::text::money::in_words_of_scale;
use crate::text::money::money;
use crate::text::number;

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// What the table says for a reading.
fn shown(typed: &Typed) -> String {
    let behind = |suffix: &Suffix| match suffix {
        Suffix::Nothing => String::new(),
        Suffix::Percent => ";%".to_owned(),
        Suffix::Dong => ";đồng".to_owned(),
        Suffix::Words(words) => format!(";{words}"),
    };
    match typed {
        Typed::One(value, suffix) => format!("{value}{}", behind(suffix)),
        Typed::Two(larger, smaller, suffix) => format!("{larger}|{smaller}{}", behind(suffix)),
        Typed::Hedged => "about".to_owned(),
        Typed::Unclear => "unclear".to_owned(),
        Typed::Several => "several".to_owned(),
        Typed::None => String::new(),
    }
}

#[test]
fn the_table() {
    assert!(WRITINGS.len() >= 200, "{}", WRITINGS.len());
    let wrong: Vec<_> = WRITINGS
        .iter()
        .map(|(text, expected)| (text, shown(&read(text)), *expected))
        .filter(|(_, found, expected)| found != expected)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_length_has_a_limit() {
    assert_eq!(read(&"0".repeat(64)), Typed::One(Decimal::ZERO, Suffix::Nothing));
    assert_eq!(read(&"0".repeat(65)), Typed::None);
    assert_eq!(read(&format!("0,{}", "0".repeat(60))), Typed::None);
}

#[test]
fn a_count_has_no_decimals_to_doubt() {
    for (text, count) in [
        ("25.493", "25493"),
        ("25,493", "25493"),
        ("1.000", "1000"),
        ("(25,493)", "-25493"),
        ("25.493 CĐCS", "25493;CĐCS"),
        ("12,345%", "12345;%"),
        ("12,5", "12.5"),
        // Not a matter of a point: speech and letter differ.
        ("1 tỷ 2", "1200000000|1000000002;đồng"),
        ("gần 9.692", "about"),
    ] {
        assert_eq!(shown(&read(text).whole()), count, "{text:?}");
    }
}

#[test]
fn nothing_invisible_and_no_way_of_composing_letters_matters() {
    for (text, _) in WRITINGS {
        let expected = read(text);
        for other in [
            crate::text::normal::apart(text),
            format!("\u{FEFF}\u{A0}{text}\u{200B}\u{3000}"),
            format!("\u{202A}{text}\u{202C}"),
            format!(" \u{200E}{text}\t\n"),
        ] {
            assert_eq!(read(&other), expected, "{other:?}");
        }
    }
}

#[test]
fn a_negative_zero_has_no_sign() {
    assert_eq!(shown(&read("-0,0")), "0");
    assert_eq!(read("(0,0)"), Typed::One(dec("0"), Suffix::Nothing));
}

/// Whether `value` is what the text says, or one of its two readings.
fn says(text: &str, value: Decimal) -> bool {
    match read(text) {
        Typed::One(read, Suffix::Nothing | Suffix::Percent) => read == value,
        Typed::Two(larger, smaller, Suffix::Nothing | Suffix::Percent) => {
            larger == value || smaller == value
        }
        _ => false,
    }
}

/// `1.234,5` as an English program writes it.
fn english(text: &str) -> String {
    let swap = |c: char| match c {
        '.' => ',',
        ',' => '.',
        other => other,
    };
    text.chars().map(swap).collect()
}

/// Numbers that a cell can hold.
fn numbers() -> impl Strategy<Value = Decimal> {
    let size =
        prop_oneof![-9_999_999_i64..=9_999_999, -999_999_999_999_999_i64..=999_999_999_999_999];
    (size, 0_u32..10).prop_map(|(size, scale)| Decimal::new(size, scale))
}

proptest! {
    #[test]
    fn whole_numbers_come_back(value in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let value = Decimal::from(value);
        for text in [number::plain(value), english(&number::plain(value))] {
            prop_assert_eq!(read(&text).whole(), Typed::One(value, Suffix::Nothing));
        }
    }

    #[test]
    fn what_is_printed_is_read(value in numbers(), decimals in 0_u32..6) {
        let rounded = number::rounded(value, decimals);
        let small = rounded.abs() < Decimal::from(1_000_000_000);
        for (text, meant) in [
            (number::plain(value), value),
            (number::machine(value), value),
            (number::at_most(value, decimals), rounded),
        ] {
            for text in [english(&text), format!("{text}%"), text] {
                prop_assert!(says(&text, meant), "{}", text);
            }
        }
        let percent = number::percent_of_target(value);
        let known = (1..=6).any(|decimals| says(&percent, number::rounded(value, decimals)));
        prop_assert!(known, "{}", percent);
        if small {
            let text = number::fixed(value, decimals);
            prop_assert!(says(&text, rounded) && says(&english(&text), rounded), "{}", text);
        }
    }

    #[test]
    fn printed_money_is_read(dong in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let dong = Decimal::from(dong);
        let (figure, unit) = in_words_of_scale(dong);
        prop_assert_eq!(format!("{} {}", figure, unit.label()), money(dong));
        let (readings, suffix) = match read(&money(dong)) {
            Typed::One(value, suffix) => (vec![value], suffix),
            Typed::Two(larger, smaller, suffix) => (vec![larger, smaller], suffix),
            other => return Err(TestCaseError::fail(format!("{figure} {other:?}"))),
        };
        prop_assert_eq!(suffix, Suffix::Words(unit.label().to_owned()));
        prop_assert!(readings.iter().any(|it| it * unit.factor() == dong), "{}", figure);
    }

    #[test]
    fn money_in_several_units_is_read(billions in 1_i64..999, millions in 1_i64..999, thousands in 1_i64..999) {
        let text = format!("{billions} tỷ {millions} triệu {thousands} nghìn");
        let dong = Decimal::from(((billions * 1000 + millions) * 1000 + thousands) * 1000);
        prop_assert_eq!(read(&text), Typed::One(dong, Suffix::Dong));
    }

    #[test]
    fn two_numbers_are_never_one(
        one in numbers(), other in numbers(),
        between in prop::sample::select(vec![
            " và ", "-", " - ", "/", "; ", " + ", "+", " x ", "x", ", ", ": ", " hoặc ", " (", " / ",
            " người ", "=", " đến ", " \n ", "~", "*",
        ]),
    ) {
        let text = format!("{}{between}{}", number::plain(one), number::plain(other.abs()));
        let parted_by_space = between.trim().is_empty();
        let typed = read(&text);
        let is_number = matches!(typed, Typed::One(..) | Typed::Two(..));
        // Spaces alone may part the thousands of one number.
        prop_assert!(!is_number || parted_by_space, "{:?} {:?}", text, typed);
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>(), figure in "[-+(~]?[0-9., ]{0,20}[%đa-zỷEe+)]{0,5}[0-9]{0,3}") {
        for text in [text, figure] {
            let _ = read(&text).whole();
        }
    }
}
