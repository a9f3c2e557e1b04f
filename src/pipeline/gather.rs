//! Opens a campaign, reads what units sent, checks it and adds it up.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use crate::assets;
use crate::assets::Declared;
use crate::assets::folder;
use crate::assets::legal;
use crate::assets::legal::LegalFile;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::finding::failure::Failure;
use crate::finding::findings::Findings;
use crate::model::campaign::Campaign;
use crate::model::catalogue::Severity;
use crate::model::collection::Accepted;
use crate::model::dataset::Dataset;
use crate::model::difference::Replacement;
use crate::model::file::File;
use crate::model::file::Files;
use crate::model::lineage::Lineage;
use crate::model::marks::PanelMarks;
use crate::model::past::Past;
use crate::model::place::Place;
use crate::model::results::Results;
use crate::model::scoreboard::Scoreboard;
use crate::model::submission::Submission;
use crate::model::submissions::Submissions;
use crate::pipeline::changes;
use crate::pipeline::earlier;
use crate::pipeline::earlier::Pasts;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::expressions;
use crate::pipeline::judge;
use crate::pipeline::judge::Evidence;
use crate::pipeline::judge::Judged;
use crate::pipeline::panel;
use crate::pipeline::waive;
use crate::read;
use crate::read::form::Context;
use crate::read::workbook::Opener;
use crate::template::library::Library;
use crate::text::digest;

/// Everything known of a campaign.
pub struct Gathered {
    /// What it declares.
    pub declared: Declared,
    /// The legal bases.
    pub legal: LegalFile,
    /// What the templates share.
    pub library: Library,
    /// `campaign.toml` and every template, with their digests.
    pub declared_files: Vec<File>,
    /// Paths of all files of `submissions`, in order.
    pub received: Vec<String>,
    /// Those whose bytes could be read, with their digests.
    pub sent: Files,
    /// Files of the panel whose bytes could be read, with their digests.
    pub panel_files: Vec<File>,
    /// What the panel gave.
    pub panel: PanelMarks,
    /// Those of the units that could be read and that no other file replaces.
    pub submissions: Submissions,
    /// Those that could be read and were replaced; nothing but the log of changes asks them.
    pub superseded: Vec<Submission>,
    /// What changed from each replaced file to the one that took its place.
    pub replacements: Vec<Replacement>,
    /// Findings that were accepted with a reason.
    pub accepted: Vec<Accepted>,
    /// Every file in use by its digest; of several with one digest, the first.
    by_digest: BTreeMap<String, String>,
    /// What was found while reading, before anything was checked.
    pub(super) as_read: Vec<Finding>,
    /// What was found, sorted.
    pub findings: Findings,
    /// The figures.
    pub dataset: Dataset,
    /// Points, ranks, votes and proposals; `None` for a campaign that does not score.
    pub scoreboard: Option<Scoreboard>,
    /// Last year's campaign.
    pub predecessor: Option<Box<Gathered>>,
    /// The campaign of the first half of this year.
    pub half_year: Option<Box<Gathered>>,
}

/// Gathers a campaign; its workbooks are opened by `opener`.
///
/// # Errors
/// [`Failure::NoCampaign`], [`Failure::Toml`], [`Failure::Io`] or [`Failure::NoReader`]; what units
/// sent never fails.
pub fn gather(
    root: &Path,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Gathered, Failure> {
    let declared = assets::open(root)?;
    let predecessor = earlier::predecessor(&declared, opener, listen)?;
    let half_year = earlier::half_year(&declared, opener, listen)?;
    let campaign = declared.campaign.clone();
    let pasts = Pasts::of(&campaign, predecessor.as_ref(), half_year.as_ref());
    let gathered = gather_one(declared, &pasts, opener, listen)?;
    Ok(Gathered {
        predecessor: predecessor.map(Box::new),
        half_year: half_year.map(Box::new),
        ..gathered
    })
}

/// What is known of a campaign before anything is sent.
pub struct Announced {
    /// What it declares.
    pub declared: Declared,
    /// `campaign.toml` and every template, with their digests.
    pub declared_files: Vec<File>,
    /// Last year's campaign.
    pub predecessor: Option<Gathered>,
}

/// Opens a campaign and gathers last year's; what was sent for this one is not looked at.
///
/// # Errors
/// As [`gather`].
pub fn announce(
    root: &Path,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Announced, Failure> {
    let declared = assets::open(root)?;
    let predecessor = earlier::predecessor(&declared, opener, listen)?;
    Ok(Announced { declared_files: declared_files(&declared)?, declared, predecessor })
}

impl Announced {
    /// The earlier campaigns that it will be held against.
    #[must_use]
    pub fn pasts(&self) -> Pasts<'_> {
        Pasts::of(&self.declared.campaign, self.predecessor.as_ref(), None)
    }
}

fn declared_files(declared: &Declared) -> Result<Vec<File>, Failure> {
    let sources = declared.sources()?.into_iter();
    Ok(sources.map(|(path, bytes)| file(path, &bytes)).collect())
}

pub(super) fn gather_one(
    mut declared: Declared,
    pasts: &Pasts<'_>,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<Gathered, Failure> {
    let legal = legal::read(&declared.templates)?;
    let library = Library::read(&declared.templates)?;
    let rules = expressions::rules(&declared)?;
    let points = expressions::points(&declared)?;
    let (panel_files, panel, of_panel) = panel::read(&mut declared, opener, listen)?;
    let received = declared.received.iter().map(|name| folder::path_of(name)).collect();
    let (sent, read, mut findings) = read_all(&declared, opener, &declared.received, listen)?;
    let sent = Files::from(sent);
    findings.extend(of_panel);
    findings.extend(declared.beyond_law.iter().cloned());
    findings.extend(declared.folder.subfolders()?.iter().map(|name| {
        let place = Place::file(&folder::path_of(name));
        Finding::new(WorkbookFact::FolderNotRead, place, None)
    }));
    let collection = &declared.campaign.collection;
    let replaced: BTreeSet<&String> = collection.files.iter().flat_map(|it| &it.replaces).collect();
    let (superseded, submissions): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|it| replaced.contains(&it.file));
    let submissions = Submissions::from(submissions);
    findings.retain(|it| it.place.file.as_ref().is_none_or(|file| !replaced.contains(file)));
    let in_use = sent.iter().filter(|it| !replaced.contains(&it.file));
    let files: BTreeMap<String, String> =
        in_use.map(|it| (it.file.clone(), it.sha256.clone())).collect();
    listen(Event::Checking);
    let as_read = findings.clone();
    let evidence = Evidence {
        declared: &declared,
        rules: &rules,
        points: &points,
        submissions: &submissions,
        superseded: &superseded,
        files: &files,
        panel: &panel,
        earlier: &pasts.earlier(),
    };
    let Judged { dataset, scoreboard, findings } = judge::judge(evidence, findings);
    let accepted = waive::accepted(&declared.catalogue, &submissions, &findings);
    let replacements = changes::replacements(collection, &declared.form, &submissions, &superseded);
    Ok(Gathered {
        declared_files: declared_files(&declared)?,
        declared,
        legal,
        library,
        received,
        sent,
        panel_files,
        panel,
        submissions,
        superseded,
        replacements,
        accepted,
        as_read,
        by_digest: files.into_iter().rev().map(|(file, digest)| (digest, file)).collect(),
        findings,
        dataset,
        scoreboard,
        predecessor: None,
        half_year: None,
    })
}

impl Gathered {
    /// Its figures and its points.
    #[must_use]
    pub fn results(&self) -> Results<'_> {
        Results { dataset: &self.dataset, scoreboard: self.scoreboard.as_ref() }
    }

    /// Its figures, for a later campaign that has its folder under this path.
    #[must_use]
    pub fn past(&self, now: &Campaign, folder: &str) -> Past<'_> {
        Past {
            campaign: &self.declared.campaign,
            catalogue: &self.declared.catalogue,
            dataset: &self.dataset,
            files: &self.by_digest,
            lineage: Lineage::of(now, &self.declared.campaign, folder),
        }
    }

    /// The earlier campaigns that it is held against.
    #[must_use]
    pub fn pasts(&self) -> Pasts<'_> {
        let (predecessor, half) = (self.predecessor.as_deref(), self.half_year.as_deref());
        Pasts::of(&self.declared.campaign, predecessor, half)
    }

    /// Files in use, each with its digest.
    pub(super) fn files_in_use(&self) -> BTreeMap<String, String> {
        let collection = &self.declared.campaign.collection;
        let in_use = self.sent.iter().filter(|it| !collection.is_superseded(&it.file));
        in_use.map(|it| (it.file.clone(), it.sha256.clone())).collect()
    }

    /// The gravest severity among the findings that nobody accepted.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().filter(|it| it.is_open()).map(|it| it.fact.severity()).min()
    }

    /// Files in use that could not be read, in order.
    pub fn unreadable(&self) -> impl Iterator<Item = &str> {
        let collection = &self.declared.campaign.collection;
        let read: BTreeSet<&str> = self.submissions.iter().map(|it| it.file.as_str()).collect();
        let unread = self.received.iter().map(String::as_str).filter(move |it| !read.contains(it));
        unread.filter(|it| !collection.is_superseded(it))
    }

    /// Every file that its papers rest on, with the digests: its own, what units sent, and those of
    /// the campaigns that it is compared with.
    #[must_use]
    pub fn inputs(&self) -> Vec<File> {
        let own = self.declared_files.iter().chain(&self.sent).chain(&self.panel_files);
        let mut inputs: Vec<File> = own.cloned().collect();
        let (predecessor, half) = (self.predecessor.as_deref(), self.half_year.as_deref());
        let now = &self.declared.campaign;
        inputs.extend(earlier::inputs(now, &self.declared_files, predecessor, half));
        inputs
    }
}

type ReadAll = (Vec<File>, Vec<Submission>, Vec<Finding>);

fn read_all(
    declared: &Declared,
    opener: &dyn Opener,
    names: &[String],
    listen: &mut Listener<'_>,
) -> Result<ReadAll, Failure> {
    let context = Context {
        campaign: &declared.campaign,
        catalogue: &declared.catalogue,
        form: &declared.form,
        criteria: declared.criteria.as_ref(),
    };
    let (mut files, mut submissions, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    let all = names.iter().map(|name| (name, declared.folder.sent(name)));
    let mut all = all.enumerate().peekable();
    // One after the other: the cells of one hostile file are as much memory as is wanted at a time.
    while let Some((done, (name, sent))) = all.next() {
        listen(Event::Reading { file: name.clone(), done, total: names.len() });
        if let Ok(bytes) = &sent.bytes {
            files.push(file(sent.path.clone(), bytes));
        }
        let next = all.peek().map(|(_, (_, next))| next);
        let (submission, found) = read::file(&sent, next, opener, context)?;
        submissions.extend(submission);
        findings.extend(found);
    }
    Ok((files, submissions, findings))
}

pub(super) fn file(file: String, bytes: &[u8]) -> File {
    File { file, sha256: digest::sha256(bytes), bytes: bytes.len() as u64 }
}
