//! Streams the cells of a .xlsx or .xlsm workbook. calamine lives here, and only its streaming
//! reader is called: its grids are allocated from what the file claims.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use calamine::DataRef;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xlsx;
use calamine::XlsxError;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Style;
use crate::read::workbook::raw::Visibility;
use crate::text::order;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every worksheet.
pub(super) fn read(bytes: &[u8]) -> Result<RawBook, Refusal> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let sheets: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|it| it.typ == SheetType::WorkSheet)
        .map(|it| (it.name.clone(), visibility(it.visible)))
        .collect();
    if sheets.len() > limits::SHEETS {
        return Err(Refusal::Limit { what: Quantity::Sheets, allowed: limits::SHEETS as u64 });
    }
    let mut room = Room { cells: limits::CELLS, text: limits::TEXT_BYTES };
    let mut raw = RawBook { date1904: book.has_1904_epoch(), ..RawBook::default() };
    for (name, visibility) in sheets {
        let formulas = formulas(&mut book, &name, &mut room)?;
        let cells = cells(&mut book, &name, &formulas, &mut room)?;
        raw.sheets.push(RawSheet { name, visibility, cells, ..RawSheet::default() });
    }
    Ok(raw)
}

fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

/// What is left of the limits over the whole workbook.
struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    fn cell(&mut self) -> Result<(), Refusal> {
        let too_many = Refusal::Limit { what: Quantity::Cells, allowed: limits::CELLS as u64 };
        self.cells = self.cells.checked_sub(1).ok_or(too_many)?;
        Ok(())
    }

    fn text(&mut self, text: &str) -> Result<String, Refusal> {
        if text.chars().count() > limits::CELL_CHARACTERS {
            let allowed = limits::CELL_CHARACTERS as u64;
            return Err(Refusal::Limit { what: Quantity::CellCharacters, allowed });
        }
        let too_much =
            Refusal::Limit { what: Quantity::TextBytes, allowed: limits::TEXT_BYTES as u64 };
        self.text = self.text.checked_sub(text.len()).ok_or(too_much)?;
        Ok(text.to_owned())
    }
}

/// Positions of formulas. Style and formula come from two passes, since no call gives both.
fn formulas(
    book: &mut Book<'_>,
    name: &str,
    room: &mut Room,
) -> Result<BTreeSet<(u32, u32)>, Refusal> {
    let mut found = BTreeSet::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some(cell) =
        reader.next_cell_with_formula_metadata().map_err(|error| damaged(&error))?
    {
        if cell.formula.is_some() {
            room.cell()?;
            found.insert(cell.pos);
        }
    }
    Ok(found)
}

fn cells(
    book: &mut Book<'_>,
    name: &str,
    formulas: &BTreeSet<(u32, u32)>,
    room: &mut Room,
) -> Result<Vec<RawCell>, Refusal> {
    let mut cells: Vec<RawCell> = Vec::new();
    let mut seen = BTreeSet::new();
    let mut styles: BTreeMap<usize, Arc<Style>> = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| damaged(&error))?
    {
        let (row, column) = cell.get_position();
        if row >= limits::ROWS || column >= limits::COLUMNS {
            return Err(Refusal::Damaged(Damage::OutsideTheSheet(name.to_owned())));
        }
        let formula = formulas.contains(&(row, column));
        let Some(value) = value(cell.get_value(), formula, room)? else { continue };
        room.cell()?;
        if !seen.insert((row, column)) {
            let cell = order::cell_address(row, column);
            let damage = Damage::CellTwice { cell, sheet: name.to_owned() };
            return Err(Refusal::Damaged(damage));
        }
        let style = styles.entry(style).or_insert_with(|| {
            let known = reader.styles().get(style);
            let format = known.and_then(|it| Some(it.number_format.as_ref()?.format_code.clone()));
            let font = known.and_then(|it| it.font.as_ref()?.name.clone());
            Arc::new(Style { format, font })
        });
        let (style, runs) = (Arc::clone(style), Box::default());
        cells.push(RawCell { row, column, value, style, formula, runs });
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    Ok(cells)
}

/// The content of a cell; `None` for a blank one.
fn value(value: &DataRef<'_>, formula: bool, room: &mut Room) -> Result<Option<RawValue>, Refusal> {
    Ok(match value {
        DataRef::Empty if formula => Some(RawValue::NoResult),
        DataRef::Empty => None,
        DataRef::Int(number) => Some(RawValue::Number(*number as f64)),
        DataRef::Float(number) if number.is_finite() => Some(RawValue::Number(*number)),
        DataRef::Float(_) => Some(RawValue::NotFinite),
        DataRef::String(text) => Some(RawValue::Text(room.text(text)?)),
        DataRef::SharedString(text) => Some(RawValue::Text(room.text(text)?)),
        DataRef::Bool(yes) => Some(RawValue::Bool(*yes)),
        DataRef::DateTime(date) => Some(RawValue::Date(date.as_f64())),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Some(RawValue::Text(room.text(text)?))
        }
        DataRef::Error(error) => Some(RawValue::Error(error.to_string())),
    })
}

fn damaged(error: &XlsxError) -> Refusal {
    match error {
        XlsxError::Password => Refusal::Encrypted,
        other => Refusal::Damaged(Damage::Parser(other.to_string())),
    }
}
