//! Dates as they are read and printed.

use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn only_days_that_exist() {
    for (year, month, day) in [(2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1)] {
        assert_eq!(Date::new(year, month, day), None);
    }
    for (year, month, day) in [(2026, 0, 1), (2026, 1, 0), (1899, 12, 31), (2101, 1, 1)] {
        assert_eq!(Date::new(year, month, day), None);
    }
    assert!(Date::new(2024, 2, 29).is_some() && Date::new(2000, 2, 29).is_some());
    assert!(day("2025-12-31") < day("2026-01-01"));
}

#[test]
fn vietnamese_writings() {
    for (text, expected) in [
        ("05/01/2026", Some("2026-01-05")),
        ("5/1/2026", Some("2026-01-05")),
        (" 5-1-2026 ", Some("2026-01-05")),
        ("5.1.2026", Some("2026-01-05")),
        ("ngày 05 tháng 01 năm 2026", Some("2026-01-05")),
        ("Ngày\u{A0}5 tháng 1 năm  2026", Some("2026-01-05")),
        ("31/12/2025", Some("2025-12-31")),
        ("12/31/2025", None),
        ("29/2/2025", None),
        ("5/1/26", None),
        ("2026-01-05", None),
        ("5/1-2026", None),
        ("5/1/2026/1", None),
        ("+5/1/2026", None),
        ("05/001/2026", None),
        ("//", None),
        ("Quý IV/2025", None),
        ("tháng 1 năm 2026", None),
        ("", None),
    ] {
        assert_eq!(Date::parse_vi(text), expected.map(day), "{text:?}");
    }
}

#[test]
fn serials_of_excel() {
    for (serial, date1904, expected) in [
        (1.0, false, Some("1900-01-01")),
        (59.0, false, Some("1900-02-28")),
        (60.0, false, None),
        (61.0, false, Some("1900-03-01")),
        (45_658.0, false, Some("2025-01-01")),
        (45_658.99, false, Some("2025-01-01")),
        (73_415.0, false, Some("2100-12-31")),
        (73_416.0, false, None),
        (0.0, false, None),
        (0.5, false, None),
        (0.0, true, Some("1904-01-01")),
        (44_196.0, true, Some("2025-01-01")),
        (-1.0, false, None),
        (f64::NAN, false, None),
        (f64::INFINITY, true, None),
    ] {
        assert_eq!(Date::from_excel_serial(serial, date1904), expected.map(day), "{serial}");
    }
}

#[test]
fn printed_dates() {
    for (date, numeric, short, long) in [
        ("2026-01-05", "05/01/2026", "05/01", "ngày 05 tháng 01 năm 2026"),
        ("2024-12-21", "21/12/2024", "21/12", "ngày 21 tháng 12 năm 2024"),
        ("2020-03-05", "05/3/2020", "05/3", "ngày 05 tháng 3 năm 2020"),
        ("2024-02-14", "14/02/2024", "14/02", "ngày 14 tháng 02 năm 2024"),
        ("2024-05-14", "14/5/2024", "14/5", "ngày 14 tháng 5 năm 2024"),
    ] {
        let date = day(date);
        assert_eq!((date.numeric(), date.short(), date.long()), {
            (numeric.to_owned(), short.to_owned(), long.to_owned())
        });
        assert_eq!(Date::parse_vi(&date.long()), Some(date));
    }
}

#[test]
fn blanks_of_the_law() {
    let gap = "\u{A0}".repeat(5);
    assert_eq!(blank_long(Some(2024)), format!("ngày{gap}tháng{gap}năm 2024"));
    assert_eq!(blank_long(None), format!("ngày{gap}tháng{gap}năm{gap}"));
}

#[test]
fn files_hold_the_iso_writing() {
    let date = day("2026-01-05");
    assert_eq!(serde_json::to_string(&date).unwrap(), "\"2026-01-05\"");
    assert_eq!(serde_json::from_str::<Date>("\"2026-01-05\"").unwrap(), date);
    for refused in ["2026-1-5", "05/01/2026", "2026-02-30", "26-01-05", "2026-01-05-", ""] {
        assert_eq!(refused.parse::<Date>(), Err(BadDate(refused.to_owned())));
    }
    let message = serde_json::from_str::<Date>("\"5/1\"").unwrap_err().to_string();
    assert!(message.contains("`5/1` không phải là ngày"), "{message}");
}

proptest! {
    #[test]
    fn serials_follow_one_another(serial in 61_i32..73_415) {
        let at = |serial: i32| Date::from_excel_serial(f64::from(serial), false).unwrap();
        prop_assert!(at(serial) < at(serial + 1));
        prop_assert_eq!(Date::from_excel_serial(f64::from(serial - 1462), true), {
            (serial >= 1462).then(|| at(serial))
        });
        prop_assert_eq!(Date::parse_vi(&at(serial).numeric()), Some(at(serial)));
    }

    #[test]
    fn no_text_is_too_odd(text in any::<String>()) {
        let _ = (Date::parse_vi(&text), text.parse::<Date>());
    }
}
