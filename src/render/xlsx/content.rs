//! What a cell of the body holds: words, a number, or a live formula with its result.

use rust_decimal::Decimal;
use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::utility::cell_range;
use rust_xlsxwriter::utility::row_col_to_cell;

use super::formula;
use super::formula::Formula;
use super::formula::Pair;
use super::style::Digits;
use super::style::MOST_DECIMALS;
use crate::model::table::Cell;
use crate::model::table::How;
use crate::model::table::Table;

/// Whole numbers up to this are floating-point numbers.
const EXACT: u128 = 1 << f64::MANTISSA_DIGITS;

/// Position in a table: row and column, from 0.
type Position = (usize, usize);

/// What is written in a cell.
#[derive(Debug, PartialEq)]
pub(super) enum Content<'a> {
    /// Nothing.
    Blank,
    /// Words.
    Text(&'a str),
    /// A number with its digits.
    Value(f64, Digits),
    /// A formula whose result has such digits.
    Live(Formula, Digits),
}

/// A table whose body begins in row `first` of the sheet.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body<'a> {
    /// The table.
    pub(super) table: &'a Table,
    /// First row of the body in the sheet.
    pub(super) first: RowNum,
}

impl<'a> Body<'a> {
    /// What to write at `at`. A formula is written only where it gives the number of the paper;
    /// where it would give another (its range is wrong, or a number is withheld although its parts
    /// are known), the cell holds what the paper says.
    pub(super) fn content(self, at: Position) -> Content<'a> {
        let number = match self.cell(at) {
            None | Some(Cell::Blank) => return Content::Blank,
            Some(Cell::Text { text }) => return Content::Text(text),
            Some(Cell::Number(number)) => number,
            Some(Cell::Plain(plain)) => {
                let live = self.formula(at, &plain.how);
                let live = live.filter(|it| agrees(it.result, Some(plain.value), plain.decimals));
                return match live {
                    Some(formula) => Content::Live(formula, Digits::at_most(plain.decimals)),
                    None => Content::Value(nearest(plain.value), Digits::at_most(plain.decimals)),
                };
            }
        };
        if number.value.is_none() && !number.text.is_empty() {
            return Content::Text(&number.text);
        }
        let agrees = |it: &Formula| agrees(it.result, number.value, number.decimals);
        let live = self.formula(at, &number.how).filter(agrees);
        match (live, number.value) {
            (Some(formula), _) => Content::Live(formula, Digits::of(number)),
            (None, Some(value)) => Content::Value(nearest(value), Digits::of(number)),
            (None, None) => Content::Blank,
        }
    }

    /// The formula of the cell at `at`; `None` if it has none or would depend on itself.
    fn formula(self, at: Position, how: &How) -> Option<Formula> {
        match how {
            How::Value => None,
            How::Total { over } => self.total(at, *over),
            How::Balance { add, less } => self.balance(at, add, less),
            How::Percent { of, by } => self.pair(at, *of, *by)?.percent(),
            How::Change { to, from } => self.pair(at, *to, *from)?.change(),
            How::Difference { of, less } => self.pair(at, *of, *less)?.difference(),
        }
    }

    /// The sum of the numbers at `add` less those at `less`.
    fn balance(self, at: Position, add: &[Position], less: &[Position]) -> Option<Formula> {
        if add.contains(&at) || less.contains(&at) {
            return None;
        }
        let names = |all: &[Position]| -> Option<Vec<String>> {
            let name = |it: &Position| {
                self.reference(*it).map(|(row, column)| row_col_to_cell(row, column))
            };
            all.iter().map(name).collect()
        };
        let numbers = |all: &[Position]| all.iter().filter_map(|it| self.number(*it)).collect();
        formula::balance([names(add)?, names(less)?], [numbers(add), numbers(less)])
    }

    /// The sum of the numbers from the top left corner `a` to the bottom right corner `b`.
    fn total(self, at: Position, [a, b]: [Position; 2]) -> Option<Formula> {
        let (first, last) = (self.reference(a)?, self.reference(b)?);
        let (rows, columns) = (a.0..=b.0, a.1..=b.1);
        if rows.is_empty() || columns.is_empty() || rows.contains(&at.0) && columns.contains(&at.1)
        {
            return None;
        }
        let range = cell_range(first.0, first.1, last.0, last.1);
        let cells = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        formula::sum(&range, cells.filter_map(|position| self.number(position)))
    }

    /// The two cells that the cell at `at` computes with.
    fn pair(self, at: Position, a: Position, b: Position) -> Option<Pair> {
        let (first, second) = (self.reference(a)?, self.reference(b)?);
        let cells = [first, second].map(|(row, column)| row_col_to_cell(row, column));
        let numbers = self.number(a).zip(self.number(b)).map(|(a, b)| [a, b]);
        (at != a && at != b).then_some(Pair { cells, numbers })
    }

    /// The number that a formula finds at `position`.
    fn number(self, position: Position) -> Option<Decimal> {
        match self.cell(position)? {
            Cell::Number(number) => number.value,
            Cell::Plain(plain) => Some(plain.value),
            Cell::Blank | Cell::Text { .. } => None,
        }
    }

    /// Row and column of the sheet, if the table has a cell at `position`.
    fn reference(self, position: Position) -> Option<(RowNum, ColNum)> {
        self.cell(position)?;
        let row = self.first.checked_add(RowNum::try_from(position.0).ok()?)?;
        Some((row, ColNum::try_from(position.1).ok()?))
    }

    /// The cell at `position`, if it is drawn.
    fn cell(self, (row, column): Position) -> Option<&'a Cell> {
        self.table.columns.get(column)?;
        self.table.rows.get(row)?.cells.get(column)
    }
}

/// Whether `result` is the value of the paper, which may have been rounded to its decimals.
fn agrees(result: Option<Decimal>, value: Option<Decimal>, decimals: u32) -> bool {
    let (Some(result), Some(value)) = (result, value) else {
        return result.is_none() && value.is_none();
    };
    let half_a_digit = Decimal::new(5, decimals.min(MOST_DECIMALS) + 1);
    result.checked_sub(value).is_some_and(|gap| gap.abs() <= half_a_digit)
}

/// The floating-point number next to `value`; Excel has no other numbers.
pub(super) fn nearest(value: Decimal) -> f64 {
    // A whole number that a floating-point number holds exactly; a zero loses the sign that a decimal zero may have.
    if value.is_zero() || value.scale() == 0 && value.mantissa().unsigned_abs() <= EXACT {
        return value.mantissa() as f64;
    }
    value.to_string().parse().expect("a decimal is written in digits, sign and point")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::Number;
    use crate::render::xlsx::tests::number;
    use crate::render::xlsx::tests::table;
    use crate::render::xlsx::tests::unknown;

    /// What the last cell of a row holds; the row is the ninth of the sheet.
    #[track_caller]
    fn check(cells: Vec<Cell>, expected: &str) {
        let last = cells.len() - 1;
        let table = table(&[cells]);
        let found = match (Body { table: &table, first: 8 }).content((0, last)) {
            Content::Blank => "blank".to_owned(),
            Content::Text(text) => format!("`{text}`"),
            Content::Value(value, _) => value.to_string(),
            Content::Live(formula, _) => {
                let result = formula.result.map(|it| it.normalize().to_string());
                format!("{} -> {}", formula.text, result.unwrap_or("blank".to_owned()))
            }
        };
        assert_eq!(found, expected);
    }

    const SUM: How = How::Total { over: [(0, 0), (0, 1)] };
    const PERCENT: How = How::Percent { of: (0, 0), by: (0, 1) };

    #[test]
    fn a_total_is_live() {
        check(vec![number("2"), number("3.5"), with("5.5", SUM)], "=SUM(A9:B9) -> 5.5");
        check(vec![number("2"), unknown("(chưa có)"), with("2", SUM)], "=SUM(A9:B9) -> 2");
    }

    #[test]
    fn a_balance_is_live() {
        let how = || How::Balance { add: vec![(0, 0), (0, 1)], less: vec![(0, 2)] };
        let cells = |total| vec![number("90"), number("2"), number("0.5"), with(total, how())];
        check(cells("91.5"), "=SUM(A9,B9)-SUM(C9) -> 91.5");
        check(cells("93"), "93");
        let none = vec![number("90"), number("2"), Cell::Blank, with("92", how())];
        check(none, "=SUM(A9,B9)-SUM(C9) -> 92");
        let only = How::Balance { add: vec![(0, 0)], less: Vec::new() };
        check(vec![number("90"), with("90", only)], "=SUM(A9) -> 90");
    }

    #[test]
    fn a_rounded_percentage_is_live_with_its_exact_result() {
        let cells = vec![number("1"), number("8"), with("13", PERCENT)];
        check(cells, "=IF(OR(COUNT(A9,B9)<2,N(B9)=0),\"\",A9/B9*100) -> 12.5");
    }

    #[test]
    fn a_formula_never_says_other_than_the_paper() {
        check(vec![number("2"), number("3"), with("6", SUM)], "6");
        check(vec![number("2"), number("3"), without_value(SUM, "")], "blank");
        check(vec![number("2"), number("3"), without_value(SUM, "(chưa rõ)")], "`(chưa rõ)`");
    }

    #[test]
    fn a_sum_of_nothing_stays_live_and_blank() {
        let expected = "=IF(COUNT(A9:B9)=0,\"\",SUM(A9:B9)) -> blank";
        check(vec![unknown(""), Cell::Blank, without_value(SUM, "")], expected);
    }

    #[test]
    fn a_formula_stays_in_the_table_and_off_itself() {
        let outside = How::Total { over: [(0, 0), (7, 7)] };
        check(vec![with("1", outside)], "1");
        check(vec![with("0", How::Total { over: [(0, 0), (0, 0)] })], "0");
        check(vec![number("4"), with("100", How::Percent { of: (0, 1), by: (0, 0) })], "100");
        check(
            vec![number("4"), number("5"), with("9", How::Total { over: [(0, 1), (0, 0)] })],
            "9",
        );
    }

    #[test]
    fn numbers_are_the_nearest_that_excel_has() {
        for (text, expected) in [
            ("-0.00", "0"),
            ("-25493", "-25493"),
            ("9007199254740992", "9007199254740992"),
            ("9007199254740993", "9007199254740992"),
            ("0.1", "0.1"),
            ("1234567.8900", "1234567.89"),
            ("12345678901234567.25", "12345678901234568"),
            ("-79228162514264337593543950335", "-79228162514264340000000000000"),
        ] {
            let value: Decimal = text.parse().unwrap();
            assert_eq!(nearest(value).to_string(), expected);
        }
    }

    /// A number that is computed.
    fn with(value: &str, how: How) -> Cell {
        let Cell::Number(it) = number(value) else { unreachable!("`number` gives a number") };
        Cell::Number(Number { how, ..it })
    }

    /// A computed number that the paper does not have.
    fn without_value(how: How, text: &str) -> Cell {
        let Cell::Number(it) = unknown(text) else { unreachable!("`unknown` gives a number") };
        Cell::Number(Number { how, ..it })
    }
}
