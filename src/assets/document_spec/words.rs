//! What a kind of paper says of itself in a word: whose it is, for whom, on what occasion.

use schemars::JsonSchema;
use serde::Deserialize;

/// Of whom there is one paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// One of the whole cluster.
    #[default]
    Cluster,
    /// One of each block, which holds nothing of another block's units.
    Group,
    /// One of each unit, which holds nothing of another unit's.
    Unit,
}

/// Which units have a paper of a kind that units have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Whom {
    /// Each; of a paper that prints figures, each that sent some.
    #[default]
    All,
    /// Those that sign the pledge.
    Parties,
    /// All but the one that leads and invites.
    Guests,
    /// Those that sent nothing that counts yet.
    Missing,
    /// Those that were given an award, or are proposed for one, once that may be told.
    Awarded,
}

/// What a paper is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// The results: refused while figures that it prints need mending.
    #[default]
    Results,
    /// What a unit is asked to mend or to look at again: made for each unit of which there is such
    /// a finding, never refused and never a draft.
    Findings,
    /// What changed since an earlier build: made where that is asked for, by `diff`, and not with
    /// the other papers.
    Comparison,
}

/// Who reads a paper (the paper of a unit is for that unit). Points, ranks and proposals are for the
/// panel and the closed meeting; others see them once the minutes are signed. A unit sees its own
/// points at any time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// The conference and everybody: once the minutes are signed and the campaign's stage is
    /// `ban-hanh`.
    #[default]
    Public,
    /// The members in the closed meeting that judges.
    Meeting,
    /// The panel that verifies.
    Panel,
    /// The superior body, by a paper of its own that nobody reads out: once the minutes are signed,
    /// also before the conference.
    Superior,
}

/// What a campaign may hold or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Criteria: it scores.
    Scores,
    /// Ballots about awards.
    Ballots,
    /// Ballots about the head or the deputy of the coming year.
    Elections,
    /// Awards.
    Awards,
    /// A meeting with a day.
    Meeting,
    /// Minutes of the meeting that are signed.
    SignedMinutes,
    /// A predecessor.
    Predecessor,
    /// Blocks inside the cluster.
    Groups,
    /// An office that leads without being a member: a province's own year.
    Office,
    /// A pledge for the coming year.
    Pledge,
    /// A conference with a day.
    Conference,
    /// Proposals of units, or answers to them.
    Proposals,
    /// An issued paper that is to be corrected.
    Corrections,
}

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// PDF/A-2a and PDF/UA-1.
    Pdf,
    /// An Excel workbook.
    Xlsx,
}

/// Whose letterhead a document carries (domain.md 1.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LetterheadKind {
    /// The head's own, with number and symbol (option E).
    Head,
    /// The head's own, without a number, for slips that do not pass the registry.
    HeadWithoutNumber,
    /// That of the unit whose paper it is, without a number.
    Unit,
    /// The cluster's under the head's, without a number (option A, for tables).
    HeadAndCluster,
    /// The cluster's under the head's, with a number and without place and day, which stand in the
    /// text (for minutes).
    Minutes,
    /// The cluster's, without a number (option C, for the pledge).
    Cluster,
    /// The cluster's under the superior body's, without a number (option B, where that body made the cluster).
    SuperiorAndCluster,
    /// The names of all parties, one below the other, without a number (option D, as joint papers have it;
    /// for few parties).
    Parties,
    /// None.
    None,
}

/// Which day a document speaks from: its legal bases are in force then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Day {
    /// The conference, else the cut-off of the data.
    Closing,
    /// The ceremony, else the conference.
    Ceremony,
    /// The meeting that judges, else the cut-off of the data.
    Meeting,
}
