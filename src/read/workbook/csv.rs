//! Reads values between separators as one sheet. Every cell is text: what a number looks like is
//! judged where all typed text is.

use std::sync::Arc;

use csv::ReaderBuilder;
use encoding_rs::Encoding;
use encoding_rs::UTF_8;
use encoding_rs::WINDOWS_1258;

use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::room::Room;

/// Name of the only sheet.
const SHEET: &str = "CSV";

/// Separators, the likelier first: Excel in Vietnam writes `;`.
const SEPARATORS: [u8; 3] = [b';', b'\t', b','];

/// Rows by which the separator is judged.
const JUDGED: usize = 200;

/// Reads a table.
pub(super) fn read(bytes: &[u8]) -> Result<RawBook, Refusal> {
    let text = decoded(bytes);
    let (separator, text) = table(&text).ok_or(Refusal::NotAWorkbook { seems: Content::Text })?;
    let mut room = Room::new();
    let mut cells = Vec::new();
    for (row, record) in (0_u32..).zip(reader(text, separator).records()) {
        let record = record.map_err(|error| Refusal::Damaged(Damage::Parser(error.to_string())))?;
        for (column, field) in (0_u32..).zip(&record).filter(|(_, it)| !it.trim().is_empty()) {
            if row >= limits::ROWS || column >= limits::COLUMNS {
                return Err(Refusal::Damaged(Damage::OutsideTheSheet(SHEET.to_owned())));
            }
            room.cell()?;
            cells.push(RawCell {
                row,
                column,
                value: RawValue::Text(room.text(field)?),
                style: Arc::default(),
                formula: false,
                runs: Box::default(),
            });
        }
    }
    let sheet = RawSheet { name: SHEET.to_owned(), cells, ..RawSheet::default() };
    Ok(RawBook { kind: Kind::Csv, sheets: vec![sheet], ..RawBook::default() })
}

/// The text by its mark, else as UTF-8 if it is that, else as Windows wrote Vietnamese before it.
fn decoded(bytes: &[u8]) -> String {
    let (encoding, skip) = match Encoding::for_bom(bytes) {
        Some(found) => found,
        None if std::str::from_utf8(bytes).is_ok() => (UTF_8, 0),
        None => (WINDOWS_1258, 0),
    };
    encoding.decode_without_bom_handling(&bytes[skip..]).0.into_owned()
}

/// The separator of a table, and the table itself; Excel may name the one above the other.
fn table(text: &str) -> Option<(u8, &str)> {
    let named = text.split_once('\n').and_then(|(first, rest)| {
        let named = first.trim().to_ascii_lowercase();
        let separator = named.strip_prefix("sep=")?.bytes().next()?;
        SEPARATORS.contains(&separator).then_some((separator, rest))
    });
    named.or_else(|| Some((separator(text)?, text)))
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

/// The separator that divides the most rows into the same number of columns; `None` if no three
/// rows agree on two columns or more: then it is prose.
fn separator(text: &str) -> Option<u8> {
    let agreed = |separator: &u8| {
        let widths: Vec<usize> = reader(text, *separator)
            .records()
            .take(JUDGED)
            .filter_map(|it| it.ok().map(|it| it.len()))
            .collect();
        let of = |width: usize| widths.iter().filter(|it| **it == width).count();
        widths.iter().filter(|it| **it >= 2).map(|width| (of(*width), *width)).max()
    };
    let best = SEPARATORS
        .iter()
        .rev()
        .filter_map(|it| Some((agreed(it)?, *it)))
        .max_by_key(|((rows, _), _)| *rows);
    best.filter(|((rows, _), _)| *rows >= 3).map(|(_, separator)| separator)
}

#[cfg(test)]
mod tests {

    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(u32, u32, String)> {
        let book = read(bytes).unwrap();
        assert_eq!((book.kind, book.sheets.len()), (Kind::Csv, 1));
        let text = |it: &RawCell| match &it.value {
            RawValue::Text(text) => text.clone(),
            other => panic!("{other:?}"),
        };
        book.sheets[0].cells.iter().map(|it| (it.row, it.column, text(it))).collect()
    }

    const TABLE: &str =
        "Mã;Nội dung;Thực hiện\nTC01;Tổng số, đơn vị;1.078\nTC15;\"Tỷ lệ; %\";94,61\n";

    fn expected() -> Vec<(u32, u32, String)> {
        let rows = [
            ["Mã", "Nội dung", "Thực hiện"],
            ["TC01", "Tổng số, đơn vị", "1.078"],
            ["TC15", "Tỷ lệ; %", "94,61"],
        ];
        let row = |(row, cells): (u32, [&str; 3])| {
            (0_u32..).zip(cells).map(move |(column, it)| (row, column, it.to_owned())).collect()
        };
        (0_u32..).zip(rows).flat_map(|it| -> Vec<_> { row(it) }).collect()
    }

    #[test]
    fn a_table_is_read_in_every_encoding() {
        let utf16 = |order: fn(u16) -> [u8; 2]| {
            "\u{FEFF}".encode_utf16().chain(TABLE.encode_utf16()).flat_map(order).collect()
        };
        let marked = format!("\u{FEFF}{TABLE}").into_bytes();
        let all: [Vec<u8>; 4] =
            [TABLE.into(), marked, utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)];
        for bytes in all {
            assert_eq!(texts(&bytes), expected());
        }
    }

    #[test]
    fn windows_1258_is_read_with_its_marks_apart() {
        // In windows-1258 the tone stands behind its letter: "ố" is "ô" and U+0301.
        let bytes = b"Ma\xDE;S\xF4\xEC;T\xFD\nTC01;1;2\nTC02;3;4\n";
        let found = texts(bytes);
        assert_eq!(found[0].2, "Ma\u{303}");
        assert_eq!(found[1].2, "Sô\u{301}");
    }

    #[test]
    fn the_separator_is_the_one_that_rows_agree_on() {
        for (text, expected) in [
            ("a;b\nc;d\ne;f", Some(b';')),
            ("a\tb\nc\td\ne\tf", Some(b'\t')),
            ("a,b\nc,d\ne,f", Some(b',')),
            ("Mã;Số\nTC15;94,61\nTC16;95,2\nTC17;96,3", Some(b';')),
            ("TT,\"a;b\"\n1,\"c;d\"\n2,x", Some(b',')),
            ("sep=;\na,1;b,2\nc,3;d,4\ne,5;f,6", Some(b';')),
            ("Kính gửi: Liên đoàn\n\nĐơn vị báo cáo, như sau\nXin cảm ơn", None),
            ("một cột\nhai\nba\nbốn", None),
        ] {
            let found = decoded(text.as_bytes());
            assert_eq!(table(&found).map(|(separator, _)| separator), expected, "{text}");
        }
    }

    #[test]
    fn prose_is_no_table() {
        let refused = read("Kính gửi anh Ba,\nsố liệu gửi sau".as_bytes()).unwrap_err();
        assert_eq!(refused, Refusal::NotAWorkbook { seems: Content::Text });
    }
}
