//! Numbers in words (domain 7.5), for the lines "Bằng chữ" and for small counts.

use rust_decimal::Decimal;

use crate::text::case::capitalise;

const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

/// The names of the groups of three digits below one tỷ, from the highest.
const GROUPS: [(u128, &str); 3] = [(1_000_000, "triệu"), (1_000, "nghìn"), (1, "")];

/// One tỷ; larger numbers are counted in tỷ, so 10^18 is "một tỷ tỷ".
const BILLION: u128 = 1_000_000_000;

/// The first number without a name here: "nghìn tỷ tỷ" ends below it.
const LIMIT: u128 = 1_000_000_000_000_000_000_000_000;

/// A whole number in words: 4.925 gives `bốn nghìn chín trăm hai mươi lăm`. `None` for a number
/// with a fraction and for one of 10^24 or more.
pub fn words(value: Decimal) -> Option<String> {
    let value = value.normalize();
    let size = value.mantissa().unsigned_abs();
    if value.scale() > 0 || size >= LIMIT {
        return None;
    }
    if size == 0 {
        return Some(DIGITS[0].to_owned());
    }
    let mut said = Vec::new();
    if value.is_sign_negative() {
        said.push("âm");
    }
    say(size, false, &mut said);
    Some(said.join(" "))
}

/// An amount in đồng in words, with a capital: `Mười sáu tỷ đồng`. `None` as for [`words`].
pub fn money_words(dong: Decimal) -> Option<String> {
    Some(capitalise(&format!("{} đồng", words(dong)?)))
}

/// Says `number`; with `inner`, something was said before it and hundreds may not be left out.
fn say(number: u128, mut inner: bool, said: &mut Vec<&'static str>) {
    let (billions, mut rest) = (number / BILLION, number % BILLION);
    if billions > 0 {
        say(billions, inner, said);
        said.push("tỷ");
        inner = true;
    }
    for (size, name) in GROUPS {
        let group = rest / size;
        rest %= size;
        if group > 0 {
            say_group(group, inner, said);
            said.extend((!name.is_empty()).then_some(name));
            inner = true;
        }
    }
}

/// Says a number from 1 to 999: `năm` alone is `không trăm linh năm` inside a larger number.
fn say_group(group: u128, inner: bool, said: &mut Vec<&'static str>) {
    let (hundreds, tens, unit) = (group / 100, group / 10 % 10, group % 10);
    let hundreds_said = hundreds > 0 || inner;
    if hundreds_said {
        said.extend([digit(hundreds), "trăm"]);
    }
    match tens {
        0 if unit > 0 && hundreds_said => said.push("linh"),
        0 => {}
        1 => said.push("mười"),
        _ => said.extend([digit(tens), "mươi"]),
    }
    match (tens, unit) {
        (_, 0) => {}
        (2.., 1) => said.push("mốt"),
        (2.., 4) => said.push("tư"),
        (1.., 5) => said.push("lăm"),
        _ => said.push(digit(unit)),
    }
}

/// The name of a digit; anything above nine, which no caller passes, reads as nine.
fn digit(digit: u128) -> &'static str {
    DIGITS[digit.min(9) as usize]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Domain 7.5.
    const GOLDEN: &str = "15 mười lăm; 21 hai mươi mốt; 24 hai mươi tư; 25 hai mươi lăm; \
        44 bốn mươi tư; 101 một trăm linh một; 105 một trăm linh năm; 111 một trăm mười một; \
        115 một trăm mười lăm; 1.001 một nghìn không trăm linh một; \
        1.205 một nghìn hai trăm linh năm; 4.925 bốn nghìn chín trăm hai mươi lăm; \
        6.428 sáu nghìn bốn trăm hai mươi tám; 5.491 năm nghìn bốn trăm chín mươi mốt; \
        25.493 hai mươi lăm nghìn bốn trăm chín mươi ba; \
        339.739 ba trăm ba mươi chín nghìn bảy trăm ba mươi chín; 16.000.000.000 mười sáu tỷ; \
        1.000.000.001 một tỷ không trăm linh một; \
        2.005.000.000 hai tỷ không trăm linh năm triệu; 1.010 một nghìn không trăm mười; \
        24.000 hai mươi tư nghìn; 10.005 mười nghìn không trăm linh năm; \
        19.500.000.000 mười chín tỷ năm trăm triệu; 0 không";

    /// More of the same rules: tens, negative numbers, tỷ counted in larger groups.
    const MORE: &str = "1 một; 4 bốn; 5 năm; 10 mười; 11 mười một; 14 mười bốn; 20 hai mươi; \
        40 bốn mươi; 55 năm mươi lăm; 100 một trăm; 104 một trăm linh bốn; 110 một trăm mười; \
        -7 âm bảy; 1.000.000 một triệu; 1.000.005 một triệu không trăm linh năm; \
        1.000.000.000.000 một nghìn tỷ; 1.500.000.000.000 một nghìn năm trăm tỷ; \
        12.345.678.000.000.000 mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám tỷ; \
        1.005.000.000.000 một nghìn không trăm linh năm tỷ; \
        1.000.000.000.000.000.000 một tỷ tỷ; \
        1.000.000.000.000.000.005 một tỷ tỷ không trăm linh năm; \
        1.000.000.000.000.000.000.000 một nghìn tỷ tỷ";

    #[test]
    fn golden_values() {
        for pair in GOLDEN.split("; ").chain(MORE.split("; ")) {
            let (number, expected) = pair.split_once(' ').unwrap();
            let number: Decimal = number.replace('.', "").parse().unwrap();
            assert_eq!(words(number).as_deref(), Some(expected));
        }
    }

    #[test]
    fn no_words_for_fractions_and_giants() {
        assert_eq!(words(Decimal::new(15, 1)), None);
        assert_eq!(words(Decimal::new(150, 1)).as_deref(), Some("mười lăm"));
        assert_eq!(words(Decimal::new(0, 3)).as_deref(), Some("không"));
        assert_eq!(words(-Decimal::ZERO).as_deref(), Some("không"));
        assert_eq!(words(Decimal::MAX), None);
        assert!(words(Decimal::from(LIMIT as i128 - 1)).is_some());
        assert_eq!(words(Decimal::from(LIMIT as i128)), None);
    }

    #[test]
    fn money_lines() {
        let line = |dong: i64| money_words(Decimal::from(dong)).unwrap();
        assert_eq!(line(16_000_000_000), "Mười sáu tỷ đồng");
        assert_eq!(line(0), "Không đồng");
        assert_eq!(line(-5_000), "Âm năm nghìn đồng");
        assert_eq!(money_words(Decimal::new(5, 1)), None);
    }

    proptest! {
        #[test]
        fn different_numbers_have_different_words(a in any::<i64>(), b in any::<i64>()) {
            let say = |number: i64| words(Decimal::from(number)).unwrap();
            prop_assert_eq!(say(a) == say(b), a == b);
            prop_assert!(!say(a).contains("  "));
        }
    }
}
