//! A table of words: its rows are a list that templates know, such as the proposals of units or a
//! programme that the campaign holds.

use serde_json::json;

use crate::assets::table_spec::TableSpec;
use crate::assets::table_spec::WordKind;
use crate::compose::tables;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::template;
use crate::template::Source;
use crate::text::normal;
use crate::text::order;

/// The table; `None` if its list is empty.
pub(super) fn table(
    writer: &Writer<'_>,
    spec: &TableSpec,
    frame: &Frame,
) -> Result<Option<Table>, Failure> {
    let path = format!("tables/{}.toml", spec.name);
    let Some(list) = writer.names.list(&spec.file.rows) else {
        return Err(tables::bad_argument(&path, "rows là tên một danh sách, ví dụ kien_nghi.ds"));
    };
    if list.is_empty() {
        return Ok(None);
    }
    let mut table = frame.table(spec);
    table.columns = columns(spec);
    let (mut section, mut sections) = (String::new(), 0);
    for (index, row) in list.iter().enumerate() {
        let names = writer.names.clone().with("dong", row.clone()).with("tt", json!(index + 1));
        let line = |text: &str| -> Result<String, Failure> {
            let source = Source { path: &path, text };
            Ok(normal::clean(&template::line(source, &names, &writer.session)?))
        };
        let own = line(&spec.file.section)?;
        if own != section {
            sections += 1;
            table.rows.push(heading(spec, sections, &own));
            section = own;
        }
        let columns = spec.file.columns.words.iter();
        let cells: Result<Vec<Cell>, Failure> =
            columns.map(|column| Ok(builder::text(&line(&column.text)?))).collect();
        table.rows.push(Row { kind: RowKind::Item, cells: cells? });
    }
    Ok(Some(table))
}

fn columns(spec: &TableSpec) -> Vec<Column> {
    let columns = spec.file.columns.words.iter().map(|column| Column {
        band: None,
        header: column.header.clone(),
        index: String::new(),
        kind: match column.kind {
            WordKind::Mark => ColumnKind::Mark,
            WordKind::Label => ColumnKind::Label,
            WordKind::Note => ColumnKind::Note,
        },
    });
    columns.collect()
}

/// The heading of rows that have something in common.
fn heading(spec: &TableSpec, number: usize, words: &str) -> Row {
    let mark = builder::text(&order::roman(number));
    let rest = spec.file.columns.words.len().saturating_sub(2);
    let cells = [mark, builder::text(words)].into_iter();
    let cells = cells.chain(std::iter::repeat_n(Cell::Blank, rest)).collect();
    Row { kind: RowKind::Section, cells }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_list_is_found_by_its_path() {
        let names = template::Names::new(&json!({ "a": { "b": [1, 2] }, "c": "x" }));
        assert_eq!(names.list("a.b").map(<[Value]>::len), Some(2));
        assert_eq!(names.list("c"), None);
        assert_eq!(names.list("a.x"), None);
    }
}
