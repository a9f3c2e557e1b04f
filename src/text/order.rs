//! Marks of lists and addresses of cells.

/// The letters of điểm in the order of the Vietnamese alphabet (Nghị định 30/2020: a, b, c, d,
/// đ, e, g …, without the letters that carry a mark other than đ and without f, j, w, z).
const LETTERS: [char; 23] = [
    'a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
    'u', 'v', 'x', 'y',
];

const ROMAN: [(usize, &str); 13] = [
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// Ordinals from the first, which is "nhất" as the fourth is "tư".
const ORDINALS: [&str; 10] =
    ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// The mark of the `n`th mục, counted from 1: `I`, `II`. Numbers that the Romans could not write
/// (0, 4000 and more) are given in digits.
pub fn roman(n: usize) -> String {
    if n == 0 || n >= 4000 {
        return n.to_string();
    }
    let mut rest = n;
    let mut mark = String::new();
    for (value, letters) in ROMAN {
        mark.push_str(&letters.repeat(rest / value));
        rest %= value;
    }
    mark
}

/// The mark of the `n`th điểm, counted from 1: `a`, … `d`, `đ`, `e`, … `y`, `aa`, `ab`. 0 gives
/// `0`.
pub fn letter(n: usize) -> String {
    if n == 0 {
        return n.to_string();
    }
    in_letters(n, &LETTERS)
}

/// The title of the `n`th part, counted from 1: `Phần thứ nhất`; in digits beyond `thứ mười`.
pub fn ordinal_part(n: usize) -> String {
    match n.checked_sub(1).and_then(|index| ORDINALS.get(index)) {
        Some(ordinal) => format!("Phần thứ {ordinal}"),
        None => format!("Phần thứ {n}"),
    }
}

/// The letters of the column at `col0`, counted from 0, as Excel shows them: `A`, `Z`, `AA`.
pub fn column_letters(col0: u32) -> String {
    let letters: Vec<char> = ('A'..='Z').collect();
    in_letters((col0 as usize).saturating_add(1), &letters)
}

/// The address of the cell at `row0` and `col0`, both counted from 0: `B12`.
pub fn cell_address(row0: u32, col0: u32) -> String {
    format!("{}{}", column_letters(col0), u64::from(row0) + 1)
}

/// Row and column, both counted from 0, of an address such as `B12`; `None` if it is none.
pub fn cell_of(address: &str) -> Option<(u32, u32)> {
    let digits = address.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = address.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(digit)
    })?;
    let row: u32 = row.parse().ok()?;
    Some((row.checked_sub(1)?, column.checked_sub(1)?))
}

/// `n` from 1 in a numbering that has no zero: after the last letter comes the first one twice.
fn in_letters(n: usize, letters: &[char]) -> String {
    let mut reversed = Vec::new();
    let mut rest = n;
    while rest > 0 {
        rest -= 1;
        reversed.push(letters[rest % letters.len()]);
        rest /= letters.len();
    }
    reversed.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        for at in [(0, 0), (11, 1), (999, 25), (7, 26), (1_048_575, 16_383)] {
            assert_eq!(cell_of(&cell_address(at.0, at.1)), Some(at));
        }
        for text in ["", "A", "12", "A0", "a1", "A-1", "Ô7", "A1B", "ZZZZZZZZZ1"] {
            assert_eq!(cell_of(text), None, "{text}");
        }
    }

    #[test]
    fn roman_marks() {
        for (n, mark) in [
            (0, "0"),
            (1, "I"),
            (4, "IV"),
            (9, "IX"),
            (14, "XIV"),
            (1994, "MCMXCIV"),
            (3999, "MMMCMXCIX"),
            (4000, "4000"),
        ] {
            assert_eq!(roman(n), mark);
        }
    }

    #[test]
    fn letters_of_the_vietnamese_alphabet() {
        let first: Vec<String> = (1..=25).map(letter).collect();
        assert_eq!(first.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y aa ab");
        assert_eq!(letter(0), "0");
        assert_eq!(letter(23 * 24), "yy");
        assert_eq!(letter(23 * 24 + 1), "aaa");
    }

    #[test]
    fn parts() {
        assert_eq!(ordinal_part(1), "Phần thứ nhất");
        assert_eq!(ordinal_part(4), "Phần thứ tư");
        assert_eq!(ordinal_part(10), "Phần thứ mười");
        assert_eq!(ordinal_part(11), "Phần thứ 11");
        assert_eq!(ordinal_part(0), "Phần thứ 0");
    }

    #[test]
    fn cells() {
        for (row0, col0, address) in [
            (0, 0, "A1"),
            (11, 1, "B12"),
            (0, 25, "Z1"),
            (0, 26, "AA1"),
            (1_048_575, 16_383, "XFD1048576"),
        ] {
            assert_eq!(cell_address(row0, col0), address);
        }
        assert_eq!(cell_address(u32::MAX, u32::MAX), "MWLQKWV4294967296");
    }
}
