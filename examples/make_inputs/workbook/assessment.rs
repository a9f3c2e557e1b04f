//! The sheet `Đánh giá`: what the unit itself thinks of its year.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::workbook::Sender;
use crate::workbook::style;

/// Heads and widths of the columns.
const COLUMNS: [(&str, u32); 3] = [("TT", 6), ("Mục", 34), ("Nội dung", 90)];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, sender: &Sender<'_>) -> Result<(), XlsxError> {
    let letter = sender.letter;
    sheet.set_name("Đánh giá")?;
    style::print_on_a4(sheet);
    sheet.set_landscape();
    sheet.set_row_height(0, 28)?;
    sheet.merge_range(0, 0, 0, 2, "ĐÁNH GIÁ CỦA ĐƠN VỊ", &style::title())?;
    for (column, (head, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(1, column, head, &style::head())?;
    }
    let to_superior = format!("Kiến nghị với {}", sender.sample.superior);
    let lines = [
        ("Mô hình mới, cách làm hay", &letter.good_practice),
        ("Hạn chế", &letter.limits),
        ("Nguyên nhân", &letter.causes),
        (to_superior.as_str(), &letter.to_superior),
        ("Kiến nghị với cấp ủy, chính quyền địa phương", &letter.to_authorities),
    ];
    let registered = letter.registered.as_ref();
    let registered = registered.map(|it| ("Danh hiệu, hình thức khen thưởng đăng ký năm sau", it));
    for (number, (title, text)) in (1_u32..).zip(lines.into_iter().chain(registered)) {
        let row = number + 1;
        sheet.write_with_format(row, 0, number, &style::centred())?;
        sheet.write_with_format(row, 1, title, &style::cell().set_bold())?;
        sheet.write_with_format(row, 2, text, &style::cell())?;
    }
    Ok(())
}
