//! What is measured, and what must hold.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::text::fold;
use crate::text::money::MoneyUnit;

/// Danh mục chỉ tiêu: the indicators in their order, and the rules between them.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Name of the file without its extension.
    pub name: String,
    /// Groups in order.
    pub groups: Vec<Group>,
    /// Indicators in the order of the form.
    pub indicators: Vec<Indicator>,
    /// Rules in order.
    pub rules: Vec<Rule>,
    /// The size of a unit: what makes units of unlike size comparable, such as its members.
    pub size: Option<IndicatorId>,
    by_code: BTreeMap<String, IndicatorId>,
    by_folded_code: BTreeMap<String, Vec<IndicatorId>>,
    by_label: BTreeMap<String, Vec<IndicatorId>>,
}

/// A group of indicators: a Roman-numeral row of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Title.
    pub title: String,
}

/// Chỉ tiêu thống kê: one code is one number (domain.md 4.2b).
#[derive(Debug, Clone)]
pub struct Indicator {
    /// Code such as `TC12`.
    pub code: String,
    /// Name on the form and in tables.
    pub name: String,
    /// Position in [`Catalogue::groups`].
    pub group: usize,
    /// Unit as people read it: `người`, `%`; for money the word follows `money_unit`.
    pub unit: String,
    /// What kind of number.
    pub kind: Kind,
    /// Over which time.
    pub time: Time,
    /// How units make the cluster's figure.
    pub aggregation: Aggregation,
    /// Which way is better.
    pub direction: Direction,
    /// Measures that a unit must report.
    pub required: Vec<Measure>,
    /// Digits after the decimal comma.
    pub decimals: u32,
    /// Lowest possible value.
    pub min: Option<Decimal>,
    /// Highest possible value.
    pub max: Option<Decimal>,
    /// Indicators whose sum it is.
    pub parts: Vec<IndicatorId>,
    /// Indicator that it is a part of ("trong đó").
    pub subset_of: Option<IndicatorId>,
    /// Whether last year's figure may be compared with this year's.
    pub comparable: bool,
    /// Unit of money in which the form and the tables print it.
    pub money_unit: MoneyUnit,
    /// Office of the federation that fills it.
    pub office: String,
    /// Other labels under which provinces write the row.
    pub aliases: Vec<String>,
    /// What makes this year's stock out of last year's.
    pub continuity: Option<Continuity>,
    /// What the form tells those who fill the row; empty if there is nothing to tell.
    pub note: String,
    /// What a sentence says of it, with `{so}` for the number: `kết nạp mới {so} đoàn viên`; may be empty.
    pub phrase: String,
    /// What a sentence says where it is zero; may be empty.
    pub none: String,
}

/// What makes this year's stock out of last year's (domain.md 4.3, K3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Continuity {
    /// What is added.
    pub plus: Vec<IndicatorId>,
    /// What is taken away.
    pub minus: Vec<IndicatorId>,
}

/// What kind of number an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A count.
    Count,
    /// Money, kept in đồng.
    Money,
    /// A percentage, kept in percent.
    Percent,
    /// An average.
    Average,
    /// 1 for yes, 0 for no; the cluster counts the yeses.
    YesNo,
}

impl Kind {
    /// What a quotient of two figures is multiplied with to be one of this kind.
    #[must_use]
    pub fn ratio_scale(self) -> Decimal {
        match self {
            Self::Percent => Decimal::ONE_HUNDRED,
            Self::Count | Self::Money | Self::Average | Self::YesNo => Decimal::ONE,
        }
    }
}

/// Over which time a number speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Time {
    /// Thời điểm: as of the cut-off.
    Stock,
    /// Trong kỳ: within the period.
    Flow,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better.
    #[default]
    Up,
    /// Less is better.
    Down,
}

/// How units make the cluster's figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aggregation {
    /// Exact sum.
    Sum,
    /// Recomputed from the sums of its parts, times a scale (100 for percentages).
    Ratio {
        /// Numerator.
        numerator: IndicatorId,
        /// Denominator.
        denominator: IndicatorId,
    },
    /// Mean of the units' values by a reported weight.
    WeightedMean {
        /// Indicator that holds the weight.
        weight: IndicatorId,
    },
    /// Not aggregated.
    None,
}

/// How much a broken rule matters; also the severity of findings.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Cần sửa: official papers are refused.
    Error,
    /// Cần xem lại.
    Warning,
    /// Lưu ý.
    Notice,
}

/// Quy tắc đối chiếu: an expression that must hold for every unit.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Identity such as `K5-qua-tet`.
    pub id: String,
    /// Expression over codes, such as `CL09 >= 200000 * CL08`; `TC01_nt` is last year's.
    pub holds: String,
    /// One sentence for the sender, saying what must hold.
    pub message: String,
    /// How much it matters.
    pub severity: Severity,
    /// Indicator at whose cell a broken rule is reported.
    pub at: IndicatorId,
}

impl Catalogue {
    /// Builds a catalogue; the caller has made sure that codes are unique.
    #[must_use]
    pub fn new(
        name: String,
        groups: Vec<Group>,
        indicators: Vec<Indicator>,
        rules: Vec<Rule>,
    ) -> Self {
        let by_code = (0_u32..)
            .zip(&indicators)
            .map(|(index, indicator)| (indicator.code.clone(), IndicatorId(index)))
            .collect();
        let mut by_folded_code: BTreeMap<String, Vec<IndicatorId>> = BTreeMap::new();
        let mut by_label: BTreeMap<String, Vec<IndicatorId>> = BTreeMap::new();
        for (index, indicator) in (0_u32..).zip(&indicators) {
            let id = IndicatorId(index);
            by_folded_code.entry(fold::fold(&indicator.code)).or_default().push(id);
            for label in std::iter::once(&indicator.name).chain(&indicator.aliases) {
                let same = by_label.entry(fold::fold(label)).or_default();
                if same.last() != Some(&id) {
                    same.push(id);
                }
            }
        }
        Self { name, groups, indicators, rules, size: None, by_code, by_folded_code, by_label }
    }

    /// The indicator with this exact code.
    #[must_use]
    pub fn find(&self, code: &str) -> Option<IndicatorId> {
        self.by_code.get(code).copied()
    }

    /// The indicator that a typed code means: this exact code, or one that differs in small letters
    /// and spaces only, if there is one such.
    #[must_use]
    pub fn find_typed(&self, code: &str) -> Option<IndicatorId> {
        self.find(code).or_else(|| match self.by_folded_code.get(&fold::fold(code))?.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    }

    /// The indicators that bear a label, as name or alias, in order.
    #[must_use]
    pub fn labelled(&self, label: &str) -> &[IndicatorId] {
        self.by_label.get(&fold::fold(label)).map_or(&[], Vec::as_slice)
    }

    /// Name of a figure in rules and messages: `TC12`, and `TC12_kh` for its target.
    #[must_use]
    pub fn figure_code(&self, id: IndicatorId, measure: Measure) -> String {
        let code = &self[id].code;
        match measure {
            Measure::Actual => code.clone(),
            other => format!("{code}_{}", other.short()),
        }
    }

    /// Every indicator with its identity, in order.
    pub fn ids(&self) -> impl ExactSizeIterator<Item = IndicatorId> + use<> {
        let count = u32::try_from(self.indicators.len()).expect("catalogues are far below 2^32");
        (0..count).map(IndicatorId)
    }
}

impl std::ops::Index<IndicatorId> for Catalogue {
    type Output = Indicator;

    fn index(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.index()]
    }
}

impl Indicator {
    /// Factor from the unit that the form prints to the unit kept (đồng for money, else 1).
    #[must_use]
    pub fn factor(&self) -> Decimal {
        match self.kind {
            Kind::Money => self.money_unit.factor(),
            Kind::Count | Kind::Percent | Kind::Average | Kind::YesNo => Decimal::ONE,
        }
    }
}
