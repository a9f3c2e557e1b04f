//! `rule-broken`: a rule of the catalogue does not hold. With an operand missing it is not asked.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::check::Check;
use crate::check::Context;
use crate::check::at_figure;
use crate::check::operand;
use crate::finding::fact::Finding;
use crate::finding::fact::figure::FigureFact;
use crate::formula::Engine;
use crate::formula::Formula;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Rule;
use crate::model::id::IndicatorId;
use crate::model::measure::Measure;
use crate::model::submission::Submission;

/// A rule that can be evaluated.
#[derive(Clone)]
pub struct CompiledRule {
    rule: Rule,
    formula: Formula,
    engine: Arc<Engine>,
    /// Figure behind each name of the formula.
    figures: Vec<(IndicatorId, Measure)>,
}

/// What is wrong with a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadRule {
    /// The expression is not well formed, or is no condition.
    Expression(String),
    /// A name that is no indicator, perhaps with the short name of a measure behind it.
    UnknownName(String),
}

/// Compiles every rule; faults carry the position of the rule in the catalogue.
///
/// # Errors
/// Every rule that is not well formed or names something that does not exist.
pub fn compile(catalogue: &Catalogue) -> Result<Vec<CompiledRule>, Vec<(usize, BadRule)>> {
    let engine = Arc::new(Engine::default());
    let mut rules = Vec::new();
    let mut faults = Vec::new();
    for (index, rule) in catalogue.rules.iter().enumerate() {
        match compile_one(rule, catalogue, &engine) {
            Ok(rule) => rules.push(rule),
            Err(fault) => faults.push((index, fault)),
        }
    }
    if faults.is_empty() { Ok(rules) } else { Err(faults) }
}

fn compile_one(
    rule: &Rule,
    catalogue: &Catalogue,
    engine: &Arc<Engine>,
) -> Result<CompiledRule, BadRule> {
    let expression = |message| BadRule::Expression(message);
    let formula = engine.compile(&rule.holds).map_err(|it| expression(it.message))?;
    let figures: Vec<(IndicatorId, Measure)> = formula
        .names()
        .iter()
        .map(|name| figure(name, catalogue).ok_or_else(|| BadRule::UnknownName(name.clone())))
        .collect::<Result<_, _>>()?;
    Ok(CompiledRule { rule: rule.clone(), formula, engine: Arc::clone(engine), figures })
}

/// `TC01` is this year's figure, `TC01_nt` last year's.
fn figure(name: &str, catalogue: &Catalogue) -> Option<(IndicatorId, Measure)> {
    let (code, measure) = match name.split_once('_') {
        Some((code, short)) => (code, Measure::ALL.into_iter().find(|it| it.short() == short)?),
        None => (name, Measure::Actual),
    };
    Some((catalogue.find(code)?, measure))
}

pub(super) struct Rules;

impl Check for Rules {
    fn code(&self) -> &'static str {
        "rule-broken"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for rule in context.rules {
            let Some(values) = rule.operands(it) else { continue };
            let named: BTreeMap<String, Decimal> =
                rule.formula.names().iter().cloned().zip(values.iter().copied()).collect();
            // A rule that cannot be computed, such as a division by zero, is not evaluated.
            if rule.engine.holds(&rule.formula, &named) != Ok(false) {
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
        self.figures.iter().map(|(id, measure)| submission.number(*id, *measure)).collect()
    }

    fn broken(&self, catalogue: &Catalogue, values: &[Decimal]) -> FigureFact {
        let operands = self.figures.iter().zip(values);
        let first = self.figures.first().map(|(_, measure)| *measure);
        let one_measure = self.figures.iter().all(|(_, it)| Some(*it) == first);
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
