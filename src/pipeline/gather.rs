//! Opens a campaign, reads what units sent, checks it and adds it up.

use std::path::Path;

use crate::aggregate;
use crate::assets;
use crate::assets::Declared;
use crate::assets::folder;
use crate::assets::legal;
use crate::assets::legal::LegalFile;
use crate::check;
use crate::check::rules;
use crate::check::rules::BadRule;
use crate::check::rules::CompiledRule;
use crate::finding::fact;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::model::catalogue::Severity;
use crate::model::dataset::Dataset;
use crate::model::submission::Submission;
use crate::output::digest;
use crate::output::manifest::File;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::read;
use crate::read::form::Context;
use crate::read::workbook::Opener;
use crate::text::suggest;

/// Everything known of a campaign.
pub struct Gathered {
    /// What it declares.
    pub declared: Declared,
    /// The legal bases.
    pub legal: LegalFile,
    /// `campaign.toml` and every template, with their digests.
    pub declared_files: Vec<File>,
    /// Paths of all files of `submissions`, in order.
    pub received: Vec<String>,
    /// Those whose bytes could be read, with their digests.
    pub sent: Vec<File>,
    /// Those that could be read.
    pub submissions: Vec<Submission>,
    /// What was found, sorted.
    pub findings: Vec<Finding>,
    /// The figures.
    pub dataset: Dataset,
}

/// Gathers a campaign; its workbooks are opened by `opener`.
///
/// # Errors
/// [`Failure::NoCampaign`], [`Failure::Toml`] or [`Failure::Io`]; what units sent never fails.
pub fn gather(
    root: &Path,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Gathered, Failure> {
    let declared = assets::open(root)?;
    let legal = legal::read(&declared.templates)?;
    let rules = compiled_rules(&declared)?;
    let names = declared.folder.submissions()?;
    let received = names.iter().map(|name| folder::path_of(name)).collect();
    let (sent, submissions, mut findings) = read_all(&declared, opener, &names, listen);
    listen(Event::Checking);
    findings.extend(check::run(check::Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        rules: &rules,
        submissions: &submissions,
    }));
    fact::sort(&mut findings);
    let dataset = aggregate::aggregate(&declared.campaign, &declared.catalogue, &submissions);
    let declared_files = declared.sources()?.into_iter().map(|(path, bytes)| file(path, &bytes));
    let declared_files = declared_files.collect();
    Ok(Gathered { declared_files, declared, legal, received, sent, submissions, findings, dataset })
}

impl Gathered {
    /// The gravest severity among the findings.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|it| it.fact.severity()).min()
    }
}

type ReadAll = (Vec<File>, Vec<Submission>, Vec<Finding>);

fn read_all(
    declared: &Declared,
    opener: &dyn Opener,
    names: &[String],
    listen: &mut Listener<'_>,
) -> ReadAll {
    let context = Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        form: &declared.form,
    };
    let (mut files, mut submissions, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for (done, name) in names.iter().enumerate() {
        listen(Event::Reading { file: name.clone(), done, total: names.len() });
        let sent = declared.folder.sent(name);
        if let Ok(bytes) = &sent.bytes {
            files.push(file(sent.path.clone(), bytes));
        }
        let (submission, found) = read::file(&sent, opener, context);
        submissions.extend(submission);
        findings.extend(found);
    }
    (files, submissions, findings)
}

fn file(file: String, bytes: &[u8]) -> File {
    File { file, sha256: digest::sha256(bytes), bytes: bytes.len() as u64 }
}

/// Compiles the catalogue's rules; a bad one is a fault of its line.
fn compiled_rules(declared: &Declared) -> Result<Vec<CompiledRule>, Failure> {
    let catalogue = &declared.catalogue;
    rules::compile(catalogue).map_err(|faults| {
        let faults = faults.into_iter().map(|(index, bad)| {
            let fault = match bad {
                BadRule::Expression(message) => TomlFault::Syntax(message),
                BadRule::UnknownName(name) => {
                    let codes = catalogue.indicators.iter().map(|it| it.code.as_str());
                    let nearest = suggest::nearest(&name, codes).map(str::to_owned);
                    TomlFault::Dangling { name, nearest }
                }
            };
            declared.catalogue_source.fault_at(&format!("/rules/{index}/holds"), fault)
        });
        Failure::Toml(faults.collect())
    })
}
