//! Turns what the engine says into faults with their place and a suggestion.

use std::ops::Range;

use handlebars::RenderError;
use handlebars::RenderErrorReason;
use serde_json::Value;

use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::Source;
use crate::template::helpers;
use crate::template::library::Library;
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

/// The failure of a template that was being filled; the fault may stand in one of the partials.
pub(super) fn failure(
    source: Source<'_>,
    library: &Library,
    error: &RenderError,
    data: &Value,
) -> Failure {
    let partial = error.template_name.as_deref().and_then(|name| library.partial(name));
    let source = partial.map_or(source, |it| Source { path: &it.path, text: &it.text });
    let fault = match error.reason() {
        RenderErrorReason::TemplateError(error) => return syntax(source, error),
        RenderErrorReason::MissingVariable(name) => unknown(name.clone().unwrap_or_default(), data),
        RenderErrorReason::HelperNotFound(name) => no_helper(name),
        RenderErrorReason::NestedError(inner) => match inner.downcast_ref::<Carried>() {
            Some(Carried(TemplateFault::UnknownName { name, .. })) => unknown(name.clone(), data),
            Some(Carried(fault)) => fault.clone(),
            None => TemplateFault::Other(inner.to_string()),
        },
        other => TemplateFault::Other(other.to_string()),
    };
    let start = error.line_no.zip(error.column_no);
    let start = start.map_or(0, |(line, column)| offset(source.text, line, column));
    let span = narrowed(source.text, call(source.text, start), &fault);
    Failure::template_at(source.path, source.text, span, fault)
}

/// The failure of a template that is not well formed.
pub(super) fn syntax(source: Source<'_>, error: &handlebars::TemplateError) -> Failure {
    let (line, column) = error.pos().unwrap_or((1, 1));
    let start = offset(source.text, line, column);
    let end = source.text[start..].find('\n').map_or(source.text.len(), |it| start + it);
    let fault = TemplateFault::Syntax(error.reason().to_string());
    Failure::template_at(source.path, source.text, start..end, fault)
}

/// The fault of naming a helper that does not exist.
pub(super) fn no_helper(name: &str) -> TemplateFault {
    let nearest = suggest::nearest(name, helpers::names()).map(str::to_owned);
    TemplateFault::UnknownName { name: name.to_owned(), nearest }
}

/// The byte at a line and a column, both from 1.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(before..).unwrap_or("");
    let of_line = rest.split('\n').next().unwrap_or("");
    let within = of_line.char_indices().nth(column.saturating_sub(1));
    before + within.map_or(of_line.len(), |(at, _)| at)
}

/// The call `{{…}}` at or after a place.
pub(super) fn call(text: &str, start: usize) -> Range<usize> {
    let start = text[start..].find("{{").map_or(start, |it| start + it);
    let end = text[start..].find("}}").map_or(text.len(), |it| start + it + 2);
    start..end
}

/// The part of a call that a fault names, else all of it.
pub(super) fn narrowed(text: &str, call: Range<usize>, fault: &TemplateFault) -> Range<usize> {
    let name = match fault {
        TemplateFault::UnknownName { name, .. } | TemplateFault::UnknownPartial { name, .. } => {
            name.as_str()
        }
        _ => return call,
    };
    let inside = &text[call.clone()];
    let found = inside.match_indices(name).find(|(at, _)| {
        let is_part = |it: Option<char>| it.is_some_and(|it| it.is_alphanumeric() || it == '_');
        let (before, behind) = (&inside[..*at], &inside[at + name.len()..]);
        !name.is_empty() && !is_part(before.chars().next_back()) && !is_part(behind.chars().next())
    });
    found.map_or(call.clone(), |(at, _)| call.start + at..call.start + at + name.len())
}

fn unknown(name: String, data: &Value) -> TemplateFault {
    let names = names(data);
    let nearest = suggest::nearest(&name, names.iter().map(String::as_str)).map(str::to_owned);
    TemplateFault::UnknownName { name, nearest }
}

/// Names of the data, two levels deep: `nam`, `th.TC12`.
pub(super) fn names(data: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for (key, value) in data.as_object().into_iter().flatten() {
        names.push(key.clone());
        for inner in value.as_object().into_iter().flatten().map(|(inner, _)| inner) {
            names.push(format!("{key}.{inner}"));
        }
    }
    names
}
