//! `campaign.toml` as it is written; [`crate::assets::campaign`] turns it into a `Campaign`.

pub mod cluster;
pub mod collection;
pub mod conference;
pub mod office;
pub mod pledge;
pub mod recipients;
pub mod scoring;
pub mod signer;
pub mod time;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::campaign_file::cluster::ClusterTable;
use crate::assets::campaign_file::collection::CollectionTable;
use crate::assets::campaign_file::conference::ConferenceTable;
use crate::assets::campaign_file::office::BodyTable;
use crate::assets::campaign_file::office::OfficeTable;
use crate::assets::campaign_file::pledge::PledgeTable;
use crate::assets::campaign_file::recipients::RecipientTable;
use crate::assets::campaign_file::scoring::AwardTable;
use crate::assets::campaign_file::scoring::BallotTable;
use crate::assets::campaign_file::scoring::MeetingTable;
use crate::assets::campaign_file::scoring::ScoringTable;
use crate::assets::campaign_file::signer::SignerTable;
use crate::assets::campaign_file::time::IssuedTable;
use crate::assets::campaign_file::time::ScopeChangeTable;
use crate::assets::campaign_file::time::SplitTable;
use crate::assets::campaign_file::time::SuccessionTable;
use crate::model::campaign::Stage;
use crate::model::period::Span;

/// One cluster in one period.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CampaignFile {
    /// Catalogue of indicators: a file of `templates/catalogues` without `.toml`.
    pub catalogue: String,
    /// How far the papers are: decides the draft mark and, with the signed minutes, who may see points.
    #[serde(default)]
    pub stage: Stage,
    /// How papers look (thể thức): a file of `templates/layouts` without `.toml`.
    #[serde(default = "law")]
    pub look: String,
    /// A word to the reader of this file, such as which data are samples. Not printed.
    #[serde(default)]
    pub note: String,
    /// The cluster.
    pub cluster: ClusterTable,
    /// The period that the figures speak of.
    pub period: PeriodTable,
    /// Kinds of papers that it makes, such as `bao-cao-tong-ket`. Default: all that it has material
    /// for.
    #[serde(default)]
    pub papers: Vec<String>,
    /// Blocks inside the cluster (khối thi đua), in the order in which papers list them.
    #[serde(default)]
    pub groups: Vec<GroupTable>,
    /// The office that leads and signs without being a member, in place of `report.head`: a province's
    /// own year, whose units are its unions and district federations.
    #[serde(default)]
    pub office: Option<OfficeTable>,
    /// Bodies that issue or sign papers of their own beside the head.
    #[serde(default)]
    pub bodies: Vec<BodyTable>,
    /// The members, in the order in which papers list them.
    pub units: Vec<UnitTable>,
    /// The year reported.
    pub report: ReportTable,
    /// The conference that closes the year.
    #[serde(default)]
    pub conference: ConferenceTable,
    /// The coming year; left out where no pledge is made.
    #[serde(default)]
    pub pledge: Option<PledgeTable>,
    /// Who gets the papers, in the order of `Nơi nhận`.
    #[serde(default)]
    pub recipients: Vec<RecipientTable>,
    /// What came in when, and what was accepted.
    #[serde(default)]
    pub collection: CollectionTable,
    /// Folder of last year's campaign, relative to this one: `../cum-so-5-2023`. Its actual figures
    /// are this year's "năm trước", what was pledged there is this year's target.
    #[serde(default)]
    pub predecessor: Option<String>,
    /// Folder of the campaign of the first half of this year, relative to this one.
    #[serde(default)]
    pub half_year: Option<String>,
    /// Mergers of members beyond those of the provinces, which templates know.
    #[serde(default)]
    pub successions: Vec<SuccessionTable>,
    /// Splits of members.
    #[serde(default)]
    pub splits: Vec<SplitTable>,
    /// Changes of what is counted since the predecessor.
    #[serde(default)]
    pub scope_changes: Vec<ScopeChangeTable>,
    /// How it scores; left out if it does not.
    #[serde(default)]
    pub scoring: Option<ScoringTable>,
    /// The meeting that judges and votes.
    #[serde(default)]
    pub meeting: MeetingTable,
    /// Ballots in order.
    #[serde(default)]
    pub ballots: Vec<BallotTable>,
    /// Awards of the year, the highest first.
    #[serde(default)]
    pub awards: Vec<AwardTable>,
    /// Papers that went out with number and date.
    #[serde(default)]
    pub issued: Vec<IssuedTable>,
    /// Texts and lists of its own, which its templates name as `rieng`. Papers of blocks and units know
    /// only `rieng.chung`; what is of one block or unit stands in its own `own_data`.
    #[serde(default)]
    pub own_data: serde_json::Map<String, serde_json::Value>,
}

fn law() -> String {
    "nghi-dinh-30".to_owned()
}

/// A block inside the cluster.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupTable {
    /// Code: small ASCII letters, digits and hyphens.
    pub code: String,
    /// Short name: `Khối thi đua số 01`.
    pub name: String,
    /// Code of the unit that leads it, if that is known.
    #[serde(default)]
    pub head: Option<String>,
    /// Texts and lists of its own, which its papers name as `khoi_nay.rieng`.
    #[serde(default)]
    pub own_data: serde_json::Map<String, serde_json::Value>,
}

/// The period.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PeriodTable {
    /// The year.
    #[schemars(range(min = 1950, max = 2099))]
    pub year: i16,
    /// The part of it.
    #[serde(default)]
    pub span: Span,
}

/// A member.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitTable {
    /// Code: small ASCII letters, digits and hyphens, such as `cao-bang`.
    pub code: String,
    /// Short name: `Cao Bằng`.
    pub name: String,
    /// Full name: `Liên đoàn Lao động tỉnh Cao Bằng`.
    pub full_name: String,
    /// Name in a letterhead or signature cell, in capitals, one entry per line.
    pub heading: Vec<String>,
    /// Which body it is, with the month since which it is so: `quang-ngai@2025-07`. Default: the body
    /// that bears the code at the end of the period, so that `quang-ngai` is the old province up to
    /// 30 June 2025 and the merged one after it.
    #[serde(default)]
    pub identity: Option<String>,
    /// Code of its block inside the cluster.
    #[serde(default)]
    pub group: Option<String>,
    /// Place in the date line of its papers. Default: the short name.
    #[serde(default)]
    pub place: Option<String>,
    /// Other ways in which people write its name.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Who signs for it.
    #[serde(default)]
    pub signer: SignerTable,
    /// Texts and lists of its own, which its papers name as `don_vi_nay.rieng`.
    #[serde(default)]
    pub own_data: serde_json::Map<String, serde_json::Value>,
}

/// The year reported: theme, who leads and signs, and the words that are the cluster's own.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportTable {
    /// Code of the unit that led the cluster in the year reported; it signs the report. Left out where
    /// an office leads.
    #[serde(default)]
    pub head: Option<String>,
    /// Theme of the year, without quotation marks.
    pub theme: String,
    /// Number given by the văn thư after signing; left out it prints the gap of the law.
    #[serde(default)]
    #[schemars(range(max = 1_000_000))]
    pub number: Option<u32>,
    /// Symbol after the number.
    #[serde(default = "report_symbol")]
    pub symbol: String,
    /// Date of issue, given after signing.
    #[serde(default)]
    pub date: Option<String>,
    /// Addressees (`Kính gửi`).
    #[serde(default)]
    pub addressees: Vec<String>,
    /// The year's circumstances, one paragraph each.
    #[serde(default)]
    pub context: Vec<String>,
    /// Names of the emulation movements, without quotation marks.
    #[serde(default)]
    pub movements: Vec<String>,
    /// Names of the programmes, without quotation marks.
    #[serde(default)]
    pub programmes: Vec<String>,
    /// What the cluster did together, one paragraph each.
    #[serde(default)]
    pub activities: Vec<String>,
    /// Strengths, one paragraph each.
    #[serde(default)]
    pub strengths: Vec<String>,
    /// Weaknesses of the whole, one paragraph each; those of units stand in what they sent.
    #[serde(default)]
    pub weaknesses: Vec<String>,
    /// Lessons, one paragraph each.
    #[serde(default)]
    pub lessons: Vec<String>,
    /// How the coming year's work is to be done, one paragraph each.
    #[serde(default)]
    pub solutions: Vec<String>,
}

fn report_symbol() -> String {
    "BC-LĐLĐ".to_owned()
}
