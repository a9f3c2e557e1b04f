//! The expressions of criteria, compiled once.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::formula::Engine;
use crate::formula::bound;
use crate::formula::bound::BadExpression;
use crate::formula::bound::Bound;
use crate::model::catalogue::Catalogue;
use crate::model::criteria::Criteria;
use crate::model::criteria::Way;
use crate::model::id::CriterionId;

/// The expressions of the criteria that have one.
#[derive(Clone, Default)]
pub struct Expressions {
    by_criterion: BTreeMap<CriterionId, Bound>,
}

impl Expressions {
    /// Compiles them.
    ///
    /// # Errors
    /// Every expression that is not well formed, gives no number, or names what does not exist.
    pub fn compile(
        criteria: &Criteria,
        catalogue: &Catalogue,
    ) -> Result<Self, Vec<(CriterionId, BadExpression)>> {
        let engine = Arc::new(Engine::default());
        let mut it = Self::default();
        let mut faults = Vec::new();
        for id in criteria.ids() {
            let Way::Expression { source } = &criteria[id].way else { continue };
            let bound = bound::bind(source, catalogue, &engine).and_then(number);
            match bound {
                Ok(bound) => {
                    it.by_criterion.insert(id, bound);
                }
                Err(fault) => faults.push((id, fault)),
            }
        }
        if faults.is_empty() { Ok(it) } else { Err(faults) }
    }

    /// The expression of a criterion.
    #[must_use]
    pub fn of(&self, id: CriterionId) -> Option<&Bound> {
        self.by_criterion.get(&id)
    }
}

/// Refuses what gives no number, such as a condition. Whether a division by zero or a number beyond
/// counting comes of it depends on the figures, so what fails for 1 and for 2 only may be sound.
fn number(bound: Bound) -> Result<Bound, BadExpression> {
    let with = |value: u32| bound.number(&vec![Decimal::from(value); bound.figures().len()]);
    let is_sound = with(1).is_ok() || with(2).is_ok() || bound.holds(&ones(&bound)).is_err();
    match with(1) {
        Err(error) if !is_sound => Err(BadExpression::Expression(error.message)),
        _ => Ok(bound),
    }
}

fn ones(bound: &Bound) -> Vec<Decimal> {
    vec![Decimal::ONE; bound.figures().len()]
}
