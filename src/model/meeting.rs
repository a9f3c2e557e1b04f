//! The closed meeting that judges and votes: people, ballots, awards, who is not considered.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::id::UnitId;
use crate::text::date::Date;

/// How the campaign scores.
#[derive(Debug, Clone, Default)]
pub struct Scoring {
    /// Name of its criteria: a file of `templates/criteria` without `.toml`.
    pub criteria: String,
    /// Units that are not considered, as a person declared.
    pub barred: Vec<Barred>,
    /// Grounds for which the program looks itself; only such as it can see.
    pub gates: Vec<Ground>,
}

/// A unit that is not considered, as a person declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Barred {
    /// The unit.
    pub unit: UnitId,
    /// Why.
    pub bar: Bar,
}

/// Why a unit is not considered (domain.md 3.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The kind of reason.
    pub ground: Ground,
    /// In the words of the campaign; empty for what the program saw itself.
    pub note: String,
}

/// Grounds on which a unit is not considered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// A discipline case or an investigation is pending (NĐ 152/2025).
    DisciplinePending,
    /// A body dissolved by the reorganisation, under its old name (TT 15/2025/TT-BNV).
    Dissolved,
    /// It registered nothing for the year.
    NotRegistered,
    /// It did not sign the year's pledge.
    NoPledge,
    /// Its file or report came in late, or not at all.
    Late,
    /// It took no part in the cluster's work.
    Absent,
    /// Something else, as the note says.
    Other,
}

impl Ground {
    /// Grounds that the program can see from figures, pledges and mergers; of the others only people
    /// know.
    pub const SEEN: [Self; 4] = [Self::Dissolved, Self::NotRegistered, Self::NoPledge, Self::Late];

    /// Name in `campaign.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::DisciplinePending => "discipline-pending",
            Self::Dissolved => "dissolved",
            Self::NotRegistered => "not-registered",
            Self::NoPledge => "no-pledge",
            Self::Late => "late",
            Self::Absent => "absent",
            Self::Other => "other",
        }
    }
}

/// Họp bình xét, suy tôn.
#[derive(Debug, Clone, Default)]
pub struct Meeting {
    /// Day.
    pub date: Option<Date>,
    /// Place in a sentence.
    pub place: Option<String>,
    /// Who presides.
    pub chair: Option<Person>,
    /// Who takes the minutes.
    pub secretary: Option<Person>,
    /// Ban kiểm phiếu, its head first.
    pub tellers: Vec<Person>,
    /// Units that sent nobody.
    pub absent: Vec<UnitId>,
    /// Opinions, one paragraph each.
    pub opinions: Vec<String>,
    /// Day on which the minutes were signed; until then nothing of them is for others.
    pub signed: Option<Date>,
}

/// Somebody with a part in the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Person {
    /// Full name; `None` leaves the place blank.
    pub name: Option<String>,
    /// Title: `Chủ tịch Liên đoàn Lao động tỉnh Cao Bằng`.
    pub title: String,
}

/// Suy tôn, or an election: a ballot with its counts. Who voted for whom is never held.
#[derive(Debug, Clone)]
pub struct Ballot {
    /// Code: an ASCII slug.
    pub code: String,
    /// What was voted on, in a sentence.
    pub title: String,
    /// What it decides.
    pub purpose: BallotPurpose,
    /// Members with a vote, one for each unit.
    pub voters: u32,
    /// Papers handed out.
    pub issued: u32,
    /// Papers returned.
    pub returned: u32,
    /// Papers found invalid.
    pub invalid: u32,
    /// The least part of the voters that must return a paper, in percent.
    pub quorum: Decimal,
    /// What shares are counted by.
    pub base: ShareBase,
    /// The share that must be reached, in percent; `above` it where the rules say "trên".
    pub threshold: Decimal,
    /// Whether the share must be above the threshold, not only at it.
    pub above: bool,
    /// Whether a unit may vote for itself.
    pub own_vote: bool,
    /// Votes for each candidate, in the order of the campaign's units.
    pub votes: Vec<Votes>,
}

impl Ballot {
    /// Whether anything was counted; until papers were handed out it was not held.
    #[must_use]
    pub fn is_held(&self) -> bool {
        self.issued > 0 || self.returned > 0 || !self.votes.is_empty()
    }

    /// Valid papers.
    #[must_use]
    pub fn valid(&self) -> u32 {
        self.returned.saturating_sub(self.invalid)
    }
}

/// Votes for a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Votes {
    /// The candidate.
    pub unit: UnitId,
    /// Papers that name it.
    pub count: u32,
}

/// What a ballot decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BallotPurpose {
    /// Suy tôn: who is proposed for an award.
    #[default]
    Award,
    /// Bầu Cụm trưởng.
    Head,
    /// Bầu Cụm phó.
    Deputy,
}

/// What shares of votes are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ShareBase {
    /// All members with a vote.
    #[default]
    Members,
    /// Papers handed out.
    Issued,
    /// Valid papers.
    Valid,
}

/// An award of the year: proposed until the decision has its number and date, then given.
#[derive(Debug, Clone)]
pub struct Award {
    /// Code: an ASCII slug.
    pub code: String,
    /// Its name.
    pub name: String,
    /// How many the cluster may propose this year; `None` for no limit.
    pub quota: Option<u32>,
    /// The least score.
    pub least_points: Option<Decimal>,
    /// The ballot that must carry a unit, by its position in the campaign.
    pub ballot: Option<usize>,
    /// Units that a person names; empty to take them by rank.
    pub units: Vec<UnitId>,
    /// Whether those proposed for an award above it may have it too.
    pub with_others: bool,
    /// The decision, once it has its number and date.
    pub decision: Option<Decision>,
}

/// The decision that gives an award.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Number and symbol: `1234/QĐ-TLĐ`.
    pub number: String,
    /// Its date.
    pub date: Date,
}
