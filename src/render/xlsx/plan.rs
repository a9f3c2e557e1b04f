//! Where things stand: widths of the columns, the two sides of the page, the paper.

use rust_decimal::Decimal;
use rust_xlsxwriter::ColNum;

use super::paper::A3;
use super::paper::A4;
use super::paper::Paper;
use super::style::Styles;
use super::wrap;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Table;

/// Width under which the letterhead and the signature have no room beside each other, in pixels.
const NARROWEST_TABLE: u32 = 900;

/// Width of a side in which the lines of a letterhead or signature do not wrap, in pixels.
const SIDE: u32 = 380;

/// Most lines of a header before its column is made wider.
const HEADER_LINES: u32 = 4;

/// Widest word in a column of numbers that is not broken, in pixels.
const WIDEST_WORD: u32 = 140;

/// Most columns of numbers on A4 paper.
const NUMBERS_ON_A4: usize = 10;

/// Neighbouring columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// The first.
    pub(super) first: ColNum,
    /// The last.
    pub(super) last: ColNum,
}

/// The plan of a sheet.
#[derive(Debug)]
pub(super) struct Plan {
    /// Looks of the cells.
    pub(super) styles: Styles,
    /// Widths of the columns in pixels; at least one column.
    pub(super) widths: Vec<u32>,
    /// All columns.
    pub(super) all: Span,
    /// Columns of letterhead and preparer.
    pub(super) left: Span,
    /// Columns of symbol and signer; all of them again in a table of one column.
    pub(super) right: Span,
    /// How many columns stay in view: up to the last words in front of the numbers.
    pub(super) frozen: ColNum,
    /// What it is printed on.
    pub(super) paper: Paper,
}

impl Plan {
    /// The plan for `table`, which has at most as many columns as a sheet.
    pub(super) fn of(table: &Table) -> Self {
        let numbers = table.columns.iter().filter(|it| is_number(it.kind)).count();
        let styles = Styles::for_numbers(numbers);
        let mut widths: Vec<u32> =
            (0..table.columns.len()).map(|column| width(table, column, styles.size)).collect();
        widen(&mut widths, &table.columns);
        let (left, right) = sides(&widths);
        Self {
            styles,
            all: Span { first: left.first, last: right.last },
            left,
            right,
            widths,
            frozen: frozen(&table.columns),
            paper: if numbers > NUMBERS_ON_A4 { A3 } else { A4 },
        }
    }

    /// Width of the columns of `span` together, in pixels.
    pub(super) fn width(&self, span: Span) -> u32 {
        let columns = usize::from(span.first)..=usize::from(span.last);
        self.widths.get(columns).unwrap_or_default().iter().sum()
    }
}

fn is_number(kind: ColumnKind) -> bool {
    matches!(kind, ColumnKind::Number | ColumnKind::Total)
}

/// Width of a column in pixels.
fn width(table: &Table, index: usize, size: u32) -> u32 {
    let column = &table.columns[index];
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    let content = cells.map(|cell| cell_width(cell, column.kind, size)).max().unwrap_or(0);
    let content = wrap::column(content);
    match column.kind {
        ColumnKind::Mark => content.clamp(40, 72),
        ColumnKind::Label => content.saturating_add(16).clamp(190, 365),
        ColumnKind::Unit => content.clamp(64, 100),
        ColumnKind::Note => content.clamp(96, 200),
        ColumnKind::Number | ColumnKind::Total => content.max(header_width(&column.header, size)),
    }
}

/// Width that a cell asks for. In a column of numbers, words wrap.
fn cell_width(cell: &Cell, kind: ColumnKind, size: u32) -> u32 {
    match cell {
        Cell::Blank => 0,
        Cell::Text { text } if is_number(kind) => wrapped(text, size),
        Cell::Text { text } => wrap::width(text, size),
        Cell::Number(number) => match number.value {
            Some(value) => number_width(value, number.decimals, number.least, size),
            None => wrapped(&number.text, size),
        },
        Cell::Plain(plain) => number_width(plain.value, plain.decimals, 0, size),
    }
}

/// Width of words that wrap in a column of numbers.
fn wrapped(text: &str, size: u32) -> u32 {
    wrap::longest_word(text, size).min(WIDEST_WORD)
}

/// The longest whole number; each digit is as wide as any other.
const WHOLE: &str = "-00000000000000000000000000000";

/// What stands between the groups of three of the longest number.
const BETWEEN: &str = "............";

/// Width of a number with its digits in groups of three. A number that is too wide for its column
/// is shown as `####`.
fn number_width(value: Decimal, decimals: u32, least: u32, size: u32) -> u32 {
    if value.scale() == 0 && least == 0 {
        let digits = value.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1;
        let signs = usize::from(value.is_sign_negative());
        return written_width(&WHOLE[1 - signs..=digits], size);
    }
    let mut digits = value.round_dp(decimals).normalize();
    if digits.scale() < least {
        digits.rescale(least);
    }
    written_width(&digits.to_string(), size)
}

/// Width of digits and of what stands between groups of three.
fn written_width(digits: &str, size: u32) -> u32 {
    let groups = digits.len() / 3;
    wrap::width(digits, size) + wrap::width(&BETWEEN[..groups.min(BETWEEN.len())], size)
}

/// Width of a column of numbers whose header wraps into a few lines.
fn header_width(header: &str, size: u32) -> u32 {
    let narrowest = wrap::column(wrap::longest_word(header, size)).clamp(76, WIDEST_WORD);
    let fits = |width: &u32| wrap::lines(header, size, *width) <= HEADER_LINES;
    (narrowest..=WIDEST_WORD).step_by(8).find(fits).unwrap_or(WIDEST_WORD)
}

/// Makes a narrow table wide enough for what stands above and below it: all columns but those of
/// marks and units share the rest, or all if there are no others.
fn widen(widths: &mut Vec<u32>, columns: &[Column]) {
    if widths.is_empty() {
        widths.push(NARROWEST_TABLE);
    }
    let missing = NARROWEST_TABLE.saturating_sub(widths.iter().sum());
    let elastic = |kind: ColumnKind| !matches!(kind, ColumnKind::Mark | ColumnKind::Unit);
    let none = !columns.iter().any(|column| elastic(column.kind));
    let takes = |index: usize| none || columns.get(index).is_some_and(|it| elastic(it.kind));
    let takers = (0..widths.len()).filter(|&index| takes(index)).count();
    let share = u32::try_from(takers).map_or(0, |takers| missing / takers.max(1));
    for (index, width) in widths.iter_mut().enumerate() {
        if takes(index) {
            *width += share;
        }
    }
}

/// The columns of the left and of the right side, apart from each other if there are two columns.
fn sides(widths: &[u32]) -> (Span, Span) {
    let last = ColNum::try_from(widths.len().saturating_sub(1)).unwrap_or(ColNum::MAX);
    let side = SIDE.min(widths.iter().sum::<u32>() / 2);
    let left = reach(widths.iter(), side).min(last.saturating_sub(1));
    let right = reach(widths.iter().rev(), side);
    let first = if last == 0 { 0 } else { last.saturating_sub(right).max(left + 1) };
    (Span { first: 0, last: left }, Span { first, last })
}

/// How many columns after the first one are needed for `enough` pixels.
fn reach<'a>(widths: impl Iterator<Item = &'a u32>, enough: u32) -> ColNum {
    let mut total: u32 = 0;
    let short = widths.take_while(|width| {
        total = total.saturating_add(**width);
        total < enough
    });
    ColNum::try_from(short.count()).unwrap_or(ColNum::MAX)
}

/// Columns up to the last label or unit in front of the numbers.
fn frozen(columns: &[Column]) -> ColNum {
    let words = columns.iter().take_while(|column| !is_number(column.kind));
    let last = words.enumerate().filter(|(_, it)| it.kind != ColumnKind::Note).last();
    last.map_or(0, |(index, _)| ColNum::try_from(index + 1).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_never_meet_and_reach_the_edges() {
        let span = |first, last| Span { first, last };
        assert_eq!(sides(&[680]), (span(0, 0), span(0, 0)));
        assert_eq!(sides(&[365, 315]), (span(0, 0), span(1, 1)));
        assert_eq!(sides(&[40, 40, 600]), (span(0, 1), span(2, 2)));
        assert_eq!(sides(&[40, 365, 80, 90, 90, 90, 90, 90, 90]), (span(0, 1), span(4, 8)));
    }

    #[test]
    fn a_whole_number_is_as_wide_as_its_digits() {
        for text in [
            "0",
            "7",
            "-25493",
            "100",
            "7922816251426433759354395033",
            "-7922816251426433759354395033",
        ] {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(number_width(value, 2, 0, 12), written_width(text, 12), "{text}");
            assert_eq!(
                number_width(value, 2, 1, 12),
                written_width(&format!("{text}.0"), 12),
                "{text}"
            );
        }
    }

    #[test]
    fn narrow_tables_are_widened() {
        let mut widths = Vec::new();
        widen(&mut widths, &[]);
        assert_eq!(widths, [NARROWEST_TABLE]);
    }
}
