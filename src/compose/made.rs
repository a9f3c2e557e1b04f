//! Which kinds of papers a campaign makes, and the list of them for its file.

use std::sync::Arc;

use serde_json::Value;
use serde_json::json;

use crate::assets::document_spec;
use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::LetterheadKind;
use crate::assets::document_spec::Matter;
use crate::assets::document_spec::Occasion;
use crate::assets::document_spec::Scope;
use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::disclosure::Disclosed;
use crate::compose::letterhead;
use crate::compose::unit_data;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::id::UnitId;
use crate::model::issue::Remedy;
use crate::model::meeting::BallotPurpose;
use crate::model::owner::Owner;

/// Every kind with its name.
pub(super) type Kinds = Arc<Vec<(String, DocumentSpec)>>;

/// Why a campaign makes no papers of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Absence {
    /// It lists the kinds that it makes, and this is none of them.
    NotListed,
    /// They close another part of the year.
    OtherSpan,
    /// The body of this code issues them, which it does not name.
    NoIssuer(String),
    /// They are about a matter that it does not hold.
    Without(Matter),
    /// Nobody needs one today.
    NobodyDue,
}

impl Composer<'_> {
    /// Every kind of document, read once.
    ///
    /// # Errors
    /// [`Failure::Toml`] with every fault of a file.
    pub fn kinds(&self) -> Result<Kinds, Failure> {
        if let Some(known) = self.kinds.get() {
            return Ok(Arc::clone(known));
        }
        let kinds = Arc::new(document_spec::all(self.material.templates)?);
        Ok(Arc::clone(self.kinds.get_or_init(|| kinds)))
    }

    /// Whether the campaign makes such papers.
    #[must_use]
    pub fn is_made(&self, name: &str, spec: &DocumentSpec) -> bool {
        self.absence(name, spec).is_none()
    }

    /// Why the campaign makes no such papers: they are those of this part of the year, among those that it
    /// lists, and of matters that it holds.
    #[must_use]
    pub fn absence(&self, name: &str, spec: &DocumentSpec) -> Option<Absence> {
        let campaign = self.material.campaign;
        let is_listed = campaign.papers.is_empty() || campaign.papers.iter().any(|it| it == name);
        if !is_listed {
            return Some(Absence::NotListed);
        }
        if !spec.spans.contains(&campaign.period.span) {
            return Some(Absence::OtherSpan);
        }
        if !spec.issuer.is_empty() && campaign.body(&spec.issuer).is_none() {
            return Some(Absence::NoIssuer(spec.issuer.clone()));
        }
        spec.rests_on.iter().find(|it| !self.holds(**it)).map(|it| Absence::Without(*it))
    }

    /// Whether the campaign holds a matter.
    fn holds(&self, matter: Matter) -> bool {
        let campaign = self.material.campaign;
        let ballots = |award: bool| {
            campaign.ballots.iter().any(|it| (it.purpose == BallotPurpose::Award) == award)
        };
        match matter {
            Matter::Scores => campaign.scoring.is_some(),
            Matter::Ballots => ballots(true),
            Matter::Elections => ballots(false),
            Matter::Awards => !campaign.awards.is_empty(),
            Matter::Meeting => campaign.meeting.date.is_some(),
            Matter::SignedMinutes => campaign.meeting.signed.is_some(),
            Matter::Predecessor => campaign.predecessor.is_some(),
            Matter::Groups => !campaign.groups.is_empty(),
            Matter::Office => campaign.office.is_some(),
            Matter::Pledge => campaign.pledge.is_made(),
            Matter::Conference => campaign.conference.date.is_some(),
            Matter::Proposals => self.has_proposals(),
            Matter::Corrections => {
                campaign.issued.iter().any(|it| it.remedy == Some(Remedy::Correct))
            }
        }
    }

    /// Whether a unit was given an award, or is proposed for one, and its papers of this kind may say so.
    #[must_use]
    pub fn is_awarded(&self, spec: &DocumentSpec, unit: UnitId) -> bool {
        let Material { campaign, results, .. } = self.material;
        let disclosed =
            Disclosed::to(spec.audience, Owner::Unit(unit), campaign, results.scoreboard);
        let awards = unit_data::awards(self.material, &disclosed, unit);
        awards.as_array().is_some_and(|it| !it.is_empty())
    }

    /// `ho_so`: the papers of the cluster that its file keeps, in their order; speeches and news are none.
    pub(super) fn file(&self) -> Result<Value, Failure> {
        let campaign = self.material.campaign;
        let mut told = Vec::new();
        for (name, spec) in self.kinds()?.iter() {
            let is_kept = spec.scope == Scope::Cluster
                && spec.occasion == Occasion::Results
                && spec.letterhead != LetterheadKind::None
                && spec.extends.is_empty()
                && !spec.lists_papers;
            if !is_kept || !self.is_made(name, spec) {
                continue;
            }
            let disclosed = Disclosed::to(spec.audience, Owner::Cluster, campaign, None);
            let writer = Writer::new(self, &disclosed, name, spec, Owner::Cluster);
            let head = letterhead::letterhead(campaign, spec.into(), writer.day(), None);
            told.push(json!({
                "ten": writer.line(&spec.title)?,
                "so": head.number.map(|it| format!("{}{}", it.number, it.symbol)),
                "ngay": head.place_date.filter(|it| it.is_given).map(|it| it.date),
                "tac_gia": self.author(spec),
            }));
        }
        Ok(Value::Array(told))
    }

    /// Who issues a paper of the cluster.
    fn author(&self, spec: &DocumentSpec) -> String {
        let campaign = self.material.campaign;
        let cluster = || campaign.cluster.name.clone();
        let head = &campaign[campaign.report.head].full_name;
        match spec.letterhead {
            LetterheadKind::Cluster
            | LetterheadKind::SuperiorAndCluster
            | LetterheadKind::Parties
            | LetterheadKind::HeadAndCluster
            | LetterheadKind::Minutes => cluster(),
            _ => campaign.body(&spec.issuer).map_or(head, |it| &it.full_name).clone(),
        }
    }
}
