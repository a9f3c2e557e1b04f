//! Words for why a file is refused, in English.

use crate::finding::fact::workbook::OtherFormat;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Content;
use crate::finding::refusal::Damage;
use crate::finding::refusal::End;
use crate::finding::refusal::Quantity;

/// What a file seems to be.
pub(super) fn content(content: Content) -> &'static str {
    match content {
        Content::Pdf => "a PDF",
        Content::Picture => "a picture",
        Content::WebPage => "a web page (HTML)",
        Content::Xml => "XML",
        Content::Text => "plain text",
        Content::OldOffice => "an old Office file without a workbook",
        Content::Word => "a document of Word",
        Content::Archive => "an archive",
        Content::LockFile => "the lock file that Excel leaves beside an open workbook",
        Content::NoFile => "a link, no file",
        Content::Unknown => "of no known kind",
    }
}

/// A format other than .xlsx.
pub(super) fn format(format: OtherFormat) -> &'static str {
    match format {
        OtherFormat::Xls => ".xls (Excel 97-2003)",
        OtherFormat::Xlsb => ".xlsb (binary Excel)",
        OtherFormat::Ods => ".ods (LibreOffice)",
        OtherFormat::Csv => ".csv",
    }
}

/// What a limit counts.
pub(super) fn quantity(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::Entries => "files inside",
        Quantity::InflatedBytes => "bytes after inflating",
        Quantity::Ratio => "ratio of compression",
        Quantity::Sheets => "sheets",
        Quantity::Cells => "cells",
        Quantity::CellCharacters => "characters in one cell",
        Quantity::TextBytes => "bytes of text",
        Quantity::Areas => "merged and hidden areas",
        Quantity::MessageBytes => "bytes of one cell or list",
    }
}

/// What is damaged.
pub(super) fn damage(damage: &Damage) -> String {
    match damage {
        Damage::TwoEntries(name) => format!("two inner files are named {}", quoted(name)),
        Damage::Dtd(name) => format!("{} declares document types", quoted(name)),
        Damage::LyingCount(name) => format!("{} declares a false number of strings", quoted(name)),
        Damage::NotUtf8(name) => format!("{} is not written in UTF-8", quoted(name)),
        Damage::EntryTwice => "two inner files have one name".to_owned(),
        Damage::Overlap => "inner files lie over each other".to_owned(),
        Damage::OutsideTheSheet(sheet) => format!("a cell lies outside sheet {}", quoted(sheet)),
        Damage::CellTwice { cell, sheet } => {
            format!("cell {cell} of sheet {} is written twice", quoted(sheet))
        }
        Damage::TwoSheets(name) => format!("two sheets are named {}", quoted(name)),
        Damage::NotWhole(name) => format!("{} could not be read to its end", quoted(name)),
        Damage::CutShort => "its end is missing, as after a download that broke off".to_owned(),
        Damage::ParserStopped => "the reader of workbooks stopped".to_owned(),
        Damage::Parser(detail) => quoted(said(detail)),
    }
}

/// How the process that read a file ended.
pub(super) fn end(end: End) -> &'static str {
    match end {
        End::Memory => "the file makes the reader run out of memory",
        End::Time => "reading the file takes too long and was stopped",
        End::Crash => "the file makes the reader stop",
        End::Nonsense => "the reader gives an impossible answer to this file",
    }
}
