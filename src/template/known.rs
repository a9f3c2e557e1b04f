//! Looks for names that do not exist before a template is filled: also in the branch that is not taken,
//! in arguments that a helper never looks at, and in the partials.
//!
//! What cannot be known is let pass and found when it is filled: names under an empty list, and under
//! what is null today.

use std::collections::BTreeMap;
use std::ops::Range;

use handlebars::Path;
use handlebars::Template;
use handlebars::template::BlockParam;
use handlebars::template::HelperTemplate;
use handlebars::template::Parameter;
use handlebars::template::TemplateElement;
use serde_json::Value;

use crate::finding::failure::Failure;
use crate::finding::failure::TemplateFault;
use crate::template::Source;
use crate::template::fault;
use crate::template::helpers;
use crate::template::library;
use crate::template::library::Library;
use crate::template::node;
use crate::template::node::Missing;
use crate::template::node::Node;
use crate::text::suggest;

/// The most partials that one paper may hold, counted as often as they are named.
const MOST_PARTIALS: usize = 1_000;

/// How deep partials may stand in partials.
const DEEPEST: usize = 16;

/// Helpers of the engine.
const BUILT_IN: [&str; 16] = [
    "if", "unless", "each", "with", "lookup", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or",
    "not", "len", "log",
];

/// Names of the engine's own values.
const LOCALS: [&str; 4] = ["index", "first", "last", "key"];

/// Where names are looked up.
#[derive(Clone, Default)]
struct Scope<'v> {
    at: Node<'v>,
    /// How it is reached from the whole of the data.
    path: String,
    /// Names of `as |…|` and of the arguments of a partial.
    own: BTreeMap<String, Node<'v>>,
}

/// A walk through a template.
pub(super) struct Walk<'v> {
    root: &'v Value,
    library: &'v Library,
    partials: usize,
    depth: usize,
    /// Whether faults are passed over.
    lenient: bool,
    /// Paths of the data that are named, from the whole of it.
    pub(super) used: Vec<String>,
}

/// A fault, and the part of the data that was looked at.
struct Found {
    fault: TemplateFault,
    within: String,
}

impl<'v> Walk<'v> {
    pub(super) fn new(root: &'v Value, library: &'v Library) -> Self {
        Self { root, library, partials: 0, depth: 0, lenient: false, used: Vec::new() }
    }

    /// One that only gathers the names that exist.
    pub(super) fn lenient(root: &'v Value, library: &'v Library) -> Self {
        Self { lenient: true, ..Self::new(root, library) }
    }

    /// Walks a template of a paper.
    ///
    /// # Errors
    /// [`Failure::Template`] at the first name that does not exist.
    pub(super) fn run(&mut self, source: Source<'_>, template: &Template) -> Result<(), Failure> {
        let scope = Scope { at: vec![self.root], ..Scope::default() };
        self.template(source, template, 0, &[scope])
    }

    fn template(
        &mut self,
        source: Source<'_>,
        template: &Template,
        from: usize,
        scopes: &[Scope<'v>],
    ) -> Result<(), Failure> {
        for (index, element) in template.elements.iter().enumerate() {
            let place = template.mapping.get(index);
            let at = place.map_or(from, |it| fault::offset(source.text, it.0, it.1));
            let walked = self.element(source, element, at, scopes);
            if !self.lenient {
                walked?;
            }
        }
        Ok(())
    }

    fn element(
        &mut self,
        source: Source<'_>,
        element: &TemplateElement,
        at: usize,
        scopes: &[Scope<'v>],
    ) -> Result<(), Failure> {
        let call = || fault::call(source.text, at);
        match element {
            TemplateElement::Expression(it) | TemplateElement::HtmlExpression(it) => {
                self.helper(it, scopes).map_err(|found| told(source, call(), found))?;
            }
            TemplateElement::HelperBlock(it) => {
                let given = self.helper(it, scopes).map_err(|found| told(source, call(), found))?;
                self.block(source, it, given, at, scopes)?;
            }
            TemplateElement::PartialExpression(it) => {
                let Some(name) = library::name_of(&it.name) else {
                    let fault =
                        TemplateFault::UnknownPartial { name: "(…)".into(), nearest: None };
                    return Err(Failure::template_at(source.path, source.text, call(), fault));
                };
                let inner = self.partial_scope(&it.params, it.hash.iter(), scopes);
                let inner = inner.map_err(|found| told(source, call(), found))?;
                let within = [scopes, &[inner]].concat();
                self.partial(source, name, call(), &within)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn partial(
        &mut self,
        source: Source<'_>,
        name: &str,
        call: Range<usize>,
        scopes: &[Scope<'v>],
    ) -> Result<(), Failure> {
        let refused = |fault| {
            let span = fault::narrowed(source.text, call.clone(), &fault);
            Err(Failure::template_at(source.path, source.text, span, fault))
        };
        let library = self.library;
        let Some(partial) = library.partial(name) else { return refused(library.unknown(name)) };
        self.partials += 1;
        if self.partials > MOST_PARTIALS || self.depth >= DEEPEST {
            return refused(TemplateFault::TooManyPartials);
        }
        self.depth += 1;
        let inner = Source { path: &partial.path, text: &partial.text };
        self.template(inner, &partial.parsed, 0, scopes)?;
        self.depth -= 1;
        Ok(())
    }

    /// What the names in a partial mean: where it stands, or its argument, and what it is given.
    fn partial_scope<'h>(
        &mut self,
        params: &[Parameter],
        hash: impl Iterator<Item = (&'h String, &'h Parameter)>,
        scopes: &[Scope<'v>],
    ) -> Result<Scope<'v>, Found> {
        let mut scope = scopes.last().cloned().unwrap_or_default();
        if let Some(param) = params.first() {
            (scope.at, scope.path) = self.parameter(param, scopes)?;
        }
        for (key, param) in hash {
            let (node, _) = self.parameter(param, scopes)?;
            scope.own.insert(key.clone(), node);
        }
        Ok(scope)
    }

    /// Looks at a call's helper and arguments; gives what its first argument means.
    fn helper(
        &mut self,
        helper: &HelperTemplate,
        scopes: &[Scope<'v>],
    ) -> Result<(Node<'v>, String), Found> {
        let is_name = !helper.block && helper.params.is_empty() && helper.hash.is_empty();
        match (&helper.name, helper.name.as_name()) {
            (Parameter::Path(path), Some(name)) if is_name && !is_helper(name) => {
                return self.path(path, scopes);
            }
            (_, Some(name)) if !is_helper(name) => {
                return Err(Found { fault: fault::no_helper(name), within: String::new() });
            }
            _ => {}
        }
        let mut first = None;
        for param in &helper.params {
            let meant = self.parameter(param, scopes)?;
            first.get_or_insert(meant);
        }
        // A map without order: by name, so that the same fault is told each time.
        let hash: BTreeMap<&String, &Parameter> = helper.hash.iter().collect();
        hash.into_values().try_for_each(|it| self.parameter(it, scopes).map(|_| ()))?;
        Ok(first.unwrap_or_default())
    }

    fn parameter(
        &mut self,
        parameter: &Parameter,
        scopes: &[Scope<'v>],
    ) -> Result<(Node<'v>, String), Found> {
        match parameter {
            Parameter::Path(path) => self.path(path, scopes),
            Parameter::Subexpression(inner) => match inner.as_element() {
                TemplateElement::Expression(helper) => {
                    let looked =
                        helper.name.as_name() == Some("lookup") || !helper.params.is_empty();
                    let given = self.helper(helper, scopes)?;
                    Ok(if looked { <(Node<'_>, String)>::default() } else { given })
                }
                _ => Ok(<(Node<'_>, String)>::default()),
            },
            _ => Ok(<(Node<'_>, String)>::default()),
        }
    }

    /// The branches of a block. `each` and `with` open a scope; a condition does not.
    fn block(
        &mut self,
        source: Source<'_>,
        helper: &HelperTemplate,
        given: (Node<'v>, String),
        at: usize,
        scopes: &[Scope<'v>],
    ) -> Result<(), Failure> {
        let opened = match helper.name.as_name() {
            Some("each") => Some(node::entries(&given.0)),
            Some("with") => Some(given.0.iter().copied().filter(|it| !it.is_null()).collect()),
            _ => None,
        };
        if let Some(template) = &helper.template {
            match opened {
                Some(node) => {
                    let scope = entered(helper, node, given.1);
                    let within = [scopes, &[scope]].concat();
                    self.template(source, template, at, &within)?;
                }
                None => self.template(source, template, at, scopes)?,
            }
        }
        helper.inverse.as_ref().map_or(Ok(()), |it| self.template(source, it, at, scopes))
    }

    fn path(&mut self, path: &Path, scopes: &[Scope<'v>]) -> Result<(Node<'v>, String), Found> {
        let raw = match path {
            Path::Relative((_, raw)) => raw.as_str(),
            Path::Local((_, name, _)) => {
                let is_known = LOCALS.contains(&name.trim_start_matches('@'));
                let fault = || fault::no_helper(name);
                return if is_known {
                    Ok(<(Node<'_>, String)>::default())
                } else {
                    Err(Found { fault: fault(), within: String::new() })
                };
            }
        };
        let whole = Scope { at: vec![self.root], ..Scope::default() };
        let (mut rest, mut scopes) = (raw, scopes);
        if let Some(behind) = rest.strip_prefix("@root") {
            (rest, scopes) = (behind.trim_start_matches(['.', '/']), std::slice::from_ref(&whole));
        }
        while let Some(behind) = rest.strip_prefix("..") {
            rest = behind.strip_prefix(['/', '.']).unwrap_or(behind);
            scopes = scopes.split_last().map_or(&[][..], |(_, before)| before);
        }
        let Some(scope) = scopes.last() else {
            let fault = TemplateFault::UnknownName { name: raw.to_owned(), nearest: None };
            return Err(Found { fault, within: String::new() });
        };
        let names = node::segments(rest);
        let own = names.first().and_then(|it| scopes.iter().rev().find_map(|s| s.own.get(it)));
        let (start, steps) = match own {
            Some(node) => (node.clone(), &names[1..]),
            None => (scope.at.clone(), &names[..]),
        };
        let reached = node::follow(start, steps, &scope.path, own.is_some())
            .map_err(|(missing, within)| self.unknown(raw, &missing, within))?;
        if own.is_none() {
            self.used.push(reached.1.clone());
        }
        Ok(reached)
    }

    /// The fault of a path that breaks off at a name, with what was probably meant.
    fn unknown(&self, raw: &str, missing: &Missing<'_, '_>, within: String) -> Found {
        let siblings: Vec<&str> = missing
            .among
            .iter()
            .filter_map(|it| it.as_object())
            .flat_map(|it| it.keys().map(String::as_str))
            .collect();
        let near = suggest::nearest(missing.name, siblings.iter().copied()).map(str::to_owned);
        let near = near.map(|it| raw.replacen(missing.name, &it, 1)).or_else(|| {
            let names = fault::names(self.root);
            suggest::nearest(raw, names.iter().map(String::as_str)).map(str::to_owned)
        });
        Found { fault: TemplateFault::UnknownName { name: raw.to_owned(), nearest: near }, within }
    }
}

/// The scope inside a block, with the names of `as |…|`.
fn entered<'v>(helper: &HelperTemplate, node: Node<'v>, path: String) -> Scope<'v> {
    let mut own = BTreeMap::new();
    let mut name = |it: &Parameter, node| it.as_name().map(|it| own.insert(it.to_owned(), node));
    match &helper.block_param {
        Some(BlockParam::Single(it)) => {
            name(it, node.clone());
        }
        Some(BlockParam::Pair((it, index))) => {
            name(it, node.clone());
            name(index, Vec::new());
        }
        _ => {}
    }
    Scope { at: node, path, own }
}

fn is_helper(name: &str) -> bool {
    BUILT_IN.contains(&name) || helpers::names().any(|it| it == name)
}

fn told(source: Source<'_>, call: Range<usize>, found: Found) -> Failure {
    let span = fault::narrowed(source.text, call, &found.fault);
    let failure = Failure::template_at(source.path, source.text, span, found.fault);
    match failure {
        Failure::Template(mut error) => {
            error.within = found.within;
            Failure::Template(error)
        }
        other => other,
    }
}
