//! The catalogue of indicators, read as far as the form needs it.

use serde::Deserialize;

/// A catalogue.
#[derive(Debug, Deserialize)]
pub(crate) struct Catalogue {
    /// Groups in the order of the form.
    pub(crate) groups: Vec<Group>,
}

/// A group: a Roman-numeral row of the form.
#[derive(Debug, Deserialize)]
pub(crate) struct Group {
    /// Title.
    pub(crate) title: String,
    /// Its indicators.
    pub(crate) indicators: Vec<Indicator>,
}

/// An indicator: a row of the form.
#[derive(Debug, Deserialize)]
pub(crate) struct Indicator {
    /// Code, such as `TC12`.
    pub(crate) code: String,
    /// Name.
    pub(crate) name: String,
    /// Unit.
    pub(crate) unit: String,
    /// What kind of number.
    pub(crate) kind: Kind,
    decimals: Option<u32>,
    /// What is divided by what.
    pub(crate) ratio: Option<Ratio>,
    /// Code of what weighs an average.
    pub(crate) weight: Option<String>,
}

/// What kind of number an indicator is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// A count.
    Count,
    /// Money in the unit of the row.
    Money,
    /// A percentage.
    Percent,
    /// An average.
    Average,
    /// Yes or no.
    YesNo,
}

/// What is divided by what.
#[derive(Debug, Deserialize)]
pub(crate) struct Ratio {
    /// Code of the numerator.
    pub(crate) numerator: String,
    /// Code of the denominator.
    pub(crate) denominator: String,
}

impl Catalogue {
    /// Every indicator in the order of the form.
    pub(crate) fn indicators(&self) -> impl Iterator<Item = &Indicator> {
        self.groups.iter().flat_map(|group| &group.indicators)
    }

    /// The indicator with this code.
    pub(crate) fn find(&self, code: &str) -> Result<&Indicator, String> {
        let found = self.indicators().find(|indicator| indicator.code == code);
        found.ok_or_else(|| format!("the catalogue has no `{code}`"))
    }
}

impl Indicator {
    /// Digits after the decimal point.
    pub(crate) fn decimals(&self) -> u32 {
        self.decimals.unwrap_or(if self.kind == Kind::Percent { 2 } else { 0 })
    }
}
