//! What a worker says of a file, message by message, and what the parent makes of it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io;
use std::io::ErrorKind;
use std::io::Read;
use std::io::Write;
use std::sync::Arc;

use serde::Deserialize;
use serde::Serialize;

use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::bounds::Room;
use crate::read::workbook::limits;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawSheet;
use crate::read::workbook::raw::RawValue;
use crate::read::workbook::raw::Run;
use crate::read::workbook::raw::Style;
use crate::read::workbook::worker::frame;

/// Bytes of text and cells after which a group of cells is sent.
const GROUP_BYTES: usize = 64 << 10;

/// What a worker says.
#[derive(Debug, Serialize, Deserialize)]
enum Message<'a> {
    /// The file is refused; nothing follows.
    Refused(Cow<'a, Refusal>),
    /// What holds of the whole workbook, and the styles of its cells.
    Book(Cow<'a, RawBook>, Vec<Cow<'a, Style>>),
    /// The next sheet, and how many cells it has.
    Sheet(Cow<'a, RawSheet>, usize),
    /// The next cells of the last sheet.
    Cells(Vec<SentCell<'a>>),
    /// The workbook is complete.
    End,
}

/// A [`RawCell`] with the number of its style.
#[derive(Debug, Serialize, Deserialize)]
struct SentCell<'a> {
    row: u32,
    column: u32,
    value: Cow<'a, RawValue>,
    style: u32,
    formula: bool,
    runs: Cow<'a, [Run]>,
}

/// Why a message was not sent.
enum Unsent {
    /// The parent is gone.
    Gone(io::Error),
    /// It is larger than a message may be.
    TooLarge,
}

/// Sends what was made of a file.
///
/// # Errors
/// The parent is gone.
pub fn send(output: &mut impl Write, read: &Result<RawBook, Refusal>) -> io::Result<()> {
    let sent = match read {
        Ok(book) => send_book(output, book),
        Err(refusal) => send_one(output, &Message::Refused(Cow::Borrowed(refusal))),
    };
    // What was said before of the same file is void then.
    let sent = sent.or_else(|unsent| match unsent {
        Unsent::TooLarge => {
            let allowed = limits::MESSAGE_BYTES as u64;
            let refusal = Refusal::Limit { what: Quantity::MessageBytes, allowed };
            send_one(output, &Message::Refused(Cow::Owned(refusal)))
        }
        gone @ Unsent::Gone(_) => Err(gone),
    });
    sent.map_err(|unsent| match unsent {
        Unsent::Gone(error) => error,
        Unsent::TooLarge => io::Error::from(ErrorKind::InvalidData),
    })
}

fn send_book(output: &mut impl Write, book: &RawBook) -> Result<(), Unsent> {
    let (styles, numbers) = styles(book);
    send_one(output, &Message::Book(Cow::Borrowed(book), styles))?;
    for sheet in &book.sheets {
        send_one(output, &Message::Sheet(Cow::Borrowed(sheet), sheet.cells.len()))?;
        let mut rest = sheet.cells.as_slice();
        while !rest.is_empty() {
            let (group, others) = rest.split_at(group(rest));
            let cells = group.iter().map(|it| SentCell::of(it, &numbers)).collect();
            send_one(output, &Message::Cells(cells))?;
            rest = others;
        }
    }
    send_one(output, &Message::End)
}

fn send_one(output: &mut impl Write, message: &Message<'_>) -> Result<(), Unsent> {
    // Nothing else can go wrong than that the parent is gone: these types have no unserialisable
    // value.
    let bytes = postcard::to_extend(message, Vec::new()).map_err(|_| Unsent::TooLarge)?;
    if bytes.len() > limits::MESSAGE_BYTES {
        return Err(Unsent::TooLarge);
    }
    frame::write(output, &bytes).map_err(Unsent::Gone)
}

type Numbers = BTreeMap<*const Style, u32>;

/// The styles of a workbook, in the order of their first cells, and their numbers.
fn styles(book: &RawBook) -> (Vec<Cow<'_, Style>>, Numbers) {
    let (mut styles, mut numbers) = (Vec::new(), Numbers::new());
    for cell in book.sheets.iter().flat_map(|it| &it.cells) {
        numbers.entry(Arc::as_ptr(&cell.style)).or_insert_with(|| {
            styles.push(Cow::Borrowed(&*cell.style));
            u32::try_from(styles.len() - 1).expect("a workbook has at most a million cells")
        });
    }
    (styles, numbers)
}

/// How many of these cells go into one message: at least one.
fn group(cells: &[RawCell]) -> usize {
    let mut bytes = 0;
    let fit = cells.iter().take_while(|cell| {
        bytes += weight(cell);
        bytes <= GROUP_BYTES
    });
    fit.count().max(1)
}

fn weight(cell: &RawCell) -> usize {
    let text = match &cell.value {
        RawValue::Text(text) | RawValue::Error(text) => text.len(),
        _ => 0,
    };
    let run = |it: &Run| it.text.len() + it.font.as_ref().map_or(0, String::len);
    size_of::<RawCell>() + text + cell.runs.iter().map(run).sum::<usize>()
}

impl<'a> SentCell<'a> {
    fn of(cell: &'a RawCell, numbers: &Numbers) -> Self {
        let RawCell { row, column, value, style, formula, runs } = cell;
        Self {
            row: *row,
            column: *column,
            value: Cow::Borrowed(value),
            style: numbers[&Arc::as_ptr(style)],
            formula: *formula,
            runs: Cow::Borrowed(runs),
        }
    }
}

/// Receives what a worker made of a file. Each message is bounded before it is read, and its
/// content is held against the same limits that the worker was to keep.
///
/// # Errors
/// [`ErrorKind::UnexpectedEof`]: the worker is gone; [`ErrorKind::InvalidData`]: it says what
/// cannot be.
pub fn receive(input: &mut impl Read) -> io::Result<Result<RawBook, Refusal>> {
    let mut bytes = Vec::new();
    let mut building: Option<Building> = None;
    loop {
        if !frame::read(input, limits::MESSAGE_BYTES, &mut bytes)? {
            return Err(io::Error::from(ErrorKind::UnexpectedEof));
        }
        match (postcard::from_bytes(&bytes).map_err(nonsense)?, building.as_mut()) {
            (Message::Refused(refusal), _) => return Ok(Err(refusal.into_owned())),
            (Message::Book(book, styles), None) => {
                building = Some(Building::new(book.into_owned(), styles).map_err(nonsense)?);
            }
            (Message::Sheet(sheet, cells), Some(it)) => {
                it.sheet(sheet.into_owned(), cells).map_err(nonsense)?;
            }
            (Message::Cells(cells), Some(it)) => it.cells(cells)?,
            (Message::End, Some(_)) => {
                return Ok(Ok(building.take().map(|it| it.book).unwrap_or_default()));
            }
            (Message::Book(..), Some(_)) | (_, None) => return Err(nonsense("out of turn")),
        }
    }
}

fn nonsense<E>(_: E) -> io::Error {
    io::Error::from(ErrorKind::InvalidData)
}

/// A workbook while its messages come in.
struct Building {
    book: RawBook,
    styles: Vec<Arc<Style>>,
    room: Room,
    /// Cells for which room may still be taken on a worker's word.
    announced: usize,
}

impl Building {
    fn new(book: RawBook, styles: Vec<Cow<'_, Style>>) -> Result<Self, Refusal> {
        let mut room = Room::new();
        styles.iter().try_for_each(|it| room.style(it))?;
        let styles = styles.into_iter().map(|it| Arc::new(it.into_owned())).collect();
        Ok(Self { book, styles, room, announced: limits::CELLS })
    }

    /// Takes room for the cells at once: they would be moved again and again, and lie in memory twice meanwhile.
    fn sheet(&mut self, mut sheet: RawSheet, cells: usize) -> Result<(), Refusal> {
        self.room.sheet(&sheet)?;
        let likely = cells.min(self.announced);
        self.announced -= likely;
        sheet.cells.reserve_exact(likely);
        self.book.sheets.push(sheet);
        Ok(())
    }

    fn cells(&mut self, cells: Vec<SentCell<'_>>) -> io::Result<()> {
        let sheet = self.book.sheets.last_mut().ok_or_else(|| nonsense("no sheet yet"))?;
        for sent in cells {
            let style = self.styles.get(sent.style as usize);
            let cell = RawCell {
                row: sent.row,
                column: sent.column,
                value: sent.value.into_owned(),
                style: Arc::clone(style.ok_or_else(|| nonsense("no such style"))?),
                formula: sent.formula,
                runs: sent.runs.into_owned().into_boxed_slice(),
            };
            self.room.cell(&sheet.name, sheet.cells.last(), &cell).map_err(nonsense)?;
            sheet.cells.push(cell);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
