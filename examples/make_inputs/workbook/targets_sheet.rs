//! The sheet `Chỉ tiêu`: what was done last year and the target of the year that begins.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::catalogue::Catalogue;
use crate::figures::Figures;
use crate::workbook::Sender;
use crate::workbook::style;

/// Heads and widths of the columns.
const COLUMNS: [(&str, u32); 7] = [
    ("Mã", 9),
    ("TT", 6),
    ("Nội dung", 62),
    ("Đơn vị tính", 14),
    ("Năm trước", 14),
    ("Kế hoạch", 14),
    ("Ghi chú", 34),
];
const PREVIOUS: u16 = 4;
const TARGET: u16 = 5;
const NOTE: u16 = 6;
const HEAD_ROW: u32 = 3;

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    sender: &Sender<'_>,
    catalogue: &Catalogue,
    figures: &Figures<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name("Chỉ tiêu")?;
    style::print_on_a4(sheet);
    sheet.set_landscape();
    sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW)?;
    sheet.set_freeze_panes(HEAD_ROW + 1, PREVIOUS)?;
    let title = format!("BIỂU CHỈ TIÊU THỰC HIỆN NHIỆM VỤ NĂM {}", sender.year);
    sheet.merge_range(0, 0, 0, NOTE, &title, &style::title())?;
    sheet.merge_range(1, 0, 1, NOTE, &sender.unit.full_name, &style::subtitle().set_bold())?;
    for (column, (head, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEAD_ROW, column, head, &style::head())?;
    }
    let indicators = catalogue.groups.iter().flat_map(|group| &group.indicators);
    for (number, indicator) in (1_u32..).zip(indicators) {
        let row = HEAD_ROW + number;
        let line = figures.line(indicator, sender.index);
        sheet.write_with_format(row, 0, &indicator.code, &style::centred())?;
        sheet.write_with_format(row, 1, number, &style::centred())?;
        sheet.write_with_format(row, 2, &indicator.name, &style::cell())?;
        sheet.write_with_format(row, 3, &indicator.unit, &style::centred())?;
        typed(sheet, (row, PREVIOUS), line.previous, indicator.decimals())?;
        typed(sheet, (row, TARGET), line.target, indicator.decimals())?;
        sheet.write_blank(row, NOTE, &style::cell())?;
    }
    Ok(())
}

/// A figure as a clerk types it.
fn typed(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    figure: Option<Decimal>,
    decimals: u32,
) -> Result<(), XlsxError> {
    let look = style::number(decimals);
    match figure.and_then(|figure| figure.to_f64()) {
        Some(figure) => sheet.write_with_format(row, column, figure, &look)?,
        None => sheet.write_blank(row, column, &look)?,
    };
    Ok(())
}
