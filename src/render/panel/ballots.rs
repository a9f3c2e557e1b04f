//! A sheet for each ballot: its papers, and the votes for each unit. Counts only, never who voted for
//! whom.

use rust_xlsxwriter::DataValidation;
use rust_xlsxwriter::DataValidationRule;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use crate::model::meeting::Ballot;
use crate::render::form::look;
use crate::render::form::look::Purpose;
use crate::render::panel;
use crate::render::panel::PanelBook;

/// Widths of the columns: a number, a code or label, a name, a count.
const WIDTHS: [u32; 4] = [6, 34, 40, 18];

/// First row of the labels, under the title.
const LABELS: RowNum = 2;

/// Row of the header of the list of units.
const HEADER: RowNum = LABELS + 8;

/// Height of a row with a count, in points.
const HEIGHT: u32 = 22;

/// Column of the answers, and of the votes.
const ANSWER: u16 = 3;

/// Writes the sheet of a ballot.
pub(super) fn write(
    sheet: &mut Worksheet,
    book: &PanelBook<'_>,
    index: usize,
) -> Result<(), XlsxError> {
    let (form, ballots) = (&book.form.ballot, &book.campaign.ballots);
    let name = match ballots.len() {
        1 => form.sheet.clone(),
        _ => format!("{} {}", form.sheet, index + 1),
    };
    sheet.set_name(name)?;
    sheet.set_formula_result_default("");
    panel::set_up(sheet);
    sheet.set_portrait();
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.merge_range(0, 0, 0, ANSWER, &form.title, &look::title())?;
    sheet.set_row_height(0, 28)?;
    labels(sheet, book, &ballots[index])?;
    list(sheet, book, &ballots[index])
}

fn labels(sheet: &mut Worksheet, book: &PanelBook<'_>, ballot: &Ballot) -> Result<(), XlsxError> {
    let form = &book.form.ballot;
    let given = look::purpose(look::cell(), Purpose::Given);
    for (row, label, answer) in
        [(LABELS, &form.code, &ballot.code), (LABELS + 1, &form.subject, &ballot.title)]
    {
        sheet.write_string_with_format(row, 1, label, &look::cell().set_bold())?;
        sheet.merge_range(row, 2, row, ANSWER, answer, &given)?;
        let width = WIDTHS[2] + WIDTHS[3];
        sheet.set_row_height(row, look::height(&[(answer, width)]))?;
    }
    let held = |count: u32| ballot.is_held().then_some(count);
    let counts = [
        (&form.voters, Some(ballot.voters)),
        (&form.issued, held(ballot.issued)),
        (&form.returned, held(ballot.returned)),
        (&form.invalid, held(ballot.invalid)),
    ];
    for (row, (label, count)) in (LABELS + 2..).zip(counts) {
        label_row(sheet, row, label)?;
        open(sheet, row, count, book.campaign.units.len())?;
    }
    let valid = LABELS + 6;
    label_row(sheet, valid, &form.valid)?;
    let (returned, invalid) = (valid - 1, valid);
    let formula = format!("=IF(COUNT(D{returned}:D{invalid})=2,D{returned}-D{invalid},\"\")");
    let result = ballot.is_held().then(|| ballot.returned.saturating_sub(ballot.invalid));
    let result = result.map(|it| it.to_string()).unwrap_or_default();
    let format = look::purpose(look::centred(), Purpose::Computed);
    sheet.write_formula_with_format(
        valid,
        ANSWER,
        Formula::new(formula).set_result(result),
        &format,
    )?;
    Ok(())
}

fn label_row(sheet: &mut Worksheet, row: RowNum, label: &str) -> Result<(), XlsxError> {
    sheet.set_row_height(row, HEIGHT)?;
    sheet.merge_range(row, 1, row, 2, label, &look::cell().set_bold())?;
    Ok(())
}

fn list(sheet: &mut Worksheet, book: &PanelBook<'_>, ballot: &Ballot) -> Result<(), XlsxError> {
    let form = &book.form.ballot;
    let headers = ["TT", &form.unit_code, &form.unit_name, &form.votes];
    for (column, header) in (0..).zip(headers) {
        sheet.write_string_with_format(HEADER, column, header, &look::header())?;
    }
    sheet.set_freeze_panes(HEADER + 1, 0)?;
    sheet.set_repeat_rows(HEADER, HEADER)?;
    for (unit, number) in book.campaign.unit_ids().zip(1_u32..) {
        let row = HEADER + number;
        let it = &book.campaign[unit];
        sheet.write_number_with_format(row, 0, number, &look::centred())?;
        sheet.write_string_with_format(row, 1, &it.code, &look::cell())?;
        sheet.write_string_with_format(row, 2, &it.full_name, &look::cell())?;
        let votes = ballot.votes.iter().find(|it| it.unit == unit).map(|it| it.count);
        open(sheet, row, votes, book.campaign.units.len())?;
    }
    Ok(())
}

/// A cell for a count.
fn open(
    sheet: &mut Worksheet,
    row: RowNum,
    count: Option<u32>,
    units: usize,
) -> Result<(), XlsxError> {
    sheet.set_row_height(row, HEIGHT)?;
    let format: Format = look::purpose(look::centred(), Purpose::Required).set_unlocked();
    let most = i32::try_from(units).unwrap_or(i32::MAX);
    let rule = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, most))
        .set_error_title("Đề nghị nhập lại")?
        .set_error_message(format!(
            "Nhập một số nguyên từ 0 đến {most}; chưa kiểm thì để trống."
        ))?;
    sheet.add_data_validation(row, ANSWER, row, ANSWER, &rule)?;
    match count {
        Some(count) => sheet.write_number_with_format(row, ANSWER, count, &format)?,
        None => sheet.write_blank(row, ANSWER, &format)?,
    };
    Ok(())
}
