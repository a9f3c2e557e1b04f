//! How wide words are in Times, guessed from their letters: for choices that cannot wait for the typesetter.

/// The width of words in hundredths of an em: a letter 45, a capital 25 more, a space 20 less.
#[must_use]
pub fn of(text: &str) -> i64 {
    let one = |it: char| match it {
        ' ' | '\u{A0}' => 25,
        it if it.is_uppercase() => 70,
        _ => 45,
    };
    text.chars().map(one).sum()
}

/// The width of the longest word.
#[must_use]
pub fn of_longest_word(text: &str) -> i64 {
    text.split_whitespace().map(of).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_their_letters() {
        assert_eq!(of(""), 0);
        assert_eq!(of("một hai"), 6 * 45 + 25);
        // 91 mm in bold 12 pt by measure (domain.md 0.9).
        let wide = of("LIÊN ĐOÀN LAO ĐỘNG TỈNH THÁI NGUYÊN");
        assert!((2000..2300).contains(&wide), "{wide}");
        assert_eq!(of_longest_word("a bcd e"), 3 * 45);
    }
}
