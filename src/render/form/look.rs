//! Looks of cells.

use rust_xlsxwriter::Color;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::FormatUnderline;

use crate::model::catalogue::Indicator;
use crate::model::catalogue::Severity;
use crate::render::xlsx::style::SIZE;
use crate::render::xlsx::style::TYPEFACE;

/// Most decimals that a cell shows: Excel keeps fifteen digits.
const MOST_DECIMALS: u32 = 10;

/// Height of a line of text, in points.
const LINE_HEIGHT: u32 = 16;

/// Lines of the highest row: Excel holds 409 points.
const MOST_LINES: usize = 24;

const HEADER: Color = Color::RGB(0xD9_E2_F3);
const DIVIDER: Color = Color::RGB(0xF2_F2_F2);
const LINK: Color = Color::RGB(0x1F_4E_9C);

/// Shades of the offices, one after the other.
const OFFICES: [Color; 8] = [
    Color::RGB(0xDD_EB_F7),
    Color::RGB(0xE2_EF_DA),
    Color::RGB(0xFC_E4_D6),
    Color::RGB(0xED_E3_F3),
    Color::RGB(0xDA_F0_EE),
    Color::RGB(0xF3_E9_DC),
    Color::RGB(0xE4_E7_F0),
    Color::RGB(0xF6_E0_EA),
];

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::render) enum Purpose {
    /// To be filled.
    Required,
    /// To be filled if there is something.
    Optional,
    /// Made by a formula.
    Computed,
    /// Known already.
    Given,
}

impl Purpose {
    fn colour(self) -> Color {
        match self {
            Self::Required => Color::RGB(0xFF_F2_CC),
            Self::Optional => Color::RGB(0xFF_FB_EC),
            Self::Computed => Color::RGB(0xEA_F1_E6),
            Self::Given => Color::RGB(0xED_ED_ED),
        }
    }
}

/// Plain words.
pub(in crate::render) fn words() -> Format {
    Format::new()
        .set_font_name(TYPEFACE)
        .set_font_size(SIZE)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
}

/// A title above a sheet.
pub(in crate::render) fn title() -> Format {
    words().set_bold().set_font_size(SIZE + 2).set_align(FormatAlign::Center)
}

/// A line under a title.
pub(in crate::render) fn subtitle() -> Format {
    words().set_align(FormatAlign::Center)
}

/// A heading among lines.
pub(in crate::render) fn heading() -> Format {
    words().set_bold()
}

/// A cell with lines around it.
pub(in crate::render) fn cell() -> Format {
    words().set_border(FormatBorder::Thin)
}

/// A centred cell.
pub(in crate::render) fn centred() -> Format {
    cell().set_align(FormatAlign::Center)
}

/// The header of a column.
pub(in crate::render) fn header() -> Format {
    centred().set_bold().set_background_color(HEADER)
}

/// The index of a column.
pub(in crate::render) fn index() -> Format {
    centred().set_italic().set_font_size(SIZE - 2)
}

/// A row that divides a table, in a shade of its own.
pub(in crate::render) fn divider() -> Format {
    cell().set_bold().set_background_color(DIVIDER)
}

/// The heading of a group, in the shade of its office.
pub(in crate::render) fn group(office: usize) -> Format {
    shaded(cell().set_bold(), office)
}

/// A cell in the shade of an office.
pub(in crate::render) fn shaded(format: Format, office: usize) -> Format {
    format.set_background_color(OFFICES[office % OFFICES.len()])
}

/// Height in points of a row whose cells hold so many characters in columns so many characters
/// wide: programs that do not fit rows to wrapped text, and merged cells, need it told.
pub(in crate::render) fn height(cells: &[(&str, u32)]) -> u32 {
    let lines = |(text, width): &(&str, u32)| {
        // Letters of the typeface are narrower than the digits that widths count.
        let room = (*width as usize * 11 / 10).max(1);
        text.lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum::<usize>()
    };
    let most = cells.iter().map(lines).max().unwrap_or(1).clamp(1, MOST_LINES);
    u32::try_from(most).map_or(LINE_HEIGHT, |lines| lines * LINE_HEIGHT + 3)
}

/// Words that lead to another cell.
pub(in crate::render) fn linked(format: Format) -> Format {
    format.set_font_color(LINK).set_underline(FormatUnderline::Single)
}

/// The name of an office beside a row: small, on one line.
pub(in crate::render) fn office(office: usize) -> Format {
    let format = Format::new().set_font_name(TYPEFACE).set_font_size(SIZE - 2);
    let format = format.set_align(FormatAlign::VerticalCenter).set_border(FormatBorder::Thin);
    shaded(format.set_shrink(), office)
}

/// The colour of what a cell is for.
pub(in crate::render) fn purpose(format: Format, purpose: Purpose) -> Format {
    format.set_background_color(purpose.colour())
}

/// A cell for words that the unit writes.
pub(in crate::render) fn answer() -> Format {
    purpose(cell(), Purpose::Optional).set_num_format("@").set_unlocked()
}

/// A cell for a figure.
pub(in crate::render) fn figure(indicator: &Indicator, it: Purpose) -> Format {
    let format = purpose(cell(), it).set_num_format(number_format(indicator.decimals));
    let format = format.set_align(FormatAlign::Right);
    if it == Purpose::Computed { format.set_italic() } else { format }
}

/// The colour of a finding.
pub(in crate::render) fn marked(format: Format, severity: Severity) -> Format {
    format.set_background_color(match severity {
        Severity::Error => Color::RGB(0xF8_B4_AA),
        Severity::Warning => Color::RGB(0xFF_CE_7A),
        Severity::Notice => Color::RGB(0xBD_DC_F5),
    })
}

fn number_format(decimals: u32) -> String {
    match decimals.min(MOST_DECIMALS) {
        0 => "#,##0".to_owned(),
        decimals => format!("#,##0.{}", "0".repeat(decimals as usize)),
    }
}
