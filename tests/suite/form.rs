//! A workbook as a person edits it: read from a committed one, changed, and written again.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use rust_xlsxwriter::DocProperties;
use rust_xlsxwriter::ExcelDateTime;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Formula;
use rust_xlsxwriter::Workbook;
use thidua::read::workbook;
use thidua::read::workbook::raw::RawCell;
use thidua::read::workbook::raw::RawSheet;
use thidua::read::workbook::raw::RawValue;
use thidua::text::order;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// The sheet of figures.
pub(crate) const FIGURES: &str = "Số liệu";
/// The sheet on which a workbook says whose it is.
pub(crate) const ABOUT: &str = "Thông tin chung";
/// The column of this year's figures.
pub(crate) const ACTUAL: &str = "Thực hiện";
/// The column of the target.
pub(crate) const TARGET: &str = "Kế hoạch";
/// The column of last year's figures.
pub(crate) const PREVIOUS: &str = "Năm trước";
/// The column of the pledge for next year.
pub(crate) const PLEDGED: &str = "Đăng ký năm sau";

/// Row and column, from 0.
pub(crate) type At = (u32, u32);

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Content {
    /// A number.
    Number(f64),
    /// A number shown as a percentage.
    Percent(f64),
    /// Words.
    Text(String),
    /// Yes or no.
    Bool(bool),
    /// A formula and its stored result.
    Formula(&'static str, &'static str),
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Content {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A workbook.
#[derive(Debug, Clone)]
pub(crate) struct Book {
    pub(crate) sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) cells: BTreeMap<At, Content>,
}

impl Book {
    /// The workbook in these bytes, without formulas: their results stand as numbers.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let raw = workbook::open(bytes).unwrap();
        Self { sheets: raw.sheets.iter().map(Sheet::of).collect() }
    }

    /// A sheet by its name.
    pub(crate) fn sheet(&mut self, name: &str) -> &mut Sheet {
        self.sheets.iter_mut().find(|it| it.name == name).unwrap()
    }

    /// The sheet of figures.
    pub(crate) fn figures(&mut self) -> &mut Sheet {
        self.sheet(FIGURES)
    }

    /// Writes the answer beside a label of the sheet about the sender.
    pub(crate) fn answer(&mut self, label: &str, answer: &str) {
        let sheet = self.sheet(ABOUT);
        let (row, column) = sheet.find(label);
        sheet.cells.insert((row, column + 1), answer.into());
    }

    /// The bytes of the workbook, the same whenever it is written.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut book = Workbook::new();
        let day = ExcelDateTime::from_ymd(2024, 12, 1).unwrap();
        book.set_properties(&DocProperties::new().set_creation_datetime(&day));
        for sheet in &self.sheets {
            let worksheet = book.add_worksheet();
            worksheet.set_name(&sheet.name).unwrap();
            for ((row, column), content) in &sheet.cells {
                let (row, column) = (*row, u16::try_from(*column).unwrap());
                let percent = Format::new().set_num_format("0.00%");
                match content {
                    Content::Number(number) => worksheet.write_number(row, column, *number),
                    Content::Percent(number) => {
                        worksheet.write_number_with_format(row, column, *number, &percent)
                    }
                    Content::Text(text) => worksheet.write_string(row, column, text),
                    Content::Bool(yes) => worksheet.write_boolean(row, column, *yes),
                    Content::Formula(formula, result) => {
                        let formula = Formula::new(*formula).set_result(*result);
                        worksheet.write_formula(row, column, formula)
                    }
                }
                .unwrap();
            }
        }
        book.save_to_buffer().unwrap()
    }
}

impl Sheet {
    fn of(raw: &RawSheet) -> Self {
        let cells = raw.cells.iter().filter_map(|it| Some(((it.row, it.column), content(it)?)));
        Self { name: raw.name.clone(), cells: cells.collect() }
    }

    /// The cell that holds this text.
    pub(crate) fn find(&self, text: &str) -> At {
        let wanted = Content::from(text);
        let found = self.cells.iter().find(|(_, content)| **content == wanted);
        *found.unwrap_or_else(|| panic!("“{text}” stands nowhere")).0
    }

    /// The cell of an indicator under a header.
    pub(crate) fn at(&self, code: &str, header: &str) -> At {
        (self.find(code).0, self.find(header).1)
    }

    /// Writes into the cell of an indicator under a header; returns the cell's name.
    pub(crate) fn set(&mut self, code: &str, header: &str, content: impl Into<Content>) -> String {
        let at = self.at(code, header);
        self.cells.insert(at, content.into());
        name(at)
    }

    /// Empties the cell of an indicator under a header; returns the cell's name.
    pub(crate) fn clear(&mut self, code: &str, header: &str) -> String {
        let at = self.at(code, header);
        self.cells.remove(&at);
        name(at)
    }

    /// The number in the cell of an indicator under a header.
    pub(crate) fn number(&self, code: &str, header: &str) -> f64 {
        match self.cells[&self.at(code, header)] {
            Content::Number(number) => number,
            ref other => panic!("{code}, {header}: {other:?}"),
        }
    }

    /// Moves every cell; where the move gives nothing the cell is dropped.
    pub(crate) fn rearrange(&mut self, place: impl Fn(At) -> Option<At>) {
        let cells = std::mem::take(&mut self.cells);
        self.cells = cells.into_iter().filter_map(|(at, it)| Some((place(at)?, it))).collect();
    }

    /// Exchanges two columns, headers and all.
    pub(crate) fn exchange(&mut self, one: &str, other: &str) {
        let (one, other) = (self.find(one).1, self.find(other).1);
        self.rearrange(|(row, column)| match column {
            it if it == one => Some((row, other)),
            it if it == other => Some((row, one)),
            it => Some((row, it)),
        });
    }

    /// Takes out a column, leaving its place empty.
    pub(crate) fn take_out(&mut self, header: &str) {
        let gone = self.find(header).1;
        self.rearrange(|(row, column)| (column != gone).then_some((row, column)));
    }

    /// Writes the row of an indicator once more, below all others; returns the new row.
    pub(crate) fn repeat(&mut self, code: &str) -> u32 {
        let from = self.find(code).0;
        let to = self.cells.keys().map(|(row, _)| row + 1).max().unwrap();
        let copies: Vec<(At, Content)> = self
            .cells
            .iter()
            .filter(|((row, _), _)| *row == from)
            .map(|((_, column), content)| ((to, *column), content.clone()))
            .collect();
        self.cells.extend(copies);
        to
    }
}

/// `F17`.
pub(crate) fn name((row, column): At) -> String {
    order::cell_address(row, column)
}

fn content(cell: &RawCell) -> Option<Content> {
    Some(match &cell.value {
        RawValue::Number(number) => Content::Number(*number),
        RawValue::Text(text) => Content::Text(text.clone()),
        RawValue::Bool(yes) => Content::Bool(*yes),
        RawValue::NoResult => return None,
        other => panic!("committed workbooks hold no {other:?}"),
    })
}

/// The same workbook with one part inside changed.
pub(crate) fn patched(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut written = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == part {
            let text = String::from_utf8(content).unwrap();
            let after = change(&text);
            assert_ne!(text, after, "{part} is changed");
            content = after.into_bytes();
        }
        written.start_file(name, SimpleFileOptions::default()).unwrap();
        written.write_all(&content).unwrap();
    }
    written.finish().unwrap().into_inner()
}
