//! Lengths of Word: twentieths of a point ("twips"), and guesses of the width of words.

use crate::text::width;

/// Millimetres as twips.
pub(super) fn mm(length: f64) -> i64 {
    rounded(length * 1440.0 / 25.4)
}

/// Points as twips.
pub(super) fn pt(length: f64) -> i64 {
    rounded(length * 20.0)
}

/// Points as half points, in which sizes of letters are told.
pub(super) fn half_points(size: f64) -> i64 {
    rounded(size * 2.0)
}

#[expect(clippy::cast_possible_truncation, reason = "lengths on paper are small")]
fn rounded(length: f64) -> i64 {
    length.round() as i64
}

/// The width of words, in hundredths of an em.
pub(super) fn words(text: &str) -> i64 {
    width::of(text)
}

/// The width of the longest word, with a little room.
pub(super) fn longest_word(text: &str) -> i64 {
    width::of_longest_word(text) + 25
}

/// Hundredths of an em at a size, as twips.
pub(super) fn at(hundredths: i64, size: f64) -> i64 {
    #[expect(clippy::cast_precision_loss, reason = "widths of words are small")]
    let ems = hundredths as f64 / 100.0;
    pt(ems * size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_word() {
        assert_eq!((mm(25.4), mm(210.0), mm(297.0)), (1440, 11906, 16838));
        assert_eq!((pt(6.0), half_points(14.0), half_points(13.5)), (120, 28, 27));
    }
}
