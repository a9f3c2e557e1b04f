//! What the binary formats keep beside the values, and calamine does not tell: the look of each
//! cell, formulas, hidden rows and columns, filters and merged areas. Gathered from records.

use std::collections::BTreeMap;
use std::sync::Arc;

use calamine::Data;
use calamine::DataRef;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Span;
use crate::read::workbook::raw::Style;
use crate::read::workbook::raw::Visibility;
use crate::read::workbook::room::Room;
use crate::read::workbook::spans;
use crate::read::workbook::xlsx;
use crate::text::order;

/// Fonts and number formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Names of the fonts.
    pub(super) fonts: Vec<String>,
    /// Codes of the number formats that are not built in.
    pub(super) formats: BTreeMap<u16, String>,
    /// For each style, its font and its number format.
    pub(super) looks: Vec<(u16, u16)>,
}

impl Styles {
    fn font(&self, style: usize) -> Option<String> {
        let (font, _) = self.looks.get(style)?;
        self.fonts.get(usize::from(*font)).cloned()
    }

    fn format(&self, style: usize) -> Option<String> {
        let (_, format) = self.looks.get(style)?;
        // Of the formats that are built in, only percentages change what a number says.
        let built_in = match format {
            9 => Some("0%".to_owned()),
            10 => Some("0.00%".to_owned()),
            _ => None,
        };
        self.formats.get(format).cloned().or(built_in)
    }
}

/// A cell's record, without its value.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Mark {
    /// Which style.
    pub(super) style: usize,
    /// Whether a formula makes the value.
    pub(super) formula: bool,
    /// The error in it, where calamine drops errors of formulas.
    pub(super) error: Option<u8>,
}

/// What the records of a sheet tell.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// By row and column.
    pub(super) cells: BTreeMap<(u32, u32), Mark>,
    /// Merged areas.
    pub(super) merges: Vec<Area>,
    /// Hidden rows.
    pub(super) hidden_rows: Vec<Span>,
    /// Hidden columns.
    pub(super) hidden_columns: Vec<Span>,
    /// Whether a filter with a condition is set.
    pub(super) filtered: bool,
}

impl Marks {
    /// Notes a cell; a cell has one record.
    pub(super) fn cell(&mut self, sheet: &str, at: (u32, u32), mark: Mark) -> Result<(), Refusal> {
        if at.0 >= limits::ROWS || at.1 >= limits::COLUMNS {
            return Err(Refusal::Damaged(Damage::OutsideTheSheet(sheet.to_owned())));
        }
        if self.cells.insert(at, mark).is_some() {
            let cell = order::cell_address(at.0, at.1);
            return Err(Refusal::Damaged(Damage::CellTwice { cell, sheet: sheet.to_owned() }));
        }
        Ok(())
    }

    /// Notes a merged area, from its corners.
    pub(super) fn merge(&mut self, rows: (u32, u32), columns: (u32, u32)) -> Result<(), Refusal> {
        let span = |(first, last): (u32, u32)| Span { first, last };
        let inside = rows.0 <= rows.1
            && columns.0 <= columns.1
            && rows.1 < limits::ROWS
            && columns.1 < limits::COLUMNS;
        if inside {
            spans::merge(&mut self.merges, Area { rows: span(rows), columns: span(columns) })?;
        }
        Ok(())
    }

    /// Notes hidden columns.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        let last = last.min(limits::COLUMNS - 1);
        if first <= last {
            spans::add(&mut self.hidden_columns, Span { first, last });
        }
    }

    /// Notes a hidden row.
    pub(super) fn hide_row(&mut self, row: u32) {
        if row < limits::ROWS {
            spans::add(&mut self.hidden_rows, Span { first: row, last: row });
        }
    }

    /// The sheet of these marks and of the values that calamine gave.
    pub(super) fn sheet(
        self,
        name: String,
        visibility: Visibility,
        values: BTreeMap<(u32, u32), RawValue>,
        styles: &Styles,
    ) -> Result<RawSheet, Refusal> {
        let mut values = values;
        let mut cells = Vec::new();
        let mut looks: BTreeMap<usize, Arc<Style>> = BTreeMap::new();
        for ((row, column), mark) in self.cells {
            let value = values.remove(&(row, column));
            let error = mark.error.map(|it| RawValue::Error(error(it).to_owned()));
            let no_result = mark.formula.then_some(RawValue::NoResult);
            let Some(value) = value.or(error).or(no_result) else { continue };
            let style = looks.entry(mark.style).or_insert_with(|| {
                let (format, font) = (styles.format(mark.style), styles.font(mark.style));
                Arc::new(Style { format, font })
            });
            let (style, runs, formula) = (Arc::clone(style), Box::default(), mark.formula);
            cells.push(RawCell { row, column, value, style, formula, runs });
        }
        if !values.is_empty() {
            return Err(Refusal::Damaged(Damage::NotWhole(name)));
        }
        Ok(RawSheet {
            name,
            visibility,
            cells,
            merges: self.merges,
            hidden_rows: spans::joined(self.hidden_rows),
            hidden_columns: spans::joined(self.hidden_columns),
            filtered: self.filtered,
        })
    }
}

/// A value as calamine gives it; `None` for a blank cell.
pub(super) fn value(data: &Data, room: &mut Room) -> Result<Option<RawValue>, Refusal> {
    let data = match data {
        Data::Int(number) => DataRef::Int(*number),
        Data::Float(number) => DataRef::Float(*number),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(yes) => DataRef::Bool(*yes),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) | Data::DurationIso(text) => DataRef::SharedString(text),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    };
    xlsx::value(&data, false, room)
}

/// The error of a code.
fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        0x2A => "#N/A",
        _ => "#?",
    }
}

/// Little-endian numbers of a record; 0 where it is too short.
pub(super) fn u16_at(data: &[u8], at: usize) -> u16 {
    data.get(at..at + 2).map_or(0, |it| u16::from_le_bytes([it[0], it[1]]))
}

/// As [`u16_at`], of four bytes.
pub(super) fn u32_at(data: &[u8], at: usize) -> u32 {
    data.get(at..at + 4).map_or(0, |it| u32::from_le_bytes([it[0], it[1], it[2], it[3]]))
}

/// Text of UTF-16 in a record, of so many units; shorter where the record is.
pub(super) fn wide_text(data: &[u8], at: usize, units: usize) -> String {
    let end = at.saturating_add(units.saturating_mul(2)).min(data.len());
    let bytes = data.get(at.min(end)..end).unwrap_or_default();
    let units = bytes.chunks_exact(2).map(|it| u16::from_le_bytes([it[0], it[1]]));
    char::decode_utf16(units).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
