//! What every sheet of a form shares: paper, protection, page numbers.

use rust_xlsxwriter::ProtectionOptions;
use rust_xlsxwriter::Worksheet;

use crate::render::xlsx::style::TYPEFACE;

/// A4 in the numbering of Excel.
const A4: u8 = 9;

/// Margins in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.6, 0.4, 0.6, 0.6, 0.3, 0.3];

/// Sets paper and protection. Locked cells guard against slips; without a password they keep
/// nobody out, and columns and rows may be made wider.
pub(in crate::render) fn set_up(sheet: &mut Worksheet) {
    sheet.set_landscape();
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    let [left, right, top, bottom, head, foot] = MARGINS;
    sheet.set_margins(left, right, top, bottom, head, foot);
    sheet.set_footer(format!("&C&\"{TYPEFACE},Regular\"&10&P/&N"));
    sheet.set_screen_gridlines(false);
    let options =
        ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
}
