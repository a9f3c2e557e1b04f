//! What calamine does not tell of a sheet: hidden rows and columns, filters, merged areas, formulas
//! and runs of fonts. One pass over the sheet's own XML.
//!
//! Cells are counted in the order of the part, as calamine delivers them, so that the two readings
//! meet without comparing addresses; if they count differently, the part is damaged.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::Run;
use crate::read::workbook::raw::Span;
use crate::read::workbook::runs;
use crate::read::workbook::spans;
use crate::read::workbook::xml;

/// What the XML of a sheet tells.
#[derive(Debug, Default, PartialEq)]
pub(super) struct SheetXml {
    /// Merged areas.
    pub(super) merges: Vec<Area>,
    /// Hidden rows.
    pub(super) hidden_rows: Vec<Span>,
    /// Hidden columns.
    pub(super) hidden_columns: Vec<Span>,
    /// Whether a filter hides rows.
    pub(super) filtered: bool,
    /// How many cells there are.
    pub(super) cells: usize,
    /// Which of them have a formula, in order.
    pub(super) formulas: Vec<usize>,
    /// Which of them hold runs of fonts.
    pub(super) runs: BTreeMap<usize, Vec<Run>>,
}

/// Reads the XML of a sheet; `shared` are the runs of the shared strings.
pub(super) fn read(text: &str, shared: &BTreeMap<usize, Vec<Run>>) -> Result<SheetXml, Refusal> {
    let mut pass = Pass { reader: xml::reader(text), shared, row: 0, sheet: SheetXml::default() };
    let mut in_data = false;
    loop {
        match xml::next(&mut pass.reader)? {
            Event::Start(it) if in_data => pass.cells(&it)?,
            Event::Start(it) if it.local_name().as_ref() == "sheetData" => in_data = true,
            Event::Start(it) => pass.around(&it)?,
            Event::End(it) if in_data => match it.local_name().as_ref() {
                "row" => pass.row = pass.row.saturating_add(1),
                "sheetData" => in_data = false,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    let mut sheet = pass.sheet;
    sheet.hidden_rows = spans::joined(sheet.hidden_rows);
    sheet.hidden_columns = spans::joined(sheet.hidden_columns);
    Ok(sheet)
}

struct Pass<'a> {
    reader: Reader<&'a [u8]>,
    shared: &'a BTreeMap<usize, Vec<Run>>,
    row: u32,
    sheet: SheetXml,
}

impl Pass<'_> {
    /// Elements before and after the cells.
    fn around(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        match it.local_name().as_ref() {
            "col" if is_hidden(it, "width")? => {
                let number = |name| Ok(xml::attribute(it, name)?.and_then(|it| it.parse().ok()));
                let (min, max): (Option<u32>, Option<u32>) = (number("min")?, number("max")?);
                if let (Some(first), Some(last)) = (min, max)
                    && (1..=last).contains(&first)
                    && first <= limits::COLUMNS
                {
                    let last = last.min(limits::COLUMNS) - 1;
                    spans::add(&mut self.sheet.hidden_columns, Span { first: first - 1, last });
                }
            }
            "sheetPr" if xml::says_yes(it, "filterMode")? => self.sheet.filtered = true,
            "filterColumn" => self.sheet.filtered = true,
            "mergeCell" => {
                let area = xml::attribute(it, "ref")?.as_deref().and_then(spans::area);
                if let Some(area) = area {
                    spans::merge(&mut self.sheet.merges, area)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Elements among the cells.
    fn cells(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        match it.local_name().as_ref() {
            "row" => {
                let number = xml::attribute(it, "r")?.and_then(|it| it.parse::<u32>().ok());
                self.row = number.and_then(|it| it.checked_sub(1)).unwrap_or(self.row);
                if self.row < limits::ROWS && is_hidden(it, "ht")? {
                    let row = Span { first: self.row, last: self.row };
                    spans::add(&mut self.sheet.hidden_rows, row);
                }
            }
            "c" => self.cell(it)?,
            _ => {}
        }
        Ok(())
    }

    fn cell(&mut self, it: &BytesStart<'_>) -> Result<(), Refusal> {
        let index = self.sheet.cells;
        self.sheet.cells += 1;
        let is_shared = !self.shared.is_empty() && xml::attribute(it, "t")?.as_deref() == Some("s");
        loop {
            match xml::next(&mut self.reader)? {
                Event::Start(child) => match child.local_name().as_ref() {
                    "f" if self.sheet.formulas.last() != Some(&index) => {
                        self.sheet.formulas.push(index);
                    }
                    "v" if is_shared => {
                        let at = xml::text_inside(&mut self.reader, "v")?.trim().parse().ok();
                        let runs = at.and_then(|at: usize| self.shared.get(&at));
                        if let Some(runs) = runs {
                            self.sheet.runs.insert(index, runs.clone());
                        }
                    }
                    "is" => {
                        let runs = runs::inside(&mut self.reader, "is")?;
                        if !runs.is_empty() {
                            self.sheet.runs.insert(index, runs);
                        }
                    }
                    _ => {}
                },
                Event::End(child) if child.local_name().as_ref() == "c" => return Ok(()),
                Event::Eof => return Err(xml::ends_early()),
                _ => {}
            }
        }
    }
}

/// Whether a row or column is hidden: by hand, by a filter, folded away, or drawn without size.
fn is_hidden(it: &BytesStart<'_>, size: &str) -> Result<bool, Refusal> {
    let no_size = |size: String| size.trim().parse::<f64>().is_ok_and(|it| it <= 0.0);
    Ok(xml::says_yes(it, "hidden")? || xml::attribute(it, size)?.is_some_and(no_size))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: u32, last: u32) -> Span {
        Span { first, last }
    }

    #[test]
    fn everything_around_the_cells_is_seen() {
        let text = "<x:worksheet><x:sheetPr filterMode=\"1\"/><x:cols>\
            <x:col min=\"2\" max=\"3\" hidden=\"1\"/><x:col min=\"4\" max=\"4\" width=\"0\"/>\
            <x:col min=\"5\" max=\"9\" width=\"12\"/><x:col min=\"16384\" max=\"99999999\" hidden=\"true\"/>\
            </x:cols><x:sheetData><x:row><x:c r=\"A1\"><x:v>1</x:v></x:c></x:row>\
            <x:row hidden=\"1\"/><x:row r=\"5\" ht=\"0\" customHeight=\"1\"><x:c/></x:row>\
            <x:row hidden=\"true\"><x:c><x:f>A1</x:f></x:c></x:row></x:sheetData>\
            <x:autoFilter ref=\"A1:B9\"/><x:mergeCells><x:mergeCell ref=\"B2:A1\"/></x:mergeCells>\
            </x:worksheet>";
        let expected = SheetXml {
            merges: vec![Area { rows: span(0, 1), columns: span(0, 1) }],
            hidden_rows: vec![span(1, 1), span(4, 5)],
            hidden_columns: vec![span(1, 3), span(16_383, 16_383)],
            filtered: true,
            cells: 3,
            formulas: vec![2],
            runs: BTreeMap::new(),
        };
        assert_eq!(read(text, &BTreeMap::new()).unwrap(), expected);
    }

    #[test]
    fn a_filter_that_hides_nothing_is_none() {
        let filter = |inside: &str| {
            let text = format!(
                "<worksheet><sheetData/><autoFilter ref=\"A1:B9\">{inside}</autoFilter></worksheet>"
            );
            read(&text, &BTreeMap::new()).unwrap().filtered
        };
        assert!(!filter(""));
        assert!(filter("<filterColumn colId=\"0\"><filters/></filterColumn>"));
    }

    #[test]
    fn runs_of_shared_and_inline_strings_are_kept_with_their_cell() {
        let run = |text: &str| Run { font: Some(".VnTime".to_owned()), text: text.to_owned() };
        let shared = BTreeMap::from([(7, vec![run("a")])]);
        let text = "<worksheet><sheetData><row><c t=\"s\"><v>6</v></c><c t=\"s\"><v>7</v></c>\
            <c t=\"n\"><v>7</v></c><c t=\"inlineStr\"><is><r><rPr><rFont val=\".VnTime\"/></rPr>\
            <t>b</t></r></is></c></row></sheetData></worksheet>";
        let found = read(text, &shared).unwrap().runs;
        assert_eq!(found, BTreeMap::from([(1, vec![run("a")]), (3, vec![run("b")])]));
    }

    #[test]
    fn a_part_that_stops_inside_a_cell_is_damaged() {
        assert!(read("<worksheet><sheetData><row><c><v>1", &BTreeMap::new()).is_err());
    }
}
