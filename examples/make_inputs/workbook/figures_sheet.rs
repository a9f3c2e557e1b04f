//! The sheet `Số liệu`: a row for each indicator.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::catalogue::Catalogue;
use crate::catalogue::Indicator;
use crate::catalogue::Kind;
use crate::figures::Figures;
use crate::workbook::Sender;
use crate::workbook::style;

/// Heads, numbers and widths of the columns.
const COLUMNS: [(&str, &str, u32); 9] = [
    ("Mã", "A", 9),
    ("TT", "B", 6),
    ("Nội dung", "C", 62),
    ("Đơn vị tính", "D", 14),
    ("Kế hoạch", "1", 14),
    ("Thực hiện", "2", 14),
    ("Năm trước", "3", 14),
    ("Đăng ký năm sau", "4", 14),
    ("Ghi chú", "E", 34),
];
const TARGET: u16 = 4;
const ACTUAL: u16 = 5;
const PREVIOUS: u16 = 6;
const PLEDGED: u16 = 7;
const NOTE: u16 = 8;
const HEAD_ROW: u32 = 3;
const FIRST_ROW: u32 = HEAD_ROW + 2;
const YES: &str = "Có";
const NO: &str = "Không";

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    sender: &Sender<'_>,
    catalogue: &Catalogue,
    figures: &Figures<'_>,
) -> Result<(), XlsxError> {
    sheet.set_name("Số liệu")?;
    set_up_page(sheet)?;
    write_head(sheet, sender)?;
    let rows = rows(catalogue);
    let mut row = FIRST_ROW;
    for (group, numeral) in catalogue.groups.iter().zip(NUMERALS) {
        write_group(sheet, row, numeral, &group.title)?;
        row += 1;
        for (number, indicator) in (1_u32..).zip(&group.indicators) {
            let table = FormRow { sheet: &mut *sheet, row, indicator, rows: &rows };
            table.write(number, sender, figures)?;
            row += 1;
        }
    }
    Ok(())
}

/// Numbers of the groups.
const NUMERALS: [&str; 15] =
    ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"];

/// Row of every indicator on the sheet, by code.
fn rows(catalogue: &Catalogue) -> BTreeMap<&str, u32> {
    let mut rows = BTreeMap::new();
    let mut row = FIRST_ROW;
    for group in &catalogue.groups {
        for indicator in &group.indicators {
            row += 1;
            rows.insert(indicator.code.as_str(), row);
        }
        row += 1;
    }
    rows
}

fn set_up_page(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    for (column, (_, _, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    style::print_on_a4(sheet);
    sheet.set_landscape();
    sheet.set_repeat_rows(HEAD_ROW, HEAD_ROW + 1)?;
    sheet.set_freeze_panes(FIRST_ROW, TARGET)?;
    Ok(())
}

fn write_head(sheet: &mut Worksheet, sender: &Sender<'_>) -> Result<(), XlsxError> {
    let year = sender.year;
    let title = format!("BIỂU TỔNG HỢP SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN NĂM {year}");
    let period = format!("(Số liệu từ 01/12/{} đến 30/11/{year})", year - 1);
    sheet.merge_range(0, 0, 0, NOTE, &title, &style::title())?;
    sheet.merge_range(1, 0, 1, NOTE, &sender.unit.full_name, &style::subtitle().set_bold())?;
    sheet.merge_range(2, 0, 2, NOTE, &period, &style::subtitle().set_italic())?;
    sheet.set_row_height(0, 24)?;
    sheet.set_row_height(HEAD_ROW, 34)?;
    for (column, (head, number, _)) in (0_u16..).zip(COLUMNS) {
        sheet.write_with_format(HEAD_ROW, column, head, &style::head())?;
        sheet.write_with_format(HEAD_ROW + 1, column, number, &style::column_number())?;
    }
    Ok(())
}

fn write_group(
    sheet: &mut Worksheet,
    row: u32,
    numeral: &str,
    title: &str,
) -> Result<(), XlsxError> {
    for column in 0..=NOTE {
        sheet.write_blank(row, column, &style::group())?;
    }
    sheet.write_with_format(row, 1, numeral, &style::group().set_align(FormatAlign::Center))?;
    sheet.write_with_format(row, 2, title, &style::group())?;
    Ok(())
}

/// A row of the form being written.
struct FormRow<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    indicator: &'a Indicator,
    rows: &'a BTreeMap<&'a str, u32>,
}

impl FormRow<'_> {
    fn write(
        mut self,
        number: u32,
        sender: &Sender<'_>,
        figures: &Figures<'_>,
    ) -> Result<(), XlsxError> {
        let (row, indicator) = (self.row, self.indicator);
        let note = sender.letter.notes.get(&indicator.code).map_or("", String::as_str);
        self.sheet.write_with_format(row, 0, &indicator.code, &style::centred())?;
        self.sheet.write_with_format(row, 1, number, &style::centred())?;
        self.sheet.write_with_format(row, 2, &indicator.name, &style::cell())?;
        self.sheet.write_with_format(row, 3, &indicator.unit, &style::centred())?;
        self.sheet.write_with_format(row, NOTE, note, &style::cell())?;
        let line = figures.line(indicator, sender.index);
        self.typed(TARGET, line.target)?;
        self.reported(ACTUAL, line.actual)?;
        self.reported(PREVIOUS, line.previous)?;
        self.typed(PLEDGED, line.pledged)
    }

    /// A figure of a year: a formula where the form holds what it is worked out from.
    fn reported(&mut self, column: u16, figure: Option<Decimal>) -> Result<(), XlsxError> {
        let (Some(formula), Some(figure)) = (self.formula(column), figure) else {
            return self.typed(column, figure);
        };
        let formula = formula.set_result(figure.normalize().to_string());
        let look = style::computed(self.indicator.decimals());
        self.sheet.write_formula_with_format(self.row, column, formula, &look)?;
        Ok(())
    }

    /// A figure as a clerk types it.
    fn typed(&mut self, column: u16, figure: Option<Decimal>) -> Result<(), XlsxError> {
        if self.indicator.kind == Kind::YesNo {
            return self.yes_or_no(column, figure);
        }
        let look = style::number(self.indicator.decimals());
        match figure.and_then(|figure| figure.to_f64()) {
            Some(figure) => self.sheet.write_with_format(self.row, column, figure, &look)?,
            None => self.sheet.write_blank(self.row, column, &look)?,
        };
        Ok(())
    }

    fn yes_or_no(&mut self, column: u16, figure: Option<Decimal>) -> Result<(), XlsxError> {
        let look = style::centred();
        let list = DataValidation::new().allow_list_strings(&[YES, NO])?;
        self.sheet.add_data_validation(self.row, column, self.row, column, &list)?;
        match figure {
            Some(figure) => {
                let word = if figure.is_zero() { NO } else { YES };
                self.sheet.write_with_format(self.row, column, word, &look)?
            }
            None => self.sheet.write_blank(self.row, column, &look)?,
        };
        Ok(())
    }

    /// The formula of a ratio; it leaves the cell empty where there is nothing to divide by.
    fn formula(&self, column: u16) -> Option<Formula> {
        let ratio = self.indicator.ratio.as_ref()?;
        let cell = |code: &str| Some(row_col_to_cell(*self.rows.get(code)?, column));
        let (numerator, denominator) = (cell(&ratio.numerator)?, cell(&ratio.denominator)?);
        let scale = if self.indicator.kind == Kind::Percent { "*100" } else { "" };
        let decimals = self.indicator.decimals();
        let quotient = format!("ROUND({numerator}/{denominator}{scale},{decimals})");
        Some(Formula::new(format!("=IF(N({denominator})=0,\"\",{quotient})")))
    }
}
