//! Reads a .xlsb workbook. calamine streams the values; looks, formulas, errors of formulas and
//! what is hidden come from the records of the sheet's own part.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::Reader;
use calamine::SheetType;
use calamine::Xlsb;
use calamine::XlsbError;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::package::Package;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::records::Mark;
use crate::read::workbook::records::Marks;
use crate::read::workbook::records::Styles;
use crate::read::workbook::records::u16_at;
use crate::read::workbook::records::u32_at;
use crate::read::workbook::records::wide_text;
use crate::read::workbook::room;
use crate::read::workbook::room::Room;
use crate::read::workbook::xlsx;

type Book<'a> = Xlsb<Cursor<&'a [u8]>>;

/// Reads every worksheet.
pub(super) fn read(bytes: &[u8], parts: &mut Parts<'_>) -> Result<RawBook, Refusal> {
    let mut book: Book<'_> = Xlsb::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    let sheets = book.sheets_metadata().to_vec();
    room::sheets(sheets.len())?;
    let package = Package::of(parts)?;
    let workbook = parts.bytes(&package.workbook())?.unwrap_or_default();
    let targets = package.targets(parts)?;
    let paths = paths(&workbook, &targets);
    let styles = styles(&parts.bytes(&package.beside("styles.bin"))?.unwrap_or_default());
    let mut room = Room::new();
    let mut raw = RawBook {
        kind: Kind::Xlsb,
        date1904: book.has_1904_epoch(),
        macros: parts.any_ending("vbaproject.bin"),
        external_links: xlsx::has_external_links(parts, &package.beside("")),
        sheets: Vec::new(),
    };
    for it in sheets.into_iter().filter(|it| it.typ == SheetType::WorkSheet) {
        let path = paths.get(&it.name).map_or("", String::as_str);
        let marks = marks(&it.name, &parts.bytes(path)?.unwrap_or_default())?;
        let values = values(&mut book, &it.name, &mut room)?;
        raw.sheets.push(marks.sheet(it.name, xlsx::visibility(it.visible), values, &styles)?);
    }
    Ok(raw)
}

fn values(
    book: &mut Book<'_>,
    name: &str,
    room: &mut Room,
) -> Result<BTreeMap<(u32, u32), RawValue>, Refusal> {
    let mut values = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name).map_err(|error| damaged(&error))?;
    while let Some(cell) = reader.next_cell().map_err(|error| damaged(&error))? {
        if let Some(value) = xlsx::value(cell.get_value(), false, room)? {
            room.cell()?;
            values.insert(cell.get_position(), value);
        }
    }
    Ok(values)
}

/// Records of a part: type and data, until one is cut short.
fn records(part: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let kind = varying(&mut rest, 2)?;
        let length = varying(&mut rest, 4)?;
        let (data, next) = rest.split_at_checked(length as usize)?;
        rest = next;
        Some((kind, data))
    })
}

/// A number in one byte or more, seven bits in each.
fn varying(rest: &mut &[u8], most: u32) -> Option<u32> {
    let mut number = 0;
    for index in 0..most {
        let (byte, next) = rest.split_first()?;
        *rest = next;
        number |= u32::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            break;
        }
    }
    Some(number)
}

/// A text that begins with its length.
fn text(data: &[u8], at: usize) -> String {
    wide_text(data, at + 4, u32_at(data, at) as usize)
}

/// Paths of the sheets by their names; `targets` by the ids of relationships.
fn paths(workbook: &[u8], targets: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let sheets = records(workbook).filter(|(kind, _)| *kind == 0x9C);
    let path = |(_, data): (u32, &[u8])| {
        let id = text(data, 8);
        let name = text(data, 12 + 2 * id.encode_utf16().count());
        Some((name, targets.get(&id)?.clone()))
    };
    sheets.filter_map(path).collect()
}

fn styles(part: &[u8]) -> Styles {
    let mut styles = Styles::default();
    let mut of_cells = false;
    for (kind, data) in records(part) {
        match kind {
            0x2B => styles.fonts.push(text(data, 21)),
            0x2C => {
                styles.formats.insert(u16_at(data, 0), text(data, 2));
            }
            // The looks of cells stand between these two; those outside are of named styles.
            0x269 => of_cells = true,
            0x26A => of_cells = false,
            0x2F if of_cells => styles.looks.push((u16_at(data, 4), u16_at(data, 2))),
            _ => {}
        }
    }
    styles
}

fn marks(name: &str, part: &[u8]) -> Result<Marks, Refusal> {
    let mut marks = Marks::default();
    let mut row = 0;
    for (kind, data) in records(part) {
        match kind {
            0x00 => {
                row = u32_at(data, 0);
                if data.get(11).is_some_and(|it| it & 0x10 != 0) {
                    marks.hide_row(row);
                }
            }
            0x02..=0x0B => {
                let style = u32_at(data, 4) & 0x00FF_FFFF;
                let error = (kind == 0x0B).then(|| data.get(8).copied().unwrap_or_default());
                let mark = Mark { style: style as usize, formula: kind >= 0x08, error };
                marks.cell(name, (row, u32_at(data, 0)), mark)?;
            }
            0x3C if u16_at(data, 16) & 1 != 0 || u32_at(data, 8) == 0 => {
                marks.hide_columns(u32_at(data, 0), u32_at(data, 4));
            }
            0xA3 => marks.filtered = true,
            0xB0 => {
                let at = |at| u32_at(data, at);
                marks.merge((at(0), at(4)), (at(8), at(12)))?;
            }
            _ => {}
        }
    }
    Ok(marks)
}

fn damaged(error: &XlsbError) -> Refusal {
    match error {
        XlsbError::Password => Refusal::Encrypted,
        other => Refusal::Damaged(Damage::Parser(other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;
    use crate::read::workbook::raw::Span;
    use crate::read::workbook::raw::Visibility;

    fn record(kind: u32, data: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let two = kind >= 0x80;
        bytes.push(if two { (kind & 0x7F | 0x80) as u8 } else { kind as u8 });
        if two {
            bytes.push((kind >> 7) as u8);
        }
        bytes.push(u8::try_from(data.len()).unwrap());
        [bytes, data.to_vec()].concat()
    }

    fn wide(text: &str) -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [&u32::try_from(units.len() / 2).unwrap().to_le_bytes()[..], &units].concat()
    }

    fn numbers(numbers: &[u32]) -> Vec<u8> {
        numbers.iter().flat_map(|it| it.to_le_bytes()).collect()
    }

    fn cell(kind: u32, column: u32, style: u32, rest: &[u8]) -> Vec<u8> {
        record(kind, &[numbers(&[column, style]), rest.to_vec()].concat())
    }

    fn row(row: u32, hidden: bool) -> Vec<u8> {
        let flags = if hidden { 0x10 } else { 0 };
        record(0x00, &[numbers(&[row, 0]), vec![0, 0, 0, flags, 0], numbers(&[0])].concat())
    }

    /// A workbook of one sheet, record by record, as [MS-XLSB] has them.
    fn workbook() -> Vec<u8> {
        let workbook = [
            record(0x83, &[]),
            record(0x9C, &[numbers(&[0, 1]), wide("rId1"), wide("Số liệu")].concat()),
            record(0x90, &[]),
            record(0x9D, &numbers(&[0])),
            record(0x84, &[]),
        ];
        let percent = [vec![0, 0, 10, 0, 0, 0], vec![0; 10]].concat();
        let styles = [
            record(0x2B, &[vec![0; 21], wide(".VnTime")].concat()),
            record(0x272, &numbers(&[1])),
            record(0x2F, &[0; 16]),
            record(0x273, &[]),
            record(0x269, &numbers(&[2])),
            record(0x2F, &[0; 16]),
            record(0x2F, &percent),
            record(0x26A, &[]),
        ];
        let sheet = [
            record(0x81, &[]),
            record(0x94, &numbers(&[0, 9, 0, 9])),
            record(0x186, &[]),
            record(0x3C, &[numbers(&[2, 3, 100, 0]), vec![1, 0]].concat()),
            record(0x187, &[]),
            record(0x91, &[]),
            row(0, false),
            cell(0x06, 0, 0, &wide("Số")),
            cell(0x05, 1, 1, &0.25_f64.to_le_bytes()),
            row(1, true),
            cell(0x0B, 0, 0, &[0x07, 0, 0, 0, 0, 0, 0]),
            cell(0x09, 1, 0, &[&7_f64.to_le_bytes()[..], &[0; 6]].concat()),
            record(0x92, &[]),
            record(0xB1, &numbers(&[1])),
            record(0xB0, &numbers(&[4, 5, 0, 1])),
            record(0x82, &[]),
        ];
        let relationship = "<Relationship Id=\"rId1\" Type=\"http://x/worksheet\" \
            Target=\"worksheets/sheet1.bin\"/>";
        let main = "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" \
            Target=\"xl/workbook.bin\"/></Relationships>";
        let relationships = format!("<Relationships>{relationship}</Relationships>");
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [
            ("_rels/.rels", main.as_bytes().to_vec()),
            ("xl/_rels/workbook.bin.rels", relationships.into_bytes()),
            ("xl/workbook.bin", workbook.concat()),
            ("xl/styles.bin", styles.concat()),
            ("xl/worksheets/sheet1.bin", sheet.concat()),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(&content).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn a_binary_workbook_is_read_with_formats_errors_and_what_is_hidden() {
        let bytes = workbook();
        let book = read(&bytes, &mut Parts::new(&bytes).unwrap()).unwrap();
        assert_eq!((book.kind, book.sheets.len()), (Kind::Xlsb, 1));
        let sheet = &book.sheets[0];
        assert_eq!((sheet.name.as_str(), sheet.visibility), ("Số liệu", Visibility::Visible));
        let cells: Vec<_> = sheet
            .cells
            .iter()
            .map(|it| (it.row, it.column, &it.value, it.style.format.as_deref(), it.formula))
            .collect();
        let expected = [
            (0, 0, &RawValue::Text("Số".to_owned()), None, false),
            (0, 1, &RawValue::Number(0.25), Some("0.00%"), false),
            (1, 0, &RawValue::Error("#DIV/0!".to_owned()), None, true),
            (1, 1, &RawValue::Number(7.0), None, true),
        ];
        assert_eq!(cells, expected);
        assert_eq!(sheet.cells[0].style.font.as_deref(), Some(".VnTime"));
        assert_eq!(sheet.hidden_rows, [Span { first: 1, last: 1 }]);
        assert_eq!(sheet.hidden_columns, [Span { first: 2, last: 3 }]);
        assert_eq!(sheet.merges[0].rows, Span { first: 4, last: 5 });
    }

    #[test]
    fn broken_records_are_refused() {
        let bytes = workbook();
        let parts = &mut Parts::new(&bytes).unwrap();
        let twice = [row(0, false), cell(0x05, 0, 0, &[0; 8]), cell(0x05, 0, 0, &[0; 8])];
        assert!(matches!(marks("x", &twice.concat()), Err(Refusal::Damaged(_))));
        let far = [row(0, false), cell(0x05, 16_384, 0, &[0; 8])];
        assert!(matches!(marks("x", &far.concat()), Err(Refusal::Damaged(_))));
        assert!(read(&bytes, parts).is_ok());
    }
}
