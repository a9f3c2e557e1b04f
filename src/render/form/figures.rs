//! The sheet of figures: a row for each indicator, grouped as the catalogue is.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::form::Role;
use crate::model::id::IndicatorId;
use crate::render::form::Book;
use crate::render::form::Target;
use crate::render::form::cell;
use crate::render::form::look;
use crate::render::form::note;
use crate::render::form::page;
use crate::render::form::plan::FIRST;
use crate::render::form::plan::HEADER;
use crate::render::form::plan::Line;
use crate::render::form::plan::Plan;
use crate::text::order;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    sheet.set_name(&book.form.figures.sheet)?;
    // A formula of nothing is stored as nothing: the writer's own default is 0.
    sheet.set_formula_result_default("");
    set_up(sheet, plan)?;
    titles(sheet, book, plan)?;
    headers(sheet, book, plan)?;
    for (row, line) in plan.rows() {
        match line {
            Line::Group { group, first } => write_group(sheet, book, plan, (row, group, first))?,
            Line::Indicator { id, number } => write_row(sheet, book, plan, (row, id, number))?,
        }
    }
    Ok(())
}

/// Width of a column in characters.
fn width(role: Role) -> u32 {
    match role {
        Role::Code => 9,
        Role::Order => 6,
        Role::Label => 52,
        Role::Unit => 12,
        Role::Figure => 13,
        Role::Note => 24,
        Role::Office => 28,
    }
}

fn set_up(sheet: &mut Worksheet, plan: &Plan) -> Result<(), XlsxError> {
    page::set_up(sheet);
    for (column, role, _) in plan.columns() {
        sheet.set_column_width(column, width(role))?;
    }
    let first_figure = plan.column(Role::Figure).unwrap_or_default();
    sheet.set_freeze_panes(FIRST, first_figure)?;
    sheet.set_repeat_rows(HEADER, HEADER + 1)?;
    sheet.set_print_area(0, 0, plan.last_row(), plan.last_column())?;
    Ok(())
}

fn titles(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    let period = book.campaign.period;
    let title = format!("BIỂU SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN {}", period.title().to_uppercase());
    let note = format!("({})", period.data_note());
    let unit = &book.campaign[book.unit].full_name;
    let lines = [
        (title.as_str(), look::title()),
        (unit.as_str(), look::subtitle().set_bold()),
        (note.as_str(), look::subtitle().set_italic()),
    ];
    for (row, (text, format)) in (0..).zip(lines) {
        sheet.merge_range(row, 0, row, plan.last_column(), text, &format)?;
    }
    sheet.set_row_height(0, 24)?;
    Ok(())
}

/// Headers, and under them A, B, … over words and 1, 2, … over figures.
fn headers(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    let (mut letters, mut numbers) = ('A'.., 1..);
    let cells = plan.columns().zip(&book.form.figures.columns);
    // Bold letters are wider.
    let cells = cells.map(|((_, role, _), it)| (it.header.as_str(), width(role) - 2));
    sheet.set_row_height(HEADER, look::height(&cells.collect::<Vec<_>>()).max(34))?;
    for ((column, role, _), declared) in plan.columns().zip(&book.form.figures.columns) {
        sheet.write_string_with_format(HEADER, column, &declared.header, &look::header())?;
        let index = match role {
            Role::Figure => numbers.next().map(|it: u32| it.to_string()),
            _ => letters.next().map(String::from),
        };
        let index = index.unwrap_or_default();
        sheet.write_string_with_format(HEADER + 1, column, index, &look::index())?;
    }
    Ok(())
}

fn write_group(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (row, group, first): (RowNum, usize, IndicatorId),
) -> Result<(), XlsxError> {
    let format = look::group(plan.office(book, first));
    let title = book.catalogue.groups[group].title.as_str();
    let office = book.catalogue[first].office.as_str();
    // Bold letters are wider.
    let cells = [(title, width(Role::Label) - 6), (office, width(Role::Office) - 5)];
    sheet.set_row_height(row, look::height(&cells))?;
    for (column, role, _) in plan.columns() {
        let (text, format) = match role {
            Role::Order => (order::roman(group + 1), format.clone().set_align(FormatAlign::Center)),
            Role::Label => (book.catalogue.groups[group].title.clone(), format.clone()),
            Role::Office => (book.catalogue[first].office.clone(), format.clone()),
            Role::Code | Role::Unit | Role::Figure | Role::Note => (String::new(), format.clone()),
        };
        sheet.write_string_with_format(row, column, text, &format)?;
    }
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (row, id, number): (RowNum, IndicatorId, u32),
) -> Result<(), XlsxError> {
    let indicator = &book.catalogue[id];
    let cells = [
        (indicator.name.as_str(), width(Role::Label) - 2),
        (indicator.unit.as_str(), width(Role::Unit)),
    ];
    sheet.set_row_height(row, look::height(&cells))?;
    for (column, role, measure) in plan.columns() {
        match measure {
            Some(measure) => cell::write(sheet, book, plan, (id, measure))?,
            None => write_words(sheet, book, plan, (row, column, role), (id, number))?,
        }
    }
    Ok(())
}

/// A cell that holds no figure.
fn write_words(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    plan: &Plan,
    (row, column, role): (RowNum, ColNum, Role),
    (id, number): (IndicatorId, u32),
) -> Result<(), XlsxError> {
    let indicator = &book.catalogue[id];
    match role {
        Role::Order => {
            sheet.write_number_with_format(row, column, number, &look::centred())?;
        }
        Role::Code => {
            sheet.write_string_with_format(row, column, &indicator.code, &look::centred())?;
        }
        Role::Unit => {
            sheet.write_string_with_format(row, column, &indicator.unit, &look::centred())?;
        }
        Role::Note => {
            sheet.write_blank(row, column, &look::answer())?;
        }
        Role::Office => {
            let format = look::office(plan.office(book, id));
            sheet.write_string_with_format(row, column, &indicator.office, &format)?;
        }
        Role::Figure => {}
        Role::Label => {
            let target = Target::Row(id);
            let indent = u8::from(indicator.subset_of.is_some());
            let format = look::cell().set_indent(indent);
            let format = book.worst(&target).map_or(format.clone(), |it| look::marked(format, it));
            sheet.write_string_with_format(row, column, &indicator.name, &format)?;
            note::insert(sheet, (row, column), book, &target, None)?;
        }
    }
    Ok(())
}
