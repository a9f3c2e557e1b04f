//! The long table: a block for each unit, with its name, its criteria by group, and its total.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::ConditionalFormatFormula;
use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DataValidationRule;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::assets::form_marks::MarkRole;
use crate::model::catalogue::Severity;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::render::form::look;
use crate::render::panel;
use crate::render::panel::PanelBook;
use crate::render::panel::Points;
use crate::render::panel::looks::Looks;
use crate::render::points::Lines;
use crate::text::order;

/// Row of the headers, under the titles.
const HEADER: RowNum = 3;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &PanelBook<'_>) -> Result<(), XlsxError> {
    sheet.set_name(&book.form.marks.sheet)?;
    sheet.set_formula_result_default("");
    panel::set_up(sheet);
    let mut pen = Pen { sheet, book, looks: Looks::new() };
    pen.titles()?;
    pen.headers()?;
    let mut next = HEADER + 1;
    for unit in book.campaign.unit_ids() {
        next = pen.unit(unit, next)?;
    }
    pen.rules(next.saturating_sub(1))
}

/// Width of a column in characters.
fn width(role: MarkRole) -> u32 {
    match role {
        MarkRole::Criterion => 52,
        MarkRole::Reason | MarkRole::Comment => 40,
        MarkRole::UnitName => 18,
        MarkRole::UnitCode => 15,
        _ => 11,
    }
}

struct Pen<'a, 'b> {
    sheet: &'b mut Worksheet,
    book: &'a PanelBook<'a>,
    looks: Looks,
}

impl Pen<'_, '_> {
    fn column(&self, role: MarkRole) -> Option<ColNum> {
        let index = self.book.form.marks.columns.iter().position(|it| it.role == role)?;
        ColNum::try_from(index).ok()
    }

    fn last_column(&self) -> ColNum {
        ColNum::try_from(self.book.form.marks.columns.len().saturating_sub(1)).unwrap_or(0)
    }

    fn titles(&mut self) -> Result<(), XlsxError> {
        let (campaign, form) = (self.book.campaign, &self.book.form.marks);
        let title = format!("{} {}", form.title, campaign.period.title().to_uppercase());
        let of = format!("({})", self.book.criteria.title);
        let lines = [
            (title.as_str(), look::title()),
            (campaign.cluster.name.as_str(), look::subtitle().set_bold()),
            (of.as_str(), look::subtitle().set_italic()),
        ];
        for (row, (text, format)) in (0..).zip(lines) {
            self.sheet.merge_range(row, 0, row, self.last_column(), text, &format)?;
        }
        self.sheet.set_row_height(0, 24)?;
        Ok(())
    }

    fn headers(&mut self) -> Result<(), XlsxError> {
        self.sheet.set_row_height(HEADER, 34)?;
        for (column, it) in (0..).zip(&self.book.form.marks.columns) {
            self.sheet.set_column_width(column, width(it.role))?;
            self.sheet.write_string_with_format(HEADER, column, &it.header, &look::header())?;
        }
        let name = self.column(MarkRole::Criterion).unwrap_or_default();
        self.sheet.set_freeze_panes(HEADER + 1, name)?;
        self.sheet.set_repeat_rows(HEADER, HEADER)?;
        Ok(())
    }

    /// Writes the block of a unit; gives back the row below it.
    fn unit(&mut self, unit: UnitId, first: RowNum) -> Result<RowNum, XlsxError> {
        let criteria = self.book.criteria;
        let lines = Lines::of(criteria, first + 1);
        let name = self.book.campaign[unit].full_name.as_str();
        self.heading(unit, first, ("", name, None), true)?;
        for (group, it) in criteria.groups.iter().enumerate() {
            let words = (it.code.as_str(), it.title.as_str(), Some(it.max));
            self.heading(unit, lines.heading(group), words, false)?;
            for id in criteria.of_group(group) {
                self.criterion(unit, id, lines.row(id))?;
            }
        }
        self.total(unit, &lines)?;
        Ok(lines.total() + 1)
    }

    /// A heading of a unit or of a group; it bears the unit's code, so that a filter keeps it.
    fn heading(
        &mut self,
        unit: UnitId,
        row: RowNum,
        (code, title, max): (&str, &str, Option<Decimal>),
        of_unit: bool,
    ) -> Result<(), XlsxError> {
        let format = if of_unit { &self.looks.unit } else { &self.looks.group };
        let units = &self.book.campaign[unit];
        let room = [(title, width(MarkRole::Criterion))];
        self.sheet.set_row_height(row, look::height(&room))?;
        for (column, it) in (0..).zip(&self.book.form.marks.columns) {
            let text = match it.role {
                MarkRole::UnitCode => units.code.as_str(),
                MarkRole::UnitName => units.name.as_str(),
                MarkRole::Code => code,
                MarkRole::Criterion => title,
                MarkRole::Max => {
                    if let Some(max) = max.and_then(|it| it.to_f64()) {
                        self.sheet.write_number_with_format(row, column, max, format)?;
                        continue;
                    }
                    ""
                }
                _ => "",
            };
            write_words(self.sheet, (row, column), text, format)?;
        }
        Ok(())
    }

    fn criterion(&mut self, unit: UnitId, id: CriterionId, row: RowNum) -> Result<(), XlsxError> {
        let (book, looks) = (self.book, &self.looks);
        let (criterion, of) = (&book.criteria[id], &book.campaign[unit]);
        let known = |points: &Points| points.get(&(unit, id)).and_then(|it| it.to_f64());
        self.sheet
            .set_row_height(row, look::height(&[(&criterion.name, width(MarkRole::Criterion))]))?;
        for (column, it) in (0..).zip(&book.form.marks.columns) {
            let at = (row, column);
            match it.role {
                MarkRole::UnitCode => write_words(self.sheet, at, &of.code, &looks.words)?,
                MarkRole::UnitName => write_words(self.sheet, at, &of.name, &looks.words)?,
                MarkRole::Code => write_words(self.sheet, at, &criterion.code, &looks.code)?,
                MarkRole::Criterion => write_words(self.sheet, at, &criterion.name, &looks.words)?,
                MarkRole::Max => {
                    write_points(self.sheet, at, criterion.max.to_f64(), &looks.given)?;
                }
                MarkRole::Counted => {
                    write_points(self.sheet, at, known(&book.counted), &looks.given)?;
                }
                MarkRole::Own => write_points(self.sheet, at, known(&book.own), &looks.given)?,
                MarkRole::Verified => write_points(self.sheet, at, None, &looks.open)?,
                MarkRole::Explained => write_points(self.sheet, at, None, &looks.later)?,
                MarkRole::Order | MarkRole::Asked | MarkRole::Evidence => {
                    write_words(self.sheet, at, "", &looks.words)?;
                }
                MarkRole::Reason | MarkRole::Comment => {
                    write_words(self.sheet, at, "", &looks.answer)?;
                }
            }
        }
        Ok(())
    }

    fn total(&mut self, unit: UnitId, lines: &Lines) -> Result<(), XlsxError> {
        let (book, row) = (self.book, lines.total());
        let of = &book.campaign[unit];
        let verified = self.column(MarkRole::Verified);
        for (column, it) in (0..).zip(&book.form.marks.columns) {
            let at = (row, column);
            let formula = match (it.role, verified) {
                (MarkRole::Own | MarkRole::Verified, _) => lines.of_all(book.criteria, column),
                (MarkRole::Explained, Some(verified)) => {
                    lines.of_later(book.criteria, [verified, column])
                }
                (role, _) => {
                    let text = match role {
                        MarkRole::UnitCode => of.code.as_str(),
                        MarkRole::UnitName => of.name.as_str(),
                        MarkRole::Criterion => book.form.marks.total.as_str(),
                        _ => "",
                    };
                    write_words(self.sheet, at, text, &self.looks.label)?;
                    continue;
                }
            };
            let own = (it.role == MarkRole::Own).then(|| self.own_total(unit)).flatten();
            let result = own.map(|it| it.normalize().to_string()).unwrap_or_default();
            let formula = Formula::new(formula).set_result(result);
            self.sheet.write_formula_with_format(row, column, formula, &self.looks.sum)?;
        }
        Ok(())
    }

    /// The total of a unit's own points, as the formula gives it.
    fn own_total(&self, unit: UnitId) -> Option<Decimal> {
        self.book.criteria.total(|id| self.book.own.get(&(unit, id)).copied())
    }

    /// One rule for each column, however many units there are: points up to the row's most, and a
    /// colour where a reason is missing.
    fn rules(&mut self, last: RowNum) -> Result<(), XlsxError> {
        let first = HEADER + 1;
        self.sheet.autofilter(HEADER, 0, last, self.last_column())?;
        if last < first {
            return Ok(());
        }
        let cell =
            |column: ColNum| format!("${}{}", order::column_letters(column.into()), first + 1);
        let column = |role| self.column(role).map(cell);
        let (own, most) = (column(MarkRole::Own), column(MarkRole::Max));
        let (verified, explained) = (column(MarkRole::Verified), column(MarkRole::Explained));
        let pairs = [
            (MarkRole::Verified, MarkRole::Reason, own, &verified),
            (MarkRole::Explained, MarkRole::Comment, verified.clone(), &explained),
        ];
        for (points, words, before, now) in pairs {
            let at = self.column(points).zip(most.as_ref());
            if let Some((at, most)) = at {
                let rule = within(most)?;
                self.sheet.add_data_validation(first, at, last, at, &rule)?;
            }
            let (Some(at), Some(before), Some(now)) = (self.column(words), before, now) else {
                continue;
            };
            let said = cell(at);
            // Totals have no most points, and need no reason.
            let of_criterion = most.as_ref().map_or("TRUE".to_owned(), |it| format!("{it}<>\"\""));
            let missing = format!(
                "=AND({before}<>\"\",{now}<>\"\",{before}<>{now},{said}=\"\",{of_criterion})"
            );
            let rule = ConditionalFormatFormula::new()
                .set_rule(missing.as_str())
                .set_format(look::marked(Format::new(), Severity::Error));
            self.sheet.add_conditional_format(first, at, last, at, &rule)?;
        }
        Ok(())
    }
}

/// Points from 0 to those in the row's own cell.
fn within(most: &str) -> Result<DataValidation, XlsxError> {
    let bounds = DataValidationRule::Between(Formula::new("=0"), Formula::new(format!("={most}")));
    DataValidation::new()
        .allow_decimal_number_formula(bounds)
        .set_error_title("Đề nghị nhập lại")?
        .set_error_message(
            "Nhập số điểm từ 0 đến điểm tối đa của dòng, không gõ chữ; chưa thẩm định thì để trống.",
        )
}

fn write_words(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match text {
        "" => sheet.write_blank(row, column, format)?,
        text => sheet.write_string_with_format(row, column, text, format)?,
    };
    Ok(())
}

fn write_points(
    sheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    points: Option<f64>,
    format: &Format,
) -> Result<(), XlsxError> {
    match points {
        None => sheet.write_blank(row, column, format)?,
        Some(points) => sheet.write_number_with_format(row, column, points, format)?,
    };
    Ok(())
}
