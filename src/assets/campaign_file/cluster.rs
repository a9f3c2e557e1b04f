//! `[cluster]` of `campaign.toml`: what the cluster is called.

use schemars::JsonSchema;
use serde::Deserialize;

/// The cluster.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ClusterTable {
    /// Short name in sentences: `Cụm thi đua số 5`.
    pub name: String,
    /// Full name: `Cụm thi đua số 5 Liên đoàn Lao động các tỉnh khu vực …`.
    pub full_name: String,
    /// Name in a letterhead, in capitals, one entry per line.
    pub heading: Vec<String>,
    /// What its members are together: `Liên đoàn Lao động các tỉnh`, for sentences.
    pub members: String,
    /// What it is called in short: `Cụm`, `Khối`; `tỉnh` where an office leads.
    #[serde(default = "cluster_word")]
    pub word: String,
    /// What its head is called.
    #[serde(default = "head_title")]
    pub head_title: String,
    /// What its deputy head is called.
    #[serde(default = "deputy_title")]
    pub deputy_title: String,
    /// What stands behind the number of its tables (`Biểu số 01/CTĐ`).
    #[serde(default = "table_symbol")]
    pub table_symbol: String,
    /// The superior body in sentences: `Tổng Liên đoàn Lao động Việt Nam`.
    pub superior: String,
    /// The superior body in a letterhead, in capitals, one entry per line.
    pub superior_heading: Vec<String>,
    /// A picture (PNG or JPEG) in the campaign's folder, for the cover of the ceremonial copy: `bieu-trung.png`.
    #[serde(default)]
    pub emblem: Option<String>,
}

fn cluster_word() -> String {
    "Cụm".to_owned()
}

fn head_title() -> String {
    "Cụm trưởng".to_owned()
}

fn table_symbol() -> String {
    "CTĐ".to_owned()
}

fn deputy_title() -> String {
    "Cụm phó".to_owned()
}
