//! What each fuzz target does with its bytes; the test `tests/suite/fuzz.rs` does the same with
//! the committed seeds and what it makes of them.

use thidua::model::campaign::Unit;
use thidua::model::document::Signer;
use thidua::model::id::UnitId;
use thidua::model::unit_names::UnitNames;
use thidua::read::workbook;
use thidua::read::workbook::worker::message;
use thidua::text::fold;
use thidua::text::typed;
use thidua::text::typed::Typed;
use thidua::text::unit_name::UnitName;

/// The look into a zip ends with yes or no.
pub(crate) fn prescan(bytes: &[u8]) {
    let _ = workbook::prescan(bytes);
}

/// A number means the same with spaces around it, and never more digits than were typed.
pub(crate) fn numbers(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read = typed::read(text);
    assert_eq!(typed::read(&format!(" {text} ")), read, "{text:?}");
    for read in [read.clone(), read.whole()] {
        if let Typed::One(number, _) = read {
            assert!(number.scale() <= 28, "{text:?}");
        }
    }
}

/// A folded name is plain, and finds its unit as the name does.
pub(crate) fn names(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let key = fold::fold(text);
    assert!(key.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()), "{text:?}");
    assert_eq!(fold::fold(&key), key, "{text:?}");
    assert!(fold::is_slug(&fold::slug(text)), "{text:?}");
    let names = UnitNames::of(&[unit("Cao Bằng"), unit(text)]);
    let found = names.find(text);
    let [name, other] = [text, "Cao Bằng"].map(UnitName::of);
    if name.bare().is_empty() {
        assert_eq!(found, None, "{text:?}");
    } else {
        let expected = (name.keys[0] != other.keys[0]).then_some(UnitId(1));
        assert_eq!(found, expected, "{text:?}");
    }
}

fn unit(name: &str) -> Unit {
    Unit {
        code: String::new(),
        name: name.to_owned(),
        full_name: name.to_owned(),
        heading: Vec::new(),
        identity: String::new(),
        group: None,
        place: String::new(),
        aliases: Vec::new(),
        signer: Signer::default(),
        own_data: serde_json::Value::Null,
    }
}

/// What a worker says is a workbook that can be said again, a refusal, or nothing.
pub(crate) fn messages(mut bytes: &[u8]) {
    let Ok(read) = message::receive(&mut bytes) else { return };
    let mut said = Vec::new();
    message::send(&mut said, &read).expect("a vector takes everything");
    let again = message::receive(&mut said.as_slice()).expect("what was read can be said");
    assert_eq!(again, read);
}
