//! What will be made, and what is refused, before anything is made.

use crate::assets::document_spec;
use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::compose::Composer;
use crate::compose::Material;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::model::catalogue::Severity;
use crate::output;
use crate::pipeline::gather::Gathered;
use crate::text::suggest;

/// One output to make.
#[derive(Debug, Clone)]
pub struct Job {
    /// Name of the kind of document.
    pub name: String,
    /// The kind.
    pub spec: DocumentSpec,
    /// Name of the file.
    pub file: String,
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
    /// Findings of severity error that concern it.
    pub findings: usize,
}

/// What will be made.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// To make.
    pub jobs: Vec<Job>,
    /// Not to be made.
    pub refused: Vec<Refused>,
}

/// Plans the outputs: all are wanted, or those named in `only`; drafts carry `.du-thao` in their names and
/// are never refused.
///
/// # Errors
/// [`Failure::Toml`] or [`Failure::Template`] for a template; [`Failure::NoTemplate`] for a name in
/// `only` that is no document.
pub fn plan(
    gathered: &Gathered,
    composer: &Composer<'_>,
    only: &[String],
    draft: bool,
) -> Result<Plan, Failure> {
    let specs = document_spec::all(&gathered.declared.templates)?;
    require_known(only, &specs)?;
    let mut plan = Plan::default();
    for (name, spec) in specs {
        let wanted = only.is_empty() || only.contains(&name);
        let stem = composer.file_stem(&name, &spec)?;
        let file = file_name(&name, &stem, spec.format, draft)?;
        let findings = gathered.findings.iter().filter(|it| refuses(it, &spec)).count();
        if findings == 0 || draft {
            plan.jobs.push(Job { name, spec, file, wanted });
        } else if wanted {
            plan.refused.push(Refused { name, file, findings });
        }
    }
    Ok(plan)
}

/// What papers of a campaign are made from.
#[must_use]
pub fn material(gathered: &Gathered, draft: bool) -> Material<'_> {
    Material {
        campaign: &gathered.declared.campaign,
        catalogue: &gathered.declared.catalogue,
        form: &gathered.declared.form,
        dataset: &gathered.dataset,
        submissions: &gathered.submissions,
        accepted: &gathered.accepted,
        templates: &gathered.declared.templates,
        legal: &gathered.legal,
        draft,
    }
}

/// An error refuses every paper that prints the measure that it concerns.
fn refuses(finding: &Finding, spec: &DocumentSpec) -> bool {
    let concerns = finding.fact.measure().is_none_or(|measure| spec.needs.contains(&measure));
    finding.is_open_as(Severity::Error) && concerns
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
    let needs = "file chỉ gồm chữ thường không dấu, chữ số và gạch nối".to_owned();
    let fault = TemplateFault::BadArgument { helper: "file".to_owned(), needs };
    Err(Failure::Template { path: format!("documents/{name}/document.toml"), line: None, fault })
}

/// `bao-cao.pdf` as a draft is `bao-cao.du-thao.pdf`.
pub(super) fn draft_name(file: &str) -> String {
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("{stem}.du-thao.{extension}"),
        None => format!("{file}.du-thao"),
    }
}

fn require_known(only: &[String], specs: &[(String, DocumentSpec)]) -> Result<(), Failure> {
    let names = || specs.iter().map(|(name, _)| name.as_str());
    for wanted in only {
        if !names().any(|name| name == wanted) {
            let nearest = suggest::nearest(wanted, names()).map(str::to_owned);
            let fault = TemplateFault::UnknownName { name: wanted.clone(), nearest };
            return Err(Failure::Template { path: "documents".to_owned(), line: None, fault });
        }
    }
    Ok(())
}
