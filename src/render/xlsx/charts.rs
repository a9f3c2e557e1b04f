//! The sheet of charts: what each draws as a small table, and Excel's own chart beside it, which follows the
//! table when a number is changed.

use rust_xlsxwriter::Chart as Drawing;
use rust_xlsxwriter::ChartDataLabel;
use rust_xlsxwriter::ChartDataLabelPosition;
use rust_xlsxwriter::ChartFont;
use rust_xlsxwriter::ChartFormat;
use rust_xlsxwriter::ChartLine;
use rust_xlsxwriter::ChartMarker;
use rust_xlsxwriter::ChartMarkerType;
use rust_xlsxwriter::ChartSolidFill;
use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;
use rust_xlsxwriter::utility::row_col_to_cell;

use super::content::nearest;
use super::page;
use super::paper::A4;
use super::style::DEFAULT_HEIGHT;
use super::style::Digits;
use super::style::SIZE;
use super::style::Styles;
use super::style::TYPEFACE;
use super::style::number_format;
use super::whole;
use crate::model::chart::Chart;
use crate::model::chart::ChartKind;
use crate::model::chart::MISSING;
use crate::model::document::Document;
use crate::model::table::ColumnKind;
use crate::model::table::RowKind;

/// Name of the sheet.
pub(super) const SHEET: &str = "Biểu đồ";

/// Width of the columns of categories and of values, and of the gap before the drawing, in pixels.
const WIDTHS: [u32; 3] = [170, 120, 24];

/// Width of a drawing in pixels: with the table beside it, a page across.
const WIDTH: u32 = 660;

/// Least height of a drawing in rows.
const LEAST_ROWS: RowNum = 14;

/// Percent of its size at which the sheet is printed: a little is left for printers with wide margins.
const SCALE: u16 = 90;

/// Bars are as wide as twice the gap between them.
const GAP: u16 = 50;

/// Grey of bars and lines: legible in black and white.
const INK: u32 = 0x8C_8C_8C;

const CATEGORY: ColNum = 0;
const VALUE: ColNum = 1;
const DRAWN: ColNum = 3;

/// Draws the charts, one below the other; says in which cell each figure stands, by its number.
pub(super) fn draw(
    out: &mut Worksheet,
    sheet: &str,
    document: &Document,
    charts: &[&Chart],
) -> Result<Vec<(usize, String)>, XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        out.set_column_width_pixels(column, width)?;
    }
    let mut places = Places { out, sheet, next: 0, figures: Vec::new() };
    // A page for each: none is cut in two.
    let mut breaks = Vec::new();
    for chart in charts {
        breaks.extend((places.next > 0).then_some(places.next));
        places.chart(chart)?;
    }
    let figures = places.figures;
    out.set_page_breaks(&breaks)?;
    out.set_screen_gridlines(false);
    page::across(out, A4, document.draft.as_deref());
    out.set_print_scale(SCALE);
    Ok(figures)
}

struct Places<'a> {
    out: &'a mut Worksheet,
    sheet: &'a str,
    next: RowNum,
    figures: Vec<(usize, String)>,
}

impl Places<'_> {
    fn chart(&mut self, chart: &Chart) -> Result<(), XlsxError> {
        let styles = Styles { size: SIZE };
        // Titles run on over the cells beside them.
        let title = styles.words().unset_text_wrap();
        self.out.write_with_format(self.next, CATEGORY, &chart.title, &title.clone().set_bold())?;
        let note = title.set_italic().set_align(FormatAlign::Left);
        self.out.write_with_format(self.next + 1, CATEGORY, &chart.unit_note, &note)?;
        let header = self.next + 2;
        for (column, words) in [(CATEGORY, heading(chart.kind)), (VALUE, "Số liệu")] {
            self.out.write_with_format(header, column, words, &styles.header())?;
        }
        let first = header + 1;
        let mut last = header;
        for point in &chart.points {
            last += 1;
            let words = styles.cell(ColumnKind::Label, RowKind::Item);
            self.out.write_with_format(last, CATEGORY, &point.category, &words)?;
            let Some(number) = &point.number else {
                self.out.write_with_format(last, VALUE, MISSING, &words.set_italic())?;
                continue;
            };
            let value = number.value.map(nearest).unwrap_or_default();
            let format = styles.number(ColumnKind::Number, RowKind::Item, Digits::of(number));
            self.out.write_with_format(last, VALUE, value, &format)?;
            self.figures.push((number.n, row_col_to_cell(last, VALUE)));
        }
        let digits = digits(chart);
        whole::in_cells(self.out, [first, last], [VALUE, VALUE], digits.needless())?;
        let rows = (last - header + 1).max(LEAST_ROWS);
        let mut drawing = self.drawing(chart, self.next, [first, last], digits);
        drawing.set_width(WIDTH).set_height(rows * DEFAULT_HEIGHT);
        self.out.insert_chart(header, DRAWN, &drawing)?;
        self.next = header + rows + 2;
        Ok(())
    }

    fn drawing(
        &self,
        chart: &Chart,
        title: RowNum,
        [first, last]: [RowNum; 2],
        digits: Digits,
    ) -> Drawing {
        let mut drawing = match chart.kind {
            ChartKind::Bars => Drawing::new_bar(),
            ChartKind::Line => Drawing::new_line(),
        };
        let mut font = ChartFont::new();
        font.set_name(TYPEFACE).set_size(11);
        let ink = ChartSolidFill::new().set_color(INK).clone();
        let mut labels = ChartDataLabel::new();
        labels.show_value().set_font(&font).set_num_format(number_format(digits));
        drawing.title().set_name((self.sheet, title, CATEGORY)).set_font(font.clone().set_bold());
        if chart.kind == ChartKind::Line {
            labels.set_position(ChartDataLabelPosition::Above);
        }
        let series = drawing.add_series();
        series
            .set_name((self.sheet, title, CATEGORY))
            .set_categories((self.sheet, first, CATEGORY, last, CATEGORY))
            .set_values((self.sheet, first, VALUE, last, VALUE))
            .set_data_label(&labels);
        match chart.kind {
            ChartKind::Bars => {
                series.set_gap(GAP).set_format(ChartFormat::new().set_solid_fill(&ink));
                // The first unit on top, as in the table beside it.
                drawing.y_axis().set_reverse();
            }
            ChartKind::Line => {
                let mut marker = ChartMarker::new();
                marker.set_type(ChartMarkerType::Circle).set_size(7);
                let line = ChartLine::new().set_color(INK).clone();
                series.set_marker(&marker).set_format(ChartFormat::new().set_line(&line));
            }
        }
        drawing.x_axis().set_font(&font);
        drawing.y_axis().set_font(&font);
        let values = match chart.kind {
            ChartKind::Bars => drawing.x_axis(),
            ChartKind::Line => drawing.y_axis(),
        };
        values.set_num_format(number_format(Digits::NONE)).set_major_gridlines(false);
        if chart.zero <= 0.0 {
            // Excel might begin elsewhere, and bars would lie about their lengths.
            values.set_min(0);
        }
        drawing.legend().set_hidden();
        drawing.set_alt_text(&chart.alternative);
        drawing
    }
}

fn heading(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Bars => "Đơn vị",
        ChartKind::Line => "Năm",
    }
}

/// Digits after the comma, which all its values have in common.
fn digits(chart: &Chart) -> Digits {
    let first = chart.points.iter().find_map(|it| it.number.as_ref());
    first.map_or(Digits::NONE, Digits::of)
}
