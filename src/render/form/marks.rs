//! The sheet on which a unit scores itself: a row for each criterion, grouped as the criteria are, sums
//! as formulas that stay blank until what they need is there.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::form_marks::MarkRole;
use crate::assets::form_marks::MarksSheet;
use crate::model::criteria::Criteria;
use crate::model::criteria::CriterionKind;
use crate::model::id::CriterionId;
use crate::render::form::Book;
use crate::render::form::Entry;
use crate::render::form::Target;
use crate::render::form::limits;
use crate::render::form::look;
use crate::render::form::look::Purpose;
use crate::render::form::note;
use crate::render::form::page;
use crate::render::form::plan::row_number;
use crate::render::points::Lines;

/// Row of the headers, under two lines of titles.
const HEADER: RowNum = 3;

/// Where everything stands on the sheet.
pub(super) struct Layout<'a> {
    form: &'a MarksSheet,
    lines: Lines,
}

impl<'a> Layout<'a> {
    pub(super) fn of(form: &'a MarksSheet, criteria: &Criteria) -> Self {
        Self { form, lines: Lines::of(criteria, HEADER + 1) }
    }

    /// Row and column of the points of a criterion.
    pub(super) fn points(&self, id: CriterionId) -> Option<(RowNum, ColNum)> {
        Some((self.lines.row(id), self.column(MarkRole::Own)?))
    }

    fn column(&self, role: MarkRole) -> Option<ColNum> {
        let index = self.form.columns.iter().position(|it| it.role == role)?;
        ColNum::try_from(index).ok()
    }
}

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    criteria: &Criteria,
) -> Result<(), XlsxError> {
    let form = &book.form.marks;
    let mut pen = Pen { layout: Layout::of(form, criteria), sheet, book, criteria };
    pen.sheet.set_name(&form.sheet)?;
    pen.sheet.set_formula_result_default("");
    page::set_up(pen.sheet);
    pen.titles()?;
    pen.headers()?;
    for group in 0..criteria.groups.len() {
        pen.group(group)?;
        for id in criteria.of_group(group) {
            pen.criterion(id)?;
        }
    }
    pen.total()
}

/// Width of a column in characters.
fn width(role: MarkRole) -> u32 {
    match role {
        MarkRole::Criterion => 56,
        MarkRole::Asked => 34,
        MarkRole::Evidence | MarkRole::Reason | MarkRole::Comment => 44,
        MarkRole::UnitName => 16,
        _ => 10,
    }
}

struct Pen<'a, 'b> {
    layout: Layout<'a>,
    sheet: &'b mut Worksheet,
    book: &'a Book<'a>,
    criteria: &'a Criteria,
}

impl Pen<'_, '_> {
    fn titles(&mut self) -> Result<(), XlsxError> {
        let last = row_number(self.layout.form.columns.len().saturating_sub(1));
        let last = ColNum::try_from(last).unwrap_or(ColNum::MAX);
        let campaign = self.book.campaign;
        let title =
            format!("{} {}", self.layout.form.title, campaign.period.title().to_uppercase());
        let unit = &campaign[self.book.unit].full_name;
        let of = format!("({})", self.criteria.title);
        let lines = [
            (title.as_str(), look::title()),
            (unit.as_str(), look::subtitle().set_bold()),
            (of.as_str(), look::subtitle().set_italic()),
        ];
        for (row, (text, format)) in (0..).zip(lines) {
            self.sheet.merge_range(row, 0, row, last, text, &format)?;
        }
        self.sheet.set_row_height(0, 24)?;
        Ok(())
    }

    fn headers(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_row_height(HEADER, 34)?;
        for (column, it) in (0..).zip(&self.layout.form.columns) {
            self.sheet.set_column_width(column, width(it.role))?;
            self.sheet.write_string_with_format(HEADER, column, &it.header, &look::header())?;
        }
        self.sheet.set_freeze_panes(HEADER + 1, 0)?;
        self.sheet.set_repeat_rows(HEADER, HEADER)?;
        Ok(())
    }

    /// Writes a row: a text or a number for each column.
    fn row(
        &mut self,
        row: RowNum,
        format: &Format,
        of: impl Fn(MarkRole) -> Option<Content>,
    ) -> Result<(), XlsxError> {
        for (column, it) in (0..).zip(&self.layout.form.columns) {
            let centred = format.clone().set_align(FormatAlign::Center);
            match of(it.role) {
                Some(Content::Text(text)) if it.role == MarkRole::Code => {
                    self.sheet.write_string_with_format(row, column, text, &centred)?
                }
                Some(Content::Text(text)) => {
                    self.sheet.write_string_with_format(row, column, text, format)?
                }
                Some(Content::Points(points)) => {
                    let points = points.to_f64().unwrap_or_default();
                    self.sheet.write_number_with_format(row, column, points, &centred)?
                }
                None => self.sheet.write_blank(row, column, format)?,
            };
        }
        Ok(())
    }

    fn group(&mut self, group: usize) -> Result<(), XlsxError> {
        let row = self.layout.lines.heading(group);
        let it = &self.criteria.groups[group];
        self.row(row, &look::group(group), |role| match role {
            MarkRole::Code => Some(Content::Text(it.code.clone())),
            MarkRole::Criterion => Some(Content::Text(it.title.clone())),
            MarkRole::Max => Some(Content::Points(it.max)),
            _ => None,
        })?;
        self.sheet.set_row_height(row, look::height(&[(&it.title, width(MarkRole::Criterion))]))?;
        let Some(column) = self.layout.column(MarkRole::Own) else { return Ok(()) };
        let formula = self.layout.lines.of_group(self.criteria, group, column);
        let result =
            self.criteria.sum(self.criteria.of_group(group), |id| self.book.filled.points(id));
        self.formula((row, column), formula, result)
    }

    fn criterion(&mut self, id: CriterionId) -> Result<(), XlsxError> {
        let row = self.layout.lines.row(id);
        let it = &self.criteria[id];
        self.row(row, &look::cell(), |role| match role {
            MarkRole::Code => Some(Content::Text(it.code.clone())),
            MarkRole::Criterion => Some(Content::Text(it.name.clone())),
            MarkRole::Asked => Some(Content::Text(it.evidence.clone())),
            MarkRole::Max => Some(Content::Points(it.max)),
            _ => None,
        })?;
        let texts = [
            (it.name.as_str(), width(MarkRole::Criterion)),
            (it.evidence.as_str(), width(MarkRole::Asked)),
        ];
        let note = self.book.filled.marks.get(&id).map_or("", |it| it.note.as_str());
        let texts = [texts[0], texts[1], (note, width(MarkRole::Evidence))];
        self.sheet.set_row_height(row, look::height(&texts))?;
        self.points(id)?;
        if let Some(column) = self.layout.column(MarkRole::Evidence) {
            self.sheet.write_string_with_format(row, column, note, &look::answer())?;
        }
        Ok(())
    }

    /// The cell that the unit fills.
    fn points(&mut self, id: CriterionId) -> Result<(), XlsxError> {
        let Some((row, column)) = self.layout.points(id) else { return Ok(()) };
        let criterion = &self.criteria[id];
        let purpose = match criterion.kind {
            CriterionKind::Merit => Purpose::Required,
            CriterionKind::Bonus | CriterionKind::Penalty => Purpose::Optional,
        };
        let format = look::purpose(look::centred(), purpose).set_unlocked();
        let target = Target::Mark(id);
        let format = self.book.worst(&target).map_or(format.clone(), |it| look::marked(format, it));
        let rule = limits::points(criterion)?;
        self.sheet.add_data_validation(row, column, row, column, &rule)?;
        match self.book.filled.marks.get(&id).map(|it| &it.entry) {
            Some(Entry::Number(points)) => {
                let points = points.to_f64().unwrap_or_default();
                self.sheet.write_number_with_format(row, column, points, &format)?
            }
            Some(Entry::Text(text)) => {
                self.sheet.write_string_with_format(row, column, text, &format)?
            }
            None => self.sheet.write_blank(row, column, &format)?,
        };
        note::insert(self.sheet, (row, column), self.book, &target, None)
    }

    fn total(&mut self) -> Result<(), XlsxError> {
        let row = self.layout.lines.total();
        let (label, scale) = (self.layout.form.total.clone(), self.criteria.scale);
        self.row(row, &look::header().set_align(FormatAlign::Left), |role| match role {
            MarkRole::Criterion => Some(Content::Text(label.clone())),
            MarkRole::Max => Some(Content::Points(scale)),
            _ => None,
        })?;
        let Some(column) = self.layout.column(MarkRole::Own) else { return Ok(()) };
        let formula = self.layout.lines.of_all(self.criteria, column);
        let result = self.criteria.total(|id| self.book.filled.points(id));
        self.formula((row, column), formula, result)
    }

    fn formula(
        &mut self,
        (row, column): (RowNum, ColNum),
        formula: String,
        result: Option<Decimal>,
    ) -> Result<(), XlsxError> {
        let format = look::purpose(look::centred(), Purpose::Computed).set_bold();
        let result = result.map(|it| it.normalize().to_string()).unwrap_or_default();
        let formula = rust_xlsxwriter::Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(row, column, formula, &format)?;
        Ok(())
    }
}

enum Content {
    Text(String),
    Points(Decimal),
}
