//! What stands above a table: letterhead, symbol, title, period, unit.

use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::XlsxError;

use super::sheet::Line;
use super::sheet::Sheet;
use crate::model::document::Document;

/// Draws who issues the table on the left; its symbol and the mark of a draft on the right.
pub(super) fn letterhead(sheet: &mut Sheet<'_>, document: &Document) -> Result<(), XlsxError> {
    let upright = sheet.plan.styles.centred();
    let bold = upright.clone().set_bold();
    let symbol = sheet.plan.styles.words().set_align(FormatAlign::Right).set_bold();
    let head = &document.letterhead;

    let mut left = Line::all(&head.upper, &upright);
    left.extend(Line::all(&head.issuer, &bold));
    left.extend(head.number.iter().map(|number| Line::new(number.to_string(), &upright)));
    let right = [sheet.table.symbol.as_str(), document.draft.as_deref().unwrap_or("")];
    let right: Vec<Line> = right
        .iter()
        .filter(|text| !text.is_empty())
        .map(|text| Line::new(*text, &symbol))
        .collect();

    sheet.beside(&left, &right)?;
    if sheet.next > 0 {
        sheet.skip();
    }
    Ok(())
}

/// Draws title, period and unit over the whole width.
pub(super) fn title(sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let styles = sheet.plan.styles;
    let table = sheet.table;
    let lines = [
        Line::new(&table.title, &styles.centred().set_bold()),
        Line::new(&table.period, &styles.centred().set_italic()),
        Line::new(&table.unit_note, &styles.words().set_align(FormatAlign::Right).set_italic()),
    ];
    let lines: Vec<Line> = lines.into_iter().filter(|line| !line.text.is_empty()).collect();
    sheet.across(&lines)
}
