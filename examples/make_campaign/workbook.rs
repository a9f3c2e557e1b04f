//! The workbook of one union.

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::declared;
use crate::declared::YEAR;
use crate::indicators;
use crate::indicators::GROUPS;

const HEADS: [(&str, u32); 9] = [
    ("Mã", 9),
    ("TT", 6),
    ("Nội dung", 62),
    ("Đơn vị tính", 14),
    ("Kế hoạch", 14),
    ("Thực hiện", 14),
    ("Năm trước", 14),
    ("Đăng ký năm sau", 14),
    ("Ghi chú", 34),
];
const HEAD_ROW: u32 = 3;

fn cell() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(12).set_border(FormatBorder::Thin)
}

/// Its bytes.
pub(crate) fn of(unit: u32) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let day = ExcelDateTime::from_ymd(2025, 12, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    figures(workbook.add_worksheet(), unit)?;
    general(workbook.add_worksheet(), unit)?;
    workbook.save_to_buffer()
}

fn figures(sheet: &mut Worksheet, unit: u32) -> Result<(), XlsxError> {
    let text = cell().set_text_wrap();
    let bold = cell().set_bold().set_text_wrap().set_align(FormatAlign::Center);
    let number = cell().set_num_format("#,##0");
    sheet.set_name("Số liệu")?;
    let title = format!("BIỂU TỔNG HỢP SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN NĂM {YEAR}");
    sheet.merge_range(0, 0, 0, 8, &title, &bold)?;
    sheet.merge_range(1, 0, 1, 8, &format!("Công đoàn cơ sở {}", declared::name(unit)), &bold)?;
    for (column, (head, width)) in (0_u16..).zip(HEADS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEAD_ROW, column, head, &bold)?;
    }
    let (mut row, mut at) = (HEAD_ROW + 1, 0);
    for (title, indicators) in &GROUPS {
        sheet.write_with_format(row, 2, *title, &bold)?;
        row += 1;
        for (place, indicator) in (1_u32..).zip(*indicators) {
            sheet.write_with_format(row, 0, indicator.code, &text)?;
            sheet.write_with_format(row, 1, place, &text)?;
            sheet.write_with_format(row, 2, indicator.name, &text)?;
            sheet.write_with_format(row, 3, indicator.unit, &text)?;
            let numbers = indicators::numbers(unit, at, indicator.share);
            for (column, value) in (4_u16..).zip(numbers) {
                sheet.write_with_format(row, column, value, &number)?;
            }
            sheet.write_blank(row, 8, &text)?;
            row += 1;
            at += 1;
        }
    }
    Ok(())
}

fn general(sheet: &mut Worksheet, unit: u32) -> Result<(), XlsxError> {
    let text = cell().set_num_format("@");
    sheet.set_name("Thông tin chung")?;
    sheet.set_column_width(0, 32)?;
    sheet.set_column_width(1, 60)?;
    let lines = [
        ("Đơn vị", format!("Công đoàn cơ sở {}", declared::name(unit))),
        ("Mã đơn vị", declared::code(unit)),
        ("Kỳ số liệu", format!("Năm {YEAR}")),
        ("Phiên bản biểu mẫu", "2024.1".to_owned()),
        ("Số báo cáo của đơn vị", format!("{:02}/BC-CĐCS", unit % 90 + 1)),
        ("Ngày báo cáo", "01/12/2025".to_owned()),
    ];
    for (row, (label, value)) in (1_u32..).zip(lines) {
        sheet.write_with_format(row, 0, label, &text)?;
        sheet.write_with_format(row, 1, value, &text)?;
    }
    Ok(())
}
