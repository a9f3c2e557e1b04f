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

/// Reads papers through, and keeps what it found.
pub(super) struct Proofreader<'a> {
    proof: Proof<'a>,
    findings: Vec<Finding>,
    /// What was told.
    told: BTreeSet<String>,
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
        Self { proof, findings: Vec::new(), told: BTreeSet::new() }
    }

    /// How many errors a paper holds, which refuse it. A letter about findings is never refused, and
    /// quotes what is wrong.
    pub(super) fn errors(&mut self, job: &Job, document: &Document) -> Result<usize, Failure> {
        if job.spec.occasion == Occasion::Findings {
            return Ok(0);
        }
        let found = self.proof.read(document, &job.file)?;
        let errors = found.iter().filter(|it| it.fact.severity() == Severity::Error).count();
        for finding in found {
            if self.told.insert(key(job, &finding.fact)) {
                self.findings.push(finding);
            }
        }
        Ok(errors)
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
