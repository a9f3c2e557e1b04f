//! The sheet that tells how the form is filled, with a way to each office's part.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Url;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::render::form::Book;
use crate::render::form::look;
use crate::render::form::look::Purpose;
use crate::render::form::page;
use crate::render::form::plan::Line;
use crate::render::form::plan::Plan;
use crate::render::form::plan::link;
use crate::render::form::state;
use crate::render::form::state::State;
use crate::text::order;

/// Widths of the columns: a mark, the words, and what stands beside them.
const WIDTHS: [u32; 4] = [6, 62, 44, 16];

/// Headers of the list of offices.
const HEADERS: [&str; 4] = ["TT", "Phần", "Ban thực hiện", "Số ô phải điền"];

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
    let words = &book.form.instructions;
    sheet.set_name(&words.sheet)?;
    page::set_up(sheet);
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let mut pen = Pen { sheet, next: 0 };
    pen.across(&words.title, &look::title(), 28)?;
    pen.across(&book.campaign[book.unit].full_name, &look::subtitle().set_bold(), 20)?;
    for section in &words.sections {
        let lines: Vec<String> = section.lines.iter().filter_map(|it| book.line(it)).collect();
        if !lines.is_empty() {
            pen.heading(&section.title)?;
        }
        for line in lines {
            pen.line(&line)?;
        }
    }
    if book.criteria.is_some() {
        pen.heading(&book.form.marks.sheet)?;
        for line in book.form.marks.lines.iter().filter_map(|it| book.line(it)) {
            pen.line(&line)?;
        }
    }
    pen.heading(&words.colours)?;
    for (purpose, meaning) in [
        (Purpose::Required, &words.required),
        (Purpose::Optional, &words.optional),
        (Purpose::Computed, &words.computed),
        (Purpose::Given, &words.given),
    ] {
        pen.colour(purpose, meaning)?;
    }
    pen.heading(&words.offices)?;
    pen.offices(book, plan)
}

/// Writes one row below the other.
struct Pen<'a> {
    sheet: &'a mut Worksheet,
    next: RowNum,
}

impl Pen<'_> {
    fn row(&mut self) -> RowNum {
        self.next += 1;
        self.next - 1
    }

    /// Words over the whole width; merged rows do not grow by themselves, so the height is given.
    fn across(&mut self, text: &str, format: &Format, height: u32) -> Result<(), XlsxError> {
        let row = self.row();
        self.sheet.merge_range(row, 0, row, 3, text, format)?;
        self.sheet.set_row_height(row, height)?;
        Ok(())
    }

    fn heading(&mut self, text: &str) -> Result<(), XlsxError> {
        self.next += 1;
        self.across(text, &look::heading(), 20)
    }

    fn line(&mut self, text: &str) -> Result<(), XlsxError> {
        self.words(text, None)
    }

    fn colour(&mut self, purpose: Purpose, meaning: &str) -> Result<(), XlsxError> {
        self.words(meaning, Some(purpose))
    }

    /// A line with a dash, or with a cell in the colour that it speaks of.
    fn words(&mut self, text: &str, colour: Option<Purpose>) -> Result<(), XlsxError> {
        let row = self.row();
        let width = WIDTHS[1..].iter().sum();
        match colour {
            Some(it) => self.sheet.write_blank(row, 0, &look::purpose(look::cell(), it))?,
            None => self.sheet.write_string_with_format(row, 0, "–", &look::subtitle())?,
        };
        self.sheet.merge_range(row, 1, row, 3, text, &look::words())?;
        self.sheet.set_row_height(row, look::height(&[(text, width)]))?;
        Ok(())
    }

    /// Every part of the form with its office, and how many cells of it must be filled.
    fn offices(&mut self, book: &Book<'_>, plan: &Plan) -> Result<(), XlsxError> {
        let head = self.row();
        for (column, header) in (0..).zip(HEADERS) {
            self.sheet.write_string_with_format(head, column, header, &look::header())?;
        }
        for office in 0..plan.offices.len() {
            for (at, line) in plan.rows() {
                let Line::Group { group, first } = line else { continue };
                if plan.office(book, first) == office {
                    self.part(book, plan, (at, group, first))?;
                }
            }
        }
        Ok(())
    }

    fn part(
        &mut self,
        book: &Book<'_>,
        plan: &Plan,
        (at, group, first): (RowNum, usize, IndicatorId),
    ) -> Result<(), XlsxError> {
        let row = self.row();
        let cell = |format| look::shaded(format, plan.office(book, first));
        let url = Url::new(link(&book.form.figures.sheet, at, 0))
            .set_text(&book.catalogue.groups[group].title);
        let words = [
            (book.catalogue.groups[group].title.as_str(), WIDTHS[1]),
            (book.catalogue[first].office.as_str(), WIDTHS[2]),
        ];
        let sheet = &mut *self.sheet;
        sheet.set_row_height(row, look::height(&words))?;
        sheet.write_string_with_format(row, 0, order::roman(group + 1), &cell(look::centred()))?;
        sheet.write_url_with_format(row, 1, url, &look::linked(cell(look::cell())))?;
        sheet.write_string_with_format(
            row,
            2,
            &book.catalogue[first].office,
            &cell(look::cell()),
        )?;
        let cells = required(book, plan, group);
        sheet.write_number_with_format(row, 3, cells, &cell(look::centred()))?;
        Ok(())
    }
}

/// Cells of a group that must be filled by hand.
fn required(book: &Book<'_>, plan: &Plan, group: usize) -> u32 {
    let ids = book.catalogue.ids().filter(|id| book.catalogue[*id].group == group);
    let cells = ids.flat_map(|id| {
        let measures = book.catalogue[id].required.iter().copied();
        measures.map(move |measure: Measure| (id, measure))
    });
    let by_hand = |(id, measure): &(IndicatorId, Measure)| {
        plan.figure(*id, *measure).is_some()
            && matches!(state::of(book, plan, *id, *measure), State::Open(_))
    };
    u32::try_from(cells.filter(by_hand).count()).unwrap_or(u32::MAX)
}
