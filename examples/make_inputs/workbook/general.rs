//! The sheet `Thông tin chung`: who sends the figures, for which period, with which report.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::workbook::Sender;
use crate::workbook::style;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, sender: &Sender<'_>) -> Result<(), XlsxError> {
    sheet.set_name("Thông tin chung")?;
    style::print_on_a4(sheet);
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 60)?;
    sheet.set_row_height(0, 28)?;
    sheet.merge_range(0, 0, 0, 1, "THÔNG TIN CHUNG", &style::title())?;
    let period = format!("Năm {}", sender.year);
    let lines = [
        ("Đơn vị", sender.unit.full_name.as_str()),
        ("Mã đơn vị", &sender.unit.code),
        ("Kỳ số liệu", &period),
        ("Phiên bản biểu mẫu", &sender.sample.form_version),
        ("Số báo cáo của đơn vị", &sender.letter.report),
        ("Ngày báo cáo", &sender.letter.date),
        ("Người lập biểu", &sender.letter.prepared_by),
        ("Người duyệt", &sender.sample.approver),
    ];
    for (row, (label, value)) in (1_u32..).zip(lines) {
        sheet.set_row_height(row, 22)?;
        sheet.write_with_format(row, 0, label, &style::cell().set_bold())?;
        sheet.write_with_format(row, 1, value, &style::cell().set_num_format("@"))?;
    }
    Ok(())
}
