//! Signatures and form fields of a finished PDF: who signed, whether the signature holds, what changed
//! after it. The file is hostile until read: sizes are bounded, the parsers run behind a wall.
//!
//! Whether a certificate may be trusted is not asked here: that is told by the office that issued it
//! (Nghị định 23/2025/NĐ-CP), online, on the day of asking.

mod algorithm;
mod change;
mod changes;

mod fields;
mod moment;
mod range;
mod signer;
mod stamp;
mod tree;

use std::collections::BTreeSet;
use std::panic;

use lopdf::Document;
use lopdf::LoadOptions;
use serde::Serialize;

use crate::finding::failure::PdfFault;

pub use self::change::Change;
pub use self::moment::Moment;
pub use self::range::Fault;
pub use self::signer::Person;
pub use self::signer::Verdict;

use self::fields::Found;
use self::fields::Kind;

/// Bytes to which one stream of a PDF may inflate.
const MOST: usize = 64 << 20;

/// Signatures of one file that are looked at; a pledge of 34 parties has 69.
const MOST_SIGNATURES: usize = 128;

/// Bytes that are parsed in all, over all states of a file.
const MOST_PARSED: usize = 2 << 30;

/// What a PDF tells of its fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signatures {
    /// Every field in the order of the form.
    pub fields: Vec<Field>,
    /// Signatures in the order in which they were made.
    pub signatures: Vec<Signature>,
}

/// A form field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Field {
    /// Its name: `ky_01_cao-bang`, `so_van_ban`.
    pub name: String,
    /// What a screen reader says of it.
    pub label: String,
    /// Its page, from 1.
    pub page: Option<usize>,
    /// What it is and holds.
    pub state: FieldState,
}

/// What a field is and holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FieldState {
    /// A signature that nobody gave yet.
    Unsigned,
    /// A signature.
    Signed,
    /// Words.
    Filled {
        /// The words.
        value: String,
    },
    /// Words that nobody gave yet.
    Blank,
}

/// A signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Signature {
    /// Field that it stands in.
    pub field: String,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Whose certificate.
    pub person: Option<Person>,
    /// When, as the signer's own clock says.
    pub claimed: Option<Moment>,
    /// When, as an authority of time stamps says.
    pub stamped: Option<Moment>,
    /// Which bytes it covers.
    pub coverage: Coverage,
    /// What changed after it.
    pub after: BTreeSet<Change>,
}

/// Which bytes a signature covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Coverage {
    /// The whole file.
    Whole,
    /// The file as it was when it was signed; something was added after it.
    UpTo {
        /// Length of what is covered.
        bytes: usize,
    },
    /// Not the whole of what it claims.
    Broken {
        /// What is wrong.
        fault: Fault,
    },
}

impl Signature {
    /// Whether the certificate was in force when it signed, as far as that is told.
    #[must_use]
    pub fn is_timely(&self) -> bool {
        let at = self.stamped.or(self.claimed);
        at.zip(self.person.as_ref()).is_none_or(|(at, it)| (it.from..=it.until).contains(&at))
    }

    /// Whether it says what it should: it holds, and nothing but further signatures and filled fields
    /// came after it.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.verdict == Verdict::Holds
            && self.is_timely()
            && !matches!(self.coverage, Coverage::Broken { .. })
            && self.after.iter().all(Change::is_allowed)
    }
}

/// Fields and signatures of a PDF.
///
/// # Errors
/// Why nothing can be said.
pub fn read(pdf: &[u8]) -> Result<Signatures, PdfFault> {
    walled(|| all(pdf))
}

/// What changed since the file was its first `length` bytes.
///
/// # Errors
/// Why nothing can be said.
pub fn since(pdf: &[u8], length: usize) -> Result<BTreeSet<Change>, PdfFault> {
    walled(|| {
        let before = load(pdf.get(..length).ok_or(PdfFault::Damaged)?)?;
        Ok(changes::between(&before, &load(pdf)?))
    })
}

/// The parsers are foreign code over hostile bytes; a panic in them is a damaged file, not our end.
fn walled<T>(ask: impl FnOnce() -> Result<T, PdfFault> + panic::UnwindSafe) -> Result<T, PdfFault> {
    panic::catch_unwind(ask).unwrap_or(Err(PdfFault::Damaged))
}

/// A PDF whose tables are as written: one that has to be repaired looks different to each reader.
fn load(pdf: &[u8]) -> Result<Document, PdfFault> {
    if !pdf.starts_with(b"%PDF-") {
        return Err(PdfFault::NotPdf);
    }
    let options = LoadOptions { max_decompressed_size: Some(MOST), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(pdf, options).map_err(|_| PdfFault::Damaged)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(PdfFault::Encrypted);
    }
    if document.xref_recovery.is_some() || document.catalog().is_err() {
        return Err(PdfFault::Damaged);
    }
    Ok(document)
}

fn all(pdf: &[u8]) -> Result<Signatures, PdfFault> {
    let document = load(pdf)?;
    let found = fields::of(&document);
    let mut signatures = Vec::new();
    for (field, signed) in found.iter().filter_map(|it| Some((it, it.signed.as_ref()?))) {
        let end = range::covered(pdf, signed);
        signatures.push((end, one(pdf, field, signed, end)));
    }
    // Those that cover less were made before.
    signatures.sort_by_key(|(end, it)| (end.ok(), it.field.clone()));
    let ends: BTreeSet<usize> = signatures.iter().filter_map(|(end, _)| end.ok()).collect();
    let too_much = ends.iter().sum::<usize>() > MOST_PARSED;
    if too_much || signatures.len() > MOST_SIGNATURES {
        return Err(PdfFault::TooMuch);
    }
    let steps = steps(pdf, &ends, &document);
    for (end, signature) in &mut signatures {
        let Ok(end) = *end else { continue };
        let later = steps.iter().filter(|(from, _)| *from >= end);
        signature.after = later.flat_map(|(_, it)| it.iter().cloned()).collect();
    }
    let signatures = signatures.into_iter().map(|(_, it)| it).collect();
    Ok(Signatures { fields: found.into_iter().map(told).collect(), signatures })
}

/// From which state of the file to the next, with what changed.
fn steps(pdf: &[u8], ends: &BTreeSet<usize>, last: &Document) -> Vec<(usize, BTreeSet<Change>)> {
    let mut steps: Vec<(usize, BTreeSet<Change>)> = Vec::new();
    let mut before: Option<(usize, Document)> = None;
    for &end in ends {
        let Ok(document) = load(&pdf[..end]) else {
            steps.push((end, BTreeSet::from([Change::Unknown])));
            continue;
        };
        if let Some((from, before)) = &before {
            steps.push((*from, changes::between(before, &document)));
        }
        before = Some((end, document));
    }
    if let Some((from, before)) = &before
        && !pdf[*from..].iter().all(u8::is_ascii_whitespace)
    {
        steps.push((*from, changes::between(before, last)));
    }
    steps
}

fn one(pdf: &[u8], field: &Found, signed: &fields::Signed, end: Result<usize, Fault>) -> Signature {
    let coverage = match end {
        Ok(end) if pdf[end..].iter().all(u8::is_ascii_whitespace) => Coverage::Whole,
        Ok(bytes) => Coverage::UpTo { bytes },
        Err(fault) => Coverage::Broken { fault },
    };
    let parts = range::parts(pdf, signed);
    let signer::Told { verdict, person, claimed, stamped } = signer::told(signed, parts);
    Signature {
        field: field.name.clone(),
        verdict,
        person,
        claimed: claimed.or(signed.written),
        stamped,
        coverage,
        after: BTreeSet::new(),
    }
}

fn told(it: Found) -> Field {
    let state = match (it.kind, it.signed.is_some()) {
        (Kind::Signature, true) => FieldState::Signed,
        (Kind::Signature, false) => FieldState::Unsigned,
        (Kind::Other, _) if it.value.is_empty() => FieldState::Blank,
        (Kind::Other, _) => FieldState::Filled { value: it.value },
    };
    Field { name: it.name, label: it.label, page: it.page, state }
}
