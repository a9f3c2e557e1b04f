//! Words for failures of the program in English.

use std::io;
use std::io::ErrorKind;
use std::path::Path;

use super::criteria;
use super::divided;
use super::successions;
use super::suggestion;
use super::templates;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::PdfFault;
use crate::finding::failure::TemplateError;
use crate::finding::failure::TemplateFault;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::finding::lang::Words;
use crate::finding::phrase::files;
use crate::finding::phrase::path as shown;
use crate::finding::phrase::quoted;
use crate::finding::phrase::said;
use crate::finding::phrase::types;
use crate::model::period::Period;
use crate::model::period::Span;

pub(in crate::finding) fn failure(failure: &Failure) -> Words {
    match failure {
        Failure::NoCampaign { folder } => Words::new(
            format!("{} is not the folder of a campaign (it has no campaign.toml)", shown(folder)),
            "name the folder that holds campaign.toml, such as inputs/cum-so-5-2024",
        ),
        Failure::Io { path, source } => io(path, source),
        Failure::Busy { path } => Words::new(
            format!("{} is open in another program", shown(path)),
            "close it in Excel, Word or the PDF reader, then run again",
        ),
        Failure::Locked { folder } => Words::new(
            format!("another run is writing to {}", shown(folder)),
            "wait until that run has ended, then run again",
        ),
        Failure::PiecesMissing { shards } => divided::missing(shards),
        Failure::PlanDiffers(difference) => divided::plan_differs(difference),
        Failure::NoShard { shard, shards } => divided::no_shard(*shard, *shards),
        Failure::NotEmpty { folder } => Words::new(
            format!(
                "the folder {} is there and is not empty, so nothing is written to it",
                shown(folder)
            ),
            "name a folder that does not exist, such as inputs/cum-so-5-2025",
        ),
        Failure::HalfAfterHalf { campaign } => Words::new(
            format!(
                "the campaign {campaign} speaks of a first half, which is followed by its whole year"
            ),
            "leave out --half; the next first half is made from the whole year",
        ),
        Failure::NoPages { document } => Words::new(
            format!("“{document}” has no pages to be drawn"),
            "name a PDF paper of this campaign; workbooks open in Excel",
        ),
        Failure::NoPage { document, page, pages } => Words::new(
            format!("“{document}” has {pages} pages, there is no page {page}"),
            format!("name a page from 1 to {pages}, or leave out --page to see all"),
        ),
        Failure::Toml(errors) => {
            Words::new(faults(errors), "mend the lines shown above, then run again")
        }
        Failure::NoTemplate { path } => Words::new(
            format!("there is no template “{path}”"),
            "check the name in campaign.toml and the files in the folder templates",
        ),
        Failure::Template(error) => template(error),
        Failure::Layout { document, detail } => Words::new(
            format!("{document} could not be laid out: {}", said(detail)),
            "check the .typ file in templates/layouts, or send this to the keeper of the templates",
        ),
        Failure::NoGlyph { character, context, document } => Words::new(
            format!(
                "no font has the character “{character}” (U+{:04X}) in {document}, at {}",
                u32::from(*character),
                quoted(context)
            ),
            "type that character again in its source file",
        ),
        Failure::Workbook { document, detail } => Words::new(
            format!("workbook {document} could not be written: {}", said(detail)),
            "send this to the keeper of the program",
        ),
        Failure::NoReader { program, detail } => Words::new(
            format!("the reader of workbooks {} does not start: {}", shown(program), said(detail)),
            "see whether the program is still there and may be run (antivirus software may forbid it), then run again",
        ),
        Failure::NoFigures { path } => Words::new(
            format!(
                "cannot follow the figures of {}: the file carries none, and no so-lieu.json that was made with it lies beside it",
                shown(path)
            ),
            "name a file in the folder of outputs; for the slip of a unit: thidua trace <CAMPAIGN> <INDICATOR> --unit <UNIT>",
        ),
        Failure::UnreadablePdf { path, why } => unreadable(path, *why),
        Failure::NoLegalBasis { family, date } => Words::new(
            format!("no legal basis “{family}” is in force on {date}"),
            "add the new legal document to templates/legal/can-cu.toml",
        ),
    }
}

pub(in crate::finding) fn toml_fault(fault: &TomlFault) -> Words {
    match fault {
        TomlFault::Syntax(detail) => Words::new(
            format!("this is not TOML: {}", said(detail)),
            "check quotation marks, brackets and the equals sign",
        ),
        TomlFault::UnknownKey { key, nearest } => Words::new(
            format!("there is no key “{key}”"),
            suggestion(nearest.as_deref(), "delete this line"),
        ),
        TomlFault::MissingKey { key } => {
            Words::new(format!("the key “{key}” is missing"), format!("add a line {key} = …"))
        }
        TomlFault::WrongType { needs } => Words::new(
            format!("the value is of the wrong type, needed is {}", types(needs, kind, " or ")),
            "change the value to that type",
        ),
        TomlFault::NotOneOf { value, allowed, nearest } => Words::new(
            format!("{} is not one of the values: {}", quoted(value), allowed.join(", ")),
            suggestion(nearest.as_deref(), "choose a value from the list"),
        ),
        TomlFault::Duplicate { code } => Words::new(
            format!("the code “{code}” stands twice"),
            "a code is used once; change or delete one of them",
        ),
        TomlFault::Dangling { name, nearest } => Words::new(
            format!("there is no “{name}” in this file or in the catalogue"),
            suggestion(nearest.as_deref(), "use a code that exists"),
        ),
        TomlFault::Malformed { text, needs } => Words::new(
            format!("{} is not written in the form that is needed", quoted(text)),
            format!("needed is: {}", form(*needs)),
        ),
        TomlFault::Circle { code } => Words::new(
            format!("“{code}” is computed from itself, directly or through other codes"),
            "break the circle, for instance by taking a code out of this line's formula",
        ),
        TomlFault::NoSuchFile { name, nearest } => Words::new(
            format!("there is no file {} in the folder submissions", quoted(name)),
            suggestion(nearest.as_deref(), "copy the name of a file in submissions, extension too"),
        ),
        TomlFault::ElsewhereFile { file } => Words::new(
            format!("{} is no file beside campaign.toml", quoted(file)),
            "copy the file into the campaign's folder and give its name alone, such as bieu-trung.png",
        ),
        TomlFault::NoPicture { file } => Words::new(
            format!(
                "{} is not in the campaign's folder, or is no PNG or JPEG that can be read",
                quoted(file)
            ),
            "put the picture beside campaign.toml; save one of another kind as PNG",
        ),
        TomlFault::PictureTooLarge { file } => Words::new(
            format!("the picture {} is too large", quoted(file)),
            "save it smaller than 20 MB; a long side of 720 dots is enough for print",
        ),
        TomlFault::ReplacesItself { file } => Words::new(
            format!("the file {} replaces itself, directly or through others", quoted(file)),
            "let only the newer file name the older ones that it replaces",
        ),
        TomlFault::Criteria(fault) => criteria::fault(fault),
        TomlFault::NoSuchCampaign { folder, nearest } => Words::new(
            format!("{} is not the folder of a campaign (no campaign.toml in it)", quoted(folder)),
            suggestion(
                nearest.as_deref(),
                "write the path from this campaign's folder, such as \"../cum-so-5-2024\"",
            ),
        ),
        TomlFault::OwnCampaign { folder } => Words::new(
            format!("{} is the folder of this campaign itself", quoted(folder)),
            "write the folder of the campaign before it, or delete this line",
        ),
        TomlFault::OtherPeriod { folder, is, needs } => other_period(folder, *is, *needs),
        TomlFault::ProfilesInCircle(names) => Words::new(
            format!("profiles of looks rest on each other in a circle: {}", names.join(" → ")),
            "let the last one rest on a profile that exists, or delete its line extends",
        ),
        TomlFault::NoRoom { left, least } => Words::new(
            format!("the margins leave {left} mm for the text"),
            format!("make them smaller, so that at least {least} mm are left"),
        ),
        TomlFault::OutOfRange { value, within } => out_of_range(value, within),
        TomlFault::Expression(detail) => Words::new(
            format!("the expression is not well formed or does what it may not: {}", said(detail)),
            "use codes of indicators, numbers, brackets, operators, comparisons and if … else …",
        ),
        TomlFault::Succession(fault) => successions::succession(fault),
        TomlFault::Other(detail) => Words::new(
            said(detail),
            "mend this line as the message says, or ask the keeper of the program",
        ),
    }
}

fn other_period(folder: &str, is: Period, needs: Option<Period>) -> Words {
    let folder = quoted(folder);
    let Some(needs) = needs else {
        let message = format!("{folder} is of {}; a half year has no half year", named(is));
        return Words::new(message, "delete this line");
    };
    Words::new(
        format!("{folder} is of {}, from which this campaign takes no figure", named(is)),
        format!("write the folder of {}; if there is none, delete this line", named(needs)),
    )
}

fn named(period: Period) -> String {
    match period.span {
        Span::Full => format!("the year {}", period.year),
        Span::FirstHalf => format!("the first half of {}", period.year),
    }
}

fn out_of_range(value: &str, within: &[Option<String>; 2]) -> Words {
    let (message, hint) = match within {
        [Some(least), _] => (format!("{value} is too small"), format!("write {least} or more")),
        [None, Some(most)] => (format!("{value} is too large"), format!("write {most} or less")),
        [None, None] => (format!("{value} is out of range"), "check this number".to_owned()),
    };
    Words::new(message, hint)
}

/// A fault of a template with its place and, where one unit or block was concerned, whose paper it was.
fn template(error: &TemplateError) -> Words {
    let words = template_fault(&error.fault);
    let place = error.position().map(|(line, column)| format!(", line {line}, column {column}"));
    let paper = error.paper.as_ref().map(|it| format!(" (paper of {it})"));
    let within = error.unsaid_within().map(|it| format!(" in {}", quoted(it))).unwrap_or_default();
    let (place, paper) = (place.unwrap_or_default(), paper.unwrap_or_default());
    Words::new(
        format!("template {}{place}{paper}: {}{within}", error.path, words.message),
        words.hint,
    )
}

fn template_fault(fault: &TemplateFault) -> Words {
    match fault {
        TemplateFault::Syntax(detail) => Words::new(
            format!("it is not well formed: {}", said(detail)),
            "check the {{ }} on this line",
        ),
        TemplateFault::UnknownName { name, nearest } => Words::new(
            format!("there is no name “{name}”"),
            suggestion(nearest.as_deref(), "use a name of the catalogue or of campaign.toml"),
        ),
        TemplateFault::BadArgument { helper, needs } => Words::new(
            format!("the helper {helper} needs {needs}"),
            "mend what is given to the helper on this line",
        ),
        TemplateFault::Call { helper, needs } => Words::new(
            format!("the helper {helper} needs {}", templates::needs(needs)),
            "mend what is given to the helper on this line; see thidua list helpers",
        ),
        TemplateFault::Closed(it) => Words::new(templates::closed(*it), "mend this line"),
        TemplateFault::NotOnPaper(it) => Words::new(
            format!("official papers do not use {}", templates::markup(*it)),
            "write it as plain sentences; bold is **…**, italics are *…*",
        ),
        TemplateFault::UnknownBlock { name } => Words::new(
            format!("there is no block “{name}”"),
            "use one of: can-cu, bang, bieu-do, chu-ky, luoi-chu-ky",
        ),
        TemplateFault::UnknownPartial { name, nearest } => Words::new(
            format!("there is no partial “{name}”"),
            suggestion(
                nearest.as_deref(),
                "put the file into templates/partials, ending in .md.hbs",
            ),
        ),
        TemplateFault::PartialCircle(names) => Words::new(
            format!("the partials hold each other in a circle: {}", names.join(" → ")),
            "take one {{> …}} out of that circle",
        ),
        TemplateFault::TooManyPartials => Words::new(
            "partials stand in partials too deep or too often",
            "name the partials in the template of the document itself",
        ),
        TemplateFault::Other(detail) => Words::new(
            said(detail),
            "mend this line of the template, or ask the keeper of the templates",
        ),
    }
}

fn faults(errors: &[TomlError]) -> String {
    match errors.len() {
        1 => format!("{}: 1 fault", files(errors)),
        count => format!("{}: {count} faults", files(errors)),
    }
}

/// The system may speak another language, so what happens often is said in ours.
fn unreadable(path: &Path, why: PdfFault) -> Words {
    let (what, hint) = match why {
        PdfFault::NotPdf => ("is no PDF", "choose a PDF that this program made, signed or not"),
        PdfFault::Damaged => (
            "is damaged or cut, so no signature can be read",
            "get the file again from its sender; never print to PDF, shrink or edit a signed file",
        ),
        PdfFault::Encrypted => ("is locked with a password", "ask for one without a password"),
        PdfFault::TooMuch => {
            ("has too many signatures or is too large", "check it in the office's signing program")
        }
    };
    Words::new(format!("{} {what}", shown(path)), hint)
}

fn io(path: &Path, source: &io::Error) -> Words {
    let path = shown(path);
    match source.kind() {
        ErrorKind::NotFound => Words::new(
            format!("{path} was not found"),
            "check the name and the place of the file or folder",
        ),
        ErrorKind::PermissionDenied => Words::new(
            format!("{path} may not be read or written"),
            "close the file if it is open in another program, and check the rights of the folder",
        ),
        ErrorKind::StorageFull => Words::new(
            format!("the disk is full, {path} could not be written"),
            "delete files that are not needed, then run again",
        ),
        ErrorKind::InvalidData => Words::new(
            format!("{path} is not a UTF-8 text file"),
            "open it in Notepad and save it with the encoding UTF-8",
        ),
        _ => Words::new(
            format!("{path} could not be read or written: {}", said(&source.to_string())),
            "check that the disk, stick or network is still connected, then run again",
        ),
    }
}

fn kind(json_type: &str) -> &str {
    match json_type {
        "string" => "a text in quotation marks \"…\"",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list […]",
        "object" => "a table […]",
        other => other,
    }
}

/// The form that a text needs.
fn form(needs: Needs) -> &'static str {
    match needs {
        Needs::IndicatorCode => {
            "a code such as TC12 or CL01a: capitals, digits, perhaps a small letter"
        }
        Needs::UnitCode => "small letters without accents, digits and hyphens, such as cao-bang",
        Needs::Identity => {
            "an identity such as quang-ngai, or quang-ngai@2025-07 with the month since which it is"
        }
        Needs::Date => "a day of the calendar as year-month-day, such as \"2024-12-21\"",
        Needs::Decimal => "a number in quotes, such as \"85\" or \"0.5\"",
        Needs::Points => "points above 0 and up to 1.000.000 in quotes, such as \"5\" or \"0.25\"",
        Needs::MoneyUnit => "đồng, nghìn đồng, triệu đồng or tỷ đồng",
        Needs::Character => "a character that can be printed",
        Needs::Words => "some words",
        Needs::Cell => "the address of a cell as Excel shows it, such as F17",
        Needs::Blanks => {
            "a sentence with the blanks {viec}, {ten}, {dat}, {chi_tieu}, {tang_giam}, {nam_truoc}, {cao_nhat}, {chua_dat}"
        }
        Needs::Phrase => "a phrase with one {so}, such as kết nạp mới {so} đoàn viên",
    }
}
