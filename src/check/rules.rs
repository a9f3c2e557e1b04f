//! `rule-broken`: a rule of the catalogue does not hold. With an operand missing it is not asked.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::formula::Engine;
use crate::formula::bound;
use crate::formula::bound::BadExpression;
use crate::formula::bound::Bound;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Rule;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// A rule that can be evaluated.
#[derive(Clone)]
pub struct CompiledRule {
    rule: Rule,
    condition: Bound,
}

/// Compiles every rule; faults carry the position of the rule in the catalogue.
///
/// # Errors
/// Every rule that is not well formed or names something that does not exist.
pub fn compile(catalogue: &Catalogue) -> Result<Vec<CompiledRule>, Vec<(usize, BadExpression)>> {
    let engine = Arc::new(Engine::default());
    let mut rules = Vec::new();
    let mut faults = Vec::new();
    for (index, rule) in catalogue.rules.iter().enumerate() {
        match bound::bind(&rule.holds, catalogue, &engine) {
            Ok(condition) => rules.push(CompiledRule { rule: rule.clone(), condition }),
            Err(fault) => faults.push((index, fault)),
        }
    }
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

pub(super) struct Rules;

impl Check for Rules {
    fn code(&self) -> &'static str {
        "rule-broken"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for rule in context.rules {
            let Some(values) = rule.operands(it) else { continue };
            // A rule that cannot be computed, such as a division by zero, is not evaluated.
            if rule.condition.holds(&values) != Ok(false) {
                continue;
            }
            let fact = rule.broken(context.catalogue, &values);
            let measure = fact.measure().unwrap_or(Measure::Actual);
            findings.push(at_figure(it, rule.rule.at, measure, fact));
        }
    }
}

impl CompiledRule {
    fn operands(&self, submission: &Submission) -> Option<Vec<Decimal>> {
        let figures = self.condition.figures().iter();
        figures.map(|(id, measure)| submission.number(*id, *measure)).collect()
    }

    fn broken(&self, catalogue: &Catalogue, values: &[Decimal]) -> FigureFact {
        let figures = self.condition.figures();
        let operands = figures.iter().zip(values);
        let first = figures.first().map(|(_, measure)| *measure);
        let one_measure = figures.iter().all(|(_, it)| Some(*it) == first);
        FigureFact::RuleBroken {
            rule: self.rule.id.clone(),
            message: self.rule.message.clone(),
            severity: self.rule.severity,
            operands: operands
                .map(|((id, measure), value)| operand(catalogue, *id, *measure, *value))
                .collect(),
            measure: first.filter(|_| one_measure),
        }
    }
}
