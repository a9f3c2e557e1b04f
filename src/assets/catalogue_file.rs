//! A catalogue as it is written; [`crate::assets::catalogue`] turns it into a `Catalogue`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Severity;
use crate::model::catalogue::Time;
use crate::model::measure::Measure;

/// A catalogue of indicators and rules.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CatalogueFile {
    /// What it is, for the keeper.
    pub title: String,
    /// Code of the indicator that tells the size of a unit, so that units of unlike size can be
    /// compared.
    #[serde(default)]
    pub size: Option<String>,
    /// Groups of indicators in the order of the form.
    pub groups: Vec<GroupTable>,
    /// Rules that must hold for every unit.
    #[serde(default)]
    pub rules: Vec<RuleTable>,
}

/// A group of indicators.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GroupTable {
    /// Title, without its Roman numeral.
    pub title: String,
    /// Office (ban) of the federation that fills these rows.
    #[serde(default)]
    pub office: String,
    /// The indicators.
    pub indicators: Vec<IndicatorTable>,
}

/// An indicator.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct IndicatorTable {
    /// Code such as `TC12`: capital letters, digits, perhaps a small letter.
    pub code: String,
    /// Name on the form and in tables.
    pub name: String,
    /// Unit as people read it; for money one of đồng, nghìn đồng, triệu đồng, tỷ đồng.
    pub unit: String,
    /// What kind of number.
    pub kind: Kind,
    /// As of the cut-off, or within the period.
    pub time: Time,
    /// Which way is better.
    #[serde(default)]
    pub direction: Direction,
    /// For percentages and averages of the whole: what is divided by what.
    #[serde(default)]
    pub ratio: Option<RatioTable>,
    /// For averages: code of the indicator that holds the weight.
    #[serde(default)]
    pub weight: Option<String>,
    /// Measures that each unit must report.
    #[serde(default)]
    pub required: Vec<Measure>,
    /// Whether it is known only when the year closes: no unit must report it for a first half.
    #[serde(default)]
    pub yearly: bool,
    /// Digits after the decimal comma. Default: 0, for percentages 2.
    #[serde(default)]
    #[schemars(range(max = 6))]
    pub decimals: Option<u32>,
    /// Lowest possible value, as text, in the unit above. Default: 0.
    #[serde(default)]
    pub min: Option<String>,
    /// Highest possible value, as text, in the unit above. Default for percentages: 100.
    #[serde(default)]
    pub max: Option<String>,
    /// Codes whose sum it is.
    #[serde(default)]
    pub parts: Vec<String>,
    /// Code of the indicator that it is a part of.
    #[serde(default)]
    pub subset_of: Option<String>,
    /// Whether it may be compared with last year's. Default: yes.
    #[serde(default = "yes")]
    pub comparable: bool,
    /// Other labels under which provinces write the row.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// For figures as of the cut-off: what makes this year's out of last year's.
    #[serde(default)]
    pub continuity: Option<ContinuityTable>,
    /// One sentence that the form tells those who fill the row.
    #[serde(default)]
    pub note: String,
    /// What a sentence of a report says of it, with {so} in the place of the number: `kết nạp mới {so}
    /// đoàn viên`. It begins with a small letter and has no full stop.
    #[serde(default)]
    pub phrase: String,
    /// What such a sentence says where the number is zero: `không xảy ra đình công`.
    #[serde(default)]
    pub none: String,
}

/// What makes this year's figure as of the cut-off out of last year's.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContinuityTable {
    /// Codes of what is added.
    pub plus: Vec<String>,
    /// Codes of what is taken away.
    pub minus: Vec<String>,
}

/// What is divided by what.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RatioTable {
    /// Code of the numerator.
    pub numerator: String,
    /// Code of the denominator.
    pub denominator: String,
}

/// A rule.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleTable {
    /// Identity such as `K5-qua-tet`.
    pub id: String,
    /// What must hold: an expression over codes (money in đồng); `TC01_nt` is last year's figure,
    /// `TC01_kh` the target, `TC01_dk` the pledge of next year.
    pub holds: String,
    /// One sentence for the sender.
    pub message: String,
    /// How much it matters.
    pub severity: Severity,
    /// Code of the indicator at whose cell it is reported.
    pub at: String,
}

fn yes() -> bool {
    true
}
