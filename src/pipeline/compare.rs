//! What changed since an earlier build: its manifest and figures held against the present state, which
//! is gathered and composed in memory. Nothing is written unless a page to sign off is asked for.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use crate::assets::document_spec;
use crate::assets::document_spec::Occasion;
use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::later;
use crate::compose::naming::Naming;
use crate::finding::failure::Failure;
use crate::model::comparison::Change;
use crate::model::comparison::Changed;
use crate::model::comparison::Comparison;
use crate::model::comparison::InputChange;
use crate::model::comparison::PaperChange;
use crate::model::comparison::Reprinted;
use crate::model::issue::Imprint;
use crate::model::ledger::PrintedAt;
use crate::model::owner::Owner;
use crate::output::Kept;
use crate::output::Outputs;
use crate::output::earlier;
use crate::output::earlier::Earlier;
use crate::output::earlier::Entry;
use crate::output::earlier::Figures;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::output::manifest::Status;
use crate::pipeline::build;
use crate::pipeline::carried;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue;
use crate::pipeline::made::Made;
use crate::pipeline::plan;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Plan;
use crate::pipeline::plan::Wanted;
use crate::pipeline::press::Press;
use crate::render::figures;
use crate::render::figures::prints::Prints;
use crate::render::pdf::fonts::FontFile;

/// The most cells of one figure that are told; a total rests on all units.
const FEW_CELLS: usize = 3;

/// The present state, composed and not made.
struct Present {
    figures: Figures,
    /// What each paper is, and what it says.
    papers: BTreeMap<String, (String, String)>,
    plan: Plan,
}

/// What changed from an earlier build to the present state.
///
/// # Errors
/// [`Failure::Io`] if the earlier build cannot be read; any [`Failure`] of templates.
pub fn compare(
    gathered: &Gathered,
    against: &Path,
    listen: &mut Listener<'_>,
) -> Result<Comparison, Failure> {
    let earlier = Earlier::open(against)?;
    let present = present(gathered, &earlier, listen)?;
    let nothing = Figures::default();
    let before = earlier.figures.as_ref().unwrap_or(&nothing);
    let knows_figures = earlier.figures.is_some();
    let changed = |before: &[Entry], after: &[Entry]| {
        if knows_figures { changed(gathered, before, after) } else { Vec::new() }
    };
    let mut figures = changed(&before.figures, &present.figures.figures);
    figures.sort_by_key(|it| it.id.split('.').count() > 2 && !it.id.contains('('));
    Ok(Comparison {
        inputs: inputs(&earlier.manifest, gathered),
        figures,
        points: changed(&before.points, &present.figures.points),
        papers: papers(gathered, &earlier, before, &present),
        knows_figures,
    })
}

/// Composes every paper that the earlier build could have made.
fn present(
    gathered: &Gathered,
    earlier: &Earlier,
    listen: &mut Listener<'_>,
) -> Result<Present, Failure> {
    let corrections = issue::corrections(gathered, Some(earlier))?;
    let draft = earlier.manifest.status == Status::Draft;
    let material = plan::material(gathered, draft);
    let composer = Composer::new(Material { corrections: &corrections, ..material });
    let plan = plan::plan(gathered, &composer, Wanted::default(), draft)?;
    let mut prints = Prints::default();
    let mut papers = BTreeMap::new();
    for (done, job) in plan.jobs.iter().enumerate() {
        listen(Event::Making { file: job.file.clone(), done, total: plan.jobs.len() });
        let document = composer.document(&job.name, &job.spec, job.owner)?;
        let said = issue::content(&document);
        papers.insert(job.file.clone(), (document.title.clone(), said));
        if job.owner.unit().is_none() {
            prints.paper(&job.file, document.printed, Vec::new());
        }
    }
    let inputs = gathered.inputs();
    let written = figures::render(carried::told(gathered, &inputs), &prints);
    let figures = earlier::figures(&written).expect("what this program writes, it reads");
    Ok(Present { figures, papers, plan })
}

/// Files that were added, changed or removed, in their order.
fn inputs(before: &Manifest, gathered: &Gathered) -> Vec<InputChange> {
    let now = gathered.inputs();
    let digest = |files: &[crate::model::file::File]| -> BTreeMap<String, String> {
        files.iter().map(|it| (it.file.clone(), it.sha256.clone())).collect()
    };
    changes(&digest(&before.inputs), &digest(&now))
        .into_iter()
        .map(|(file, change)| InputChange { file, change })
        .collect()
}

/// What became of each key, in order.
fn changes<T: PartialEq>(
    before: &BTreeMap<String, T>,
    after: &BTreeMap<String, T>,
) -> Vec<(String, Change)> {
    let keys: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let change = |key: &&String| match (before.get(*key), after.get(*key)) {
        (None, _) => Some(Change::Added),
        (_, None) => Some(Change::Removed),
        (one, other) => (one != other).then_some(Change::Changed),
    };
    keys.into_iter().filter_map(|it| Some((it.clone(), change(&it)?))).collect()
}

/// Figures that are not as they were, in the order of the present file; those that are gone follow.
fn changed(gathered: &Gathered, before: &[Entry], after: &[Entry]) -> Vec<Changed> {
    let declared = &gathered.declared;
    let old: BTreeMap<&str, &Entry> = before.iter().map(|it| (it.id.as_str(), it)).collect();
    let new: BTreeSet<&str> = after.iter().map(|it| it.id.as_str()).collect();
    let gone = before.iter().filter(|it| !new.contains(it.id.as_str()));
    let pairs = after.iter().map(|it| (old.get(it.id.as_str()).copied(), Some(it)));
    let pairs = pairs.chain(gone.map(|it| (Some(it), None)));
    pairs
        .filter_map(|(before, after)| {
            let value = |it: Option<&Entry>| it.and_then(|it| it.value.clone());
            let (was, is) = (value(before), value(after));
            let entry = after.or(before).filter(|_| was != is)?;
            let naming = Naming::of(&declared.campaign, &declared.catalogue, &entry.id);
            Some(Changed {
                id: entry.id.clone(),
                before: was.map(|it| naming.value(&it)),
                after: is.map(|it| naming.value(&it)),
                name: naming.name,
                of: naming.of,
                cells: cells(entry),
            })
        })
        .collect()
}

fn cells(entry: &Entry) -> Vec<String> {
    if entry.cells.len() > FEW_CELLS {
        return Vec::new();
    }
    let name = |it: &str| it.trim_start_matches("submissions/").to_owned();
    entry.cells.iter().map(|it| format!("{}, ô {}", name(&it.file), it.cell)).collect()
}

/// Papers that would not be as they were, in the order of the outputs.
fn papers(
    gathered: &Gathered,
    earlier: &Earlier,
    before: &Figures,
    present: &Present,
) -> Vec<PaperChange> {
    let kinds: BTreeSet<&str> = present.plan.jobs.iter().map(|it| it.name.as_str()).collect();
    let old: BTreeMap<&str, &Output> =
        earlier.manifest.outputs.iter().map(|it| (it.file.as_str(), it)).collect();
    let (was, is) = (printed(&before.printed), printed(&present.figures.printed));
    let mut found: Vec<PaperChange> = Vec::new();
    for job in &present.plan.jobs {
        let (title, said) = &present.papers[&job.file];
        let paper = |change, figures, words| PaperChange {
            file: job.file.clone(),
            title: title.clone(),
            change,
            issued: issued(gathered, job),
            figures,
            words,
        };
        let Some(output) = old.get(job.file.as_str()) else {
            found.push(paper(Change::Added, Vec::new(), None));
            continue;
        };
        let figures = reprinted(was.get(job.file.as_str()), is.get(job.file.as_str()));
        let differs = output.content.as_ref().map(|it| it != said);
        if differs == Some(true) || !figures.is_empty() {
            // What a changed figure changes is told by the figure.
            // Which figures a unit's paper prints otherwise is not told: it may be either.
            let of_cluster = job.owner.unit().is_none();
            let words = differs.filter(|_| of_cluster).map(|it| it && figures.is_empty());
            found.push(paper(Change::Changed, figures, words));
        }
    }
    let made: BTreeSet<&str> = present.plan.jobs.iter().map(|it| it.file.as_str()).collect();
    let gone = earlier.manifest.outputs.iter();
    let gone = gone.filter(|it| it.content.is_some() && kinds.contains(it.document.as_str()));
    found.extend(gone.filter(|it| !made.contains(it.file.as_str())).map(|it| PaperChange {
        file: it.file.clone(),
        title: it.file.clone(),
        change: Change::Removed,
        issued: None,
        figures: Vec::new(),
        words: None,
    }));
    found
}

/// How other papers name a paper that was issued.
fn issued(gathered: &Gathered, job: &Job) -> Option<String> {
    let history = gathered.declared.campaign.history(&job.name, job.owner);
    let (_, issued) = history.standing()?;
    Some(later::reference(&job.spec, issued).to_string())
}

/// What each paper prints.
fn printed(prints: &[PrintedAt]) -> BTreeMap<&str, Vec<Imprint>> {
    let mut papers: BTreeMap<&str, Vec<Imprint>> = BTreeMap::new();
    for it in prints {
        let imprint = Imprint { figure: it.figure.clone(), text: it.text.clone() };
        papers.entry(it.document.as_str()).or_default().push(imprint);
    }
    papers
}

fn reprinted(before: Option<&Vec<Imprint>>, after: Option<&Vec<Imprint>>) -> Vec<Reprinted> {
    // A paper of a unit is told without its figures; an older build may not tell them either.
    let Some((before, after)) = before.zip(after) else { return Vec::new() };
    let differ = issue::differ(before, after).into_iter();
    differ.map(|(id, before, after)| Reprinted { id, before, after }).collect()
}

/// A page that was written.
#[derive(Debug)]
pub struct Signed {
    /// Names of the files.
    pub files: Vec<String>,
    /// Files that were moved aside.
    pub kept: Vec<Kept>,
}

/// Writes what changed as a page that the head of the cluster signs, beside the papers.
///
/// # Errors
/// Any [`Failure`] of templates, layouts or the folder.
pub fn write(
    gathered: &Gathered,
    comparison: &Comparison,
    fonts: &[FontFile],
    folder: &Path,
) -> Result<Signed, Failure> {
    let engine = build::engine(gathered, fonts)?;
    let material = plan::material(gathered, false);
    let composer = Composer::new(Material { comparison: Some(comparison), ..material });
    let press = Press::new(gathered, &engine);
    let mut made = Vec::new();
    for (name, spec) in document_spec::all(&gathered.declared.templates)? {
        if spec.occasion != Occasion::Comparison {
            continue;
        }
        let job = plan::job(&composer, &name, spec, Owner::Cluster)?;
        let document = composer.document(&job.name, &job.spec, job.owner)?;
        made.push(press.paper(&job, &document)?);
    }
    let fonts = build::fonts_used(&made, &engine);
    let list = |it: &Made| Output {
        content: it.content.clone(),
        copy_of: None,
        ..crate::pipeline::beside::listed(&it.artifact, &it.document, &gathered.inputs())
    };
    let manifest = Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        campaign: gathered.declared.campaign.name.clone(),
        status: Status::NoPapers,
        inputs: gathered.inputs(),
        fonts,
        outputs: made.iter().map(list).collect(),
        refused: Vec::new(),
    };
    let files = made.iter().map(|it| it.artifact.name.clone()).collect();
    let artifacts: Vec<_> = made.into_iter().map(|it| it.artifact).collect();
    let kept = Outputs::open(folder)?.add(&artifacts, &[], &manifest)?;
    Ok(Signed { files, kept })
}
