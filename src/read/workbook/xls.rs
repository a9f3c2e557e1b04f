//! Reads a .xls workbook of Excel 97-2003. calamine decodes the values; it allocates a grid for
//! each sheet, so the records are walked first, and one that would ask for too much is refused.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;

use calamine::Reader;
use calamine::SheetType;
use calamine::Xls;
use calamine::XlsError;
use cfb::CompoundFile;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::records;
use crate::read::workbook::records::Mark;
use crate::read::workbook::records::Marks;
use crate::read::workbook::records::Styles;
use crate::read::workbook::records::u16_at;
use crate::read::workbook::records::u32_at;
use crate::read::workbook::room;
use crate::read::workbook::room::Room;
use crate::read::workbook::xlsx;

/// Columns of a sheet of Excel 97-2003.
const COLUMNS: u32 = 256;

/// Reads every worksheet.
pub(super) fn read(bytes: &[u8]) -> Result<RawBook, Refusal> {
    let (stream, macros) = stream(bytes)?;
    let globals = globals(&stream)?;
    room::sheets(globals.sheets.len())?;
    let mut marks = Vec::new();
    for (name, position) in &globals.sheets {
        marks.push(sheet(name, stream.get(*position..).unwrap_or_default())?);
    }
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let found = book.sheets_metadata().to_vec();
    if found.len() != marks.len() {
        return Err(Refusal::Damaged(Damage::NotWhole("Workbook".to_owned())));
    }
    let mut room = Room::new();
    let mut raw = RawBook {
        kind: Kind::Xls,
        date1904: book.has_1904_epoch(),
        macros: macros || globals.macros,
        external_links: globals.external_links,
        sheets: Vec::new(),
    };
    for (it, marks) in found.into_iter().zip(marks).filter(|(it, _)| it.typ == SheetType::WorkSheet)
    {
        let values = values(&mut book, &it.name, &mut room)?;
        let visibility = xlsx::visibility(it.visible);
        raw.sheets.push(marks.sheet(it.name, visibility, values, &globals.styles)?);
    }
    Ok(raw)
}

/// The values of a sheet by row and column.
#[expect(clippy::disallowed_methods, reason = "the only door; the records were walked before")]
fn values(
    book: &mut Xls<Cursor<&[u8]>>,
    name: &str,
    room: &mut Room,
) -> Result<BTreeMap<(u32, u32), RawValue>, Refusal> {
    let range = book.worksheet_range(name).map_err(|error| damaged(&error))?;
    let (top, left) = range.start().unwrap_or_default();
    let mut values = BTreeMap::new();
    for (row, column, data) in range.used_cells() {
        if let Some(value) = records::value(data, room)? {
            room.cell()?;
            values.insert((top + row as u32, left + column as u32), value);
        }
    }
    Ok(values)
}

/// The stream of the workbook, and whether macros lie beside it. The container is opened by a
/// library that refuses chains that loop.
fn stream(bytes: &[u8]) -> Result<(Vec<u8>, bool), Refusal> {
    let broken = |error: std::io::Error| Refusal::Damaged(Damage::Parser(error.to_string()));
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(broken)?;
    let name = if file.is_stream("/Workbook") { "/Workbook" } else { "/Book" };
    let macros = file.exists("/_VBA_PROJECT_CUR");
    let stream = file.open_stream(name).map_err(broken)?;
    let mut content = Vec::new();
    stream.take(limits::ENTRY_BYTES).read_to_end(&mut content).map_err(broken)?;
    Ok((content, macros))
}

/// What stands before the sheets.
#[derive(Default)]
struct Globals {
    styles: Styles,
    /// Names of the sheets, and where they begin.
    sheets: Vec<(String, usize)>,
    macros: bool,
    external_links: bool,
}

/// Records from the beginning of a stream: type and data, until one is cut short.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let (head, after) = rest.split_at_checked(4)?;
        let (data, next) = after.split_at_checked(usize::from(u16_at(head, 2)))?;
        rest = next;
        Some((u16_at(head, 0), data))
    })
}

fn globals(stream: &[u8]) -> Result<Globals, Refusal> {
    let mut globals = Globals::default();
    for (kind, data) in records(stream) {
        match kind {
            0x002F => return Err(Refusal::Encrypted),
            0x0031 => {
                globals.styles.fonts.push(short_text(data, 14));
                // The format has no font of index 4.
                if globals.styles.fonts.len() == 4 {
                    globals.styles.fonts.push(String::new());
                }
            }
            0x041E => {
                let code = text(data, 4, usize::from(u16_at(data, 2)));
                globals.styles.formats.insert(u16_at(data, 0), code);
            }
            0x00E0 => globals.styles.looks.push((u16_at(data, 0), u16_at(data, 2))),
            0x0085 => {
                let name = short_text(data, 6);
                globals.sheets.push((name, u32_at(data, 0) as usize));
            }
            0x00D3 => globals.macros = true,
            // A reference to another workbook; four bytes mean this one, or functions of Excel.
            0x01AE => globals.external_links |= data.len() > 4,
            0x000A => break,
            _ => {}
        }
    }
    Ok(globals)
}

/// A text that begins with its length in one byte.
fn short_text(data: &[u8], at: usize) -> String {
    text(data, at + 1, usize::from(data.get(at).copied().unwrap_or_default()))
}

/// A text of so many letters that begins with the byte that says how wide they are.
fn text(data: &[u8], at: usize, letters: usize) -> String {
    if data.get(at).is_some_and(|it| it & 1 == 1) {
        return records::wide_text(data, at + 1, letters);
    }
    let end = (at + 1 + letters).min(data.len());
    let narrow = data.get(at + 1..end).unwrap_or_default();
    narrow.iter().map(|it| char::from(*it)).collect()
}

/// Walks the records of one sheet.
fn sheet(name: &str, stream: &[u8]) -> Result<Marks, Refusal> {
    let mut marks = Marks::default();
    let mut depth = 0_usize;
    for (kind, data) in records(stream) {
        match kind {
            // Charts inside a sheet are streams of their own.
            0x0809 => depth += 1,
            0x000A if depth > 1 => depth -= 1,
            0x000A => break,
            _ if depth > 1 => {}
            0x0200 => claimed(data)?,
            0x0208 if u16_at(data, 12) & 0x20 != 0 => marks.hide_row(u16_at(data, 0).into()),
            0x007D if u16_at(data, 8) & 1 != 0 || u16_at(data, 4) == 0 => {
                marks.hide_columns(u16_at(data, 0).into(), u16_at(data, 2).into());
            }
            0x009B => marks.filtered = true,
            0x00E5 => {
                for area in data.get(2..).unwrap_or_default().chunks_exact(8) {
                    let at = |at| u32::from(u16_at(area, at));
                    marks.merge((at(0), at(2)), (at(4), at(6)))?;
                }
            }
            0x00BD => several(name, data, &mut marks)?,
            0x0006 | 0x00D6 | 0x00FD | 0x0203..=0x0205 | 0x027E => {
                let mark = Mark { style: u16_at(data, 4).into(), formula: kind == 6, error: None };
                cell(name, data, u16_at(data, 2).into(), mark, &mut marks)?;
            }
            _ => {}
        }
    }
    dense(&marks)?;
    Ok(marks)
}

/// A record of several numbers in one row.
fn several(name: &str, data: &[u8], marks: &mut Marks) -> Result<(), Refusal> {
    let first = u32::from(u16_at(data, 2));
    let cells = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().chunks_exact(6);
    for (column, one) in (first..).zip(cells) {
        let mark = Mark { style: u16_at(one, 0).into(), ..Mark::default() };
        cell(name, data, column, mark, marks)?;
    }
    Ok(())
}

fn cell(
    name: &str,
    data: &[u8],
    column: u32,
    mark: Mark,
    marks: &mut Marks,
) -> Result<(), Refusal> {
    if column >= COLUMNS {
        return Err(Refusal::Damaged(Damage::OutsideTheSheet(name.to_owned())));
    }
    marks.cell(name, (u16_at(data, 0).into(), column), mark)
}

/// Refuses a sheet that claims more cells than the format has: they would be reserved.
fn claimed(data: &[u8]) -> Result<(), Refusal> {
    let rows = if data.len() >= 14 { u32_at(data, 4) } else { u16_at(data, 2).into() };
    let columns = u16_at(data, if data.len() >= 14 { 10 } else { 6 });
    if rows > 65_536 || u32::from(columns) > COLUMNS {
        return Err(Refusal::Damaged(Damage::LyingCount("Workbook".to_owned())));
    }
    Ok(())
}

/// Refuses a sheet whose cells lie so far apart that the grid between them would be huge.
fn dense(marks: &Marks) -> Result<(), Refusal> {
    let rows = marks.cells.keys().map(|it| u64::from(it.0));
    let columns = marks.cells.keys().map(|it| u64::from(it.1));
    let extent = |least: Option<u64>, most: Option<u64>| Some(most? - least? + 1);
    let rows = extent(rows.clone().min(), rows.max()).unwrap_or(0);
    let columns = extent(columns.clone().min(), columns.max()).unwrap_or(0);
    if rows * columns > limits::DENSE_CELLS {
        return Err(Refusal::Limit { what: Quantity::Cells, allowed: limits::DENSE_CELLS });
    }
    Ok(())
}

fn damaged(error: &XlsError) -> Refusal {
    match error {
        XlsError::Password => Refusal::Encrypted,
        other => Refusal::Damaged(Damage::Parser(other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&kind.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn words(numbers: &[u16]) -> Vec<u8> {
        numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    #[test]
    fn records_tell_what_is_hidden_merged_and_computed() {
        let stream = [
            record(0x0809, &words(&[0x0600, 0x0010])),
            record(0x0208, &words(&[3, 0, 2, 255, 0, 0, 0x20, 0])),
            record(0x0208, &words(&[4, 0, 2, 255, 0, 0, 0x00, 0])),
            record(0x007D, &words(&[1, 2, 2000, 0, 1, 0])),
            record(0x009B, &[]),
            record(0x00E5, &words(&[1, 0, 1, 0, 2])),
            record(0x0006, &words(&[5, 1, 7, 0, 0, 0, 0, 0, 0, 0, 0])),
            record(0x00BD, &words(&[6, 2, 8, 0, 0, 9, 0, 0, 3])),
            record(0x0809, &words(&[0x0600, 0x0020])),
            record(0x0203, &words(&[9, 9, 0, 0, 0, 0, 0])),
            record(0x000A, &[]),
            record(0x000A, &[]),
            record(0x0203, &words(&[8, 8, 0, 0, 0, 0, 0])),
        ]
        .concat();
        let marks = sheet("x", &stream).unwrap();
        let mark = |style, formula| Mark { style, formula, error: None };
        let cells = [((5, 1), mark(7, true)), ((6, 2), mark(8, false)), ((6, 3), mark(9, false))];
        assert_eq!(marks.cells, BTreeMap::from(cells));
        assert_eq!(marks.hidden_rows.len(), 1);
        assert!(marks.hidden_rows[0].contains(3) && !marks.hidden_rows[0].contains(4));
        assert!(marks.hidden_columns[0].contains(2) && marks.filtered);
        assert_eq!(marks.merges.len(), 1);
    }

    #[test]
    fn claims_that_would_exhaust_memory_are_refused() {
        let claim = |rows: u32, columns: u16| {
            let mut data = [0_u32.to_le_bytes(), rows.to_le_bytes()].concat();
            data.extend(words(&[0, columns, 0]));
            sheet("x", &record(0x0200, &data)).map(|_| ())
        };
        assert_eq!(claim(65_536, 256), Ok(()));
        let lies = Refusal::Damaged(Damage::LyingCount("Workbook".to_owned()));
        assert_eq!(claim(65_537, 256), Err(lies.clone()));
        assert_eq!(claim(u32::MAX, 1), Err(lies));
        let corners = [(0, 0), (65_535, 255)];
        let corners = corners.map(|(row, column)| record(0x0203, &words(&[row, column, 0])));
        let refused = sheet("x", &corners.concat()).unwrap_err();
        assert_eq!(refused, Refusal::Limit { what: Quantity::Cells, allowed: 4_000_000 });
        let twice = [record(0x0203, &words(&[1, 1, 0])), record(0x0203, &words(&[1, 1, 0]))];
        assert!(matches!(sheet("x", &twice.concat()), Err(Refusal::Damaged(_))));
    }
}
