//! Reads a .xlsx or .xlsm workbook. calamine streams the cells, and only its streaming reader is
//! called: its grids are allocated from what the file claims. What it does not tell comes from
//! [`sheet_xml`](super::sheet_xml).

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use calamine::DataRef;
use calamine::Reader;
use calamine::SheetType;
use calamine::SheetVisible;
use calamine::Xlsx;
use calamine::XlsxError;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::package::Package;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Run;
use crate::read::workbook::raw::Style;
use crate::read::workbook::raw::Visibility;
use crate::read::workbook::room;
use crate::read::workbook::room::Room;
use crate::read::workbook::runs;
use crate::read::workbook::sheet_xml;
use crate::read::workbook::sheet_xml::SheetXml;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads every worksheet.
pub(super) fn read(bytes: &[u8], parts: &mut Parts<'_>) -> Result<RawBook, Refusal> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let sheets: Vec<_> = book
        .sheets_metadata()
        .iter()
        .filter(|it| it.typ == SheetType::WorkSheet)
        .map(|it| (it.name.clone(), visibility(it.visible)))
        .collect();
    room::sheets(sheets.len())?;
    let package = Package::of(parts)?;
    let paths: BTreeMap<String, String> = package.sheets(parts)?.into_iter().collect();
    let strings = parts.text(&package.beside("sharedStrings.xml"))?.unwrap_or_default();
    let shared = runs::shared(&strings)?;
    drop(strings);
    let mut room = Room::new();
    let mut raw = RawBook {
        kind: Kind::Xlsx,
        date1904: book.has_1904_epoch(),
        macros: parts.any_ending("vbaproject.bin"),
        external_links: has_external_links(parts, &package.beside("")),
        sheets: Vec::new(),
    };
    for (name, visibility) in sheets {
        let path = paths.get(&name).map_or("", String::as_str);
        let mut xml = sheet_xml::read(&parts.text(path)?.unwrap_or_default(), &shared)?;
        let cells = cells(&mut book, &name, &mut xml, &mut room)?;
        let SheetXml { merges, hidden_rows, hidden_columns, filtered, .. } = xml;
        raw.sheets.push(RawSheet {
            name,
            visibility,
            cells,
            merges,
            hidden_rows,
            hidden_columns,
            filtered,
        });
    }
    Ok(raw)
}

/// Whether a package has parts that draw values from elsewhere.
pub(super) fn has_external_links(parts: &Parts<'_>, folder: &str) -> bool {
    let folder = folder.to_ascii_lowercase();
    parts.any(&format!("{folder}externallinks/")) || parts.any(&format!("{folder}connections."))
}

/// How calamine says whether people see a sheet.
pub(super) fn visibility(visible: SheetVisible) -> Visibility {
    match visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden => Visibility::Hidden,
        SheetVisible::VeryHidden => Visibility::VeryHidden,
    }
}

fn cells(
    book: &mut Book<'_>,
    name: &str,
    xml: &mut SheetXml,
    room: &mut Room,
) -> Result<Vec<RawCell>, Refusal> {
    let mut cells: Vec<RawCell> = Vec::new();
    let mut styles: BTreeMap<usize, Arc<Style>> = BTreeMap::new();
    let mut formulas = xml.formulas.iter().copied().peekable();
    let mut count = 0;
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| damaged(&error))?
    {
        let index = count;
        count += 1;
        let (row, column) = cell.get_position();
        if row >= limits::ROWS || column >= limits::COLUMNS {
            return Err(Refusal::Damaged(Damage::OutsideTheSheet(name.to_owned())));
        }
        let formula = formulas.next_if_eq(&index).is_some();
        let Some(value) = value(cell.get_value(), formula, room)? else { continue };
        room.cell()?;
        let style = styles.entry(style).or_insert_with(|| {
            let known = reader.styles().get(style);
            let format = known.and_then(|it| Some(it.number_format.as_ref()?.format_code.clone()));
            let font = known.and_then(|it| it.font.as_ref()?.name.clone());
            Arc::new(Style { format, font })
        });
        let (style, runs) = (Arc::clone(style), runs_of(xml.runs.remove(&index), room)?);
        cells.push(RawCell { row, column, value, style, formula, runs });
    }
    if count != xml.cells {
        return Err(Refusal::Damaged(Damage::NotWhole(name.to_owned())));
    }
    cells.sort_by_key(|cell| (cell.row, cell.column));
    Ok(cells)
}

/// Runs of one cell, for which room is taken as for its text: many cells may share one string.
fn runs_of(runs: Option<Vec<Run>>, room: &mut Room) -> Result<Box<[Run]>, Refusal> {
    let runs = runs.unwrap_or_default();
    for run in &runs {
        room.text(&run.text)?;
    }
    Ok(runs.into_boxed_slice())
}

/// The content of a cell; `None` for a blank one.
pub(super) fn value(
    value: &DataRef<'_>,
    formula: bool,
    room: &mut Room,
) -> Result<Option<RawValue>, Refusal> {
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
