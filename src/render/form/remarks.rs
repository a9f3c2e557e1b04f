//! The sheet of the unit's own words: a topic, and room for sentences beside it.

use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::render::form::Book;
use crate::render::form::Target;
use crate::render::form::look;
use crate::render::form::note;
use crate::render::form::page;
use crate::render::form::plan::Plan;
use crate::render::form::plan::REMARKS_FIRST;
use crate::render::form::plan::SENTENCE;

/// Headers and widths of the columns.
const COLUMNS: [(&str, u32); 3] = [("TT", 6), ("Mục", 34), ("Nội dung", 90)];

/// Room for a few sentences, in points; it grows with what is written.
const HEIGHT: u32 = 72;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    sheet.set_name(&book.form.remarks.sheet)?;
    page::set_up(sheet);
    sheet.set_row_height(0, 28)?;
    sheet.merge_range(0, 0, 0, SENTENCE, "ĐÁNH GIÁ CỦA ĐƠN VỊ", &look::title())?;
    for (column, (header, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(1, column, header, &look::header())?;
    }
    sheet.set_repeat_rows(1, 1)?;
    sheet.set_freeze_panes(REMARKS_FIRST, 0)?;
    for (number, topic) in (1_u32..).zip(&book.form.remarks.topics) {
        let target = Target::Remark(topic.key.clone());
        let Some((_, row, column)) = plan.place(book, &target) else { continue };
        let sentence = book.filled.remarks.get(&topic.key).map_or("", String::as_str);
        let open = look::answer();
        let format = book.worst(&target).map_or(open.clone(), |it| look::marked(open, it));
        sheet.set_row_height(row, HEIGHT)?;
        sheet.write_number_with_format(row, 0, number, &look::centred())?;
        sheet.write_string_with_format(row, 1, &topic.label, &look::cell().set_bold())?;
        sheet.write_string_with_format(row, column, sentence, &format)?;
        note::insert(sheet, (row, column), book, &target, None)?;
    }
    Ok(())
}
