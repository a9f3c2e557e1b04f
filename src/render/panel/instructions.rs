//! The sheet that tells the panel how its workbook is filled.

use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::form_words;
use crate::render::form::look;
use crate::render::panel;
use crate::render::panel::PanelBook;

/// Widths of the columns: a dash, and the words.
const WIDTHS: [u32; 2] = [5, 110];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &PanelBook<'_>) -> Result<(), XlsxError> {
    let words = &book.form.instructions;
    sheet.set_name(&words.sheet)?;
    panel::set_up(sheet);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, 1, &words.title, &look::title())?;
    sheet.set_row_height(0, 28)?;
    let mut row: RowNum = 1;
    for section in &words.sections {
        let lines = section.lines.iter().filter_map(|it| line(book, it));
        let lines: Vec<String> = lines.collect();
        sheet.write_string_with_format(row + 1, 1, &section.title, &look::heading())?;
        row += 2;
        for line in lines {
            sheet.write_string_with_format(row, 0, "–", &look::subtitle())?;
            sheet.write_string_with_format(row, 1, &line, &look::words())?;
            sheet.set_row_height(row, look::height(&[(&line, WIDTHS[1])]))?;
            row += 1;
        }
    }
    Ok(())
}

/// A line with its places filled; `None` if there is nothing to fill one with.
fn line(book: &PanelBook<'_>, line: &str) -> Option<String> {
    form_words::filled(line, |name| match name {
        "cum" => Some(book.campaign.cluster.name.clone()),
        "ky" => Some(book.campaign.period.title()),
        _ => None,
    })
}
