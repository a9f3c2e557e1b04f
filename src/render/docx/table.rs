//! Tables: header rows that repeat on each page, rows that do not break, figures in bookmarks.

use crate::model::look::Look;
use crate::model::look::Style;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::render::docx::columns;
use crate::render::docx::columns::Columns;
use crate::render::docx::paragraph;
use crate::render::docx::paragraph::Inlines;
use crate::render::docx::paragraph::Paragraph;
use crate::render::docx::paragraph::paragraph;
use crate::render::docx::paragraph::run;
use crate::render::docx::styles::Kind;
use crate::render::docx::xml::Element;
use crate::render::docx::xml::el;
use crate::render::docx::xml::val;

/// Draws a table, `width` twips wide, with what stands above and below it.
pub(super) fn draw(table: &Table, look: &Look, width: i64, inlines: &mut Inlines) -> Vec<Element> {
    let columns = columns::fitted(table, look, width);
    let mut drawn = above(table);
    let mut drawing = Drawing { table, columns: &columns, look, inlines };
    drawn.push(drawing.grid());
    let notes = table.notes.iter();
    drawn.extend(notes.map(|it| {
        let note = Style { italic: true, ..drawing.letters(false) };
        paragraph(Kind::Cell).spaced(60, 0).with([run(it, Some(note))]).element()
    }));
    // Two tables without a paragraph between would become one.
    let last = paragraph(Kind::Cell).with([]);
    drawn.push(last.element());
    drawn
}

/// Symbol, title, period and unit, each kept with what follows.
fn above(table: &Table) -> Vec<Element> {
    let rows = [
        (Kind::TableTitle, "right", &table.symbol),
        (Kind::TableTitle, "center", &table.title),
        (Kind::TableNote, "center", &table.period),
        (Kind::TableNote, "right", &table.unit_note),
    ];
    let rows = rows.into_iter().filter(|(_, _, text)| !text.is_empty());
    rows.map(|(kind, place, text)| {
        let line = paragraph(kind).placed(place);
        line.with([run(text, None)]).element()
    })
    .collect()
}

struct Drawing<'a> {
    table: &'a Table,
    columns: &'a Columns,
    look: &'a Look,
    inlines: &'a mut Inlines,
}

/// A cell of the grid: how many columns it spans, and how it goes on downwards.
#[derive(Clone, Copy)]
struct Shape {
    from: usize,
    to: usize,
    down: Down,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Down {
    Alone,
    Begins,
    GoesOn,
}

impl Shape {
    fn of(from: usize, to: usize) -> Self {
        Self { from, to, down: Down::Alone }
    }
}

impl Drawing<'_> {
    fn letters(&self, bold: bool) -> Style {
        let size = self.columns.size;
        Style { size, bold, italic: false, capitals: false }
    }

    fn grid(&mut self) -> Element {
        let border = |name| {
            el(name)
                .with("w:val", "single")
                .with("w:sz", 4)
                .with("w:space", 0)
                .with("w:color", "auto")
        };
        let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
        let margin = |name| el(name).with("w:w", columns::PADDING).with("w:type", "dxa");
        let properties = el("w:tblPr")
            .child(el("w:tblW").with("w:w", self.columns.whole()).with("w:type", "dxa"))
            .child(val("w:jc", "center"))
            .child(el("w:tblBorders").children(sides.map(border)))
            .child(el("w:tblLayout").with("w:type", "fixed"))
            .child(el("w:tblCellMar").children(["w:left", "w:right"].map(margin)))
            .child(val("w:tblCaption", self.caption()));
        let widths = self.columns.widths.iter();
        let grid = el("w:tblGrid").children(widths.map(|it| el("w:gridCol").with("w:w", it)));
        let mut rows = self.header();
        let last = self.table.rows.len();
        for (at, row) in self.table.rows.iter().enumerate() {
            // The last rows stay together with the notes, so that no total stands alone on a page.
            let kept = row.kind == RowKind::Section || at + 2 >= last && at + 1 < last;
            rows.push(self.row(row, kept));
        }
        el("w:tbl").child(properties).child(grid).children(rows)
    }

    /// What the table is, for those who do not see it.
    fn caption(&self) -> String {
        let title = if self.table.title.is_empty() { &self.table.sheet } else { &self.table.title };
        title.clone()
    }

    // --- Header ----------------------------------------------------------------------------------

    fn header(&mut self) -> Vec<Element> {
        let columns = &self.table.columns;
        let banded = columns.iter().any(|it| it.band.is_some());
        let mut rows = Vec::new();
        if banded {
            rows.push(header_row(self.bands()));
        }
        let under = |it: &Column| banded && it.band.is_none();
        let names = columns.iter().enumerate().map(|(x, it)| {
            let (text, down) =
                if under(it) { ("", Down::GoesOn) } else { (it.header.as_str(), Down::Alone) };
            self.words(Shape { down, ..Shape::of(x, x + 1) }, text, self.letters(true))
        });
        rows.push(header_row(names.collect()));
        if columns.iter().any(|it| !it.index.is_empty()) {
            let style =
                Style { italic: true, size: self.columns.size * 0.9, ..self.letters(false) };
            let indices = columns.iter().enumerate();
            let cells = indices.map(|(x, it)| self.words(Shape::of(x, x + 1), &it.index, style));
            rows.push(header_row(cells.collect()));
        }
        rows
    }

    /// Bands over their columns; a column without one is as high as both rows.
    fn bands(&self) -> Vec<Element> {
        let columns = &self.table.columns;
        let mut cells = Vec::new();
        let mut x = 0;
        while x < columns.len() {
            let band = &columns[x].band;
            let same = |it: &&Column| band.is_some() && it.band == *band;
            let end = x + 1 + columns[x + 1..].iter().take_while(same).count();
            let (text, down) = match band {
                Some(band) => (band.as_str(), Down::Alone),
                None => (columns[x].header.as_str(), Down::Begins),
            };
            cells.push(self.words(Shape { down, ..Shape::of(x, end) }, text, self.letters(true)));
            x = end;
        }
        cells
    }

    fn words(&self, shape: Shape, text: &str, style: Style) -> Element {
        let line = paragraph(Kind::Cell).placed("center");
        self.cell(shape, line.with([run(text, Some(style))]))
    }

    // --- Rows ------------------------------------------------------------------------------------

    /// A row. The words of a section run over the blank cells after them, those of a total also over the
    /// blank ones before.
    fn row(&mut self, row: &Row, kept: bool) -> Element {
        let mut cells = Vec::new();
        let mut x = 0;
        while x < row.cells.len() {
            let (at, end, place) = span(&self.table.columns, row, x);
            let content = self.content(row, at, place, kept);
            cells.push(self.cell(Shape::of(x, end), content));
            x = end;
        }
        let properties = el("w:trPr").child(el("w:cantSplit"));
        el("w:tr").child(properties).children(cells)
    }

    fn content(
        &mut self,
        row: &Row,
        x: usize,
        place: Option<&'static str>,
        kept: bool,
    ) -> Paragraph {
        let column = &self.table.columns[x];
        let bold = matches!(row.kind, RowKind::Section | RowKind::Total)
            || column.kind == ColumnKind::Total;
        let style = self.letters(bold);
        let cell = &row.cells[x];
        let mut line = paragraph(Kind::Cell);
        if kept {
            line = line.kept();
        }
        if row.kind == RowKind::SubItem && column.kind == ColumnKind::Label {
            line = line.indented(columns::at_size(100, style.size), 0);
        }
        line = line.placed(place.unwrap_or_else(|| self.place(cell, column.kind)));
        match cell {
            Cell::Blank => line,
            Cell::Text { text } => line.with([run(text, Some(style))]),
            Cell::Plain(plain) => line.with([run(&plain.text, Some(style))]),
            Cell::Number(number) if number.text.is_empty() => line,
            Cell::Number(number) => {
                let words = paragraph::unbroken(&number.text);
                let style = Style { size: self.number_size(&number.text), ..style };
                line.with(self.inlines.figure(number.n, run(&words, Some(style))))
            }
        }
    }

    /// Words in place of a number are set smaller.
    fn number_size(&self, text: &str) -> f64 {
        if text.contains(' ') { self.columns.size * 0.85 } else { self.columns.size }
    }

    fn place(&self, cell: &Cell, kind: ColumnKind) -> &'static str {
        let is_number = matches!(kind, ColumnKind::Number | ColumnKind::Total);
        match (cell, kind) {
            (Cell::Text { .. }, _) if is_number => "center",
            (Cell::Number(number), _) if number.text.contains(' ') => "center",
            (_, ColumnKind::Mark | ColumnKind::Unit) => "center",
            _ if is_number => "right",
            _ => "left",
        }
    }

    fn cell(&self, shape: Shape, content: Paragraph) -> Element {
        let width: i64 = self.columns.widths[shape.from..shape.to].iter().sum();
        let mut properties =
            el("w:tcPr").child(el("w:tcW").with("w:w", width).with("w:type", "dxa"));
        if shape.to > shape.from + 1 {
            properties = properties.child(val("w:gridSpan", shape.to - shape.from));
        }
        properties = match shape.down {
            Down::Alone => properties,
            Down::Begins => properties.child(val("w:vMerge", "restart")),
            Down::GoesOn => properties.child(el("w:vMerge")),
        };
        let properties = properties.child(val("w:vAlign", "center"));
        // A hair above and below, as in the PDF; `look` is told for the sheet already.
        let space = columns::at_size(20, self.look.elements.table.size);
        el("w:tc").child(properties).child(content.spaced(space, space).element())
    }
}

fn header_row(cells: Vec<Element>) -> Element {
    let properties = el("w:trPr").child(el("w:cantSplit")).child(el("w:tblHeader"));
    el("w:tr").child(properties).children(cells)
}

/// Which cell is shown for the columns from `x` on, up to which column, and where it is placed.
fn span(columns: &[Column], row: &Row, x: usize) -> (usize, usize, Option<&'static str>) {
    let cells = &row.cells;
    let is_blank = |it: &Cell| matches!(it, Cell::Blank);
    let is_text = |it: &Cell| matches!(it, Cell::Text { .. });
    if row.kind == RowKind::Total && x == 0 {
        let first = cells.iter().position(|it| !is_blank(it));
        if let Some(at) = first.filter(|at| is_text(&cells[*at])) {
            return (at, at + 1, Some("center"));
        }
    }
    let kind = columns[x].kind;
    let is_head = matches!(kind, ColumnKind::Label | ColumnKind::Mark);
    if row.kind == RowKind::Section && is_text(&cells[x]) && is_head {
        let after = &cells[x + 1..];
        let only_mark = kind == ColumnKind::Mark && after.iter().any(|it| !is_blank(it));
        let blanks = if only_mark { 0 } else { after.iter().take_while(|it| is_blank(it)).count() };
        let place = (blanks > 0).then_some("left");
        return (x, x + 1 + blanks, place);
    }
    (x, x + 1, None)
}
