//! Pieces that every table is made of.

use rust_decimal::Decimal;

use crate::assets::table_spec::TableSpec;
use crate::compose::writer::Writer;
use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::figure::ScoreId;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Number;
use crate::model::table::Plain;
use crate::model::table::RowKind;
use crate::template::session::NO_DATA;
use crate::text::number;
use crate::text::order;

/// A row of a table: a heading of a group, or an indicator.
#[derive(Debug, Clone, Copy)]
pub(super) enum Line {
    /// Heading, by position of the group.
    Group(usize),
    /// Indicator.
    Indicator(IndicatorId),
}

/// The rows of a spec, with headings where the spec takes the catalogue's groups.
pub(super) fn lines(spec: &TableSpec, catalogue: &Catalogue) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut group = None;
    for id in &spec.indicators {
        let own = catalogue[*id].group;
        if spec.grouped && group != Some(own) {
            group = Some(own);
            lines.push(Line::Group(own));
        }
        lines.push(Line::Indicator(*id));
    }
    lines
}

/// Position of the row of an indicator.
pub(super) fn row_of(lines: &[Line], indicator: IndicatorId) -> Option<usize> {
    lines.iter().position(|it| matches!(it, Line::Indicator(id) if *id == indicator))
}

/// The three columns that name a row: code, name, unit.
pub(super) fn name_columns() -> Vec<Column> {
    let column = |header: &str, index: &str, kind| Column {
        band: None,
        header: header.to_owned(),
        index: index.to_owned(),
        kind,
    };
    vec![
        column("Mã", "A", ColumnKind::Mark),
        column("Nội dung", "B", ColumnKind::Label),
        column("Đơn vị tính", "C", ColumnKind::Unit),
    ]
}

/// The cells that name a row.
pub(super) fn name_cells(line: Line, catalogue: &Catalogue) -> Vec<Cell> {
    match line {
        Line::Group(group) => {
            vec![text(&order::roman(group + 1)), text(&catalogue.groups[group].title), Cell::Blank]
        }
        Line::Indicator(id) => {
            let indicator = &catalogue[id];
            vec![text(&indicator.code), text(&indicator.name), text(&indicator.unit)]
        }
    }
}

/// What each line is: a part that follows its whole, or another part of it, is indented.
pub(super) fn kinds(lines: &[Line], catalogue: &Catalogue) -> Vec<RowKind> {
    let mut whole = None;
    let is_part_of = |part: IndicatorId, whole: IndicatorId| {
        catalogue[part].subset_of == Some(whole) || catalogue[whole].parts.contains(&part)
    };
    let kind = |line: &Line| match line {
        Line::Group(_) => {
            whole = None;
            RowKind::Section
        }
        Line::Indicator(id) if whole.is_some_and(|it| is_part_of(*id, it)) => RowKind::SubItem,
        Line::Indicator(id) => {
            whole = Some(*id);
            RowKind::Item
        }
    };
    lines.iter().map(kind).collect()
}

/// Words in a cell.
pub(super) fn text(words: &str) -> Cell {
    if words.is_empty() { Cell::Blank } else { Cell::Text { text: words.to_owned() } }
}

/// A figure in the unit of its indicator.
pub(in crate::compose) fn figure(writer: &Writer<'_>, id: FigureId, how: How) -> Cell {
    let indicator = &writer.material.catalogue[id.indicator];
    let factor = indicator.factor();
    let value = writer.session.value(id.into()).map(|value| value / factor);
    let words = |value| number::at_most(value, indicator.decimals);
    cell(writer, id.into(), value, (indicator.decimals, how), words, id.measure)
}

/// A percentage, a change or a difference.
pub(in crate::compose) fn derived(
    writer: &Writer<'_>,
    figure: FigureRef,
    decimals: u32,
    how: How,
) -> Cell {
    let words = |value| number::at_most(value, decimals);
    let value = writer.session.value(figure);
    cell(writer, figure, value, (decimals, how), words, Measure::Actual)
}

fn cell(
    writer: &Writer<'_>,
    figure: FigureRef,
    value: Option<Decimal>,
    (decimals, how): (u32, How),
    words: impl Fn(Decimal) -> String,
    measure: Measure,
) -> Cell {
    let indicator = writer.session.indicator(figure);
    let words = match value {
        Some(value) => words(value),
        None if writer.session.is_draft()
            && indicator.is_some_and(|it| is_required(it, measure, figure)) =>
        {
            NO_DATA.to_owned()
        }
        // Nothing reported and nothing asked for: the cell stays blank, and prints no figure.
        None => return Cell::Blank,
    };
    let n = writer.session.print(figure, &words);
    Cell::Number(Number { figure, n, text: words, value, decimals, least: 0, how })
}

fn is_required(indicator: &Indicator, measure: Measure, figure: FigureRef) -> bool {
    let of_unit = matches!(figure, FigureRef::Base(id) if id.owner.unit().is_some());
    of_unit && indicator.required.contains(&measure)
}

/// The rows whose quotient a percentage is, if its workbook can compute it from them.
pub(super) fn ratio_parts(indicator: &Indicator) -> Option<(IndicatorId, IndicatorId)> {
    match (indicator.kind, indicator.aggregation) {
        (Kind::Percent, Aggregation::Ratio { numerator, denominator }) => {
            Some((numerator, denominator))
        }
        _ => None,
    }
}

/// A column without a band and without an index.
pub(super) fn column(header: &str, kind: ColumnKind) -> Column {
    Column { band: None, header: header.to_owned(), index: String::new(), kind }
}

/// Points with all the digits of a published score, a rank or votes; blank where there are none.
pub(super) fn score(writer: &Writer<'_>, id: ScoreId, decimals: u32, how: How) -> Cell {
    let decimals = if id.of.is_count() { 0 } else { decimals };
    let words = |value| number::fixed(value, decimals);
    let value = writer.session.value(id.into());
    cell(writer, id.into(), value, (decimals, how), words, Measure::Actual)
}

/// Points that are no figure of their own, with all their digits; blank where there are none.
pub(super) fn points(value: Option<Decimal>, decimals: u32, how: How) -> Cell {
    let Some(value) = value else { return Cell::Blank };
    Cell::Plain(Plain { text: number::fixed(value, decimals), value, decimals, how })
}

/// A number that is no figure; blank where there is none.
pub(super) fn plain(value: Option<Decimal>, decimals: u32, how: How) -> Cell {
    let Some(value) = value else { return Cell::Blank };
    Cell::Plain(Plain { text: number::at_most(value, decimals), value, decimals, how })
}

/// A note that names the indicators for which some units have no figure.
pub(super) fn coverage_note(
    writer: &Writer<'_>,
    indicators: &[IndicatorId],
    measures: &[Measure],
) -> Option<String> {
    let mut partial = Vec::new();
    for measure in measures {
        for id in indicators {
            let of = FigureId { indicator: *id, measure: *measure, owner: writer.owner };
            let total = writer.material.results.dataset.figure(of);
            if total.value.is_some() && total.reported < total.expected {
                let code = &writer.material.catalogue[*id].code;
                partial.push(format!("{code} ({}/{})", total.reported, total.expected));
            }
        }
    }
    (!partial.is_empty()).then(|| {
        format!(
            "Chỉ tiêu mới có số liệu của một số đơn vị (số đơn vị báo cáo/tổng số đơn vị): {}.",
            partial.join(", ")
        )
    })
}
