//! The least that reading a workbook takes: every XML part inflated and cut into tokens, nothing understood.

use std::fs;
use std::io::Cursor;

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::Outcome;

/// Inflates and tokenises each file so many times.
pub(crate) fn all(files: &[&str], times: usize) -> Outcome {
    let mut tokens = 0_u64;
    for file in files {
        let bytes = fs::read(file)?;
        for _ in 0..times {
            tokens += of_one(&bytes)?;
        }
    }
    println!("{tokens} tokens");
    Ok(())
}

fn of_one(bytes: &[u8]) -> Result<u64, Box<dyn std::error::Error>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))?;
    let (mut tokens, mut buffer) = (0, Vec::new());
    for index in 0..archive.len() {
        let part = archive.by_index(index)?;
        let mut reader = Reader::from_reader(std::io::BufReader::new(part));
        loop {
            buffer.clear();
            if matches!(reader.read_event_into(&mut buffer)?, Event::Eof) {
                break;
            }
            tokens += 1;
        }
    }
    Ok(tokens)
}
