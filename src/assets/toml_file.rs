//! A TOML file with spans: every fault at once, each with its line.
//!
//! The file is read into a JSON value beside a map from JSON pointers to places. The JSON Schema
//! of the Rust type (the one that editors use too) finds unknown keys and wrong types; what only
//! the program can know (duplicates, dangling references) is added with [`TomlFile::fault_at`].

use std::collections::BTreeMap;
use std::ops::Range;

use jsonschema::JsonType;
use jsonschema::ValidationError;
use jsonschema::error::TypeKind;
use jsonschema::error::ValidationErrorKind;
use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::Value;
use toml::Spanned;
use toml::de::DeTable;
use toml::de::DeValue;

use crate::assets::repair;
use crate::assets::schema;
use crate::assets::schema::Known;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::text::normal;
use crate::text::suggest;

/// A TOML file that is well formed TOML.
#[derive(Debug)]
pub struct TomlFile {
    name: String,
    text: String,
    json: Value,
    places: BTreeMap<String, Place>,
}

/// What became of decoding a file.
#[derive(Debug)]
pub struct Decoded<T> {
    /// The value; with faults it holds stand-ins and serves only to find more of them.
    pub value: Option<T>,
    /// What is wrong, from the top.
    pub faults: Vec<TomlError>,
}

impl<T> Decoded<T> {
    /// The value, if nothing is wrong.
    ///
    /// # Errors
    /// [`Failure::Toml`] with every fault.
    pub fn sound(self) -> Result<T, Failure> {
        match self.value {
            Some(value) if self.faults.is_empty() => Ok(value),
            _ => Err(Failure::Toml(self.faults)),
        }
    }
}

/// Joins what the decoded value revealed to the faults of one file, from the top. What lies where a
/// stand-in was put says nothing new.
pub(super) fn join(faults: &mut Vec<TomlError>, found: Vec<TomlError>) {
    let known: Vec<Range<usize>> = faults.iter().map(|it| it.span.clone()).collect();
    faults.extend(found.into_iter().filter(|it| !known.contains(&it.span)));
    faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
}

/// Where a key and its value stand.
#[derive(Debug, Clone)]
struct Place {
    key: Range<usize>,
    value: Range<usize>,
}

impl TomlFile {
    /// Parses `text`; `name` is the path that messages show.
    ///
    /// # Errors
    /// Every syntax error, or the place of a character that the program reserves for itself.
    pub fn parse(name: &str, text: String) -> Result<Self, Vec<TomlError>> {
        let (table, errors) = DeTable::parse_recoverable(&text);
        let mut faults: Vec<TomlError> = errors
            .iter()
            .map(|error| TomlError {
                file: name.to_owned(),
                text: text.clone(),
                span: error.span().unwrap_or(0..0),
                fault: TomlFault::Syntax(error.message().to_owned()),
            })
            .collect();
        for (at, character) in text.char_indices() {
            if normal::has_private_marks(character.encode_utf8(&mut [0; 4])) {
                faults.push(TomlError {
                    file: name.to_owned(),
                    text: text.clone(),
                    span: at..at + character.len_utf8(),
                    fault: TomlFault::Malformed {
                        text: format!("U+{:04X}", u32::from(character)),
                        needs: Needs::Character,
                    },
                });
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut places = BTreeMap::new();
        let json = table_to_json(table.get_ref(), "", &mut places);
        Ok(Self { name: name.to_owned(), text, json, places })
    }

    /// The path that messages show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What is written, as JSON.
    #[must_use]
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// The text at `pointer`, if a text is written there.
    #[must_use]
    pub fn word(&self, pointer: &str) -> Option<&str> {
        self.json.pointer(pointer).and_then(Value::as_str)
    }

    /// The line on which the value of `pointer` begins, from 1; `None` if it is not written here.
    #[must_use]
    pub fn line(&self, pointer: &str) -> Option<usize> {
        let start = self.places.get(pointer)?.value.start;
        Some(self.text[..start].matches('\n').count() + 1)
    }

    /// This file laid over `base`: what it does not write is as there. Tables are joined key by key,
    /// everything else is taken whole.
    #[must_use]
    pub fn over(mut self, base: Value) -> Self {
        self.json = laid_over(base, self.json);
        self
    }

    /// Decodes the file as `T` after holding it against the schema of `T`. A file with faults is
    /// decoded with stand-ins in their places, so that what comes after can find its faults too.
    #[must_use]
    pub fn decode<T: DeserializeOwned + JsonSchema + 'static>(&self) -> Decoded<T> {
        let Known { schema, validator } = schema::known::<T>();
        let mut faults = Vec::new();
        let mut mended = self.json.clone();
        for error in validator.iter_errors(&self.json) {
            let found = self.faults(schema, &error);
            repair::mend(&mut mended, schema, &error, &found);
            faults.extend(found);
        }
        faults.sort_by_key(|fault| (fault.span.start, fault.span.end));
        let value = serde_json::from_value(mended);
        if let (true, Err(error)) = (faults.is_empty(), &value) {
            faults.push(self.fault_at("", TomlFault::Other(error.to_string())));
        }
        Decoded { value: value.ok(), faults }
    }

    /// A fault at the value that `pointer` names, such as `/units/3/code`; at the nearest parent
    /// that exists when the value is not written.
    #[must_use]
    pub fn fault_at(&self, pointer: &str, fault: TomlFault) -> TomlError {
        let span = self.place(pointer).map_or(0..0, |place| place.value.clone());
        TomlError { file: self.name.clone(), text: self.text.clone(), span, fault }
    }

    fn place(&self, pointer: &str) -> Option<&Place> {
        let mut pointer = pointer;
        loop {
            if let Some(place) = self.places.get(pointer) {
                return Some(place);
            }
            pointer = &pointer[..pointer.rfind('/')?];
        }
    }

    fn faults(&self, schema: &Value, error: &ValidationError<'_>) -> Vec<TomlError> {
        let pointer = error.instance_path().as_str();
        match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let known = schema::known_keys(schema, error.schema_path().as_str());
                unexpected.iter().map(|key| self.unknown_key(pointer, key, &known)).collect()
            }
            ValidationErrorKind::Required { property } => {
                let key = property.as_str().unwrap_or_default().to_owned();
                vec![self.missing_key(pointer, key)]
            }
            kind => vec![self.fault_at(pointer, value_fault(kind, error))],
        }
    }

    fn unknown_key(&self, parent: &str, key: &str, known: &[String]) -> TomlError {
        let pointer = format!("{parent}/{}", escape(key));
        let span = self.place(&pointer).map_or(0..0, |place| place.key.clone());
        let nearest = suggest::nearest(key, known.iter().map(String::as_str)).map(str::to_owned);
        let fault = TomlFault::UnknownKey { key: key.to_owned(), nearest };
        TomlError { file: self.name.clone(), text: self.text.clone(), span, fault }
    }

    fn missing_key(&self, parent: &str, key: String) -> TomlError {
        // The span of a table is its header line; of the whole file, its first character.
        self.fault_at(parent, TomlFault::MissingKey { key })
    }
}

fn value_fault(kind: &ValidationErrorKind, error: &ValidationError<'_>) -> TomlFault {
    match kind {
        ValidationErrorKind::Type { kind: TypeKind::Single(needs) } => {
            TomlFault::WrongType { needs: needs.to_string() }
        }
        ValidationErrorKind::Type { kind: TypeKind::Multiple(needs) } => TomlFault::WrongType {
            needs: needs.iter().map(|it: JsonType| it.to_string()).collect::<Vec<_>>().join("/"),
        },
        ValidationErrorKind::Enum { options } => {
            let allowed: Vec<String> = options
                .as_array()
                .map(|all| all.iter().filter_map(Value::as_str).map(str::to_owned).collect())
                .unwrap_or_default();
            let value = error
                .instance()
                .as_str()
                .map_or_else(|| error.instance().to_string(), str::to_owned);
            let nearest =
                suggest::nearest(&value, allowed.iter().map(String::as_str)).map(str::to_owned);
            TomlFault::NotOneOf { value, allowed, nearest }
        }
        ValidationErrorKind::Minimum { limit } => {
            let within = [Some(limit.to_string()), None];
            TomlFault::OutOfRange { value: error.instance().to_string(), within }
        }
        ValidationErrorKind::Maximum { limit } => {
            let within = [None, Some(limit.to_string())];
            TomlFault::OutOfRange { value: error.instance().to_string(), within }
        }
        _ => TomlFault::Other(error.to_string()),
    }
}

fn laid_over(base: Value, above: Value) -> Value {
    match (base, above) {
        (Value::Object(mut base), Value::Object(above)) => {
            for (key, value) in above {
                let below = base.remove(&key).unwrap_or(Value::Null);
                base.insert(key, laid_over(below, value));
            }
            Value::Object(base)
        }
        (_, above) => above,
    }
}

/// Escapes a key for a JSON pointer (RFC 6901).
fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

fn table_to_json(
    table: &DeTable<'_>,
    pointer: &str,
    places: &mut BTreeMap<String, Place>,
) -> Value {
    let mut object = serde_json::Map::new();
    for (key, value) in table {
        let here = format!("{pointer}/{}", escape(key.get_ref()));
        places.insert(here.clone(), Place { key: key.span(), value: value.span() });
        object.insert(key.get_ref().to_string(), value_to_json(value, &here, places));
    }
    Value::Object(object)
}

fn value_to_json(
    value: &Spanned<DeValue<'_>>,
    pointer: &str,
    places: &mut BTreeMap<String, Place>,
) -> Value {
    match value.get_ref() {
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::String(number.as_str().to_owned()), Value::from),
        // Decimals are written as text in these files; a float is shown to the schema as it is.
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .ok()
            .and_then(serde_json::Number::from_f64)
            .map_or_else(|| Value::String(number.as_str().to_owned()), Value::Number),
        DeValue::Boolean(yes) => Value::Bool(*yes),
        DeValue::Datetime(date) => Value::String(date.to_string()),
        DeValue::Array(items) => {
            let mut array = Vec::new();
            for (index, item) in items.iter().enumerate() {
                let here = format!("{pointer}/{index}");
                places.insert(here.clone(), Place { key: item.span(), value: item.span() });
                array.push(value_to_json(item, &here, places));
            }
            Value::Array(array)
        }
        DeValue::Table(table) => table_to_json(table, pointer, places),
    }
}
