//! Names of figures for programs and for people who trace them.

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::figure::FigureRef;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::owner::Owner;

/// What figures are named by.
#[derive(Debug, Clone, Copy)]
pub struct Identities<'a> {
    /// Whose units.
    pub campaign: &'a Campaign,
    /// Whose indicators.
    pub catalogue: &'a Catalogue,
    /// Whose criteria, if it scores.
    pub criteria: Option<&'a Criteria>,
}

impl Identities<'_> {
    /// `TC12.actual` of the cluster, `TC12.actual.cao-bang` of a unit or a block,
    /// `ty_le_dat(TC12.actual,TC12.target)` of a derived one, `diem.III.2.settled.cao-bang` of points.
    #[must_use]
    pub fn of(self, figure: FigureRef) -> String {
        match figure {
            FigureRef::Base(id) => {
                let code = &self.catalogue[id.indicator].code;
                let cluster = format!("{code}.{}", id.measure.name());
                match id.owner {
                    Owner::Cluster => cluster,
                    Owner::Group(group) => format!("{cluster}.{}", self.campaign[group].code),
                    Owner::Unit(unit) => format!("{cluster}.{}", self.campaign[unit].code),
                }
            }
            FigureRef::Derived(derived) => format!(
                "{}({},{})",
                derived.rule.name(),
                self.of(derived.of.into()),
                self.of(derived.by.into())
            ),
            FigureRef::Score(id) => self.points(id),
        }
    }

    fn points(self, id: ScoreId) -> String {
        format!("{}.{}", self.of_any_unit(id), self.campaign[id.unit].code)
    }

    /// The name of points, a rank or votes, without the unit whose they are.
    #[must_use]
    pub fn of_any_unit(self, id: ScoreId) -> String {
        let of = match id.of {
            ScoreOf::Rank => return "xep_thu".to_owned(),
            ScoreOf::Votes(ballot) => {
                return format!("phieu.{}", self.campaign.ballots[ballot as usize].code);
            }
            ScoreOf::Criterion(criterion) => {
                self.criteria.map_or_else(String::new, |it| it[criterion].code.clone())
            }
            ScoreOf::Group(group) => {
                let group = group as usize;
                self.criteria.map_or_else(String::new, |it| it.groups[group].code.clone())
            }
            ScoreOf::Merit => "chuan".to_owned(),
            ScoreOf::Bonus => "thuong".to_owned(),
            ScoreOf::Penalty => "tru".to_owned(),
            ScoreOf::Total => "tong".to_owned(),
        };
        let stage = match id.stage {
            ScoreStage::Counted => "counted",
            ScoreStage::Own => "own",
            ScoreStage::Verified => "verified",
            ScoreStage::Explained => "explained",
            ScoreStage::Settled => "settled",
        };
        format!("diem.{of}.{stage}")
    }
}
