//! Printed figures of `so-lieu.json` held against the finished files: what stands there instead.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::inspect::pdf::Page;
use crate::inspect::wording;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::read::workbook::raw::RawBook;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::cell_format::CellFormat;
use crate::text::normal;
use crate::text::number;
use crate::text::order;
use crate::text::suggest;

/// Characters that are shown of what stands in place of a figure.
const SHOWN: usize = 40;

/// A figure that is not printed as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Odd {
    /// Where it should stand, and as what.
    pub at: PrintedAt,
    /// What stands there; `None` if nothing does.
    pub found: Option<String>,
}

fn odd(at: &PrintedAt, found: &str) -> Odd {
    let found: String = found.chars().take(SHOWN).collect();
    Odd { at: at.clone(), found: Some(found).filter(|it| !it.is_empty()) }
}

/// Figures of a PDF that do not stand on their page, in the order in which they were printed.
#[must_use]
pub fn in_pdf(pages: &[Page], printed: &[PrintedAt]) -> Vec<Odd> {
    let text = Text::of(pages);
    let mut wanted = Occurrences::default();
    for (index, at) in printed.iter().enumerate() {
        wanted.add(index, text.find(at));
    }
    let matched = wanted.longest_chain();
    let mut odds = Vec::new();
    let mut before = 0;
    for (index, at) in printed.iter().enumerate() {
        match matched.get(&index) {
            Some(place) => before = place.end,
            None => {
                let next = matched.range(index..).next().map_or(text.whole.len(), |it| it.1.start);
                let within = text.within(at);
                let from = before.clamp(within.start, within.end);
                let to = next.clamp(from, within.end);
                odds.push(odd(at, between(&text.whole[from..to], at)));
            }
        }
    }
    odds
}

/// The number that stands there, the one most like what should if there are several; or else the words.
fn between<'a>(text: &'a str, at: &PrintedAt) -> &'a str {
    let numbers: Vec<&str> = text.split_whitespace().filter_map(wording::digits).collect();
    let nearest = suggest::nearest(&at.text, numbers.iter().copied());
    nearest.or_else(|| numbers.first().copied()).unwrap_or_else(|| text.trim())
}

/// The text of all pages as one, cleaned.
struct Text {
    whole: String,
    pages: Vec<Range<usize>>,
}

impl Text {
    fn of(pages: &[Page]) -> Self {
        let mut text = Self { whole: String::new(), pages: Vec::new() };
        for page in pages {
            let start = text.whole.len();
            text.whole.push_str(&normal::clean(&page.text()));
            text.pages.push(start..text.whole.len());
            text.whole.push('\n');
        }
        text
    }

    /// Where a figure may stand.
    fn within(&self, at: &PrintedAt) -> Range<usize> {
        match at.spot {
            Some(Spot::Page { page }) => {
                page.checked_sub(1).and_then(|it| self.pages.get(it)).cloned().unwrap_or_default()
            }
            _ => 0..self.whole.len(),
        }
    }

    /// Where its words stand by themselves.
    fn find(&self, at: &PrintedAt) -> Vec<Range<usize>> {
        let words = normal::clean(&at.text);
        if words.is_empty() {
            return Vec::new();
        }
        let within = self.within(at);
        let page = &self.whole[within.clone()];
        let places = page.match_indices(words.as_str());
        let alone = places.filter(|(start, _)| is_alone(page, *start, &words));
        alone.map(|(it, _)| within.start + it..within.start + it + words.len()).collect()
    }
}

/// Whether words at a place are not part of a longer number or word: `25` is not in `25.493`, `-25`, `TC25`.
fn is_alone(text: &str, start: usize, words: &str) -> bool {
    let is_sign = |it: char| matches!(it, '.' | ',');
    let (before, after) = (&text[..start], &text[start + words.len()..]);
    let (mut back, mut on) = (before.chars().rev(), after.chars());
    let begins = match (back.next(), back.next()) {
        (Some(it), _) if it.is_alphanumeric() => false,
        (Some(it), Some(further)) if is_sign(it) => !further.is_ascii_digit(),
        (Some('-' | '−'), further) => further.is_some_and(char::is_alphanumeric),
        _ => true,
    };
    let ends = match (on.next(), on.next()) {
        (Some(it), _) if it.is_alphanumeric() => false,
        (Some(it), Some(further)) if is_sign(it) => !further.is_ascii_digit(),
        _ => true,
    };
    let is_word = |it: Option<char>| it.is_some_and(char::is_alphanumeric);
    (begins || !is_word(words.chars().next())) && (ends || !is_word(words.chars().next_back()))
}

/// Where figures may stand, and the best way to give each a place behind the one before it.
#[derive(Default)]
struct Occurrences {
    /// Figure, place, and the occurrence that comes before it in the longest chain that ends with it.
    all: Vec<(usize, Range<usize>, Option<usize>)>,
    /// The occurrence that ends the chain of each length, the one that stands foremost.
    tails: Vec<usize>,
}

impl Occurrences {
    /// Adds the places of the next figure.
    fn add(&mut self, figure: usize, places: Vec<Range<usize>>) {
        // Last place first: a figure stands once, so that no place of it may follow another.
        for place in places.into_iter().rev() {
            let length = self.tails.partition_point(|it| self.all[*it].1.start < place.start);
            let before = length.checked_sub(1).map(|it| self.tails[it]);
            self.all.push((figure, place, before));
            let at = self.all.len() - 1;
            match self.tails.get_mut(length) {
                Some(tail) => *tail = at,
                None => self.tails.push(at),
            }
        }
    }

    /// The place of every figure of the longest chain.
    fn longest_chain(&self) -> BTreeMap<usize, Range<usize>> {
        let mut chain = BTreeMap::new();
        let mut at = self.tails.last().copied();
        while let Some((figure, place, before)) = at.map(|it| &self.all[it]) {
            chain.insert(*figure, place.clone());
            at = *before;
        }
        chain
    }
}

/// Figures of a Word copy whose bookmarks hold other words.
#[must_use]
pub fn in_word(bookmarks: &BTreeMap<usize, String>, printed: &[PrintedAt]) -> Vec<Odd> {
    let held = |at: &PrintedAt| match bookmarks.get(&at.n) {
        Some(found) if *found == normal::clean(&at.text) => None,
        Some(found) => Some(odd(at, found)),
        None => Some(odd(at, "")),
    };
    printed.iter().filter_map(held).collect()
}

/// Figures of a workbook whose cells show something else.
#[must_use]
pub fn in_workbook(book: &RawBook, printed: &[PrintedAt]) -> Vec<Odd> {
    let mut sheets: BTreeMap<&str, BTreeMap<(u32, u32), &RawCell>> = BTreeMap::new();
    for sheet in &book.sheets {
        let cells = sheet.cells.iter().map(|it| ((it.row, it.column), it));
        sheets.insert(&sheet.name, cells.collect());
    }
    let held = |at: &PrintedAt| {
        let Some(Spot::Cell { sheet, cell }) = &at.spot else { return Some(odd(at, "")) };
        let found = order::cell_of(cell).and_then(|it| sheets.get(sheet.as_str())?.get(&it));
        let Some(found) = found else { return Some(odd(at, "")) };
        let shown = shown(found);
        let text = normal::clean(&at.text);
        let is_same = wording::without_zeros(&shown) == wording::without_zeros(&text);
        (!is_same).then(|| odd(at, &shown))
    };
    printed.iter().filter_map(held).collect()
}

/// What a cell says; of a number as many decimals as its format shows.
fn shown(cell: &RawCell) -> String {
    match &cell.value {
        RawValue::Number(value) | RawValue::Date(value) => {
            let decimals = cell.format().map(|it| CellFormat::of(it).decimals);
            match (Decimal::try_from(*value), decimals) {
                (Ok(value), Some(decimals)) => number::at_most(value, decimals),
                (Ok(value), None) => number::plain(value),
                (Err(_), _) => value.to_string(),
            }
        }
        RawValue::Text(text) | RawValue::Error(text) => normal::clean(text),
        RawValue::Bool(it) => it.to_string(),
        RawValue::NotFinite | RawValue::NoResult => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::inspect::pdf::Run;
    use crate::read::workbook::raw::RawSheet;
    use crate::read::workbook::raw::Style;

    fn page(lines: &[&str]) -> Page {
        let run = |(at, text): (usize, &&str)| Run {
            text: (*text).to_owned(),
            x: 0.0,
            y: at as f64 * 20.0,
            width: 100.0,
            font: String::new(),
            size: 13.0,
            is_artifact: false,
            piece: at,
        };
        Page { runs: lines.iter().enumerate().map(run).collect(), ..Page::default() }
    }

    fn printed(page: usize, n: usize, text: &str) -> PrintedAt {
        PrintedAt {
            document: "a.pdf".to_owned(),
            n,
            figure: format!("TC{n:02}.actual"),
            text: text.to_owned(),
            spot: Some(Spot::Page { page }),
        }
    }

    /// What differs of these figures, all on the first page, as `n: what stands there`.
    fn differing(lines: &[&str], figures: &[&str]) -> Vec<String> {
        let printed: Vec<PrintedAt> =
            figures.iter().enumerate().map(|(n, it)| printed(1, n, it)).collect();
        let odds = in_pdf(&[page(lines)], &printed);
        odds.iter()
            .map(|it| format!("{}: {}", it.at.n, it.found.as_deref().unwrap_or("-")))
            .collect()
    }

    #[test]
    fn what_is_printed_in_order_holds() {
        let lines = ["kết nạp 25.493 đoàn viên, đạt 104,3%", "2 2 không thay đổi", "-12 (3)."];
        let figures = ["25.493", "104,3%", "2", "2", "không thay đổi", "-12", "3"];
        assert_eq!(differing(&lines, &figures), [""; 0]);
        // Broken over lines.
        assert_eq!(differing(&["mười sáu", "tỷ đồng"], &["mười sáu tỷ đồng"]), [""; 0]);
    }

    #[test]
    fn what_stands_instead_is_told() {
        for (lines, figures, expected) in [
            (["kết nạp 25.494 đoàn viên", "99"], ["25.493", "99"], "0: 25.494"),
            (["kết nạp 125.493 đoàn viên", "99"], ["25.493", "99"], "0: 125.493"),
            (["kết nạp -25 đoàn viên", "99"], ["25", "99"], "0: -25"),
            (["25.493 đoàn viên", "chưa có"], ["25.493", "99"], "1: đoàn viên chưa có"),
            (["25.493", "TC99"], ["25.493", "99"], "1: 99"),
            // Another order is another paper.
            (["99", "25.493"], ["25.493", "99"], "0: -"),
        ] {
            assert_eq!(differing(&lines, &figures), [expected], "{lines:?}");
        }
    }

    #[test]
    fn a_figure_on_another_page_is_missed() {
        let pages = [page(&["trang đầu"]), page(&["25.493"])];
        assert_eq!(in_pdf(&pages, &[printed(2, 0, "25.493")]), []);
        assert_eq!(in_pdf(&pages, &[printed(1, 0, "25.493")]).len(), 1);
        assert_eq!(in_pdf(&pages, &[printed(3, 0, "25.493")]).len(), 1);
    }

    #[test]
    fn cells_show_what_is_printed() {
        let cell = |column, value, format: &str| RawCell {
            row: 8,
            column,
            value,
            style: Arc::new(Style { format: Some(format.to_owned()), font: None }),
            formula: false,
            runs: Box::default(),
        };
        let cells = vec![
            cell(0, RawValue::Number(25493.0), "#,##0"),
            cell(1, RawValue::Number(98.998_330_550_918_2), "#,##0.0#"),
            cell(2, RawValue::Number(98.2), "#,##0.0#"),
            cell(3, RawValue::Text("…".to_owned()), "General"),
            cell(4, RawValue::NoResult, "#,##0"),
        ];
        let sheet = RawSheet { name: "01 Số liệu".to_owned(), cells, ..RawSheet::default() };
        let book = RawBook { sheets: vec![sheet], ..RawBook::default() };
        let odd = |cell: &str, text: &str| {
            let (sheet, cell) = ("01 Số liệu".to_owned(), cell.to_owned());
            let at = PrintedAt { spot: Some(Spot::Cell { sheet, cell }), ..printed(1, 0, text) };
            in_workbook(&book, &[at]).pop().map(|it| it.found.unwrap_or_default())
        };
        for (cell, text) in [("A9", "25.493"), ("B9", "99"), ("C9", "98,20"), ("D9", "…")] {
            assert_eq!(odd(cell, text), None, "{cell}");
        }
        for (cell, text, found) in [
            ("A9", "25.494", "25.493"),
            ("C9", "98,30", "98,2"),
            ("D9", "0", "…"),
            ("E9", "5", ""),
            ("F9", "5", ""),
            ("A0", "5", ""),
        ] {
            assert_eq!(odd(cell, text).as_deref(), Some(found), "{cell}");
        }
    }

    #[test]
    fn bookmarks_hold_the_same_words() {
        let bookmarks = BTreeMap::from([(0, "25.493".to_owned()), (1, "7".to_owned())]);
        let figures = [printed(1, 0, "25.493"), printed(1, 1, "8"), printed(1, 2, "9")];
        let odds = in_word(&bookmarks, &figures);
        let told: Vec<_> = odds.iter().map(|it| (it.at.n, it.found.as_deref())).collect();
        assert_eq!(told, [(1, Some("7")), (2, None)]);
    }
}
