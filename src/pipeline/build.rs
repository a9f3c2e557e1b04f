//! Makes the planned outputs and puts them in place.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::made::Absence;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::output::Artifact;
use crate::output::Kept;
use crate::output::Outputs;
use crate::output::manifest::Font;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::output::manifest::Status;
use crate::output::run_plan::RunPlan;
use crate::output::stage::Stage;
use crate::pipeline::bench::Before;
use crate::pipeline::bench::Bench;
use crate::pipeline::bench::Results;
use crate::pipeline::carried;
use crate::pipeline::divide;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::feedback;
use crate::pipeline::feedback::Feedback;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue;
use crate::pipeline::issue::Register;
use crate::pipeline::made::Failed;
use crate::pipeline::made::Made;
use crate::pipeline::made::Written;
use crate::pipeline::pieces::Pieces;
use crate::pipeline::plan;
use crate::pipeline::plan::Plan;
use crate::pipeline::plan::Refused;
use crate::pipeline::plan::Wanted;
use crate::pipeline::press::Press;
use crate::pipeline::proofreader::Proofreader;
use crate::pipeline::records;
use crate::pipeline::reuse::Reuse;
use crate::render::figures;
use crate::render::pdf::Engine;
use crate::render::pdf::fonts::FontFile;
use crate::render::pdf::fonts::Fonts;
use crate::text::digest;

/// Name of the file of figures.
const FIGURES: &str = "so-lieu";

/// What a person asked for.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Names of documents; empty for all.
    pub only: Vec<String>,
    /// Codes of units whose papers alone are wanted; empty for all papers.
    pub units: Vec<String>,
    /// Whether drafts are wanted.
    pub draft: bool,
    /// Folder of the outputs.
    pub out: PathBuf,
    /// Font files found on this machine.
    pub fonts: Vec<FontFile>,
}

impl Options {
    /// Which outputs are wanted.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted { only: &self.only, units: &self.units }
    }
}

/// What was done.
#[derive(Debug)]
pub struct Built {
    /// Folder of the outputs.
    pub folder: PathBuf,
    /// Files with their titles, in order.
    pub written: Vec<Written>,
    /// Papers that were refused.
    pub refused: Vec<Refused>,
    /// Papers of units that could not be made; the others were.
    pub failed: Vec<Failed>,
    /// Kinds that were asked for by name and of which there is no paper, with the reason.
    pub absent: Vec<(String, Absence)>,
    /// Files that were moved aside.
    pub kept: Vec<Kept>,
    /// What was found of the finished papers, sorted.
    pub findings: Vec<Finding>,
    /// What the set is.
    pub status: Status,
}

impl Built {
    /// How many files were taken from the earlier build as they lay.
    #[must_use]
    pub fn reused(&self) -> usize {
        self.written.iter().filter(|it| it.as_before()).count()
    }
}

/// Builds the outputs of a campaign.
///
/// # Errors
/// Any [`Failure`] of templates, layouts or the folder of outputs; nothing is half-written.
pub fn build(
    gathered: &Gathered,
    options: &Options,
    listen: &mut Listener<'_>,
) -> Result<Built, Failure> {
    let outputs = Outputs::open(&options.out)?;
    assemble(gathered, options, &outputs, None, listen)
}

/// Builds the outputs of a campaign from the papers that the shards of a divided run made; `pieces` is where they
/// wait.
///
/// # Errors
/// As [`build`]; [`Failure::PiecesMissing`] before anything is put in place.
pub fn merge(
    gathered: &Gathered,
    options: &Options,
    (run, pieces): (&RunPlan, &Stage),
    listen: &mut Listener<'_>,
) -> Result<Built, Failure> {
    let outputs = Outputs::open(&options.out)?;
    let built = assemble(gathered, options, &outputs, Some((run, pieces)), listen)?;
    pieces.clear()?;
    Ok(built)
}

/// A divided run, and where the papers wait that its shards made.
type Run<'a> = (&'a RunPlan, &'a Stage);

fn assemble(
    gathered: &Gathered,
    options: &Options,
    outputs: &Outputs,
    run: Option<Run<'_>>,
    listen: &mut Listener<'_>,
) -> Result<Built, Failure> {
    let earlier = outputs.earlier();
    let corrections = issue::corrections(gathered, earlier.as_ref())?;
    let material = plan::material(gathered, options.draft);
    let composer = Composer::new(Material { corrections: &corrections, ..material });
    let plan = plan::plan(gathered, &composer, options.wanted(), options.draft)?;
    let engine = engine(gathered, &options.fonts)?;
    let press = Press::new(gathered, &engine);
    if let Some((run, _)) = run {
        divide::require_same(gathered, &press, run)?;
    }
    let before = Before {
        outputs,
        register: Register::new(gathered, earlier.as_ref()),
        reuse: Reuse::new(outputs, earlier.as_ref()),
        draft: options.draft,
    };
    let pieces = match run {
        None => Pieces::here(&press, outputs),
        Some(run) => Pieces::of_run(&press, outputs, run),
    };
    let proofreader = Proofreader::new(gathered);
    let bench =
        Bench { composer: &composer, proofreader, press: &press, pieces, before: Some(&before) };
    let mut results = bench.work(&plan, listen)?;
    if !results.missing.is_empty() {
        let shards = results.missing.into_iter().collect();
        return Err(Failure::PiecesMissing { shards });
    }
    before.settle((gathered, &press), &plan, &mut results)?;
    finish(gathered, options, outputs, &engine, (plan, results), listen)
}

/// Writes what tells of the papers, and puts everything in place.
fn finish(
    gathered: &Gathered,
    options: &Options,
    outputs: &Outputs,
    engine: &Engine,
    (plan, results): (Plan, Results),
    listen: &mut Listener<'_>,
) -> Result<Built, Failure> {
    let Results { mut made, prints, refused, unbound, failed, findings, .. } = results;
    let plan = Plan { refused: plan.refused.into_iter().chain(refused).collect(), ..plan };
    made.extend(records::changes(gathered)?);
    listen(Event::Writing);
    let status = if failed.is_empty() { status(&plan, options.draft) } else { Status::Refused };
    let inputs = gathered.inputs();
    let write =
        |out: &mut dyn Write| figures::write(carried::told(gathered, &inputs), &prints, out);
    let figures = outputs.stage().write_with(&figures_name(options.draft), write)?;
    let feedback = feedback::make(gathered)?;
    let mut manifest = manifest(gathered, &made, &figures, &plan, engine, status);
    manifest.refused.extend(failed.iter().map(|it| it.file.clone()));
    manifest.outputs.extend(feedback.artifacts.iter().map(|it| feedback::listed(gathered, it)));
    let mut written = told(&made, &feedback, &figures);
    let mut artifacts: Vec<Artifact> = made.into_iter().map(|it| it.artifact).collect();
    artifacts.extend(feedback.artifacts);
    artifacts.push(figures);
    let mut withdrawn = withdrawn(&plan, options.draft);
    if gathered.replacements.is_empty() {
        withdrawn.push(records::changes_file(gathered));
    }
    withdrawn.extend(unbound);
    withdrawn.extend(failed.iter().flat_map(Failed::files).cloned());
    withdrawn.extend(feedback.withdrawn);
    let kept = outputs.commit(&artifacts, &withdrawn, &manifest)?;
    let is_signed =
        |it: &Written| kept.iter().any(|kept| kept.why.is_signed() && kept.name == it.file);
    written.retain(|it| !is_signed(it));
    let folder = options.out.clone();
    let Plan { refused, absent, .. } = plan;
    Ok(Built { folder, written, refused, failed, absent, kept, findings, status })
}

/// What to tell of the files: the papers, then the files for programs.
fn told(made: &[Made], feedback: &Feedback, figures: &Artifact) -> Vec<Written> {
    let mut told: Vec<Written> = made.iter().map(|it| it.written.clone()).collect();
    let back = feedback.artifacts.iter();
    told.extend(back.map(|it| Written::new(&it.name, "gửi lại đơn vị: chỗ cần sửa, cần xem lại")));
    told.push(Written::new(&figures.name, "mọi con số và nguồn gốc"));
    told.push(Written::new("manifest.json", "mã kiểm tra của các tệp"));
    told
}

/// An engine over the campaign's layouts.
///
/// # Errors
/// [`Failure::Io`] if a layout cannot be read.
pub fn engine(gathered: &Gathered, fonts: &[FontFile]) -> Result<Engine, Failure> {
    let templates = &gathered.declared.templates;
    let mut layouts = BTreeMap::new();
    let names = templates.names("layouts")?;
    for name in names.into_iter().filter(|it| it.ends_with(".typ")) {
        let text = templates.text(&format!("layouts/{name}"))?;
        layouts.insert(name, text);
    }
    Ok(Engine::new(Fonts::new(fonts), layouts, gathered.declared.look.clone()))
}

/// Earlier papers that are no longer valid: those refused today, and the drafts of official ones. One
/// that was issued is never withdrawn.
fn withdrawn(plan: &Plan, draft: bool) -> Vec<String> {
    let refused = plan.refused.iter().flat_map(|it| std::iter::once(&it.file).chain(&it.word));
    let refused = refused.cloned();
    let made = plan.jobs.iter().filter(|it| it.wanted);
    let drafts = made.flat_map(|it| it.files().map(plan::draft_name).collect::<Vec<_>>());
    let figures = plan::draft_name(&format!("{FIGURES}.json"));
    let needless = plan.needless.iter().cloned();
    let mut withdrawn: Vec<String> = if draft {
        needless.collect()
    } else {
        refused.chain(drafts).chain([figures]).chain(needless).collect()
    };
    withdrawn.retain(|it| !plan.issued.contains(it));
    withdrawn
}

fn status(plan: &Plan, draft: bool) -> Status {
    match (draft, plan.refused.is_empty()) {
        (true, _) => Status::Draft,
        (false, true) => Status::Complete,
        (false, false) => Status::Refused,
    }
}

/// Name of the file of figures.
fn figures_name(draft: bool) -> String {
    let name = format!("{FIGURES}.json");
    if draft { plan::draft_name(&name) } else { name }
}

fn manifest(
    gathered: &Gathered,
    made: &[Made],
    figures: &Artifact,
    plan: &Plan,
    engine: &Engine,
    status: Status,
) -> Manifest {
    let inputs = gathered.inputs();
    let everything: String =
        inputs.iter().map(|it| format!("{} {}\n", it.file, it.sha256)).collect();
    let mut outputs: Vec<Output> = made.iter().map(Made::listed).collect();
    let reads = digest::sha256(format!("{everything}{FIGURES}").as_bytes());
    outputs.push(Output { reads, ..Output::of(figures, FIGURES) });
    Manifest {
        program: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        campaign: gathered.declared.campaign.name.clone(),
        status,
        inputs,
        fonts: fonts_used(made, engine),
        outputs,
        refused: plan.refused.iter().map(|it| it.file.clone()).collect(),
    }
}

/// Every face of every family that a paper is set in.
pub(super) fn fonts_used(made: &[Made], engine: &Engine) -> Vec<Font> {
    let used: BTreeSet<&String> = made.iter().filter_map(|it| it.written.family.as_ref()).collect();
    let families = engine.families().iter().filter(|family| used.contains(&family.name));
    families
        .flat_map(|family| {
            family.files().map(|(file, bytes)| Font {
                family: family.name.clone(),
                file: file.to_owned(),
                sha256: digest::sha256(bytes),
            })
        })
        .collect()
}
