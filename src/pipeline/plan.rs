//! What will be made, and what is refused, before anything is made.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::assets::document_spec::Occasion;
use crate::assets::document_spec::Scope;
use crate::assets::document_spec::Whom;
use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::made::Absence;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::owner::Owner;
use crate::output;
use crate::pipeline::gather::Gathered;
use crate::pipeline::refusing;
use crate::pipeline::volume::Volume;
use crate::text::suggest;

/// One output to make.
#[derive(Debug, Clone)]
pub struct Job {
    /// Name of the kind of document.
    pub name: String,
    /// The kind; a thousand units share one.
    pub spec: Arc<DocumentSpec>,
    /// Whose paper it is.
    pub owner: Owner,
    /// Name of the file.
    pub file: String,
    /// Name of its copy for Word, if it has one.
    pub word: Option<String>,
    /// Whether it is to be made, or only told of in the file of figures.
    pub wanted: bool,
}

/// A paper that findings refuse.
#[derive(Debug, Clone)]
pub struct Refused {
    /// Name of the kind of document.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Name of its copy for Word, if it has one.
    pub word: Option<String>,
    /// Findings of severity error that concern it.
    pub findings: usize,
}

/// What will be made.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// To make: the papers of the cluster, then those of units.
    pub jobs: Vec<Job>,
    /// Not to be made.
    pub refused: Vec<Refused>,
    /// Letters that nobody needs any more, and papers that the campaign does not make.
    pub needless: Vec<String>,
    /// Volumes of papers, to make when these are.
    pub volumes: Vec<Volume>,
    /// Kinds that were asked for by name and of which there is no paper, with the reason.
    pub absent: Vec<(String, Absence)>,
    /// Files of papers that were issued and stand.
    pub issued: BTreeSet<String>,
}

/// Which outputs are wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Names of documents; empty for all.
    pub only: &'a [String],
    /// Codes of units whose papers alone are wanted; empty for all papers.
    pub units: &'a [String],
}

impl Wanted<'_> {
    fn holds(self, name: &str, unit: Option<&str>) -> bool {
        let of_unit = |code: &str| self.units.iter().any(|it| it == code);
        (self.only.is_empty() || self.only.iter().any(|it| it == name))
            && (self.units.is_empty() || unit.is_some_and(of_unit))
    }
}

/// Plans the outputs: drafts carry `.du-thao` in their names and are never refused, letters are
/// neither.
///
/// # Errors
/// [`Failure::Toml`] or [`Failure::Template`] for a template; [`Failure::Template`] for a wanted name
/// that is no document or no unit.
pub fn plan(
    gathered: &Gathered,
    composer: &Composer<'_>,
    wanted: Wanted<'_>,
    draft: bool,
) -> Result<Plan, Failure> {
    let mut specs = composer.kinds()?.to_vec();
    specs.retain(|(_, spec)| spec.occasion != Occasion::Comparison);
    require_known("documents", wanted.only, || specs.iter().map(|(name, _)| name.as_str()))?;
    let units = &gathered.declared.campaign.units;
    require_known("units", wanted.units, || units.iter().map(|it| it.code.as_str()))?;
    let mut planner = Planner {
        gathered,
        composer,
        wanted,
        draft,
        plan: Plan::default(),
        taken: BTreeSet::new(),
    };
    let (of_units, of_cluster): (Vec<_>, Vec<_>) =
        specs.into_iter().partition(|(_, spec)| spec.scope == Scope::Unit);
    for (name, spec) in of_cluster.into_iter().chain(of_units) {
        planner.kind(&name, spec)?;
    }
    planner.absent()?;
    Ok(planner.plan)
}

/// A plan in the making.
struct Planner<'a> {
    gathered: &'a Gathered,
    composer: &'a Composer<'a>,
    wanted: Wanted<'a>,
    draft: bool,
    plan: Plan,
    taken: BTreeSet<String>,
}

impl Planner<'_> {
    /// Plans every paper of a kind.
    fn kind(&mut self, name: &str, spec: DocumentSpec) -> Result<(), Failure> {
        let spec = Arc::new(spec);
        match spec.scope {
            Scope::Cluster => self.paper(name, &spec, Owner::Cluster),
            Scope::Group => {
                let mut groups = self.gathered.declared.campaign.group_ids();
                groups.try_for_each(|group| self.paper(name, &spec, Owner::Group(group)))
            }
            Scope::Unit => {
                let mut units = self.gathered.declared.campaign.unit_ids();
                units.try_for_each(|unit| self.paper(name, &spec, Owner::Unit(unit)))
            }
        }?;
        self.volume(name, &spec)
    }

    /// Notes why a kind that was asked for by name has no paper.
    fn absent(&mut self) -> Result<(), Failure> {
        for (name, spec) in self.composer.kinds()?.iter() {
            let is_planned = self.plan.jobs.iter().any(|it| it.wanted && it.name == *name)
                || self.plan.refused.iter().any(|it| it.name == *name);
            if self.wanted.only.contains(name) && !is_planned {
                let why = self.composer.absence(name, spec).unwrap_or(Absence::NobodyDue);
                self.plan.absent.push((name.clone(), why));
            }
        }
        Ok(())
    }

    /// Plans the volume of a kind whose papers are planned.
    fn volume(&mut self, name: &str, spec: &DocumentSpec) -> Result<(), Failure> {
        let Some((stem, title)) = self.composer.volume(name, spec)? else { return Ok(()) };
        let file = file_name(name, &stem, spec.format, self.draft)?;
        if !self.taken.insert(file.clone()) {
            return Err(bad_file(name, "[bound] có tên tệp không trùng với văn bản khác"));
        }
        if !self.wanted.holds(name, None) {
            return Ok(());
        }
        let mine = self.plan.jobs.iter().filter(|it| it.name == name);
        let papers: Vec<String> = mine.map(|it| it.file.clone()).collect();
        let refused = self.plan.refused.iter().filter(|it| it.name == name);
        let findings = refused.map(|it| it.findings).sum();
        let name = name.to_owned();
        if findings > 0 {
            self.plan.refused.push(Refused { name, file, word: None, findings });
        } else if papers.is_empty() {
            self.plan.needless.push(file);
        } else {
            self.plan.volumes.push(Volume { name, file, title, papers });
        }
        Ok(())
    }

    fn paper(&mut self, name: &str, spec: &Arc<DocumentSpec>, owner: Owner) -> Result<(), Failure> {
        let campaign = &self.gathered.declared.campaign;
        let unit = owner.unit();
        let wanted = self.wanted.holds(name, unit.map(|it| campaign[it].code.as_str()));
        let is_letter = spec.occasion == Occasion::Findings;
        let history = campaign.history(name, owner);
        let stem = self.composer.file_stem(name, spec, owner)?;
        let stem = format!("{stem}{}", history.suffix());
        let file = file_name(name, &stem, spec.format, self.draft && !is_letter)?;
        if !self.taken.insert(file.clone()) {
            return Err(bad_file(
                name,
                "file không trùng với văn bản khác, ví dụ có {{don_vi_nay.ma}}",
            ));
        }
        let job = Job::new(name, spec, owner, file, wanted);
        if history.standing().is_some() {
            self.plan.issued.extend(job.files().map(str::to_owned));
        }
        if !self.composer.is_made(name, spec) || !self.is_due(spec, owner) {
            // One of an earlier build would say what no longer holds.
            self.plan.needless.extend(job.files().filter(|_| wanted).map(str::to_owned));
            return Ok(());
        }
        if is_letter {
            self.plan.jobs.push(job);
            return Ok(());
        }
        let findings = refusing::count(self.gathered, spec, owner);
        if findings > 0 && !self.draft {
            if wanted {
                self.plan.refused.push(Refused::of(&job, findings));
            }
        } else if spec.needs.is_empty() || has_sent(self.gathered, owner) {
            self.plan.jobs.push(job);
        }
        Ok(())
    }

    /// Whether this owner has such a paper.
    fn is_due(&self, spec: &DocumentSpec, owner: Owner) -> bool {
        let Some(unit) = owner.unit() else { return true };
        let is_of = match spec.of {
            Whom::All => true,
            Whom::Parties => self.gathered.declared.campaign.pledge.parties.contains(&unit),
            Whom::Guests => unit != self.gathered.declared.campaign.report.head,
            Whom::Missing => !has_sent(self.gathered, owner),
            Whom::Awarded => self.composer.is_awarded(spec, unit),
        };
        is_of && (spec.occasion != Occasion::Findings || self.composer.is_letter_due(unit))
    }
}

/// One paper outside the plan.
///
/// # Errors
/// [`Failure::Template`] for its file name.
pub(super) fn job(
    composer: &Composer<'_>,
    name: &str,
    spec: DocumentSpec,
    owner: Owner,
) -> Result<Job, Failure> {
    let stem = composer.file_stem(name, &spec, owner)?;
    let file = file_name(name, &stem, spec.format, false)?;
    Ok(Job::new(name, &Arc::new(spec), owner, file, true))
}

impl Job {
    fn new(name: &str, spec: &Arc<DocumentSpec>, owner: Owner, file: String, wanted: bool) -> Self {
        let word = (spec.word && spec.format == Format::Pdf).then(|| word_name(&file));
        Self { name: name.to_owned(), spec: Arc::clone(spec), owner, file, word, wanted }
    }

    /// Names of its files: the paper, then its copy.
    pub(super) fn files(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.file.as_str()).chain(self.word.as_deref())
    }
}

/// A unit that sent nothing has no results to be told of, not even in a draft; nor has a block whose
/// units all sent nothing.
fn has_sent(gathered: &Gathered, owner: Owner) -> bool {
    let campaign = &gathered.declared.campaign;
    match owner {
        Owner::Cluster => true,
        Owner::Group(group) => campaign.of_group(group).any(|it| gathered.submissions.has(it)),
        Owner::Unit(unit) => gathered.submissions.has(unit),
    }
}

impl Refused {
    /// A planned paper that its own words refuse.
    pub(super) fn of(job: &Job, findings: usize) -> Self {
        let (file, word) = (job.file.clone(), job.word.clone());
        Self { name: job.name.clone(), file, word, findings }
    }
}

/// What papers of a campaign are made from.
#[must_use]
pub fn material(gathered: &Gathered, draft: bool) -> Material<'_> {
    Material {
        campaign: &gathered.declared.campaign,
        catalogue: &gathered.declared.catalogue,
        form: &gathered.declared.form,
        criteria: gathered.declared.criteria.as_ref(),
        results: gathered.results(),
        submissions: &gathered.submissions,
        accepted: &gathered.accepted,
        sent: &gathered.sent,
        findings: &gathered.findings,
        templates: &gathered.declared.templates,
        library: &gathered.library,
        legal: &gathered.legal,
        corrections: &[],
        comparison: None,
        draft,
    }
}

fn file_name(name: &str, stem: &str, format: Format, draft: bool) -> Result<String, Failure> {
    let extension = match format {
        Format::Pdf => "pdf",
        Format::Xlsx => "xlsx",
    };
    let file = format!("{stem}.{extension}");
    let file = if draft { draft_name(&file) } else { file };
    if output::is_safe(&file) {
        return Ok(file);
    }
    Err(bad_file(name, "file chỉ gồm chữ thường không dấu, chữ số và gạch nối"))
}

fn bad_file(name: &str, needs: &str) -> Failure {
    let fault = TemplateFault::BadArgument { helper: "file".to_owned(), needs: needs.to_owned() };
    Failure::template(format!("documents/{name}/document.toml"), fault)
}

/// `bao-cao.pdf` for Word is `bao-cao.docx`.
fn word_name(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}.docx")
}

/// `bao-cao.pdf` as a draft is `bao-cao.du-thao.pdf`.
pub(super) fn draft_name(file: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.du-thao.{extension}"),
        None => format!("{file}.du-thao"),
    }
}

pub(super) fn require_known<'n, N: Iterator<Item = &'n str>>(
    path: &str,
    wanted: &[String],
    names: impl Fn() -> N,
) -> Result<(), Failure> {
    for wanted in wanted {
        if !names().any(|name| name == wanted) {
            let nearest = suggest::nearest(wanted, names()).map(str::to_owned);
            let fault = TemplateFault::UnknownName { name: wanted.clone(), nearest };
            return Err(Failure::template(path, fault));
        }
    }
    Ok(())
}
