//! Numbers of one kind in a column have one count of digits after the comma: `103,94`, `5,60`, `6,00`. Columns in
//! which each row counts something else keep the digits of each.

use std::mem::Discriminant;
use std::mem::discriminant;

use crate::compose::writer::Writer;
use crate::model::figure::Derivation;
use crate::model::figure::FigureRef;
use crate::model::id::IndicatorId;
use crate::model::table::Cell;
use crate::model::table::Number;
use crate::model::table::Table;
use crate::text::number;

/// What numbers must have in common to be shown alike.
#[derive(PartialEq)]
enum Alike {
    Indicator(IndicatorId),
    Rule(Discriminant<Derivation>),
    Points,
}

/// Evens every column of a table.
pub(super) fn table(writer: &Writer<'_>, table: &mut Table) {
    for column in 0..table.columns.len() {
        let cells = table.rows.iter_mut().filter_map(|row| row.cells.get_mut(column));
        let numbers = cells.filter_map(|cell| match cell {
            Cell::Number(number) => Some(number),
            Cell::Blank | Cell::Text { .. } | Cell::Plain(_) => None,
        });
        column_of(writer, numbers.collect());
    }
}

/// Evens the numbers of a column, or of a chart.
pub(in crate::compose) fn column_of(writer: &Writer<'_>, mut numbers: Vec<&mut Number>) {
    numbers.retain(|it| it.value.is_some());
    let mut kinds = numbers.iter().map(|it| alike(it.figure));
    let first = kinds.next();
    if !kinds.all(|it| Some(it) == first) {
        return;
    }
    let digits = |it: &Number| it.text.split_once(',').map_or(0, |(_, fraction)| fraction.len());
    let most = numbers.iter().map(|it| digits(it)).max().unwrap_or(0);
    let most = u32::try_from(most).unwrap_or(0);
    for number in numbers {
        let Some(value) = number.value else { continue };
        number.least = most;
        let text = number::fixed(number::rounded(value, number.decimals), most);
        if text != number.text {
            writer.session.reword(number.n, &text);
            number.text = text;
        }
    }
}

fn alike(figure: FigureRef) -> Alike {
    match figure {
        FigureRef::Base(id) => Alike::Indicator(id.indicator),
        FigureRef::Derived(it) => Alike::Rule(discriminant(&it.rule)),
        FigureRef::Score(_) => Alike::Points,
    }
}
