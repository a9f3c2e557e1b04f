//! Texts in encodings from before Unicode, turned into Unicode before anything else reads them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Run;
use crate::text::legacy;
use crate::text::legacy::Encoding;

/// What was decoded on a sheet.
struct Decoded {
    first: Address,
    encoding: Encoding,
    before: String,
    after: String,
    cells: usize,
}

/// The workbook with every text in Unicode; the same one if all were. One finding per sheet says
/// how many cells were decoded.
pub(in crate::read) fn decoded<'a>(
    file: &str,
    book: &'a RawBook,
    findings: &mut Vec<Finding>,
) -> Cow<'a, RawBook> {
    let fonts = Fonts::of(book);
    if !book.sheets.iter().any(|sheet| is_old(sheet, &fonts)) {
        return Cow::Borrowed(book);
    }
    let mut changed = book.clone();
    for sheet in &mut changed.sheets {
        if let Some((name, _)) = legacy::decode(&sheet.name, None) {
            sheet.name = name;
        }
        if let Some(decoded) = decode_cells(sheet, &fonts) {
            let place = Place::cell(file, &sheet.name, decoded.first);
            let Decoded { encoding, before, after, cells, .. } = decoded;
            let fact = WorkbookFact::OldEncoding { encoding, cells, before, after };
            findings.push(Finding::new(fact, place, None));
        }
    }
    Cow::Owned(changed)
}

/// Whether anything on a sheet is to be decoded; nearly no sheet has such a thing, and it is not
/// copied for nothing.
fn is_old(sheet: &RawSheet, fonts: &Fonts) -> bool {
    let old_text = |text: &str, font: Option<&str>| fonts.decode(text, font).is_some();
    let old_cell = |cell: &RawCell| match &cell.value {
        RawValue::Text(text) if text.is_ascii() => false,
        RawValue::Text(text) => {
            let runs = cell.runs.iter().any(|run| old_text(&run.text, run.font.as_deref()));
            runs || old_text(text, cell.font())
        }
        _ => false,
    };
    legacy::decode(&sheet.name, None).is_some() || sheet.cells.iter().any(old_cell)
}

/// Fonts under which some text can only be of an old encoding, and none is plainly Unicode.
struct Fonts(BTreeSet<String>);

impl Fonts {
    fn of(book: &RawBook) -> Self {
        let (mut old, mut unicode) = (BTreeSet::new(), BTreeSet::new());
        for cell in book.sheets.iter().flat_map(|sheet| &sheet.cells) {
            let (RawValue::Text(text), Some(font)) = (&cell.value, cell.font()) else { continue };
            if legacy::decode_by_font(text, font).is_some() {
                old.insert(font.to_owned());
            } else if text.chars().any(|c| ('\u{100}'..='\u{1EFF}').contains(&c)) {
                unicode.insert(font.to_owned());
            }
        }
        Self(old.difference(&unicode).cloned().collect())
    }

    fn decode(&self, text: &str, font: Option<&str>) -> Option<(String, Encoding)> {
        legacy::decode(text, font).or_else(|| {
            let font = font.filter(|it| self.0.contains(*it))?;
            legacy::decode_like_others(text, font)
        })
    }
}

fn decode_cells(sheet: &mut RawSheet, fonts: &Fonts) -> Option<Decoded> {
    let mut decoded: Option<Decoded> = None;
    for cell in &mut sheet.cells {
        let Some((before, encoding)) = decode_cell(cell, fonts) else { continue };
        match &mut decoded {
            Some(decoded) => decoded.cells += 1,
            None => {
                let first = Address { row: cell.row, column: cell.column };
                let RawValue::Text(after) = cell.value.clone() else { continue };
                decoded = Some(Decoded { first, encoding, before, after, cells: 1 });
            }
        }
    }
    decoded
}

/// Decodes a cell in place; returns what it held before.
fn decode_cell(cell: &mut RawCell, fonts: &Fonts) -> Option<(String, Encoding)> {
    let RawValue::Text(text) = &cell.value else { return None };
    let before = text.clone();
    let (after, encoding) =
        by_runs(cell, &before, fonts).or_else(|| fonts.decode(&before, cell.font()))?;
    cell.value = RawValue::Text(after);
    Some((before, encoding))
}

/// Decodes a cell whose runs have fonts of their own, run by run.
fn by_runs(cell: &mut RawCell, text: &str, fonts: &Fonts) -> Option<(String, Encoding)> {
    let whole: String = cell.runs.iter().map(|run| run.text.as_str()).collect();
    if whole != text {
        return None;
    }
    let own = cell.font().map(str::to_owned);
    let decode = |run: &Run| {
        let font = run.font.as_deref().or(own.as_deref())?;
        legacy::decode_by_font(&run.text, font).or_else(|| {
            legacy::decode_like_others(&run.text, font).filter(|_| fonts.0.contains(font))
        })
    };
    let mut found = None;
    for run in &mut cell.runs {
        if let Some((text, encoding)) = decode(run) {
            run.text = text;
            found = found.or(Some(encoding));
        }
    }
    Some((cell.runs.iter().map(|run| run.text.as_str()).collect(), found?))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::read::workbook::raw::Style;

    fn cell(row: u32, text: &str, font: &str) -> RawCell {
        RawCell {
            row,
            column: 1,
            value: RawValue::Text(text.to_owned()),
            style: Arc::new(Style { format: None, font: Some(font.to_owned()) }),
            formula: false,
            runs: Box::default(),
        }
    }

    fn book(name: &str, cells: Vec<RawCell>) -> RawBook {
        let sheet = RawSheet { name: name.to_owned(), cells, ..RawSheet::default() };
        RawBook { sheets: vec![sheet], ..RawBook::default() }
    }

    fn texts(book: &RawBook) -> Vec<&str> {
        let cells = &book.sheets[0].cells;
        let texts = cells.iter().filter_map(|cell| match &cell.value {
            RawValue::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }

    #[test]
    fn a_sheet_in_tcvn3_is_read_and_told_once() {
        let cells = vec![
            cell(0, "M·", ".VnTime"),
            cell(1, "§oµn viªn kÕt n¹p míi", ".VnTime"),
            cell(2, "LI£N ®OµN", ".VnTimeH"),
            cell(3, "Đoàn viên", "Times New Roman"),
            cell(4, "TC12", ".VnTime"),
        ];
        let book = book("Sè liÖu", cells);
        let mut findings = Vec::new();
        let decoded = decoded("a.xlsx", &book, &mut findings);
        assert_eq!(decoded.sheets[0].name, "Số liệu");
        assert_eq!(
            texts(&decoded),
            ["Mã", "Đoàn viên kết nạp mới", "LIÊN ĐOÀN", "Đoàn viên", "TC12"]
        );
        let [finding] = findings.as_slice() else { panic!("{findings:?}") };
        assert_eq!(finding.fact.code(), "old-encoding");
        let first = Address { row: 0, column: 1 };
        assert_eq!(finding.place, Place::cell("a.xlsx", "Số liệu", first));
        let fact = WorkbookFact::OldEncoding {
            encoding: Encoding::Tcvn3,
            cells: 3,
            before: "M·".into(),
            after: "Mã".into(),
        };
        assert_eq!(finding.fact, fact.into());
    }

    #[test]
    fn a_sheet_in_unicode_is_not_copied() {
        let book = book("Số liệu", vec![cell(0, "Thanh Hóa", ".VnTime"), cell(1, "Bé", "Arial")]);
        let mut findings = Vec::new();
        assert!(matches!(decoded("a.xlsx", &book, &mut findings), Cow::Borrowed(_)));
        assert_eq!(findings, []);
    }

    #[test]
    fn a_word_is_read_like_the_others_of_its_font() {
        let cells = || vec![cell(0, "Bé", ".VnTime"), cell(1, "§oµn viªn", ".VnTime")];
        let old = book("a", cells());
        assert_eq!(texts(&decoded("a.xlsx", &old, &mut Vec::new())), ["Bộ", "Đoàn viên"]);
        let mut mixed = cells();
        mixed.push(cell(2, "Số liệu", ".VnTime"));
        let mixed = book("a", mixed);
        let decoded = decoded("a.xlsx", &mixed, &mut Vec::new());
        assert_eq!(texts(&decoded), ["Bé", "Đoàn viên", "Số liệu"]);
    }

    #[test]
    fn runs_are_decoded_each_by_its_font() {
        let mut cell = cell(0, "Tæng sè: Tết", "Times New Roman");
        let run = |font: Option<&str>, text: &str| Run {
            font: font.map(str::to_owned),
            text: text.to_owned(),
        };
        cell.runs = [run(Some(".VnTime"), "Tæng sè: "), run(None, "Tết")].into();
        let book = book("a", vec![cell]);
        assert_eq!(texts(&decoded("a.xlsx", &book, &mut Vec::new())), ["Tổng số: Tết"]);
    }
}
