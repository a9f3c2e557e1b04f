//! What a number format of Excel adds to a number: a percent sign, a unit, hidden thousands.

use crate::text::money::MoneyUnit;

/// What a format shows around the digits of a positive number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellFormat {
    /// Whether the number is shown times a hundred with a percent sign.
    pub percent: bool,
    /// How many times it is shown divided by a thousand (`#,##0,` once).
    pub thousands: u32,
    /// Zeros that it writes behind the digits as if they were some of them: `#,##0".000"`.
    pub zeros: u32,
    /// Decimals that are always or sometimes shown.
    pub decimals: u32,
    /// Words around the number, such as `triệu đồng`.
    pub words: String,
}

impl CellFormat {
    /// Reads the code of a format, such as `#,##0.0 "triệu đồng"`. Of several sections the first
    /// is read: it shows positive numbers.
    #[must_use]
    pub fn of(code: &str) -> Self {
        let mut format = Self::default();
        let (mut after_point, mut after_digit) = (false, false);
        let mut trailing_commas = 0;
        let mut chars = code.chars();
        while let Some(c) = chars.next() {
            match c {
                ';' => break,
                '"' => {
                    let literal: String = chars.by_ref().take_while(|it| *it != '"').collect();
                    let (zeros, rest) = literal_zeros(&literal);
                    let behind_digits = after_digit && zeros > 0;
                    format.zeros += if behind_digits { zeros } else { 0 };
                    format.words.push_str(if behind_digits { rest } else { &literal });
                }
                '\\' => format.words.extend(chars.next()),
                // A space as wide as the next character, or that character as filling.
                '_' | '*' => {
                    chars.next();
                }
                '[' => {
                    let inside: String = chars.by_ref().take_while(|it| *it != ']').collect();
                    let symbol = inside.strip_prefix('$').and_then(|it| it.split('-').next());
                    format.words.push_str(symbol.unwrap_or_default());
                }
                '%' => format.percent = true,
                '.' => after_point = true,
                '0' | '#' | '?' => {
                    (trailing_commas, after_digit) = (0, true);
                    format.decimals += u32::from(after_point);
                }
                ',' => trailing_commas += 1,
                other => format.words.push(other),
            }
        }
        format.thousands = trailing_commas;
        format.words = format.words.trim().to_owned();
        format
    }

    /// The unit of money that it names.
    #[must_use]
    pub fn money_unit(&self) -> Option<MoneyUnit> {
        if self.words == "₫" { Some(MoneyUnit::Dong) } else { MoneyUnit::from_label(&self.words) }
    }
}

/// How many zeros a literal begins with, separators left out, and what stands behind them.
fn literal_zeros(literal: &str) -> (u32, &str) {
    let rest = literal.trim_start_matches(['0', '.', ',']);
    let zeros = literal[..literal.len() - rest.len()].matches('0').count();
    (u32::try_from(zeros).unwrap_or(u32::MAX), rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(percent: bool, thousands: u32, decimals: u32, words: &str) -> CellFormat {
        CellFormat { percent, thousands, zeros: 0, decimals, words: words.to_owned() }
    }

    #[test]
    fn formats() {
        for (code, expected) in [
            ("0", format(false, 0, 0, "")),
            ("#,##0", format(false, 0, 0, "")),
            ("0.000", format(false, 0, 3, "")),
            ("#,##0.0#", format(false, 0, 2, "")),
            ("0%", format(true, 0, 0, "")),
            ("0.00%", format(true, 0, 2, "")),
            ("0\"%\"", format(false, 0, 0, "%")),
            ("0\\%", format(false, 0, 0, "%")),
            ("#,##0 \"triệu đồng\"", format(false, 0, 0, "triệu đồng")),
            ("#,##0,, \"triệu\"", format(false, 2, 0, "triệu")),
            ("#,##0,", format(false, 1, 0, "")),
            ("#,##0\\ \"₫\"", format(false, 0, 0, "₫")),
            ("#,##0\\ [$₫-42A]", format(false, 0, 0, "₫")),
            ("_-* #,##0 _₫_-;-* #,##0 _₫_-;_-* \"-\" _₫_-;_-@_-", format(false, 0, 0, "")),
            ("0;-0;\"không có\"", format(false, 0, 0, "")),
            ("[Red]0", format(false, 0, 0, "")),
            ("\"", format(false, 0, 0, "")),
            ("\\", format(false, 0, 0, "")),
            ("", format(false, 0, 0, "")),
        ] {
            assert_eq!(CellFormat::of(code), expected, "{code:?}");
        }
    }

    #[test]
    fn zeros_written_as_words() {
        for (code, zeros, words) in [
            ("#,##0\".000\"", 3, ""),
            ("#,##0\",000,000\"", 6, ""),
            ("#,##0\".000 đồng\"", 3, "đồng"),
            ("#,##0\"000\" \"đồng\"", 3, "đồng"),
            ("\"0\"#", 0, "0"),
            ("#,##0.000", 0, ""),
            ("#,##0\\.000", 0, "."),
            ("#,##0\" (năm 2000)\"", 0, "(năm 2000)"),
        ] {
            let format = CellFormat::of(code);
            assert_eq!((format.zeros, format.words.as_str()), (zeros, words), "{code:?}");
        }
    }

    #[test]
    fn units() {
        for (code, unit) in [
            ("#,##0 \"triệu đồng\"", Some(MoneyUnit::Million)),
            ("#,##0,, \"triệu\"", Some(MoneyUnit::Million)),
            ("#,##0 [$₫-42A]", Some(MoneyUnit::Dong)),
            ("#,##0 \"đ\"", Some(MoneyUnit::Dong)),
            ("0.0 \"tỷ\"", Some(MoneyUnit::Billion)),
            ("General", None),
            ("#,##0", None),
            ("\"$\"#,##0", None),
        ] {
            assert_eq!(CellFormat::of(code).money_unit(), unit, "{code:?}");
        }
    }
}
