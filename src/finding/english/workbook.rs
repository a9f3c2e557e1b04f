//! Words for findings about a file, its sheets, columns and rows, in English.

use rust_decimal::Decimal;

use super::suggestion;
use crate::finding::english::refusals;
use crate::finding::fact::workbook::OtherFormat;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::lang::Words;
use crate::finding::phrase::named;
use crate::finding::phrase::pairs;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::refusal::Refusal;
use crate::text::number;

pub(in crate::finding) fn fact(fact: &WorkbookFact) -> Words {
    match fact {
        WorkbookFact::UnreadableFile(refusal) => self::refusal(refusal),
        WorkbookFact::FolderNotRead => Words::new(
            "a folder inside submissions; the files in it are not read",
            "move files that count right into submissions; keep old ones elsewhere",
        ),
        WorkbookFact::SheetMissing { sheet } => Words::new(
            format!("there is no sheet “{sheet}”, nor any table with the columns of the form"),
            "copy the figures into this period's form and send it again",
        ),
        WorkbookFact::SheetRenamed { expected, found } => Words::new(
            format!("sheet “{expected}” is now called {}; it was read all the same", quoted(found)),
            format!("nothing to mend; keep the name “{expected}” next time"),
        ),
        WorkbookFact::ColumnMoved { header, expected, found } => Words::new(
            format!(
                "column {} stands in {found}, in the form in {expected}; it was read by its header",
                quoted(header)
            ),
            "see that the figures stand under the right header",
        ),
        WorkbookFact::ColumnMissing { header, measure: _ } => Words::new(
            format!("column {} is missing", quoted(header)),
            "add a column with exactly this header, or copy the figures into this period's form",
        ),
        WorkbookFact::ColumnTwice { header, first, .. } => Words::new(
            format!(
                "two columns have the header {} (the first is {first}); it is unclear which counts",
                quoted(header)
            ),
            "keep one, and delete the other or change its header",
        ),
        WorkbookFact::OldEncoding { encoding, cells, before, after } => Words::new(
            format!(
                "{} cells are in the old encoding {} and were turned into Unicode, such as {} \
                 into {}",
                number::plain(Decimal::from(*cells)),
                encoding.name(),
                quoted(before),
                quoted(after)
            ),
            "see that the text is right; next time type Unicode, in the font Times New Roman",
        ),
        WorkbookFact::MatchedByLabel { label, indicator } => Words::new(
            format!("row {} has no code and was taken for {}", quoted(label), named(indicator)),
            format!("if that is right, type the code {} in column “Mã”", indicator.code),
        ),
        WorkbookFact::ManyMatchedByLabel { matches } => Words::new(
            format!(
                "{} rows have no code and were read by label: {}",
                matches.len(),
                pairs(matches)
            ),
            "see that each cell has the right code; if so, type the codes in column “Mã”",
        ),
        WorkbookFact::UnknownCode { code, label, .. } if code.is_empty() && label.is_empty() => {
            Words::new(
                "the cell has a number in a row without code and label, of no known indicator",
                "type the code of the indicator in column “Mã”, or delete the number",
            )
        }
        WorkbookFact::UnknownCode { code, label, nearest } if code.is_empty() => Words::new(
            format!("row {} has figures, but no code, and is no indicator", quoted(label)),
            suggestion(nearest.as_deref(), "type the code of the indicator, or delete the figures"),
        ),
        WorkbookFact::UnknownCode { code, label, nearest } => Words::new(
            format!("no indicator has the code {}{}", quoted(code), of_row(label)),
            suggestion(nearest.as_deref(), "type the code that this period's form has"),
        ),
        WorkbookFact::DuplicateRow { indicator, first } => Words::new(
            format!("{} has two rows, the first at cell {first}", named(indicator)),
            "keep one row and delete the other",
        ),
        WorkbookFact::LabelContradictsCode { indicator, label, other } => Words::new(
            format!(
                "the row has the code of {}, but the label {} is that of {other}",
                named(indicator),
                quoted(label)
            ),
            format!(
                "see whether its figures are those of {} or of {other}, then mend the code or the label",
                indicator.code
            ),
        ),
        WorkbookFact::HiddenSheet { sheet } => Words::new(
            format!(
                "the hidden sheet {} holds figures of the form; it was not read",
                quoted(sheet)
            ),
            "delete it if its figures are old; copy them to the visible sheet if they count",
        ),
        WorkbookFact::Macros => Words::new(
            "the workbook carries macros, which are never run",
            "save it as “Excel Workbook (.xlsx)” next time",
        ),
        WorkbookFact::ExternalLinks => Words::new(
            "the workbook takes values from other files; what was read is as last saved",
            "see whether the figures still hold; better replace such formulas by their values",
        ),
        WorkbookFact::DatesFrom1904 => Words::new(
            "the workbook counts days from 1904 (old Excel for Mac); its dates were read so",
            "see whether the date of the report is right; if it is four years off, type it again",
        ),
        WorkbookFact::OldFormat { format: OtherFormat::Csv } => Words::new(
            "a .csv file has one sheet, and every cell is text; the cells were read",
            "better send the .xlsx form, with all its sheets and number formats",
        ),
        WorkbookFact::OldFormat { format } => Words::new(
            format!(
                "the file is {}, not .xlsx; it was read all the same",
                refusals::format(*format)
            ),
            "save it as “Excel Workbook (.xlsx)” next time",
        ),
    }
}

fn refusal(refusal: &Refusal) -> Words {
    let save_as = "open the file in Excel, save it as “Excel Workbook (.xlsx)” and send it again";
    match refusal {
        Refusal::TooLarge { limit } => Words::new(
            format!("the file is larger than {limit} MB"),
            "delete pictures and needless sheets, save the file and send it again",
        ),
        Refusal::Empty => Words::new("the file is empty", "ask the unit to send it again"),
        Refusal::NotAWorkbook { seems } => {
            let seems = refusals::content(*seems);
            Words::new(format!("the file is no workbook (its content is {seems})"), save_as)
        }
        Refusal::Encrypted => Words::new(
            "the file is protected by a password",
            "remove the password in Excel and send the file again",
        ),
        Refusal::Damaged(damage) => {
            Words::new(format!("the file is damaged ({})", refusals::damage(damage)), save_as)
        }
        Refusal::Limit { what, allowed } => Words::new(
            format!(
                "the file exceeds a limit: {} (at most {})",
                refusals::quantity(*what),
                number::plain(Decimal::from(*allowed))
            ),
            "copy the figures into this period's form and send it again",
        ),
        Refusal::ReaderEnded(end) => Words::new(refusals::end(*end), save_as),
        Refusal::NotOpened { detail } => Words::new(
            format!("the file could not be opened ({})", said(detail)),
            "close the file if it is open in Excel, then run again",
        ),
    }
}

fn of_row(label: &str) -> String {
    if label.is_empty() { String::new() } else { format!(" (row {})", quoted(label)) }
}
