//! Every name that a template may say, with what it stands for today.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::model::catalogue::Indicator;
use crate::model::figure::FigureRef;
use crate::model::measure::Measure;
use crate::template::Names;
use crate::template::mark;
use crate::template::session::Session;
use crate::text::normal;
use crate::text::number;

/// A longer text is cut.
const LONGEST: usize = 60;

/// A name of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variable {
    /// As a template says it: `th.TC12`, `cum.ten`.
    pub name: String,
    /// What it stands for.
    pub meaning: Meaning,
}

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// A figure of an indicator.
    Figure {
        /// Code of the indicator.
        code: String,
        /// Its name.
        indicator: String,
        /// Its unit.
        unit: String,
        /// Which of its figures.
        measure: Measure,
        /// The number; `None` while it is missing.
        number: Option<String>,
    },
    /// Points, a rank or votes.
    Points(Option<String>),
    /// A list.
    List {
        /// How many entries.
        length: usize,
        /// What is said of each, for a list of tables: `ten`, `so_thu_tu`.
        keys: Vec<String>,
        /// The first entry, if it is words.
        first: Option<String>,
    },
    /// Words or a number of the campaign.
    Words(String),
    /// Yes or no, for `{{#if …}}`.
    Truth(bool),
    /// Nothing today.
    Nothing,
}

/// The names, in order; tables within tables by their path.
#[must_use]
pub fn variables(names: &Names, session: &Session<'_>) -> Vec<Variable> {
    let mut all = Vec::new();
    gather("", names.0.data(), session, &mut all);
    all
}

fn gather(path: &str, value: &Value, session: &Session<'_>, all: &mut Vec<Variable>) {
    let Value::Object(entries) = value else {
        let meaning = meaning(value, session);
        all.push(Variable { name: path.to_owned(), meaning });
        return;
    };
    for (key, inner) in entries {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        gather(&path, inner, session, all);
    }
}

fn meaning(value: &Value, session: &Session<'_>) -> Meaning {
    match value {
        Value::Null | Value::Object(_) => Meaning::Nothing,
        Value::Bool(it) => Meaning::Truth(*it),
        Value::Number(it) => Meaning::Words(it.to_string()),
        Value::String(text) => match mark::read(text) {
            Some(reference) => figure(session.meant(reference), session),
            None => Meaning::Words(short(text)),
        },
        Value::Array(items) => list(items),
    }
}

fn figure(figure: FigureRef, session: &Session<'_>) -> Meaning {
    let number = session.value(figure).map(number::plain);
    match (figure, session.indicator(figure)) {
        (FigureRef::Base(id), Some(it)) => Meaning::Figure {
            code: it.code.clone(),
            indicator: it.name.clone(),
            unit: it.unit.clone(),
            measure: id.measure,
            number: session.value(figure).map(|value| in_its_unit(value, it)),
        },
        _ => Meaning::Points(number),
    }
}

/// As the form and the tables print it.
fn in_its_unit(value: Decimal, indicator: &Indicator) -> String {
    number::at_most(value / indicator.factor(), indicator.decimals)
}

fn list(items: &[Value]) -> Meaning {
    let first = items.iter().find_map(Value::as_str).filter(|it| !mark::is_marked(it));
    let keys = items.iter().find_map(Value::as_object);
    let keys = keys.into_iter().flat_map(|it| it.keys().cloned());
    Meaning::List { length: items.len(), keys: keys.collect(), first: first.map(short) }
}

/// A text on one line, cut where it is long.
fn short(text: &str) -> String {
    let text = normal::clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}
