//! Expressions of templates, compiled; a bad one is a fault of its line.

use crate::assets::Declared;
use crate::assets::criteria::fault_at_expression;
use crate::check::rules;
use crate::check::rules::CompiledRule;
use crate::finding::failure::Failure;
use crate::finding::failure::TomlFault;
use crate::formula::bound::BadExpression;
use crate::model::catalogue::Catalogue;
use crate::score::expressions::Expressions;
use crate::text::suggest;

/// The catalogue's rules.
pub(super) fn rules(declared: &Declared) -> Result<Vec<CompiledRule>, Failure> {
    rules::compile(&declared.catalogue).map_err(|faults| {
        let faults = faults.into_iter().map(|(index, bad)| {
            let fault = bad_expression(&declared.catalogue, bad);
            declared.catalogue_source.fault_at(&format!("/rules/{index}/holds"), fault)
        });
        Failure::Toml(faults.collect())
    })
}

/// The expressions of the criteria; none for a campaign that does not score.
pub(super) fn points(declared: &Declared) -> Result<Expressions, Failure> {
    let scored = declared.criteria.as_ref().zip(declared.criteria_source.as_ref());
    let Some((criteria, source)) = scored else { return Ok(Expressions::default()) };
    Expressions::compile(criteria, &declared.catalogue).map_err(|faults| {
        let faults = faults.into_iter().map(|(id, bad)| {
            let fault = bad_expression(&declared.catalogue, bad);
            fault_at_expression(source, criteria, id, fault)
        });
        Failure::Toml(faults.collect())
    })
}

fn bad_expression(catalogue: &Catalogue, bad: BadExpression) -> TomlFault {
    match bad {
        BadExpression::Expression(message) => TomlFault::Expression(message),
        BadExpression::UnknownName(name) => {
            let codes = catalogue.indicators.iter().map(|it| it.code.as_str());
            let nearest = suggest::nearest(&name, codes).map(str::to_owned);
            TomlFault::Dangling { name, nearest }
        }
    }
}
