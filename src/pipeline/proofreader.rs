//! Reads every composed paper through before it is made.

use std::collections::BTreeSet;

use crate::assets::document_spec::Occasion;
use crate::finding::fact;
use crate::finding::fact::Finding;
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
    /// What was told of a kind of paper; a thousand units share one template, and its slips.
    told: BTreeSet<(String, String)>,
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
            let of_unit = job.owner.unit().is_some();
            let key = (job.name.clone(), format!("{:?}", finding.fact));
            if !of_unit || self.told.insert(key) {
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
