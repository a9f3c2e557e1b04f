//! A kind of document: `templates/documents/<name>/document.toml`.

mod words;

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::look::Sheet;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::text::suggest;

pub use self::words::Audience;
pub use self::words::Day;
pub use self::words::Format;
pub use self::words::LetterheadKind;
pub use self::words::Matter;
pub use self::words::Occasion;
pub use self::words::Scope;
pub use self::words::Whom;

/// A kind of document, without its words, which stand in `body.md.hbs` beside it.
/// Texts marked (Handlebars) may hold `{{nam}}` and the other names of the words.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentSpec {
    /// Place in the order of the outputs.
    pub order: u32,
    /// Title in the file's properties and on the terminal (Handlebars).
    pub title: String,
    /// File name without extension (Handlebars).
    pub file: String,
    /// Of whom there is one: the cluster, or each unit.
    #[serde(default)]
    pub scope: Scope,
    /// What it is made for.
    #[serde(default)]
    pub occasion: Occasion,
    /// Who reads it: decides whether points, ranks, votes and proposals may stand in it yet.
    #[serde(default)]
    pub audience: Audience,
    /// Parts of the year that it closes.
    #[serde(default = "full_year")]
    pub spans: Vec<Span>,
    /// What the campaign must hold for it; without it there is no such paper.
    #[serde(default)]
    pub rests_on: Vec<Matter>,
    /// What it prints where the campaign holds it and its readers may see it, besides what it rests
    /// on: a finding about that refuses it.
    #[serde(default)]
    pub prints: Vec<Matter>,
    /// What is written.
    pub format: Format,
    /// Whether a PDF has a copy for Word beside it, under the same name.
    #[serde(default = "yes")]
    pub word: bool,
    /// Which units have one, of papers of units.
    #[serde(default)]
    pub of: Whom,
    /// Name of the kind that it is a variant of: what is not written here, and the words, are that kind's.
    /// A ceremonial copy of the pledge is the pledge on a larger sheet.
    #[serde(default)]
    pub extends: String,
    /// Whether its content has a code that the paper prints (`{{ma_noi_dung}}`) and that the sheets which
    /// are part of it repeat.
    #[serde(default)]
    pub coded: bool,
    /// Whether it lists the papers that the file of the campaign keeps (`{{ho_so}}`).
    #[serde(default)]
    pub lists_papers: bool,
    /// Name of the kind of paper of the cluster that this sheet is part of, such as a party's own sheet of
    /// signatures: it tells that paper's title and code (`{{van_ban_chinh.ten}}`) and is refused with it.
    #[serde(default)]
    pub part_of: String,
    /// That kind of paper.
    #[serde(skip)]
    pub whole: Option<Arc<DocumentSpec>>,
    /// The sheet that it is printed on.
    #[serde(default)]
    pub sheet: Sheet,
    /// Whether it has a cover.
    #[serde(default)]
    pub cover: bool,
    /// Layout: a file of `templates/layouts` without `.typ`; of no use to workbooks.
    #[serde(default)]
    pub layout: String,
    /// Symbol behind the number, such as `BB-CTĐ`, for a paper with a number of its own, which the
    /// registry gives after signing. Without it a letterhead with a number shows the report's.
    #[serde(default)]
    pub symbol: String,
    /// Whether the paper carries the figures that it prints, with where they came from: a PDF inside,
    /// as PDF/A-3a in place of PDF/A-2a, a workbook on a sheet at its end. For papers of the cluster to
    /// the superior body; never for the paper of a unit or a block.
    #[serde(default)]
    pub attach_figures: bool,
    /// Whether it is sent round for opinions, and is a draft while the campaign's stage is
    /// `lay-y-kien`; minutes and a programme are not.
    #[serde(default = "yes")]
    pub sent_round: bool,
    /// Measures that it prints. A finding about another measure does not refuse it.
    pub needs: Vec<Measure>,
    /// Whose letterhead it carries.
    pub letterhead: LetterheadKind,
    /// Code of the body that issues it (`[[bodies]]` of the campaign) in place of the head. A campaign
    /// without that body has no such paper.
    #[serde(default)]
    pub issuer: String,
    /// Which day it speaks from.
    pub day: Day,
    /// Name of the type in capitals, such as `BÁO CÁO`.
    #[serde(default)]
    pub kind: String,
    /// Trích yếu, one entry per line (Handlebars).
    #[serde(default)]
    pub subject: Vec<String>,
    /// Last line of the trích yếu of a paper that replaces an issued one (Handlebars).
    #[serde(default = "replaces")]
    pub replaces: String,
    /// Whether the campaign's `Kính gửi` is printed.
    #[serde(default)]
    pub addressed: bool,
    /// `Kính gửi` of this kind of paper in place of the campaign's, one entry per line
    /// (Handlebars).
    #[serde(default)]
    pub addressees: Vec<String>,
    /// Families of legal bases that it rests on, in order.
    #[serde(default)]
    pub legal_bases: Vec<String>,
    /// Tables of a workbook: files of `templates/tables` without `.toml`.
    #[serde(default)]
    pub tables: Vec<String>,
    /// Charts of a workbook, on a sheet behind its tables: files of `templates/charts` without `.toml`.
    #[serde(default)]
    pub charts: Vec<String>,
    /// Annexes in order.
    #[serde(default)]
    pub annexes: Vec<AnnexSpec>,
    /// One PDF of all papers of the kind, for the printer, beside the file of each unit or block.
    #[serde(default)]
    pub bound: Option<BoundSpec>,
}

/// All papers of a kind in one PDF.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct BoundSpec {
    /// Name of the file without its extension (Handlebars).
    pub file: String,
    /// Title in the file's properties (Handlebars).
    pub title: String,
}

fn replaces() -> String {
    "(Thay thế {{thay_the}})".to_owned()
}

fn yes() -> bool {
    true
}

fn full_year() -> Vec<Span> {
    vec![Span::Full]
}

/// An annex.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AnnexSpec {
    /// Name by which the text speaks of it: `{{phu_luc.diem}}` is `Phụ lục III`, or nothing where the
    /// paper has no such annex.
    #[serde(default)]
    pub key: String,
    /// Title in capitals (Handlebars).
    pub title: String,
    /// Whether the pages lie across.
    #[serde(default)]
    pub landscape: bool,
    /// Tables: files of `templates/tables` without `.toml`.
    pub tables: Vec<String>,
}

impl DocumentSpec {
    /// The kind of document whose words it has: its own, of this name, or those of another.
    #[must_use]
    pub fn words_of<'a>(&'a self, name: &'a str) -> &'a str {
        if self.extends.is_empty() { name } else { &self.extends }
    }
}

/// Every kind of document with its name, in the order of the outputs.
///
/// # Errors
/// [`Failure::Toml`] with every fault of a file.
pub fn all(templates: &Templates) -> Result<Vec<(String, DocumentSpec)>, Failure> {
    let names = templates.names("documents")?;
    let mut specs = Vec::new();
    for name in &names {
        specs.push((name.clone(), kind(templates, &names, name)?));
    }
    specs.sort_by_key(|(_, spec)| spec.order);
    Ok(specs)
}

/// A kind, over the one that it is a variant of.
fn kind(templates: &Templates, names: &[String], name: &str) -> Result<DocumentSpec, Failure> {
    let mut file = source(templates, name)?;
    if let Some(base) = file.word("/extends").map(str::to_owned) {
        let base = another(templates, names, &file, "/extends", &base)?;
        file = file.over(base.json().clone());
    }
    let mut spec: DocumentSpec = file.decode().sound()?;
    require_unit(&file, &spec)?;
    require_cluster(&file, &spec)?;
    if !spec.part_of.is_empty() {
        let whole = another(templates, names, &file, "/part_of", &spec.part_of)?;
        let whole: DocumentSpec = whole.decode().sound()?;
        if whole.scope != Scope::Cluster || !whole.coded {
            let fault = TomlFault::Other("cần một văn bản của cả cụm có coded = true".to_owned());
            return Err(Failure::Toml(vec![file.fault_at("/part_of", fault)]));
        }
        spec.whole = Some(Arc::new(whole));
    }
    Ok(spec)
}

fn source(templates: &Templates, name: &str) -> Result<TomlFile, Failure> {
    let path = format!("documents/{name}/document.toml");
    TomlFile::parse(&format!("templates/{path}"), templates.text(&path)?).map_err(Failure::Toml)
}

/// The file of the kind that `file` names at `key`; it rests on no further one.
fn another(
    templates: &Templates,
    names: &[String],
    file: &TomlFile,
    key: &str,
    name: &str,
) -> Result<TomlFile, Failure> {
    let fault = |fault| Failure::Toml(vec![file.fault_at(key, fault)]);
    if !names.iter().any(|it| it == name) {
        let nearest = suggest::nearest(name, names.iter().map(String::as_str)).map(str::to_owned);
        return Err(fault(TomlFault::Dangling { name: name.to_owned(), nearest }));
    }
    let other = source(templates, name)?;
    if other.word("/extends").is_some() {
        let words = format!("{name} cũng dựa vào văn bản khác; ghi tên văn bản gốc");
        return Err(fault(TomlFault::Other(words)));
    }
    Ok(other)
}

/// What only a unit can have stands in papers of units only.
fn require_unit(file: &TomlFile, spec: &DocumentSpec) -> Result<(), Failure> {
    if spec.scope == Scope::Unit {
        return Ok(());
    }
    let wrong = [
        (spec.occasion == Occasion::Findings, "/occasion"),
        (spec.letterhead == LetterheadKind::Unit, "/letterhead"),
        (spec.bound.is_some() && spec.scope != Scope::Group, "/bound"),
    ];
    let faults: Vec<TomlError> = wrong
        .into_iter()
        .filter(|(is_wrong, _)| *is_wrong)
        .map(|(_, key)| {
            let fault = TomlFault::Other("chỉ dùng được khi scope = \"unit\"".to_owned());
            file.fault_at(key, fault)
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Failure::Toml(faults)) }
}

/// Figures of the cluster rest on every unit's, so that only a paper of the cluster may carry them.
fn require_cluster(file: &TomlFile, spec: &DocumentSpec) -> Result<(), Failure> {
    if spec.scope == Scope::Cluster || !spec.attach_figures {
        return Ok(());
    }
    let fault = "chỉ dùng được khi scope = \"cluster\"";
    Err(Failure::Toml(vec![file.fault_at("/attach_figures", TomlFault::Other(fault.to_owned()))]))
}
