//! The first sheet of a workbook that goes back: each finding, with a link to the cell to mend.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Url;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::finding::lang::Lang;
use crate::model::place::Place;
use crate::render::form::Book;
use crate::render::form::Feedback;
use crate::render::form::Mark;
use crate::render::form::look;
use crate::render::form::page;
use crate::render::form::plan::Plan;
use crate::render::form::plan::link;
use crate::render::form::plan::row_number;
use crate::text::case;
use crate::text::normal;
use crate::text::order;

/// Headers and widths of the columns.
const COLUMNS: [(&str, u32); 7] = [
    ("STT", 6),
    ("Mức độ", 13),
    ("Ô", 16),
    ("Đã ghi", 16),
    ("Nội dung cần xem", 56),
    ("Đề nghị", 40),
    ("Vị trí trong tệp đã gửi", 22),
];

/// Last column.
const LAST: u16 = 6;

/// The longest text as typed that is repeated.
const LONGEST: usize = 200;

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    feedback: &Feedback,
    plan: &Plan,
) -> Result<(), XlsxError> {
    let words = &book.form.feedback;
    sheet.set_name(&words.sheet)?;
    page::set_up(sheet);
    for (column, (_, width)) in (0..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, LAST, &words.title, &look::title())?;
    sheet.set_row_height(0, 28)?;
    let mut lines: Vec<String> = words.lines.iter().filter_map(|it| book.line(it)).collect();
    if !feedback.taken {
        lines.push(words.not_taken.clone());
    }
    for (row, line) in (1..).zip(&lines) {
        sheet.merge_range(row, 0, row, LAST, line, &look::words())?;
        let width = COLUMNS.iter().map(|(_, width)| width).sum();
        sheet.set_row_height(row, look::height(&[(line, width)]))?;
    }
    let header = row_number(lines.len()) + 2;
    for (column, (title, _)) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(header, column, title, &look::header())?;
    }
    sheet.set_freeze_panes(header + 1, 0)?;
    sheet.set_repeat_rows(header, header)?;
    for (number, mark) in (1..).zip(&feedback.marks) {
        write_mark(sheet, book, plan, (header + number, number, mark))?;
    }
    Ok(())
}

fn write_mark(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (row, number, mark): (RowNum, u32, &Mark),
) -> Result<(), XlsxError> {
    let cell = look::cell().set_align(FormatAlign::Top);
    let severity = case::capitalise(Lang::Vi.severity(mark.severity));
    let centred = cell.clone().set_align(FormatAlign::Center);
    sheet.write_number_with_format(row, 0, number, &centred)?;
    let coloured = look::marked(centred, mark.severity).set_bold();
    sheet.write_string_with_format(row, 1, severity, &coloured)?;
    write_link(sheet, book, plan, (row, mark), &cell)?;
    let words = [
        shortened(&mark.typed),
        case::capitalise(&mark.words.message),
        case::capitalise(&mark.words.hint),
        lay(&mark.sent),
    ];
    let widths = COLUMNS[3..].iter().map(|(_, width)| *width);
    let cells: Vec<(&str, u32)> = words.iter().map(String::as_str).zip(widths).collect();
    sheet.set_row_height(row, look::height(&cells))?;
    let cell = cell.set_num_format("@");
    for (column, text) in (3..).zip(&words) {
        sheet.write_string_with_format(row, column, text, &cell)?;
    }
    Ok(())
}

/// The cell to mend, as a link; a dash if there is none.
fn write_link(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (row, mark): (RowNum, &Mark),
    format: &Format,
) -> Result<(), XlsxError> {
    let place = mark.target.as_ref().and_then(|it| plan.place(book, it));
    match place {
        Some((name, to, column)) => {
            let text = format!("{name} › {}", order::cell_address(to, u32::from(column)));
            let url = Url::new(link(name, to, column)).set_text(text);
            sheet.write_url_with_format(row, 2, url, &look::linked(format.clone()))?;
        }
        None => {
            sheet.write_string_with_format(row, 2, "–", format)?;
        }
    }
    Ok(())
}

/// Where a finding lay in what was sent: file, sheet and cell.
fn lay(place: &Place) -> String {
    let file = place.file.as_deref().map(|it| it.rsplit('/').next().unwrap_or(it));
    let parts = [file.map(normal::clean), place.sheet.as_deref().map(normal::clean)];
    let cell = place.cell.map(|it| it.to_string());
    parts.into_iter().flatten().chain(cell).collect::<Vec<_>>().join(" › ")
}

/// The beginning of a text as typed.
fn shortened(text: &str) -> String {
    let text = normal::clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
