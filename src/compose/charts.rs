//! Chart specs into charts: every value is a figure of its own, drawn as long as it is.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::assets::chart_spec;
use crate::assets::chart_spec::ChartSpec;
use crate::assets::chart_spec::Shows;
use crate::compose::tables::builder;
use crate::compose::tables::even;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::chart::Chart;
use crate::model::chart::ChartKind;
use crate::model::chart::MISSING;
use crate::model::chart::Point;
use crate::model::chart::Reference;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::table::Cell;
use crate::model::table::How;
use crate::model::table::Number;

/// Digits of a percentage of a target.
const DECIMALS: u32 = 1;

/// A target that is just reached.
const WHOLE: i64 = 100;

/// The chart of a spec; none where there are too many units to read it, or fewer than two values.
pub(super) fn block(writer: &Writer<'_>, name: &str) -> Result<Option<Block>, Failure> {
    let material = writer.material;
    let spec = chart_spec::read(material.templates, material.catalogue, name)?;
    let units = writer.members();
    if spec.file.shows != Shows::Years && units.len() > spec.file.most {
        return Ok(None);
    }
    let mut values = values(writer, &spec);
    even::column_of(writer, values.iter_mut().filter_map(|(_, it)| it.as_mut()).collect());
    if values.iter().filter(|(_, it)| it.is_some()).count() < 2 {
        return Ok(None);
    }
    let title = writer.line(&spec.file.title)?;
    let unit = &material.catalogue[spec.indicator].unit;
    let unit = if spec.file.shows == Shows::Reached { "%" } else { unit };
    let reference = (spec.file.shows == Shows::Reached).then(|| Decimal::from(WHOLE));
    let (points, zero, reference) = placed(values, reference);
    let chart = Chart {
        name: spec.name,
        unit_note: format!("Đơn vị tính: {unit}"),
        kind: if spec.file.shows == Shows::Years { ChartKind::Line } else { ChartKind::Bars },
        alternative: alternative(&title, unit, &points),
        title,
        points,
        zero,
        reference,
    };
    Ok(Some(Block::Chart { chart }))
}

/// Gives the charts of a document their numbers.
pub(super) fn number(document: &mut Document) {
    let charts = document.blocks.iter_mut().filter_map(|it| match it {
        Block::Chart { chart } => Some(chart),
        _ => None,
    });
    for (at, chart) in charts.enumerate() {
        chart.title = format!("Biểu đồ {}. {}", at + 1, chart.title);
    }
}

fn values(writer: &Writer<'_>, spec: &ChartSpec) -> Vec<(String, Option<Number>)> {
    let campaign = writer.material.campaign;
    let indicator = spec.indicator;
    let of = |measure, owner| FigureId { indicator, measure, owner };
    let by_unit = |draw: &dyn Fn(Owner) -> Cell| {
        let units = writer.members().into_iter();
        units.map(|it| (campaign[it].name.clone(), drawn(draw(Owner::Unit(it))))).collect()
    };
    match spec.file.shows {
        Shows::Units => {
            by_unit(&|owner| builder::figure(writer, of(Measure::Actual, owner), How::Value))
        }
        Shows::Reached => by_unit(&|owner| {
            let [done, wanted] = [Measure::Actual, Measure::Target].map(|it| of(it, owner));
            let derived = Derived { rule: Derivation::Percent, of: done, by: wanted };
            builder::derived(writer, derived.into(), DECIMALS, How::Value)
        }),
        Shows::Years => {
            let year = campaign.period.year;
            let years = [
                (format!("Năm {}", year - 1), Measure::Previous),
                (format!("Năm {year}"), Measure::Actual),
                (format!("Đăng ký {}", campaign.pledge.year), Measure::Pledged),
            ];
            let figure = |measure| builder::figure(writer, of(measure, writer.owner), How::Value);
            let told = years.map(|(year, measure)| (year, drawn(figure(measure))));
            // What nobody reported or pledged is no year of the line.
            told.into_iter().filter(|(_, it)| it.is_some()).collect()
        }
    }
}

fn drawn(cell: Cell) -> Option<Number> {
    match cell {
        Cell::Number(number) if number.value.is_some() => Some(number),
        _ => None,
    }
}

/// Where each value lies between the least and the greatest; bars begin at zero, lines where they are.
fn placed(
    values: Vec<(String, Option<Number>)>,
    reference: Option<Decimal>,
) -> (Vec<Point>, f64, Option<Reference>) {
    let known = values.iter().filter_map(|(_, it)| it.as_ref()?.value);
    let known: Vec<Decimal> = known.chain(reference).chain([Decimal::ZERO]).collect();
    let least = known.iter().min().copied().unwrap_or_default();
    let most = known.iter().max().copied().unwrap_or_default();
    let span = if most == least { Decimal::ONE } else { most - least };
    let place = |value: Decimal| ((value - least) / span).to_f64().unwrap_or_default();
    let points = values.into_iter().map(|(category, number)| {
        let value = number.as_ref().and_then(|it| it.value).unwrap_or_default();
        Point { category, place: place(value), number }
    });
    let reference = reference.map(|it| Reference { text: format!("{it}%"), place: place(it) });
    (points.collect(), place(Decimal::ZERO), reference)
}

fn alternative(title: &str, unit: &str, points: &[Point]) -> String {
    let told = points.iter().map(|it| {
        let value = it.number.as_ref().map_or(MISSING, |it| it.text.as_str());
        format!("{}: {value}", it.category)
    });
    format!("{title} ({unit}): {}.", told.collect::<Vec<_>>().join("; "))
}
