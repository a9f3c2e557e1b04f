//! An expression whose names are figures of a catalogue.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::formula::Engine;
use crate::formula::Formula;
use crate::formula::FormulaError;
use crate::model::catalogue::Catalogue;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;

/// An expression that can be evaluated for a unit.
#[derive(Clone)]
pub struct Bound {
    formula: Formula,
    engine: Arc<Engine>,
    /// Figure behind each name of the formula.
    figures: Vec<(IndicatorId, Measure)>,
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadExpression {
    /// It is not well formed, or does not give what is needed.
    Expression(String),
    /// A name that is no indicator, perhaps with the short name of a measure behind it.
    UnknownName(String),
}

/// Compiles an expression and looks up its names: `TC01` is this year's figure, `TC01_nt` last
/// year's, `TC01_kh` the target.
///
/// # Errors
/// An expression that is not well formed, or names something that does not exist.
pub fn bind(
    source: &str,
    catalogue: &Catalogue,
    engine: &Arc<Engine>,
) -> Result<Bound, BadExpression> {
    let formula = engine.compile(source).map_err(|it| BadExpression::Expression(it.message))?;
    let figures: Vec<(IndicatorId, Measure)> = formula
        .names()
        .iter()
        .map(|name| figure(name, catalogue).ok_or_else(|| BadExpression::UnknownName(name.clone())))
        .collect::<Result<_, _>>()?;
    Ok(Bound { formula, engine: Arc::clone(engine), figures })
}

fn figure(name: &str, catalogue: &Catalogue) -> Option<(IndicatorId, Measure)> {
    let (code, measure) = match name.split_once('_') {
        Some((code, short)) => (code, Measure::ALL.into_iter().find(|it| it.short() == short)?),
        None => (name, Measure::Actual),
    };
    Some((catalogue.find(code)?, measure))
}

impl Bound {
    /// The figures that it needs, each once, in the order of naming.
    #[must_use]
    pub fn figures(&self) -> &[(IndicatorId, Measure)] {
        &self.figures
    }

    /// Whether the condition holds for these values of [`Bound::figures`].
    ///
    /// # Errors
    /// What the engine says: not a condition, a division by zero.
    pub fn holds(&self, values: &[Decimal]) -> Result<bool, FormulaError> {
        self.engine.holds(&self.formula, &self.named(values))
    }

    /// The number that it gives for these values of [`Bound::figures`].
    ///
    /// # Errors
    /// What the engine says: not a number, a division by zero.
    pub fn number(&self, values: &[Decimal]) -> Result<Decimal, FormulaError> {
        self.engine.number(&self.formula, &self.named(values))
    }

    fn named(&self, values: &[Decimal]) -> BTreeMap<String, Decimal> {
        self.formula.names().iter().cloned().zip(values.iter().copied()).collect()
    }
}
