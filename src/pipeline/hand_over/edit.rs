//! Edits of a TOML text that leave all else as it was.

use toml_edit::Array;
use toml_edit::ArrayOfTables;
use toml_edit::DocumentMut;
use toml_edit::Item;
use toml_edit::Table;
use toml_edit::TableLike;
use toml_edit::Value;

/// The longest line of a comment, in characters.
const WIDEST: usize = 100;

/// Lines of a comment.
pub(super) fn comment(text: &str) -> String {
    text.trim().lines().map(wrapped).collect()
}

/// One line, broken between words; what is indented is an example and stays as it is.
fn wrapped(line: &str) -> String {
    if line.starts_with(' ') {
        return format!("# {line}\n");
    }
    let (mut text, mut width) = (String::new(), WIDEST);
    for word in line.split_whitespace() {
        let length = word.chars().count() + 1;
        if width + length > WIDEST {
            text.push_str(if text.is_empty() { "#" } else { "\n#" });
            width = 1;
        }
        text.push(' ');
        text.push_str(word);
        width += length;
    }
    format!("{text}\n")
}

/// Gives a key its value; `note` takes the place of the comment above it.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: impl Into<Value>, note: &str) {
    table.insert(key, Item::Value(value.into()));
    annotate(table, key, note);
}

/// Replaces the comment above a key.
pub(super) fn annotate(table: &mut dyn TableLike, key: &str, note: &str) {
    if let Some(mut key) = table.key_mut(key) {
        key.leaf_decor_mut().set_prefix(comment(note));
    }
}

/// Empties a list, also one that was not there; the comment above it goes with what it spoke of.
pub(super) fn empty(table: &mut dyn TableLike, key: &str, note: &str) {
    set(table, key, Array::new(), note);
}

/// Removes keys.
pub(super) fn remove(table: &mut dyn TableLike, keys: &[&str]) {
    for key in keys {
        table.remove(key);
    }
}

/// The comment above a table.
pub(super) fn head(table: &mut Table, note: &str) {
    table.decor_mut().set_prefix(format!("\n{}", comment(note)));
}

/// More words under the comment above a table.
pub(super) fn head_more(table: &mut Table, note: &str) {
    let before = table.decor().prefix().and_then(|it| it.as_str()).unwrap_or("\n").to_owned();
    table.decor_mut().set_prefix(format!("{before}{}", comment(note)));
}

/// A table of the file, made if it is not there; one that is written in braces becomes one with a
/// header.
pub(super) fn table<'a>(document: &'a mut DocumentMut, key: &str) -> Option<&'a mut Table> {
    let item = document.entry(key).or_insert_with(|| Item::Table(Table::new()));
    let owned = std::mem::take(item);
    *item = match owned.into_table() {
        Ok(table) => Item::Table(table),
        Err(other) => other,
    };
    item.as_table_mut()
}

/// A list of tables, if the table has it; one that is written in brackets becomes one with headers.
pub(super) fn list<'a>(table: &'a mut dyn TableLike, key: &str) -> Option<&'a mut ArrayOfTables> {
    let item = table.get_mut(key)?;
    let owned = std::mem::take(item);
    *item = match owned.into_array_of_tables() {
        Ok(tables) => Item::ArrayOfTables(tables),
        Err(other) => other,
    };
    item.as_array_of_tables_mut()
}

/// Writes every text of a list anew.
pub(super) fn each_text(array: &mut Array, change: &dyn Fn(&str) -> String) {
    for value in array.iter_mut() {
        let Some(text) = value.as_str().map(change) else { continue };
        let decor = value.decor().clone();
        *value = text.into();
        *value.decor_mut() = decor;
    }
}
