//! Columns, panes and print setup.

use std::ops::RangeInclusive;

use rust_xlsxwriter::IgnoreError;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::paper::Extent;
use super::paper::Paper;
use super::sheet::Sheet;
use super::style::TYPEFACE;

/// Margins in inches: left 20 mm, right 15 mm, top and bottom 20 mm; header and footer 8 mm from
/// the edges.
const MARGINS: [f64; 6] = [0.79, 0.59, 0.79, 0.79, 0.31, 0.31];

/// Longest mark of a draft that fits in a page header.
const LONGEST_MARK: usize = 60;

/// Sets what the screen shows and how the sheet is printed. `header` are the header rows.
pub(super) fn set_up(
    sheet: &mut Sheet<'_>,
    header: RangeInclusive<RowNum>,
    extent: Extent,
    draft: Option<&str>,
) -> Result<(), XlsxError> {
    let last_row = sheet.next.saturating_sub(1).max(*header.end());
    let (plan, out) = (&sheet.plan, &mut *sheet.out);
    for (column, width) in (0..).zip(&plan.widths) {
        out.set_column_width_pixels(column, *width)?;
    }
    out.set_freeze_panes(header.end() + 1, plan.frozen)?;
    out.set_screen_gridlines(false);
    // Order numbers such as `1` are words: no green corner in their cells.
    out.ignore_error_range(0, 0, last_row, plan.all.last, IgnoreError::NumberStoredAsText)?;

    out.set_print_area(0, 0, last_row, plan.all.last)?;
    out.set_repeat_rows(*header.start(), *header.end())?;
    out.set_print_fit_to_pages(1, plan.paper.pages(extent));
    across(out, plan.paper, draft);
    Ok(())
}

/// Sets a sheet to be printed on paper that lies across, with page numbers and the mark of a draft.
pub(super) fn across(out: &mut Worksheet, paper: Paper, draft: Option<&str>) {
    out.set_landscape();
    out.set_paper_size(paper.number);
    out.set_print_center_horizontally(true);
    let [left, right, top, bottom, head, foot] = MARGINS;
    out.set_margins(left, right, top, bottom, head, foot);
    out.set_footer(format!("&C&\"{TYPEFACE},Regular\"&12&P/&N"));
    if let Some(draft) = draft {
        out.set_header(format!("&R&10&\"{TYPEFACE},Italic\"{}", escaped(draft)));
    }
}

/// `mark` for a page header, where `&` begins a command.
fn escaped(mark: &str) -> String {
    mark.chars().take(LONGEST_MARK).collect::<String>().replace('&', "&&")
}
