//! The sheet `Tự chấm điểm`: the points that the unit gives itself.

use std::error::Error;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::criteria::Criteria;
use crate::sample::Scores;
use crate::workbook::Sender;
use crate::workbook::style;

/// Heads and widths of the columns.
const COLUMNS: [(&str, u32); 6] = [
    ("Mã", 9),
    ("Nội dung, tiêu chí", 56),
    ("Cần chứng minh bằng", 34),
    ("Điểm tối đa", 10),
    ("Tự chấm", 10),
    ("Minh chứng, giải trình", 44),
];
const MAX: u16 = 3;
const OWN: u16 = 4;
const EVIDENCE: u16 = 5;
const HEAD_ROW: u32 = 2;

/// Writes the sheet.
pub(super) fn write(
    sheet: &mut Worksheet,
    sender: &Sender<'_>,
    criteria: &Criteria,
    scores: &Scores,
) -> Result<(), Box<dyn Error>> {
    let wanted = criteria.all().count();
    if scores.own.len() != wanted {
        return Err(format!("{} points for {wanted} criteria", scores.own.len()).into());
    }
    sheet.set_name("Tự chấm điểm")?;
    style::print_on_a4(sheet);
    sheet.set_landscape();
    sheet.set_row_height(0, 28)?;
    let title = format!("BẢNG TỰ CHẤM ĐIỂM THI ĐUA NĂM {}", sender.year);
    sheet.merge_range(0, 0, 0, EVIDENCE, &title, &style::title())?;
    sheet.merge_range(1, 0, 1, EVIDENCE, &sender.unit.full_name, &style::subtitle())?;
    for (column, (head, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_with_format(HEAD_ROW, column, head, &style::head())?;
    }
    sheet.set_freeze_panes(HEAD_ROW + 1, 0)?;
    let mut points = scores.own.iter();
    let mut row = HEAD_ROW + 1;
    for group in &criteria.groups {
        let own: Vec<Decimal> = points.by_ref().take(group.criteria.len()).copied().collect();
        let last = row + u32::try_from(own.len())?;
        let cells = format!("{}:{}", row_col_to_cell(row + 1, OWN), row_col_to_cell(last, OWN));
        let sum: Decimal = own.iter().sum();
        sheet.write_with_format(row, 0, &group.code, &style::group())?;
        sheet.write_with_format(row, 1, &group.title, &style::group())?;
        sheet.write_blank(row, 2, &style::group())?;
        sheet.write_with_format(row, MAX, group.max.to_f64(), &style::group())?;
        let formula =
            Formula::new(format!("=SUM({cells})")).set_result(sum.normalize().to_string());
        sheet.write_formula_with_format(row, OWN, formula, &style::group())?;
        sheet.write_blank(row, EVIDENCE, &style::group())?;
        for (criterion, own) in group.criteria.iter().zip(own) {
            row += 1;
            sheet.write_with_format(row, 0, &criterion.code, &style::centred())?;
            sheet.write_with_format(row, 1, &criterion.name, &style::cell())?;
            sheet.write_with_format(row, 2, &criterion.evidence, &style::cell())?;
            sheet.write_with_format(row, MAX, criterion.max.to_f64(), &style::centred())?;
            sheet.write_with_format(row, OWN, own.to_f64(), &style::centred())?;
            let evidence = match criterion.evidence.as_str() {
                "" => String::new(),
                asked => format!("{asked}; báo cáo số {}", sender.letter.report),
            };
            sheet.write_with_format(row, EVIDENCE, evidence, &style::cell())?;
        }
        row += 1;
    }
    Ok(())
}
