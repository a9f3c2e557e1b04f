//! Lines under a header: what a row of cells says before anybody knows its indicator.

use crate::model::catalogue::Catalogue;
use crate::read::form::columns::Columns;
use crate::read::form::grid::cell_in;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawCell;
use crate::read::workbook::raw::RawValue;
use crate::text::fold;

/// The longest code that anybody types.
const LONGEST_CODE: usize = 12;

/// A row under a header.
pub(super) struct Line<'a> {
    pub(super) row: u32,
    pub(super) cells: &'a [&'a RawCell],
    pub(super) code: String,
    pub(super) label: String,
    pub(super) unit: String,
    /// Column of the cell that names it.
    pub(super) named_in: u32,
}

impl<'a> Line<'a> {
    pub(super) fn new(row: u32, cells: &'a [&'a RawCell], columns: &Columns) -> Self {
        let text = |column: Option<u32>| {
            column.and_then(|it| cell_in(cells, it)).map(text_of).unwrap_or_default()
        };
        // A further column of labels holds words only; a number there is a figure gone astray.
        let labels: Vec<(u32, String)> = columns
            .labels
            .iter()
            .filter_map(|it| cell_in(cells, *it))
            .filter(|it| it.column == columns.labels[0] || matches!(it.value, RawValue::Text(_)))
            .map(|it| (it.column, text_of(it)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let texts: Vec<&str> = labels.iter().map(|(_, text)| text.as_str()).collect();
        let (code, label, unit) = (text(columns.code), texts.join(" "), text(columns.unit));
        let labelled =
            labels.first().map(|(column, _)| *column).or(columns.labels.first().copied());
        let named_in = if code.is_empty() { labelled } else { columns.code };
        Self { row, cells, code, label, unit, named_in: named_in.unwrap_or(0) }
    }

    /// The row of column numbers: `A`, `B`, `1`, `(2)`, `3=1+2`.
    pub(super) fn is_index(&self) -> bool {
        let texts: Vec<String> =
            self.cells.iter().map(|it| text_of(it)).filter(|it| !it.is_empty()).collect();
        let cores: Vec<&str> =
            texts.iter().map(|it| it.trim_matches(['(', ')', '[', ']'])).collect();
        let is_letter = |it: &&str| it.chars().count() == 1 && it.chars().all(char::is_uppercase);
        let letters = cores.iter().filter(|it| is_letter(it)).count();
        let numbers: Vec<Option<u32>> =
            cores.iter().filter(|it| !is_letter(it)).map(|it| number_of_column(it)).collect();
        let in_order = numbers.windows(2).all(|it| it[0].map(|one| one + 1) == it[1]);
        let starts = numbers.first().is_none_or(|it| matches!(it, Some(1..=9)));
        cores.len() >= 3
            && numbers.iter().all(Option::is_some)
            && (letters >= 2 || (in_order && starts))
    }

    /// Whether its cells of figures hold anything.
    pub(super) fn is_filled(&self, columns: &Columns) -> bool {
        self.figures(columns).any(|it| !text_of(it).is_empty() || it.value == RawValue::NoResult)
    }

    /// Whether a line that is no indicator carries something that somebody may have meant as a
    /// figure. Names, titles and dates under a table are none.
    pub(super) fn carries_figures(&self, columns: &Columns) -> bool {
        if !self.code.is_empty() && self.seems_coded() {
            return self.is_filled(columns);
        }
        self.figures(columns).any(|cell| match &cell.value {
            RawValue::Text(text) => {
                let key = fold::fold(text);
                let is_date = ["ngay", "thang", "nam"].iter().any(|it| key.contains(it));
                key.contains(|it: char| it.is_ascii_digit()) && !is_date
            }
            RawValue::Date(_) => false,
            _ => true,
        })
    }

    /// Whether the code looks like one, and not like a word or a name.
    fn seems_coded(&self) -> bool {
        let has_digit = self.code.chars().any(|it| it.is_ascii_digit());
        self.code.chars().count() <= LONGEST_CODE && (has_digit || !self.code.contains(' '))
    }

    fn figures(&self, columns: &Columns) -> impl Iterator<Item = &'a RawCell> {
        let cells = self.cells;
        columns.figures.iter().filter_map(move |it| cell_in(cells, it.column))
    }

    /// What it calls itself: the texts left of the figures.
    pub(super) fn name(&self, columns: &Columns) -> String {
        let before = columns.before_figures();
        let texts = self.cells.iter().filter(|it| it.column < before).map(|it| text_of(it));
        texts.filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// Whether it is a sum that somebody typed in: “Cộng mục I”, or the title of a group with
    /// numbers.
    pub(super) fn is_subtotal(&self, columns: &Columns, catalogue: &Catalogue) -> bool {
        let name = self.name(columns);
        let words: Vec<String> = without_mark(&name)
            .split(|it: char| !it.is_alphanumeric())
            .filter(|it| !it.is_empty())
            .map(str::to_lowercase)
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let is_sum = match words.as_slice() {
            ["cộng" | "tổng" | "cong" | "tong"] => true,
            ["cộng", ..] | ["tổng", "cộng", ..] | ["tong", "cong", ..] => true,
            ["cong", next, ..] => matches!(*next, "muc" | "phan" | "nhom" | "chung"),
            _ => false,
        };
        let label = fold::fold(without_mark(&self.label));
        let is_group = catalogue.groups.iter().any(|it| fold::fold(&it.title) == label);
        is_sum || (!label.is_empty() && is_group)
    }
}

/// The number of a column at the beginning of `3=2/1`.
fn number_of_column(text: &str) -> Option<u32> {
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    let rest_is_formula = text.len() <= 24
        && text.chars().all(|it| it.is_ascii_digit() || "=+-/x*():…. %".contains(it));
    let formula = &text[digits..];
    (rest_is_formula && (formula.is_empty() || formula.trim_start().starts_with('=')))
        .then(|| text[..digits].parse().ok())?
}

/// A label without the mark of its list: `1.`, `1.2)`, `a)`, `IV.`, `-`, `+`, `•`.
pub(super) fn without_mark(label: &str) -> &str {
    let mut rest = label.trim();
    loop {
        let bare =
            rest.trim_start_matches(['-', '–', '—', '+', '*', '•', '·', '>', '.']).trim_start();
        let end = bare.find(|it: char| !it.is_alphanumeric() && it != '.').unwrap_or(bare.len());
        let (mark, behind) = bare.split_at(end);
        let after = behind.strip_prefix([')', '/']).map(str::trim_start);
        let core = mark.trim_end_matches('.');
        let is_mark = is_list_mark(core) && (after.is_some() || mark.ends_with('.'));
        let next = match (is_mark, after) {
            (true, Some(after)) => after,
            (true, None) => behind.trim_start(),
            (false, _) => match numbered(bare) {
                Some(behind) => behind,
                None => bare,
            },
        };
        if next == rest || next.is_empty() {
            return rest;
        }
        rest = next;
    }
}

/// The label behind `(1)` or `1.2 `.
fn numbered(label: &str) -> Option<&str> {
    if let Some((inside, behind)) = label.strip_prefix('(').and_then(|it| it.split_once(')')) {
        return is_list_mark(inside).then(|| behind.trim_start());
    }
    let (word, behind) = label.split_once(' ')?;
    let is_number = word.chars().all(|it| it.is_ascii_digit() || it == '.') && word.contains('.');
    is_number.then(|| behind.trim_start())
}

/// `12`, `1.2`, `a`, `IV`.
fn is_list_mark(core: &str) -> bool {
    let digits = core.chars().all(|it| it.is_ascii_digit() || it == '.');
    let letter = core.chars().count() == 1;
    let roman = core.len() <= 5 && core.chars().all(|it| "IVXivx".contains(it));
    !core.is_empty() && (digits || letter || roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_lists_are_no_part_of_a_label() {
        for (label, rest) in [
            ("Tổng số CĐCS", "Tổng số CĐCS"),
            ("1. Tổng số CĐCS", "Tổng số CĐCS"),
            ("1.2. Tổng số CĐCS", "Tổng số CĐCS"),
            ("1.2 Tổng số CĐCS", "Tổng số CĐCS"),
            ("a) nữ", "nữ"),
            ("(1) nữ", "nữ"),
            ("- Trong đó: nữ", "Trong đó: nữ"),
            ("+ 1) nữ", "nữ"),
            ("IV. Nữ công", "Nữ công"),
            ("II/ Nữ công", "Nữ công"),
            ("• nữ", "nữ"),
            ("10 đoàn viên", "10 đoàn viên"),
            ("CĐCS thành lập mới", "CĐCS thành lập mới"),
            ("1.", "1."),
            ("", ""),
        ] {
            assert_eq!(without_mark(label), rest, "{label}");
        }
    }
}
