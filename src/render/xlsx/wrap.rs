//! How much room words need. Excel does not fit the height of merged cells and of rows whose
//! height is set, so it is estimated here, a little too large rather than too small.

/// Room left free inside a cell, both sides together, in pixels.
const PADDING: u32 = 8;

/// Highest row that Excel draws, in pixels (409 points).
const HIGHEST: u32 = 545;

/// Width of `text` in pixels, in bold Times New Roman of `size` points.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let thousandths: u64 = text.chars().map(|c| u64::from(thousandths_of_em(c))).sum();
    let pixels = thousandths * u64::from(size) * 4 / 3000;
    u32::try_from(pixels).unwrap_or(u32::MAX)
}

/// Width of the longest word of `text`, in pixels.
pub(super) fn longest_word(text: &str, size: u32) -> u32 {
    text.split_whitespace().map(|word| width(word, size)).max().unwrap_or(0)
}

/// Width of a column in which `inner` pixels of words fit.
pub(super) fn column(inner: u32) -> u32 {
    inner.saturating_add(PADDING)
}

/// Number of lines of `text` in a cell of `pixels` width; at least one.
pub(super) fn lines(text: &str, size: u32, pixels: u32) -> u32 {
    let room = pixels.saturating_sub(PADDING).max(1);
    let total =
        text.lines().map(|line| lines_of_one(line, size, room)).fold(0, u32::saturating_add);
    total.max(1)
}

/// Number of lines of a text without line breaks.
fn lines_of_one(text: &str, size: u32, room: u32) -> u32 {
    let space = width(" ", size);
    let mut lines: u32 = 1;
    let mut used: u32 = 0;
    for word in text.split_whitespace() {
        let word = width(word, size);
        let joined = used.saturating_add(space).saturating_add(word);
        if used > 0 && joined <= room {
            used = joined;
            continue;
        }
        // A word wider than the cell is broken wherever the line ends.
        let own = word.div_ceil(room).max(1);
        lines = lines.saturating_add(if used > 0 { own } else { own - 1 });
        used = word - (own - 1).saturating_mul(room).min(word);
    }
    lines
}

/// Height of a row of `lines` lines, in pixels.
pub(super) fn height(lines: u32, size: u32) -> u32 {
    let line = (size * 4 * 115).div_ceil(300);
    lines.saturating_mul(line).saturating_add(6).min(HIGHEST)
}

/// Width of a letter in thousandths of the font's size.
fn thousandths_of_em(c: char) -> u32 {
    match c {
        ' ' | '\u{a0}' => 250,
        '0'..='9' => 500,
        'm' | 'w' | 'M' | 'W' | '%' | '…' | '–' => 940,
        'f' | 'j' | 'l' | 'r' | 's' | 't' | 'I' => 390,
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 300,
        _ if c.is_uppercase() => 730,
        _ if c.is_alphabetic() => 530,
        _ if c.is_ascii() => 360,
        _ => 1000,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_at_the_width_of_the_cell() {
        let title = "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU THI ĐUA NĂM 2024";
        assert_eq!(lines(title, 12, 2000), 1);
        assert_eq!(lines(title, 12, 400), 2);
        assert_eq!(lines("một\nhai", 12, 2000), 2);
    }

    #[test]
    fn nothing_and_no_room_are_no_trouble() {
        assert_eq!(lines("", 12, 100), 1);
        assert_eq!(lines("", 12, 0), 1);
        assert_eq!(lines(&"ư".repeat(100), 12, 0), width(&"ư".repeat(100), 12));
        assert_eq!(height(u32::MAX, 12), HIGHEST);
    }

    #[test]
    fn a_word_wider_than_the_cell_takes_several_lines() {
        let word = "a".repeat(20);
        let half = column(width(&word, 12).div_ceil(2));
        assert_eq!(lines(&word, 12, half), 2);
        assert_eq!(lines(&format!("b {word}"), 12, half), 3);
    }
}
