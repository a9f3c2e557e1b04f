//! The program's own writer of workbooks, over one table of numbers.

use std::fs;

use thidua::model::document::Block;
use thidua::model::document::Document;
use thidua::model::document::Letterhead;
use thidua::model::look::Sheet;
use thidua::model::table::Cell;
use thidua::model::table::Column;
use thidua::model::table::ColumnKind;
use thidua::model::table::How;
use thidua::model::table::Plain;
use thidua::model::table::Row;
use thidua::model::table::RowKind;
use thidua::model::table::Table;
use thidua::render::xlsx;
use thidua::render::xlsx::Sources;

use crate::Outcome;

/// Writes a workbook with a table of so many rows and columns, so many times.
pub(crate) fn table(rows: usize, columns: usize, out: &str, times: usize) -> Outcome {
    let document = document(rows, columns)?;
    let mut bytes = Vec::new();
    for _ in 0..times {
        bytes = xlsx::render(&document, Sources::Untold).map_err(|it| format!("{it:?}"))?.bytes;
    }
    fs::write(out, &bytes)?;
    println!("{} cells", rows * columns);
    Ok(())
}

fn document(rows: usize, columns: usize) -> Result<Document, Box<dyn std::error::Error>> {
    let dated = "2025-12-20".parse().map_err(|it| format!("{it:?}"))?;
    let letterhead =
        Letterhead { upper: Vec::new(), issuer: Vec::new(), number: None, place_date: None };
    let table = Table {
        name: "so-lieu".to_owned(),
        sheet: "Số liệu".to_owned(),
        symbol: String::new(),
        title: "BẢNG SỐ LIỆU".to_owned(),
        period: String::new(),
        unit_note: String::new(),
        columns: (1..=columns).map(column).collect(),
        rows: (0..rows).map(|at| row(at, columns)).collect(),
        notes: Vec::new(),
    };
    Ok(Document {
        name: "bang".to_owned(),
        layout: "bang-ngang".to_owned(),
        sheet: Sheet::default(),
        cover: None,
        title: "Bảng số liệu".to_owned(),
        dated,
        letterhead,
        kind: String::new(),
        subject: Vec::new(),
        addressees: Vec::new(),
        blocks: vec![Block::Table { table }],
        annexes: Vec::new(),
        draft: None,
        printed: Vec::new(),
    })
}

fn column(number: usize) -> Column {
    let (header, index) = (format!("Cột {number}"), number.to_string());
    Column { band: None, header, index, kind: ColumnKind::Number }
}

/// The first cell is a name, the others are numbers, no two alike in a row.
fn row(at: usize, columns: usize) -> Row {
    let cell = |column: usize| match column {
        0 => Cell::Text { text: format!("Công đoàn cơ sở số {at}") },
        _ => {
            let value = (at * 31 + column * 7) % 100_000;
            Cell::Plain(Plain {
                text: value.to_string(),
                value: value.into(),
                decimals: 0,
                how: How::Value,
            })
        }
    };
    Row { kind: RowKind::Item, cells: (0..columns).map(cell).collect() }
}
