//! Reads every composed paper through before it is made.

use std::collections::BTreeSet;

use crate::assets::document_spec::Occasion;
use crate::finding::fact;
use crate::finding::fact::Fact;
use crate::finding::fact::Finding;
use crate::finding::fact::paper::PaperFact;
use crate::finding::fact::paper::Spot;
use crate::finding::failure::Failure;
use crate::model::catalogue::Severity;
use crate::model::document::Document;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan::Job;
use crate::proof::Context;
use crate::proof::Proof;

/// Reads papers through.
pub(super) struct Proofreader<'a> {
    proof: Proof<'a>,
}

impl<'a> Proofreader<'a> {
    /// Ready for the papers of a campaign.
    pub(super) fn new(gathered: &'a Gathered) -> Self {
        let declared = &gathered.declared;
        let proof = Proof::new(Context {
            campaign: &declared.campaign,
            campaign_text: declared.campaign_source.text(),
            templates: &declared.templates,
            catalogue: &declared.catalogue,
            results: gathered.results(),
            legal: &gathered.legal,
            submissions: &gathered.submissions,
            predecessor: gathered.predecessor.as_ref().map(|it| &it.declared.campaign),
        });
        Self { proof }
    }

    /// What is to be said of a paper. A letter about findings is never refused, and quotes what is wrong.
    pub(super) fn read(&self, job: &Job, document: &Document) -> Result<Vec<Finding>, Failure> {
        if job.spec.occasion == Occasion::Findings {
            return Ok(Vec::new());
        }
        self.proof.read(document, &job.file)
    }

    /// How many errors were found, which refuse the paper.
    pub(super) fn errors(found: &[Finding]) -> usize {
        found.iter().filter(|it| it.fact.severity() == Severity::Error).count()
    }
}

/// What was found of all papers, each thing told once.
#[derive(Default)]
pub(super) struct Read {
    findings: Vec<Finding>,
    /// What was told.
    told: BTreeSet<String>,
}

impl Read {
    /// Adds what was found of a paper, but for what was told of an earlier one.
    pub(super) fn take(&mut self, job: &Job, found: Vec<Finding>) {
        for finding in found {
            if self.told.insert(key(job, &finding.fact)) {
                self.findings.push(finding);
            }
        }
    }

    /// What was found, sorted.
    pub(super) fn findings(mut self) -> Vec<Finding> {
        fact::sort(&mut self.findings);
        self.findings
    }
}

/// What is told once: a slip of one typed line, whatever papers print it; any other of one paper, or of
/// a kind of paper that a thousand units have.
fn key(job: &Job, fact: &Fact) -> String {
    match fact {
        Fact::Paper(PaperFact::Words { slip, spot: Spot { typed: Some(typed), .. } }) => {
            format!("{slip:?} {typed:?}")
        }
        other => format!("{} {:?} {other:?}", job.name, job.owner.group()),
    }
}
