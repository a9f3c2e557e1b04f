//! The looks that the sheets share.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::Worksheet;

const FONT: &str = "Times New Roman";
const HEAD: Color = Color::RGB(0x00D9_E2F3);
const GROUP: Color = Color::RGB(0x00F2_F2F2);
const COMPUTED: Color = Color::RGB(0x00FA_F6E6);
const A4: u8 = 9;

/// Plain text.
pub(crate) fn text() -> Format {
    Format::new().set_font_name(FONT).set_font_size(12).set_align(FormatAlign::VerticalCenter)
}

/// A title above a table.
pub(crate) fn title() -> Format {
    text().set_bold().set_font_size(14).set_align(FormatAlign::Center).set_text_wrap()
}

/// A line under a title.
pub(crate) fn subtitle() -> Format {
    text().set_align(FormatAlign::Center)
}

/// A cell with a border whose text wraps.
pub(crate) fn cell() -> Format {
    text().set_border(FormatBorder::Thin).set_text_wrap()
}

/// A centred cell.
pub(crate) fn centred() -> Format {
    cell().set_align(FormatAlign::Center)
}

/// The head of a column.
pub(crate) fn head() -> Format {
    centred().set_bold().set_background_color(HEAD)
}

/// The number of a column.
pub(crate) fn column_number() -> Format {
    centred().set_italic().set_font_size(10)
}

/// A row that names a group.
pub(crate) fn group() -> Format {
    cell().set_bold().set_background_color(GROUP)
}

/// A cell for a number with so many decimals.
pub(crate) fn number(decimals: u32) -> Format {
    let decimals = usize::try_from(decimals).unwrap_or_default();
    let code = if decimals == 0 { "#,##0".into() } else { format!("#,##0.{:0<decimals$}", "") };
    cell().set_align(FormatAlign::Right).set_num_format(code)
}

/// A cell whose number a formula gives.
pub(crate) fn computed(decimals: u32) -> Format {
    number(decimals).set_background_color(COMPUTED).set_italic()
}

/// Prints a sheet on A4 paper, as wide as the page, with page numbers.
pub(crate) fn print_on_a4(sheet: &mut Worksheet) {
    sheet.set_paper_size(A4);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.6, 0.4, 0.6, 0.6, 0.3, 0.3);
    sheet.set_footer("&C&\"Times New Roman,Regular\"&10&P/&N");
    sheet.set_print_center_horizontally(true);
}
