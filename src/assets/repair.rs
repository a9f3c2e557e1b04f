//! Stand-ins for what is wrong in a TOML file, so that the rest of it can be looked at in the same
//! run. What is mended here is never used: a file with faults is a failure.

use jsonschema::ValidationError;
use serde_json::Value;

use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;

/// A year that every calendar has.
const SOME_YEAR: i64 = 2000;

/// Mends in `json` what `error` says is wrong.
pub(super) fn mend(
    json: &mut Value,
    schema: &Value,
    error: &ValidationError<'_>,
    faults: &[TomlError],
) {
    let pointer = error.instance_path().as_str();
    let Some(place) = json.pointer_mut(pointer) else { return };
    let keyword = error.schema_path().as_str();
    let own_schema = keyword.rsplit_once('/').and_then(|(parent, _)| schema.pointer(parent));
    for fault in faults {
        match &fault.fault {
            TomlFault::UnknownKey { key, nearest } => {
                let Some(object) = place.as_object_mut() else { continue };
                let value = object.remove(key);
                if let (Some(nearest), Some(value)) = (nearest, value) {
                    // A misspelt key is read as the one that was probably meant.
                    object.insert(nearest.clone(), value);
                }
            }
            TomlFault::MissingKey { key } => {
                let Some(object) = place.as_object_mut() else { continue };
                let of_key = own_schema.and_then(|it| it.pointer(&format!("/properties/{key}")));
                object.entry(key.clone()).or_insert_with(|| stand_in(of_key));
            }
            _ => *place = stand_in(own_schema),
        }
    }
}

/// The plainest value that a schema allows.
fn stand_in(schema: Option<&Value>) -> Value {
    let get = |key: &str| schema.and_then(|it| it.get(key));
    if let Some(first) = get("enum").and_then(Value::as_array).and_then(|it| it.first()) {
        return first.clone();
    }
    match get("type").and_then(Value::as_str) {
        Some("integer" | "number") => Value::from(SOME_YEAR),
        Some("boolean") => Value::Bool(false),
        Some("array") => Value::Array(Vec::new()),
        Some("object") => {
            let required = get("required").and_then(Value::as_array).into_iter().flatten();
            let keys = required.filter_map(Value::as_str);
            let entry = |key: &str| {
                let of_key = schema.and_then(|it| it.pointer(&format!("/properties/{key}")));
                (key.to_owned(), stand_in(of_key))
            };
            Value::Object(keys.map(entry).collect())
        }
        _ => Value::String(String::new()),
    }
}
