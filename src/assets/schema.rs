//! JSON Schemas of the TOML files, made from the Rust types that read them.
//!
//! The same schema completes the file in an editor (it lies in `docs/schemas`) and finds its
//! faults in [`TomlFile::decode`](crate::assets::toml_file::TomlFile::decode).

use std::any::TypeId;
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;

use jsonschema::Validator;
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

/// The schema of `T`, without references and without `null`, which TOML does not have.
#[must_use]
pub fn of<T: JsonSchema>() -> Value {
    let settings = SchemaSettings::draft2020_12().with(|it| it.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<T>().to_value();
    simplify(&mut schema);
    schema
}

/// A schema with what holds files against it.
pub(super) struct Known {
    pub(super) schema: Value,
    pub(super) validator: Validator,
}

/// The schema of `T` as [`of`] makes it; made once, since a campaign has a score of files of one type.
pub(super) fn known<T: JsonSchema + 'static>() -> &'static Known {
    static ALL: Mutex<BTreeMap<TypeId, &'static Known>> = Mutex::new(BTreeMap::new());
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    all.entry(TypeId::of::<T>()).or_insert_with(|| {
        let schema = of::<T>();
        let validator = jsonschema::validator_for(&schema)
            .expect("a schema made from a Rust type is a valid schema");
        Box::leak(Box::new(Known { schema, validator }))
    })
}

/// The schema of a file that may rest on another one (`extends`), so that no key of `T` is needed in it.
#[must_use]
pub fn partial<T: JsonSchema>() -> Value {
    let mut schema = of::<T>();
    need_nothing(&mut schema);
    schema
}

fn need_nothing(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("required").is_some_and(Value::is_array) {
                object.remove("required");
            }
            object.values_mut().for_each(need_nothing);
        }
        Value::Array(items) => items.iter_mut().for_each(need_nothing),
        _ => {}
    }
}

/// Keys that the object schema allows whose keyword stands at `keyword_path`.
pub(crate) fn known_keys(schema: &Value, keyword_path: &str) -> Vec<String> {
    let parent = keyword_path.rsplit_once('/').map_or("", |(parent, _)| parent);
    let properties = schema.pointer(&format!("{parent}/properties")).and_then(Value::as_object);
    properties.map(|keys| keys.keys().cloned().collect()).unwrap_or_default()
}

/// Rewrites what schemars makes of `Option` and of enums with documented variants.
fn simplify(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Array(types)) = object.get("type") {
                let kept: Vec<Value> = types.iter().filter(|it| *it != "null").cloned().collect();
                if let [only] = kept.as_slice() {
                    object.insert("type".to_owned(), only.clone());
                }
            }
            if object.get("default").is_some_and(Value::is_null) {
                object.remove("default");
            }
            if let Some(only) = single_alternative(object.get("anyOf")) {
                object.remove("anyOf");
                for (key, value) in only {
                    object.entry(key).or_insert(value);
                }
            }
            if let Some(words) = documented_words(object.get("oneOf")) {
                object.remove("oneOf");
                object.insert("type".to_owned(), Value::from("string"));
                object.insert("enum".to_owned(), Value::Array(words));
            }
            object.values_mut().for_each(simplify);
        }
        Value::Array(items) => items.iter_mut().for_each(simplify),
        _ => {}
    }
}

/// The one alternative of `anyOf: [{…}, {"type": "null"}]`.
fn single_alternative(any_of: Option<&Value>) -> Option<serde_json::Map<String, Value>> {
    let alternatives = any_of?.as_array()?;
    let mut real = alternatives.iter().filter(|it| it.get("type") != Some(&Value::from("null")));
    let only = real.next()?.as_object()?.clone();
    real.next().is_none().then_some(only)
}

/// The words of `oneOf: [{"const": "a", "description": …}, …]`.
fn documented_words(one_of: Option<&Value>) -> Option<Vec<Value>> {
    one_of?.as_array()?.iter().map(|it| it.get("const").cloned()).collect()
}
