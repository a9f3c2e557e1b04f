//! How wide the columns of a table are, and how large its letters: guessed from the number of characters, as
//! the layouts of the PDF do it.

use crate::model::look::Look;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::render::docx::measure;
use crate::render::docx::measure::longest_word;
use crate::render::docx::measure::words;

/// Room left and right in a cell, twips.
pub(super) const PADDING: i64 = 70;

/// Sizes that are tried, as parts of the look's size of cells; many columns begin with a smaller one.
const SIZES: [f64; 4] = [1.0, 0.917, 0.834, 0.75];
const FEW: usize = 6;

/// The columns of a table.
pub(super) struct Columns {
    /// Size of the letters, points.
    pub(super) size: f64,
    /// Width of each, twips.
    pub(super) widths: Vec<i64>,
}

impl Columns {
    /// The width of all.
    pub(super) fn whole(&self) -> i64 {
        self.widths.iter().sum()
    }
}

/// Hundredths of an em at a size, as twips.
pub(super) fn at_size(hundredths: i64, size: f64) -> i64 {
    measure::at(hundredths, size)
}

/// What a column needs at least, and what it would like: hundredths of an em.
struct Needs {
    least: i64,
    wanted: i64,
}

/// The largest size at which all columns fit into `width` twips, and their widths.
pub(super) fn fitted(table: &Table, look: &Look, width: i64) -> Columns {
    let needs: Vec<Needs> = (0..table.columns.len()).map(|x| needs(table, x)).collect();
    let least =
        |size: f64| -> i64 { needs.iter().map(|it| at_size(it.least, size) + 2 * PADDING).sum() };
    let sizes = SIZES.map(|it| it * look.elements.table.size);
    let tried = &sizes[usize::from(needs.len() > FEW)..];
    let fits = tried.iter().find(|size| least(**size) <= width);
    let size = *fits.unwrap_or(&sizes[SIZES.len() - 1]);
    // A font is set in halves of a point.
    let size = (size * 2.0).floor() / 2.0;
    Columns { size, widths: shared(&needs, size, width) }
}

/// The whole width, shared out: what each needs, then by wish.
fn shared(needs: &[Needs], size: f64, width: i64) -> Vec<i64> {
    let least: Vec<i64> = needs.iter().map(|it| at_size(it.least, size) + 2 * PADDING).collect();
    let wishes: Vec<i64> =
        needs.iter().map(|it| at_size((it.wanted - it.least).max(0), size) + 20).collect();
    let (all, wished) = (least.iter().sum::<i64>(), wishes.iter().sum::<i64>().max(1));
    let rest = width - all;
    let mut widths: Vec<i64> = least
        .iter()
        .zip(&wishes)
        .map(
            |(least, wish)| {
                if rest >= 0 { least + rest * wish / wished } else { least * width / all.max(1) }
            },
        )
        .collect();
    let lost = width - widths.iter().sum::<i64>();
    if let Some(last) = widths.last_mut() {
        *last += lost;
    }
    widths
}

fn needs(table: &Table, x: usize) -> Needs {
    let column: &Column = &table.columns[x];
    let header = (longest_word(&column.header) * 107 / 100).max(words(&column.index) * 12 / 10);
    let cells = || table.rows.iter().map(|row| (row.kind, &row.cells[x]));
    match column.kind {
        ColumnKind::Number | ColumnKind::Total => {
            let one = |cell: &Cell| match text(cell) {
                it if it.contains(' ') => longest_word(it),
                it => i64::try_from(it.chars().count()).unwrap_or(0) * 50 + 40,
            };
            let least = cells().map(|(_, it)| one(it)).max().unwrap_or(0).max(header).max(200);
            Needs { least, wanted: (least + 100).max(words(&column.header) * 55 / 100) }
        }
        kind => {
            // Section and total rows may run over their neighbours: they do not count.
            let own = || {
                let own =
                    cells().filter(|(it, _)| !matches!(it, RowKind::Section | RowKind::Total));
                own.map(|(_, cell)| text(cell))
            };
            let whole = own().map(words).max().unwrap_or(0).max(header);
            let word = own().map(longest_word).max().unwrap_or(0).max(header);
            label(kind, whole, word, table.columns.len())
        }
    }
}

fn label(kind: ColumnKind, whole: i64, word: i64, columns: usize) -> Needs {
    match kind {
        ColumnKind::Mark => Needs { least: (whole + 25).max(200), wanted: (whole + 25).max(240) },
        ColumnKind::Unit => Needs { least: word.max(whole.min(500)).max(250), wanted: whole },
        ColumnKind::Note => {
            Needs { least: word.max((whole + 50).min(600)), wanted: (whole + 50).min(1000) }
        }
        _ => {
            let most = if columns > 10 { 1200 } else { 850 };
            let three_lines = (whole * 42 / 100).clamp(most.min(1400), 1400);
            let least = if whole <= 1100 { whole } else { three_lines };
            Needs { least: least.max(word), wanted: whole + 100 }
        }
    }
}

fn text(cell: &Cell) -> &str {
    match cell {
        Cell::Blank => "",
        Cell::Text { text } => text,
        Cell::Number(number) => &number.text,
        Cell::Plain(plain) => &plain.text,
    }
}
