//! The sheet of sources: every figure that the workbook prints, and all that they rest on, down to the
//! cells that were sent. It is read back by `inspect::sources`.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;
use rust_xlsxwriter::FormatBorder;
use rust_xlsxwriter::FormatUnderline;
use rust_xlsxwriter::IgnoreError;
use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::Url;
use rust_xlsxwriter::Worksheet;
use rust_xlsxwriter::XlsxError;

use super::content::nearest;
use super::style::HEADER_FILL;
use super::style::TYPEFACE;
use crate::model::figure::Derivation;
use crate::model::ledger::Aggregate;
use crate::model::ledger::Entry;
use crate::model::ledger::Ledger;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::place::CellRef;

/// Name of the sheet.
pub const SHEET: &str = "Nguồn số liệu";

/// Labels of the lines at the top; the values stand in the third column.
pub const HEAD: [&str; 4] = ["Cụm, khối", "Kỳ", "Tệp", "Số liệu từ"];

/// The columns with their widths in characters.
pub const COLUMNS: [(&str, u32); 17] = [
    ("STT", 6),
    ("In tại (bấm để tới ô)", 22),
    ("Số in", 11),
    ("Mã", 8),
    ("Chỉ tiêu", 40),
    ("Đơn vị tính", 12),
    ("Cột số liệu", 13),
    ("Số của", 16),
    ("Giá trị (tiền tính bằng đồng)", 17),
    ("Cách có", 20),
    ("Tệp nguồn", 27),
    ("Trang tính", 13),
    ("Ô", 7),
    ("Nội dung ô", 14),
    ("SHA-256 của tệp nguồn", 14),
    ("Tên số liệu", 23),
    ("Lấy từ các số liệu", 23),
];

/// What stands for the figures of all units among those that a figure was made from.
pub const EVERY_UNIT: &str = "*";

/// How figures of units make one: the beginnings of the words in their column.
pub const SUM: &str = "Cộng";
/// The quotient of two figures.
pub const RATIO: &str = "Tính lại từ";
/// A mean by a weight.
pub const MEAN: &str = "Bình quân gia quyền";
/// What stands behind the number of units where they are those of a block.
pub const OF_GROUP: &str = " của khối";

/// Row of the column headers, from 0.
const HEADER: RowNum = 6;

/// Height of that row, in pixels: two lines.
const HEADER_HEIGHT: u32 = 36;

/// Most links of a sheet: Excel opens no sheet with more than 65.530.
const MOST_LINKS: usize = 65_000;

/// The looks of the sheet.
struct Looks {
    title: Format,
    header: Format,
    words: Format,
    printed: Format,
    number: Format,
    link: Format,
}

impl Looks {
    fn new() -> Self {
        let plain = Format::new().set_font_name(TYPEFACE).set_font_size(10);
        let cell = plain.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        Self {
            title: plain.clone().set_bold(),
            header: cell
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(HEADER_FILL),
            printed: cell.clone().set_align(FormatAlign::Right),
            number: cell.clone().set_num_format("#,##0.######"),
            link: cell.clone().set_underline(FormatUnderline::Single).set_font_color("0563C1"),
            words: cell,
        }
    }
}

/// Draws the sheet: the figures in reading order, then those that only others rest on.
pub(super) fn draw(out: &mut Worksheet, ledger: &Ledger) -> Result<(), XlsxError> {
    let looks = Looks::new();
    head(out, ledger, &looks)?;
    for (column, (title, width)) in (0..).zip(COLUMNS) {
        out.set_column_width(column, width)?;
        out.write_string_with_format(HEADER, column, title, &looks.header)?;
    }
    let mut sheet = Sheet { out, looks, next: HEADER + 1, links: 0, names: Names::of(ledger) };
    let entries: BTreeMap<&str, &Entry> = ledger.figures.iter().map(|it| (it.id(), it)).collect();
    for at in &ledger.printed {
        if let Some(entry) = entries.get(at.figure.as_str()) {
            sheet.figure(entry, Some(at))?;
        }
    }
    let printed: BTreeSet<&str> = ledger.printed.iter().map(|it| it.figure.as_str()).collect();
    for entry in ledger.figures.iter().filter(|it| !printed.contains(it.id())) {
        sheet.figure(entry, None)?;
    }
    let last = sheet.next.saturating_sub(1);
    set_up(out, last)
}

fn head(out: &mut Worksheet, ledger: &Ledger, looks: &Looks) -> Result<(), XlsxError> {
    out.write_string_with_format(0, 0, "NGUỒN CỦA TỪNG SỐ LIỆU TRONG CÁC BẢNG", &looks.title)?;
    let document = ledger.printed.first().map_or("", |it| it.document.as_str());
    let period = format!("{} - {}", ledger.period.from.numeric(), ledger.period.to.numeric());
    let values = [ledger.cluster.as_str(), &ledger.campaign, document, &period];
    for (row, (label, value)) in (1..).zip(HEAD.into_iter().zip(values)) {
        out.write_string_with_format(row, 0, label, &looks.title)?;
        out.write_string(row, 2, value)?;
    }
    Ok(())
}

fn set_up(out: &mut Worksheet, last: RowNum) -> Result<(), XlsxError> {
    let last_column = ColNum::try_from(COLUMNS.len() - 1).expect("a few columns");
    out.set_row_height_pixels(HEADER, HEADER_HEIGHT)?;
    out.set_freeze_panes(HEADER + 1, 3)?;
    out.autofilter(HEADER, 0, last.max(HEADER), last_column)?;
    // Numbers as they are printed are words: no green corner in their cells.
    out.ignore_error_range(
        HEADER,
        0,
        last.max(HEADER),
        last_column,
        IgnoreError::NumberStoredAsText,
    )?;
    out.set_landscape();
    out.set_paper_size(8);
    out.set_print_fit_to_pages(1, 0);
    out.set_repeat_rows(HEADER, HEADER)?;
    out.set_footer("&C&P/&N");
    Ok(())
}

/// Names by their codes.
struct Names<'a> {
    indicators: BTreeMap<&'a str, (&'a str, &'a str)>,
    units: BTreeMap<&'a str, &'a str>,
    digests: BTreeMap<&'a str, &'a str>,
}

impl<'a> Names<'a> {
    fn of(ledger: &'a Ledger) -> Self {
        let indicators = ledger.indicators.iter();
        let units = ledger.units.iter().map(|it| (it.code.as_str(), it.name.as_str()));
        let groups = ledger.groups.iter().map(|it| (it.code.as_str(), it.name.as_str()));
        Self {
            indicators: indicators
                .map(|it| (it.code.as_str(), (it.name.as_str(), it.unit.as_str())))
                .collect(),
            units: units.chain(groups).collect(),
            digests: ledger.files.iter().map(|it| (it.file.as_str(), it.sha256.as_str())).collect(),
        }
    }
}

/// The sheet in the making.
struct Sheet<'s, 'a> {
    out: &'s mut Worksheet,
    looks: Looks,
    next: RowNum,
    links: usize,
    names: Names<'a>,
}

impl Sheet<'_, '_> {
    /// The rows of a figure at a place: one for each of its own cells, or one alone.
    fn figure(&mut self, entry: &Entry, at: Option<&PrintedAt>) -> Result<(), XlsxError> {
        let cells = own_cells(entry);
        if cells.is_empty() {
            return self.row(entry, at, None);
        }
        cells.into_iter().try_for_each(|(cell, whose)| self.row(entry, at, Some((cell, whose))))
    }

    fn row(
        &mut self,
        entry: &Entry,
        at: Option<&PrintedAt>,
        cell: Option<(&CellRef, &str)>,
    ) -> Result<(), XlsxError> {
        let row = self.next;
        self.next += 1;
        let order = f64::from(row - HEADER);
        self.out.write_number_with_format(row, 0, order, &self.looks.words)?;
        self.link(row, at.and_then(|it| it.spot.as_ref()))?;
        let text = at.map_or("", |it| it.text.as_str());
        self.out.write_string_with_format(row, 2, text, &self.looks.printed)?;
        self.what(row, entry)?;
        match entry.value() {
            Some(value) => {
                self.out.write_number_with_format(row, 8, nearest(value), &self.looks.number)?;
            }
            None => self.words(row, 8, "")?,
        }
        let how = match cell {
            Some((_, whose)) if !whose.is_empty() => format!("{}: {whose}", how(entry)),
            _ => how(entry),
        };
        self.words(row, 9, &how)?;
        self.source(row, cell.map(|(cell, _)| cell))?;
        self.words(row, 15, entry.id())?;
        self.words(row, 16, &from(entry))
    }

    fn words(&mut self, row: RowNum, column: ColNum, words: &str) -> Result<(), XlsxError> {
        self.out.write_string_with_format(row, column, words, &self.looks.words)?;
        Ok(())
    }

    /// A link to the cell in which a figure stands.
    fn link(&mut self, row: RowNum, spot: Option<&Spot>) -> Result<(), XlsxError> {
        let Some(Spot::Cell { sheet, cell }) = spot else { return self.words(row, 1, "") };
        let shown = format!("{sheet}!{cell}");
        if self.links == MOST_LINKS {
            return self.words(row, 1, &shown);
        }
        self.links += 1;
        let target = format!("internal:'{}'!{cell}", sheet.replace('\'', "''"));
        let url = Url::new(target).set_text(shown);
        self.out.write_url_with_format(row, 1, url, &self.looks.link)?;
        Ok(())
    }

    /// Indicator, column and unit.
    fn what(&mut self, row: RowNum, entry: &Entry) -> Result<(), XlsxError> {
        let Entry::Base(it) = entry else {
            return (3..8).try_for_each(|column| self.words(row, column, ""));
        };
        let known = self.names.indicators.get(it.indicator.as_str());
        let (name, unit) = known.copied().unwrap_or_default();
        let whose = match it.unit.as_deref().or(it.group.as_deref()) {
            Some(code) => self.names.units.get(code).copied().unwrap_or(code),
            None => "Toàn cụm",
        };
        let all = [it.indicator.as_str(), name, unit, it.measure.title(), whose];
        (3..).zip(all).try_for_each(|(column, words)| self.words(row, column, words))
    }

    /// File, sheet, address, text and digest.
    fn source(&mut self, row: RowNum, cell: Option<&CellRef>) -> Result<(), XlsxError> {
        let digest = cell.and_then(|it| self.names.digests.get(it.file.as_str()).copied());
        let all = match cell {
            Some(it) => [&it.file, &it.sheet, &it.cell, &it.text, digest.unwrap_or("")],
            None => [""; 5],
        };
        (10..).zip(all).try_for_each(|(column, words)| self.words(row, column, words))
    }
}

/// The cells that a figure was read from itself, each with whose it was in an earlier campaign.
fn own_cells(entry: &Entry) -> Vec<(&CellRef, &str)> {
    let Entry::Base(it) = entry else { return Vec::new() };
    match (&it.past, it.how) {
        (Some(past), _) => {
            let of = past
                .parts
                .iter()
                .flat_map(|part| part.cells.iter().map(|cell| (cell, part.unit.as_str())));
            of.collect()
        }
        (None, Some(_)) => Vec::new(),
        (None, None) => it.cells.iter().map(|cell| (cell, "")).collect(),
    }
}

/// How a figure came about.
fn how(entry: &Entry) -> String {
    match entry {
        Entry::Derived(it) => match it.derived {
            Derivation::Percent => "Tỷ lệ (%) = a : b × 100".to_owned(),
            Derivation::ChangePercent => "Tăng, giảm (%) = (a − b) : b × 100".to_owned(),
            Derivation::Difference => "Chênh lệch = a − b".to_owned(),
            Derivation::PerOne => "Bình quân = a : b".to_owned(),
        },
        Entry::Base(it) => {
            let of_group = if it.group.is_some() { OF_GROUP } else { "" };
            let units = format!("{}/{} đơn vị{of_group}", it.reported, it.expected);
            match (&it.past, it.how) {
                (Some(past), _) => format!("Cột {} của kỳ {}", past.measure.title(), past.campaign),
                (None, Some(Aggregate::Sum)) => format!("{SUM} {units}"),
                (None, Some(Aggregate::Ratio)) => format!("{RATIO} {units} = a : b"),
                (None, Some(Aggregate::WeightedMean)) => format!("{MEAN} {units}"),
                (None, None) if it.value.is_some() => "Ô của đơn vị".to_owned(),
                (None, None) => "Không có số liệu".to_owned(),
            }
        }
    }
}

/// The figures that a figure was made from; those of all units of the cluster are told once.
fn from(entry: &Entry) -> String {
    let all = match entry {
        Entry::Derived(it) => it.from.as_slice(),
        Entry::Base(it) => it.from.as_slice(),
    };
    let of_units = |it: &Entry| match it {
        Entry::Base(it) => it.how != Some(Aggregate::Ratio) && it.group.is_none(),
        Entry::Derived(_) => false,
    };
    let short = |id: &String| match id.rsplit_once('.') {
        Some((column, _)) if of_units(entry) => format!("{column}.{EVERY_UNIT}"),
        _ => id.clone(),
    };
    let mut names: Vec<String> = all.iter().map(short).collect();
    names.dedup();
    names.join("; ")
}
