//! The program's own reader of workbooks, in this process.

use std::fs;

use thidua::read::workbook;

use crate::Outcome;
use crate::arguments::Arguments;

/// Reads each file so many times: `--passes prescan` only looks before reading, `all` reads.
pub(crate) fn all(files: &[&str], arguments: &Arguments) -> Outcome {
    let times = arguments.times()?;
    let only_looks = arguments.get("passes") == Some("prescan");
    let mut cells = 0;
    for file in files {
        let bytes = fs::read(file)?;
        for _ in 0..times {
            if only_looks {
                workbook::prescan(&bytes).map_err(|it| format!("{file}: {it:?}"))?;
            } else {
                let book = workbook::open(&bytes).map_err(|it| format!("{file}: {it:?}"))?;
                cells += book.sheets.iter().map(|it| it.cells.len()).sum::<usize>();
            }
        }
    }
    println!("{cells} cells");
    Ok(())
}
