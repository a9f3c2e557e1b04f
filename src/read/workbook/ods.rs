//! Reads a .ods workbook as LibreOffice saves it, from its XML. calamine's reader of this format
//! repeats cells as often as the file claims, and drops percentages and errors; this one streams,
//! takes room for each cell before it is repeated, and keeps both.

use std::collections::BTreeMap;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use crate::finding::refusal::Damage;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::ods_cell;
use crate::read::workbook::parts::Parts;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::Span;
use crate::read::workbook::raw::Style;
use crate::read::workbook::raw::Visibility;
use crate::read::workbook::room;
use crate::read::workbook::room::Room;
use crate::read::workbook::spans;
use crate::read::workbook::xml;

/// How LibreOffice names the copy of a sheet of another workbook.
const OTHER_FILE: &str = "'file:";

/// Reads every sheet.
pub(super) fn read(parts: &mut Parts<'_>) -> Result<RawBook, Refusal> {
    let manifest = parts.text("META-INF/manifest.xml")?.unwrap_or_default();
    if manifest.contains("encryption-data") {
        return Err(Refusal::Encrypted);
    }
    let content = parts.text("content.xml")?.unwrap_or_default();
    let mut pass = Pass {
        reader: xml::reader(&content),
        styles: BTreeMap::new(),
        style: String::new(),
        book: RawBook { kind: Kind::Ods, ..RawBook::default() },
        room: Room::new(),
        other_file: false,
        row: 0,
        column: 0,
    };
    loop {
        match xml::next(&mut pass.reader)? {
            Event::Start(it) => pass.element(&it)?,
            Event::Eof => break,
            _ => {}
        }
    }
    let mut book = pass.book;
    book.macros = parts.any("basic/") || parts.any("scripts/");
    if book.sheets.is_empty() {
        return Err(Refusal::Damaged(Damage::NotWhole("content.xml".to_owned())));
    }
    Ok(book)
}

/// What a style of the file says.
#[derive(Default)]
struct Named {
    hidden: bool,
    font: Option<String>,
}

struct Pass<'a> {
    reader: Reader<&'a [u8]>,
    styles: BTreeMap<String, Named>,
    /// The style that is being read.
    style: String,
    book: RawBook,
    room: Room,
    /// Whether the sheet that is being read is a copy of one in another workbook.
    other_file: bool,
    row: u32,
    column: u32,
}

impl Pass<'_> {
    fn element(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        match it.local_name().as_ref() {
            "style" => self.style = xml::attribute(it, "name")?.unwrap_or_default(),
            "table-properties" => {
                let hidden = xml::attribute(it, "display")?.as_deref() == Some("false");
                self.styles.entry(self.style.clone()).or_default().hidden = hidden;
            }
            "text-properties" => {
                let font = xml::attribute(it, "font-name")?;
                self.styles.entry(self.style.clone()).or_default().font = font;
            }
            "null-date" => {
                let day = xml::attribute(it, "date-value")?.unwrap_or_default();
                self.book.date1904 = day.starts_with("1904-");
            }
            "table" => self.table(it)?,
            "table-column" => self.columns(it)?,
            "table-row" => self.rows(it)?,
            _ => {}
        }
        Ok(())
    }

    fn table(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        let name = xml::attribute(it, "name")?.unwrap_or_default();
        (self.row, self.column) = (0, 0);
        self.other_file = name.starts_with(OTHER_FILE);
        self.book.external_links |= self.other_file;
        if self.other_file {
            return Ok(());
        }
        room::sheets(self.book.sheets.len() + 1)?;
        if self.book.sheets.iter().any(|sheet| sheet.name == name) {
            return Err(Refusal::Damaged(Damage::TwoSheets(name)));
        }
        let style = xml::attribute(it, "style-name")?.unwrap_or_default();
        let hidden = self.styles.get(&style).is_some_and(|it| it.hidden);
        let visibility = if hidden { Visibility::Hidden } else { Visibility::Visible };
        self.book.sheets.push(RawSheet { name, visibility, ..RawSheet::default() });
        Ok(())
    }

    fn columns(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        let last = self.column.saturating_add(repeats(it, "number-columns-repeated")?);
        let span = Span { first: self.column, last: last.min(limits::COLUMNS) - 1 };
        self.column = last.min(limits::COLUMNS);
        if is_hidden(it)?
            && span.first <= span.last
            && let Some(sheet) = self.sheet()
        {
            spans::add(&mut sheet.hidden_columns, span);
        }
        Ok(())
    }

    fn sheet(&mut self) -> Option<&mut RawSheet> {
        if self.other_file { None } else { self.book.sheets.last_mut() }
    }

    fn rows(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        let times = repeats(it, "number-rows-repeated")?;
        let end = self.row.saturating_add(times).min(limits::ROWS);
        let row = self.row;
        if is_hidden(it)? && row < end {
            let filtered = xml::attribute(it, "visibility")?.as_deref() == Some("filter");
            if let Some(sheet) = self.sheet() {
                sheet.filtered |= filtered;
                spans::add(&mut sheet.hidden_rows, Span { first: row, last: end - 1 });
            }
        }
        let cells = self.cells(row)?;
        if !cells.is_empty() && row.saturating_add(times) > limits::ROWS {
            return Err(self.outside());
        }
        for row in row + 1..end {
            for cell in &cells {
                self.room.cell()?;
                let again = RawCell { row, ..cell.clone() };
                self.push(again);
            }
        }
        self.row = end;
        Ok(())
    }

    fn push(&mut self, cell: RawCell) {
        if let Some(sheet) = self.sheet() {
            sheet.cells.push(cell);
        }
    }

    fn outside(&mut self) -> Refusal {
        let name = self.sheet().map(|it| it.name.clone()).unwrap_or_default();
        Refusal::Damaged(Damage::OutsideTheSheet(name))
    }

    /// Reads the cells of the row whose start was just read, and gives back those with content.
    fn cells(&mut self, row: u32) -> Result<Vec<RawCell>, Refusal> {
        let mut column = 0_u32;
        let mut cells = Vec::new();
        loop {
            match xml::next(&mut self.reader)? {
                Event::Start(it)
                    if matches!(it.local_name().as_ref(), "table-cell" | "covered-table-cell") =>
                {
                    let times = repeats(&it, "number-columns-repeated")?;
                    let cell = ods_cell::read(&mut self.reader, &it, self.book.date1904)?;
                    self.merge(&it, row, column)?;
                    self.book.external_links |= cell.other_file;
                    if let Some(value) = cell.value {
                        if column.saturating_add(times) > limits::COLUMNS || row >= limits::ROWS {
                            return Err(self.outside());
                        }
                        let style = xml::attribute(&it, "style-name")?.unwrap_or_default();
                        let font = self.styles.get(&style).and_then(|it| it.font.clone());
                        let look = Style { format: cell.format.clone(), font };
                        let style = Arc::new(look);
                        for column in column..column + times {
                            self.room.cell()?;
                            ods_cell::take_room(&value, &mut self.room)?;
                            cells.push(RawCell {
                                row,
                                column,
                                value: value.clone(),
                                style: Arc::clone(&style),
                                formula: cell.formula,
                                runs: Box::default(),
                            });
                        }
                    }
                    column = column.saturating_add(times);
                }
                Event::End(it) if it.local_name().as_ref() == "table-row" => break,
                Event::Eof => return Err(xml::ends_early()),
                _ => {}
            }
        }
        for cell in &cells {
            self.push(cell.clone());
        }
        Ok(cells)
    }

    fn merge(&mut self, it: &BytesStart<'_>, row: u32, column: u32) -> Result<(), Refusal> {
        let across = repeats(it, "number-columns-spanned")?;
        let down = repeats(it, "number-rows-spanned")?;
        let area = Area {
            rows: Span { first: row, last: row.saturating_add(down - 1).min(limits::ROWS - 1) },
            columns: Span {
                first: column,
                last: column.saturating_add(across - 1).min(limits::COLUMNS - 1),
            },
        };
        match self.sheet() {
            Some(sheet) => spans::merge(&mut sheet.merges, area),
            None => Ok(()),
        }
    }
}

/// How often an element stands for itself: at least once.
fn repeats(it: &BytesStart<'_>, name: &str) -> Result<u32, Refusal> {
    Ok(xml::attribute(it, name)?.map_or(1, |it| it.parse().unwrap_or(u32::MAX)).max(1))
}

fn is_hidden(it: &BytesStart<'_>) -> Result<bool, Refusal> {
    Ok(matches!(xml::attribute(it, "visibility")?.as_deref(), Some("collapse" | "filter")))
}
