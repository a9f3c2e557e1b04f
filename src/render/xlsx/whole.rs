//! Whole numbers among numbers with decimals.
//!
//! `#,##0.0#` shows 1234 as `1.234,0`, and `#,##0.##` as `1.234,` with a dangling comma. So a cell
//! has a format with decimals, and a conditional format shows whole numbers without a comma. It
//! follows the number: a digit typed later is never hidden.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::ConditionalFormatFormula;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::row_col_to_cell;

use super::style::Digits;
use super::style::number_format;
use crate::model::table::Cell;
use crate::model::table::Table;

/// Neighbouring cells with numbers of so many decimals; positions are those of the table.
#[derive(Debug, PartialEq, Eq)]
struct Area {
    rows: [usize; 2],
    columns: [usize; 2],
    decimals: u32,
}

/// Shows whole numbers of `table` without a comma. Its body begins in row `first` of the sheet.
pub(super) fn without_comma(
    worksheet: &mut Worksheet,
    table: &Table,
    first: RowNum,
) -> Result<(), XlsxError> {
    for Area { rows, columns, decimals } in areas(table) {
        let [top, bottom] = rows.map(|row| RowNum::try_from(row).map(|row| first + row));
        let [left, right] = columns.map(ColNum::try_from);
        let (Ok(top), Ok(bottom), Ok(left), Ok(right)) = (top, bottom, left, right) else {
            return Err(XlsxError::RowColumnLimitError);
        };
        in_cells(worksheet, [top, bottom], [left, right], decimals)?;
    }
    Ok(())
}

/// Shows whole numbers among these cells without a comma.
pub(super) fn in_cells(
    worksheet: &mut Worksheet,
    [top, bottom]: [RowNum; 2],
    [left, right]: [ColNum; 2],
    decimals: u32,
) -> Result<(), XlsxError> {
    if decimals == 0 {
        return Ok(());
    }
    let cell = row_col_to_cell(top, left);
    let rule = format!("=IF(ISNUMBER({cell}),ROUND({cell},{decimals})=ROUND({cell},0),FALSE)");
    let format = ConditionalFormatFormula::new()
        .set_rule(rule.as_str())
        .set_format(Format::new().set_num_format(number_format(Digits::NONE)));
    worksheet.add_conditional_format(top, left, bottom, right, &format)?;
    Ok(())
}

/// The areas of numbers with decimals: rectangles, which leave no doubt about the cell that a rule
/// is relative to.
fn areas(table: &Table) -> Vec<Area> {
    let columns: Vec<Vec<u32>> =
        (0..table.columns.len()).map(|column| decimals_down(table, column)).collect();
    let mut areas = Vec::new();
    let mut left = 0;
    for alike in columns.chunk_by(|a, b| a == b) {
        let mut top = 0;
        for run in alike[0].chunk_by(|a, b| a == b) {
            let rows = [top, top + run.len() - 1];
            let columns = [left, left + alike.len() - 1];
            areas.extend((run[0] > 0).then_some(Area { rows, columns, decimals: run[0] }));
            top += run.len();
        }
        left += alike.len();
    }
    areas
}

/// Decimals of the cells of a column from the top; 0 for what is no number.
fn decimals_down(table: &Table, column: usize) -> Vec<u32> {
    let decimals = |cell: &Cell| match cell {
        Cell::Number(number) => Digits::of(number).needless(),
        Cell::Plain(plain) => Digits::at_most(plain.decimals).needless(),
        Cell::Blank | Cell::Text { .. } => 0,
    };
    table.rows.iter().map(|row| row.cells.get(column).map_or(0, decimals)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::xlsx::tests::number;
    use crate::render::xlsx::tests::table;

    #[test]
    fn areas_are_rectangles_of_equal_decimals() {
        let (whole, one, two) = (number("1"), number("1.5"), number("1.25"));
        let table = table(&[
            vec![whole.clone(), one.clone(), one.clone()],
            vec![whole.clone(), two.clone(), two],
            vec![whole, one.clone()],
        ]);
        let area = |rows, columns, decimals| Area { rows, columns, decimals };
        let expected = [
            area([0, 0], [1, 1], 1),
            area([1, 1], [1, 1], 2),
            area([2, 2], [1, 1], 1),
            area([0, 0], [2, 2], 1),
            area([1, 1], [2, 2], 2),
        ];
        assert_eq!(areas(&table), expected);
        let alike = crate::render::xlsx::tests::table(&[
            vec![one.clone(), one.clone()],
            vec![one.clone(), one],
        ]);
        assert_eq!(areas(&alike), [area([0, 1], [0, 1], 1)]);
    }
}
