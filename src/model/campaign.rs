//! One cluster in one period, as the campaign file declares it and after it was found valid.

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::collection::Collection;
use crate::model::conference::Conference;
use crate::model::document::Signer;
use crate::model::emblem::Emblem;
use crate::model::id::GroupId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::issue::Issued;
use crate::model::meeting::Award;
use crate::model::meeting::Ballot;
use crate::model::meeting::Meeting;
use crate::model::meeting::Scoring;
use crate::model::period::Period;
use crate::model::recipient::Recipient;
use crate::model::succession::ScopeChange;
use crate::model::succession::Successions;
use crate::model::unit_names::Meaning;
use crate::model::unit_names::UnitNames;
use crate::text::date::Date;

/// Kỳ tổng kết: a cluster, its members, the year reported and the year pledged.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// Name of its folder.
    pub name: String,
    /// Name of its catalogue.
    pub catalogue: String,
    /// Name of the profile of looks of its papers.
    pub look: String,
    /// How far the papers are.
    pub stage: Stage,
    /// The cluster.
    pub cluster: Cluster,
    /// The period that the figures speak of.
    pub period: Period,
    /// Kinds of papers that it makes; empty for all that it has material for.
    pub papers: Vec<String>,
    /// Blocks inside the cluster, in the user's order.
    pub groups: Vec<Group>,
    /// The office that leads without being a member: a province's own, above its unions.
    pub office: Option<Unit>,
    /// Bodies that issue or sign papers of their own beside the head.
    pub bodies: Vec<Body>,
    /// The members in the user's order.
    pub units: Vec<Unit>,
    /// Every name of every member.
    pub names: UnitNames,
    /// The year reported.
    pub report: Report,
    /// The conference.
    pub conference: Conference,
    /// Who gets the papers, in the order of `Nơi nhận`.
    pub recipients: Vec<Recipient>,
    /// The year pledged; see [`Pledge::is_made`].
    pub pledge: Pledge,
    /// What came in when, and what was accepted.
    pub collection: Collection,
    /// Folder of last year's campaign, relative to this one.
    pub predecessor: Option<String>,
    /// Folder of the campaign of the first half of this year, relative to this one.
    pub half_year: Option<String>,
    /// Mergers and splits: those that templates know, then its own.
    pub successions: Successions,
    /// Changes of what is counted since the predecessor.
    pub scope_changes: Vec<ScopeChange>,
    /// How it scores; `None` if it does not.
    pub scoring: Option<Scoring>,
    /// The meeting that judges and votes.
    pub meeting: Meeting,
    /// Ballots in order.
    pub ballots: Vec<Ballot>,
    /// Awards of the year, the highest first.
    pub awards: Vec<Award>,
    /// Papers that went out.
    pub issued: Vec<Issued>,
    /// Texts and lists of its own that its templates name as `rieng`; papers of blocks and units know
    /// only `rieng.chung` of them, since the rest may speak of others.
    pub own_data: serde_json::Value,
}

/// Khối thi đua: a block of members inside the cluster.
#[derive(Debug, Clone)]
pub struct Group {
    /// Code: an ASCII slug.
    pub code: String,
    /// Short name: `Khối thi đua số 01`.
    pub name: String,
    /// Unit that leads it, if that is known.
    pub head: Option<UnitId>,
    /// Texts and lists of its own, which its papers name as `khoi_nay.rieng`.
    pub own_data: serde_json::Value,
}

/// A body that issues or signs papers of its own beside the head: an inspection committee, the
/// presidium of a conference.
#[derive(Debug, Clone)]
pub struct Body {
    /// Code: an ASCII slug.
    pub code: String,
    /// Full name.
    pub full_name: String,
    /// Letterhead lines in capitals.
    pub heading: Vec<String>,
    /// Who signs for it.
    pub signer: Signer,
}

/// How far the papers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Sent round for opinions: marked as a draft.
    LayYKien,
    /// Put before the conference.
    #[default]
    TrinhHoiNghi,
    /// Issued.
    BanHanh,
}

/// Cụm thi đua.
#[derive(Debug, Clone)]
pub struct Cluster {
    /// Short name in sentences.
    pub name: String,
    /// Full name.
    pub full_name: String,
    /// Letterhead lines in capitals.
    pub heading: Vec<String>,
    /// What its members are together.
    pub members: String,
    /// What it is called in short: `Cụm`, `Khối`.
    pub word: String,
    /// What its head is called: `Cụm trưởng`.
    pub head_title: String,
    /// What its deputy head is called: `Cụm phó`.
    pub deputy_title: String,
    /// What stands behind the number of its tables: `CTĐ`.
    pub table_symbol: String,
    /// The superior body in sentences.
    pub superior: String,
    /// The superior body in a letterhead.
    pub superior_heading: Vec<String>,
    /// On the cover of ceremonial copies.
    pub emblem: Option<Emblem>,
}

/// Đơn vị: a member.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Code: an ASCII slug.
    pub code: String,
    /// Short name.
    pub name: String,
    /// Full name.
    pub full_name: String,
    /// Letterhead lines in capitals.
    pub heading: Vec<String>,
    /// Which body it is, since a name is not an identity.
    pub identity: String,
    /// Block inside the cluster.
    pub group: Option<GroupId>,
    /// Place in the date line of its papers.
    pub place: String,
    /// Other ways in which people write its name.
    pub aliases: Vec<String>,
    /// Who signs for it: authority, title and name.
    pub signer: Signer,
    /// Texts and lists of its own, which its papers name as `don_vi_nay.rieng`.
    pub own_data: serde_json::Value,
}

/// The year reported.
#[derive(Debug, Clone)]
pub struct Report {
    /// Who led the cluster and signs: a unit, or the office, which comes after the last unit.
    pub head: UnitId,
    /// Theme of the year, without quotation marks.
    pub theme: String,
    /// Number, once given.
    pub number: Option<u32>,
    /// Symbol after the number.
    pub symbol: String,
    /// Date of issue, once given.
    pub date: Option<Date>,
    /// `Kính gửi`.
    pub addressees: Vec<String>,
    /// The year's circumstances.
    pub context: Vec<String>,
    /// Emulation movements.
    pub movements: Vec<String>,
    /// Programmes.
    pub programmes: Vec<String>,
    /// What the cluster did together.
    pub activities: Vec<String>,
    /// Strengths.
    pub strengths: Vec<String>,
    /// Weaknesses of the whole; those of units stand in what they sent.
    pub weaknesses: Vec<String>,
    /// Lessons.
    pub lessons: Vec<String>,
    /// How the coming year's work is to be done.
    pub solutions: Vec<String>,
}

/// The year pledged.
#[derive(Debug, Clone)]
pub struct Pledge {
    /// The year.
    pub year: i16,
    /// Theme, without quotation marks.
    pub theme: String,
    /// Day of the ceremony.
    pub date: Option<Date>,
    /// Place of the ceremony in the date line.
    pub place: Option<String>,
    /// Head elected for the coming year.
    pub head: Option<UnitId>,
    /// Deputy elected for the coming year.
    pub deputy: Option<UnitId>,
    /// Who signs, in the order of signing.
    pub parties: Vec<UnitId>,
    /// Numbered contents.
    pub contents: Vec<Content>,
    /// Common levels.
    pub levels: Vec<Level>,
    /// How it is carried out.
    pub organisation: Vec<String>,
    /// Legal bases beyond the template's.
    pub legal_bases: Vec<String>,
    /// A witness who signs.
    pub witness: Option<Signer>,
}

/// One numbered content.
#[derive(Debug, Clone)]
pub struct Content {
    /// Title.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
}

/// A common level that every party pledges.
#[derive(Debug, Clone)]
pub struct Level {
    /// Words before the level.
    pub text: String,
    /// The indicator that it speaks of.
    pub indicator: Option<IndicatorId>,
    /// The bound.
    pub bound: Bound,
    /// Unit printed after the number.
    pub unit: String,
}

/// Which side a common level bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// "từ 85% trở lên".
    AtLeast(Decimal),
    /// "không quá 2%".
    AtMost(Decimal),
}

impl Pledge {
    /// No pledge: a province's own year may have none.
    #[must_use]
    pub fn none(year: i16) -> Self {
        Self {
            year,
            theme: String::new(),
            date: None,
            place: None,
            head: None,
            deputy: None,
            parties: Vec::new(),
            contents: Vec::new(),
            levels: Vec::new(),
            organisation: Vec::new(),
            legal_bases: Vec::new(),
            witness: None,
        }
    }

    /// Whether there is a pledge: somebody signs it.
    #[must_use]
    pub fn is_made(&self) -> bool {
        !self.parties.is_empty()
    }
}

impl Campaign {
    /// Every unit with its identity, in order.
    pub fn unit_ids(&self) -> impl ExactSizeIterator<Item = UnitId> + use<> {
        let count = u32::try_from(self.units.len()).expect("clusters are far below 2^32");
        (0..count).map(UnitId)
    }

    /// Every block with its identity, in order.
    pub fn group_ids(&self) -> impl ExactSizeIterator<Item = GroupId> + use<> {
        let count = u32::try_from(self.groups.len()).expect("clusters are far below 2^32");
        (0..count).map(GroupId)
    }

    /// The body with this code.
    #[must_use]
    pub fn body(&self, code: &str) -> Option<&Body> {
        self.bodies.iter().find(|it| it.code == code)
    }

    /// The members of a block, in order.
    pub fn of_group(&self, group: GroupId) -> impl Iterator<Item = UnitId> + '_ {
        self.unit_ids().filter(move |id| self[*id].group == Some(group))
    }

    /// The unit with this code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<UnitId> {
        self.unit_ids().find(|id| self[*id].code == code)
    }

    /// The unit that a person means by a name, a full name, an alias or a code, if only one is.
    #[must_use]
    pub fn find_by_name(&self, typed: &str) -> Option<UnitId> {
        self.names.find(typed)
    }

    /// What a typed name means.
    #[must_use]
    pub fn meaning(&self, typed: &str) -> Meaning {
        self.names.meaning(typed)
    }

    /// The unit whose name a file bears: `submissions/cao-bang.xlsx`.
    #[must_use]
    pub fn name_of_file(&self, path: &str) -> Option<UnitId> {
        let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
        self.find_by_name(name.rsplit_once('.').map_or(name, |(stem, _)| stem))
    }

    /// The day that the papers of the closing of the year speak from: the conference, else the
    /// cut-off of the data. It decides which legal bases are in force, and dates the files.
    #[must_use]
    pub fn closing_day(&self) -> Date {
        self.conference.date.unwrap_or_else(|| self.period.last_day())
    }

    /// The day that the papers of the meeting which judges speak from: its own, else the cut-off of
    /// the data, after which it meets.
    #[must_use]
    pub fn meeting_day(&self) -> Date {
        self.meeting.date.unwrap_or_else(|| self.period.last_day())
    }
}

impl std::ops::Index<UnitId> for Campaign {
    type Output = Unit;

    fn index(&self, id: UnitId) -> &Unit {
        let office = self.office.as_ref().filter(|_| id.index() == self.units.len());
        self.units.get(id.index()).or(office).expect("ids come from the campaign that made them")
    }
}

impl std::ops::Index<GroupId> for Campaign {
    type Output = Group;

    fn index(&self, id: GroupId) -> &Group {
        &self.groups[id.index()]
    }
}
