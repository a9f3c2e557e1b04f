//! Turns what the engine says into faults with a line and a suggestion.

use handlebars::RenderError;
use handlebars::RenderErrorReason;
use serde_json::Value;

use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::helpers;
use crate::text::suggest;

/// A fault of a helper's call, carried through the engine.
#[derive(Debug)]
pub(super) struct Carried(pub(super) TemplateFault);

impl std::fmt::Display for Carried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Carried {}

pub(super) fn failure(path: &str, error: &RenderError, data: &Value) -> Failure {
    let line = error.line_no.unwrap_or(1);
    let (line, fault) = match error.reason() {
        RenderErrorReason::TemplateError(error) => {
            let line = error.pos().map_or(1, |(line, _)| line);
            (line, TemplateFault::Syntax(error.reason().to_string()))
        }
        RenderErrorReason::MissingVariable(name) => {
            (line, unknown(name.clone().unwrap_or_default(), data))
        }
        RenderErrorReason::HelperNotFound(name) => {
            let nearest = suggest::nearest(name, helpers::names()).map(str::to_owned);
            (line, TemplateFault::UnknownName { name: name.clone(), nearest })
        }
        RenderErrorReason::NestedError(inner) => match inner.downcast_ref::<Carried>() {
            Some(Carried(TemplateFault::UnknownName { name, .. })) => {
                (line, unknown(name.clone(), data))
            }
            Some(Carried(fault)) => (line, fault.clone()),
            None => (line, TemplateFault::Other(inner.to_string())),
        },
        other => (line, TemplateFault::Other(other.to_string())),
    };
    Failure::Template { path: path.to_owned(), line: Some(line), fault }
}

fn unknown(name: String, data: &Value) -> TemplateFault {
    let names = names(data);
    let nearest = suggest::nearest(&name, names.iter().map(String::as_str)).map(str::to_owned);
    TemplateFault::UnknownName { name, nearest }
}

/// Names of the data, two levels deep: `nam`, `th.TC12`.
fn names(data: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in data.as_object().into_iter().flatten() {
        names.push(key.clone());
        for inner in value.as_object().into_iter().flatten().map(|(inner, _)| inner) {
            names.push(format!("{key}.{inner}"));
        }
    }
    names
}
