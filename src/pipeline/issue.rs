//! Issued papers: what would be made today is held against what went out (NĐ30 Điều 18 k.3).
//!
//! Two papers are the same if they say the same: a newer program or another font draws other bytes of
//! the same words. Only where nobody noted what an issued paper says are bytes compared.

use crate::assets::document_spec;
use crate::compose::Composer;
use crate::compose::later;
use crate::compose::naming::Naming;
use crate::finding::fact::Finding;
use crate::finding::fact::paper::PaperFact;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::document::Printed;
use crate::model::identity::Identities;
use crate::model::issue::Correction;
use crate::model::issue::Erratum;
use crate::model::issue::Impression;
use crate::model::issue::Imprint;
use crate::model::issue::Issued;
use crate::model::issue::Remedy;
use crate::model::owner::Owner;
use crate::model::place::Place;
use crate::model::wording;
use crate::output::earlier::Earlier;
use crate::pipeline::gather::Gathered;
use crate::pipeline::plan;
use crate::pipeline::plan::Job;
use crate::text::digest;

/// SHA-256 of what a paper says.
pub(super) fn content(document: &Document) -> String {
    digest::sha256(wording::lines(document).join("\n").as_bytes())
}

/// The papers that went out, and what is known of them.
pub(super) struct Register<'a> {
    gathered: &'a Gathered,
    earlier: Option<&'a Earlier>,
}

/// An issued paper that stands.
pub(super) struct Standing<'a> {
    issued: &'a Issued,
    /// Position in `campaign.toml`, from 1.
    entry: usize,
    /// What it prints, if anything is known of that.
    impression: Option<Impression>,
}

/// What became of an issued paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fate {
    /// It says the same.
    Same,
    /// It would say something else, and a letter of correction tells so.
    Corrected,
    /// It would say something else, and nobody decided what to do.
    Open(Box<Finding>),
}

impl<'a> Register<'a> {
    /// The register of a campaign, with what an earlier build left.
    pub(super) fn new(gathered: &'a Gathered, earlier: Option<&'a Earlier>) -> Self {
        Self { gathered, earlier }
    }

    /// The issue of a planned paper that stands.
    pub(super) fn standing(&self, job: &Job) -> Option<Standing<'a>> {
        let campaign = &self.gathered.declared.campaign;
        let (at, issued) = campaign.history(&job.name, job.owner).standing()?;
        let impression = self.earlier.and_then(|it| it.impression(&issued.sha256));
        Some(Standing { issued, entry: at + 1, impression })
    }

    /// Whether an issued paper still says what it said; `bytes` are those of the paper made today, which
    /// are asked for only where nothing else is known.
    pub(super) fn fate(
        &self,
        standing: &Standing<'_>,
        job: &Job,
        document: &Document,
        bytes: impl FnOnce() -> Result<String, Failure>,
    ) -> Result<Fate, Failure> {
        let impression = standing.impression.as_ref();
        let noted = standing.issued.content.as_ref();
        let said = noted.or_else(|| impression.and_then(|it| it.content.as_ref()));
        let same = match said {
            Some(said) => *said == content(document),
            None => bytes()? == standing.issued.sha256,
        };
        if same {
            return Ok(Fate::Same);
        }
        if standing.issued.remedy == Some(Remedy::Correct) {
            return Ok(Fate::Corrected);
        }
        let errors = impression.map(|it| self.errors(it, &document.printed)).unwrap_or_default();
        let figures = errors.iter().map(|it| format!("{} → {}", it.wrong, it.right)).collect();
        let fact = PaperFact::IssuedPaperWouldChange {
            issued: later::reference(&job.spec, standing.issued),
            entry: standing.entry,
            figures,
        };
        Ok(Fate::Open(Box::new(Finding::new(fact, Place::file(&job.file), None))))
    }

    /// What an issued paper prints, to be kept for later builds.
    pub(super) fn impression(
        &self,
        standing: &Standing<'_>,
        job: &Job,
        document: &Document,
        fate: &Fate,
    ) -> Option<Impression> {
        if *fate != Fate::Same {
            return standing.impression.clone();
        }
        Some(Impression {
            file: job.file.clone(),
            sha256: standing.issued.sha256.clone(),
            content: Some(content(document)),
            printed: self.imprints(&document.printed),
        })
    }

    /// What the issued papers print that this build did not compose, since errors refuse them today:
    /// kept for later builds too.
    pub(super) fn others(&self, kept: &[Impression]) -> Vec<Impression> {
        let Some(earlier) = self.earlier else { return Vec::new() };
        let issued = self.gathered.declared.campaign.issued.iter();
        let others = issued.filter(|it| kept.iter().all(|kept| kept.sha256 != it.sha256));
        others.filter_map(|it| earlier.impression(&it.sha256)).collect()
    }

    fn imprints(&self, printed: &[Printed]) -> Vec<Imprint> {
        let declared = &self.gathered.declared;
        let identities = Identities {
            campaign: &declared.campaign,
            catalogue: &declared.catalogue,
            criteria: declared.criteria.as_ref(),
        };
        let imprint =
            |it: &Printed| Imprint { figure: identities.of(it.figure), text: it.text.clone() };
        printed.iter().map(imprint).collect()
    }

    /// Figures that an issued paper printed otherwise than they would be printed today.
    fn errors(&self, issued: &Impression, now: &[Printed]) -> Vec<Erratum> {
        let declared = &self.gathered.declared;
        // A report without figures does not exist: nobody noted them.
        if issued.printed.is_empty() {
            return Vec::new();
        }
        let differ = differ(&issued.printed, &self.imprints(now));
        let erratum = |(id, wrong, right): (String, String, String)| {
            let naming = Naming::of(&declared.campaign, &declared.catalogue, &id);
            Erratum { of: format!("{}, {}", naming.name, naming.of), wrong, right }
        };
        differ.into_iter().map(erratum).collect()
    }
}

/// Figures of two papers that are printed otherwise, each once: of one that is printed several times
/// the first is held against the first.
pub(super) fn differ(before: &[Imprint], after: &[Imprint]) -> Vec<(String, String, String)> {
    let mut left: Vec<Option<&Imprint>> = after.iter().map(Some).collect();
    let mut first: std::collections::BTreeMap<&str, Vec<usize>> = std::collections::BTreeMap::new();
    for (at, it) in after.iter().enumerate().rev() {
        first.entry(it.figure.as_str()).or_default().push(at);
    }
    let mut found: Vec<(String, String, String)> = Vec::new();
    let mut note = |id: &str, before: &str, after: &str| {
        let change = (id.to_owned(), before.to_owned(), after.to_owned());
        if before != after && !found.contains(&change) {
            found.push(change);
        }
    };
    for it in before {
        let partner = first.get_mut(it.figure.as_str()).and_then(Vec::pop);
        match partner.and_then(|at| left[at].take()) {
            Some(now) => note(&it.figure, &it.text, &now.text),
            None => note(&it.figure, &it.text, ""),
        }
    }
    left.into_iter().flatten().for_each(|it| note(&it.figure, "", &it.text));
    found
}

/// What letters of correction mend: each issued paper whose remedy is one, with its errors.
///
/// # Errors
/// As composing those papers.
pub(super) fn corrections(
    gathered: &Gathered,
    earlier: Option<&Earlier>,
) -> Result<Vec<Correction>, Failure> {
    let campaign = &gathered.declared.campaign;
    let mended = campaign.issued.iter().filter(|it| it.remedy == Some(Remedy::Correct));
    let mended: Vec<&Issued> = mended.collect();
    if mended.is_empty() {
        return Ok(Vec::new());
    }
    let composer = Composer::new(plan::material(gathered, false));
    let register = Register::new(gathered, earlier);
    let specs = document_spec::all(&gathered.declared.templates)?;
    let mut corrections = Vec::new();
    for issued in mended {
        let Some((name, spec)) = specs.iter().find(|(name, _)| *name == issued.document) else {
            continue;
        };
        let owner = issued.unit.map_or(Owner::Cluster, Owner::Unit);
        let document = composer.document(name, spec, owner)?;
        let impression = earlier.and_then(|it| it.impression(&issued.sha256));
        let errors = impression.map(|it| register.errors(&it, &document.printed));
        corrections.push(Correction {
            issued: later::reference(spec, issued),
            errors: errors.unwrap_or_default(),
        });
    }
    Ok(corrections)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_that_differ_are_told_once_each() {
        let imprints = |all: &[(&str, &str)]| -> Vec<Imprint> {
            let one = |(figure, text): &(&str, &str)| Imprint {
                figure: (*figure).to_owned(),
                text: (*text).to_owned(),
            };
            all.iter().map(one).collect()
        };
        let before = imprints(&[("a", "1"), ("b", "2"), ("a", "gần 1"), ("c", "3")]);
        let after = imprints(&[("a", "1"), ("a", "gần 5"), ("d", "4"), ("b", "2")]);
        let found = differ(&before, &after);
        let found: Vec<(&str, &str, &str)> =
            found.iter().map(|(a, b, c)| (a.as_str(), b.as_str(), c.as_str())).collect();
        assert_eq!(found, [("a", "gần 1", "gần 5"), ("c", "3", ""), ("d", "", "4")]);
        assert_eq!(differ(&before, &before), []);
    }
}
