//! Makes the planned outputs and puts them in place.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::PathBuf;

use crate::assets::document_spec::Format;
use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::made::Absence;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::ledger::Spot;
use crate::output::Artifact;
use crate::output::Kept;
use crate::output::Outputs;
use crate::output::manifest::Font;
use crate::output::manifest::Manifest;
use crate::output::manifest::Output;
use crate::output::manifest::Status;
use crate::pipeline::bench::Bench;
use crate::pipeline::bench::Results;
use crate::pipeline::carried;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::feedback;
use crate::pipeline::feedback::Feedback;
use crate::pipeline::gather::Gathered;
use crate::pipeline::issue;
use crate::pipeline::issue::Register;
use crate::pipeline::plan;
use crate::pipeline::plan::Job;
use crate::pipeline::plan::Plan;
use crate::pipeline::plan::Refused;
use crate::pipeline::plan::Wanted;
use crate::pipeline::proofreader::Proofreader;
use crate::pipeline::records;
use crate::pipeline::reuse::Reads;
use crate::pipeline::reuse::Reuse;
use crate::render::docx;
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
        self.written.iter().filter(|it| it.as_before).count()
    }
}

/// The paper of a unit that could not be made.
#[derive(Debug)]
pub struct Failed {
    /// Name of the kind of document.
    pub name: String,
    /// Name of its file.
    pub file: String,
    /// Name of its copy for Word, if it has one.
    pub word: Option<String>,
    /// Why.
    pub failure: Failure,
}

impl Failed {
    /// A planned paper.
    pub(super) fn of(job: &Job, failure: Failure) -> Self {
        let (file, word) = (job.file.clone(), job.word.clone());
        Self { name: job.name.clone(), file, word, failure }
    }

    /// Names of its files.
    pub(super) fn files(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.file).chain(&self.word)
    }
}

/// A file that was written.
#[derive(Debug, Clone)]
pub struct Written {
    /// Its name.
    pub file: String,
    /// What it is; empty for files for programs.
    pub title: String,
    /// Pages, for a PDF.
    pub pages: Option<usize>,
    /// Family that a PDF is set in.
    pub family: Option<String>,
    /// Name of the paper that it is a copy of for Word, for a copy.
    pub copy_of: Option<String>,
    /// Names of the papers that are bound in it, for a volume.
    pub binds: Vec<String>,
    /// Whether the file of the earlier build was taken as it lay.
    pub as_before: bool,
}

impl Written {
    /// A file of which only name and title are to be told.
    pub(super) fn new(file: &str, title: &str) -> Self {
        let (file, title) = (file.to_owned(), title.to_owned());
        let (pages, family, copy_of) = (None, None, None);
        Self { file, title, pages, family, copy_of, binds: Vec::new(), as_before: false }
    }
}

/// One output, made.
pub struct Made {
    /// Its bytes.
    pub artifact: Artifact,
    /// Name of the kind of document.
    pub document: String,
    /// SHA-256 over everything that it is made from.
    pub reads: String,
    /// SHA-256 of what it says, for a paper.
    pub content: Option<String>,
    /// What to tell of it.
    pub written: Written,
    /// Where each figure stands, by its position among those printed.
    pub spots: Vec<Option<Spot>>,
}

impl Made {
    /// An output of which nothing else is known.
    pub(super) fn new(artifact: Artifact, document: &str, written: Written) -> Self {
        let document = document.to_owned();
        Self { artifact, document, reads: String::new(), content: None, written, spots: Vec::new() }
    }

    /// It, made from these.
    pub(super) fn from(self, reads: &Reads) -> Self {
        Self { reads: reads.0.clone(), ..self }
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
    let earlier = outputs.earlier();
    let corrections = issue::corrections(gathered, earlier.as_ref())?;
    let material = plan::material(gathered, options.draft);
    let composer = Composer::new(Material { corrections: &corrections, ..material });
    let wanted = Wanted { only: &options.only, units: &options.units };
    let plan = plan::plan(gathered, &composer, wanted, options.draft)?;
    let engine = engine(gathered, &options.fonts)?;
    let register = Register::new(gathered, earlier.as_ref());
    let draft = options.draft;
    let reuse = Reuse::new(gathered, &outputs, earlier.as_ref(), &engine);
    let bench = Bench {
        gathered,
        composer: &composer,
        proofreader: Proofreader::new(gathered),
        engine: &engine,
        register,
        outputs: &outputs,
        reuse,
        draft,
    };
    let Results { mut made, prints, refused, unbound, failed, findings, .. } =
        bench.work(&plan, listen)?;
    let plan = Plan { refused: plan.refused.into_iter().chain(refused).collect(), ..plan };
    made.extend(records::changes(gathered)?);
    listen(Event::Writing);
    let status = if failed.is_empty() { status(&plan, options.draft) } else { Status::Refused };
    let inputs = gathered.inputs();
    let write =
        |out: &mut dyn Write| figures::write(carried::told(gathered, &inputs), &prints, out);
    let figures = outputs.stage().write_with(&figures_name(options.draft), write)?;
    let feedback = feedback::make(gathered)?;
    let mut manifest = manifest(gathered, &made, &figures, &plan, &engine, status);
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

/// Draws one composed paper; touches no disk.
///
/// # Errors
/// Any [`Failure`] of layouts or of the writer of workbooks.
pub fn make(
    gathered: &Gathered,
    engine: &Engine,
    job: &Job,
    document: &Document,
) -> Result<Made, Failure> {
    let written = Written::new(&job.file, &document.title);
    let (bytes, written, spots) = match job.spec.format {
        Format::Pdf => {
            let pdf = carried::pdf(gathered, engine, job, document)?;
            let family = Some(pdf.family);
            let written = Written { pages: Some(pdf.pages), family, ..written };
            (pdf.bytes, written, carried::spots(&pdf.places))
        }
        Format::Xlsx => {
            let workbook = carried::workbook(gathered, job, document)?;
            (workbook.bytes, written, workbook.spots)
        }
    };
    let artifact = Artifact::new(job.file.clone(), bytes);
    let content = Some(issue::content(document));
    Ok(Made { content, spots, ..Made::new(artifact, &job.name, written) })
}

/// Writes the copy of a composed paper for Word; touches no disk.
///
/// # Errors
/// Any [`Failure`] of the writer of Word documents.
pub fn copy(
    gathered: &Gathered,
    engine: &Engine,
    file: &str,
    job: &Job,
    document: &Document,
) -> Result<Made, Failure> {
    let bytes = docx::render(document, &gathered.declared.look, &|it| engine.chart(it))?;
    let copy_of = Some(job.file.clone());
    let written = Written { copy_of, ..Written::new(file, &document.title) };
    Ok(Made::new(Artifact::new(file, bytes), &job.name, written))
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
    let mut outputs: Vec<Output> = made.iter().map(listed).collect();
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

/// A paper as the manifest lists it.
pub(super) fn listed(made: &Made) -> Output {
    Output {
        reads: made.reads.clone(),
        pages: made.written.pages,
        family: made.written.family.clone(),
        content: made.content.clone(),
        copy_of: made.written.copy_of.clone(),
        binds: made.written.binds.clone(),
        ..Output::of(&made.artifact, &made.document)
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
