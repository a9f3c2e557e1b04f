//! What NĐ30 allows for each length and size (Phụ lục I; domain.md 1.1).

use serde_json::Value;

use crate::assets::toml_file::TomlFile;
use crate::finding::fact::Finding;
use crate::finding::fact::paper::PaperFact;
use crate::model::look::Look;
use crate::model::place::Place;

/// Key, the least and the most, and the point of Phụ lục I.
const ALLOWED: &[(&str, f64, f64, &str)] = &[
    ("/page/width", 210.0, 210.0, "I.1"),
    ("/page/height", 297.0, 297.0, "I.1"),
    ("/page/top", 20.0, 25.0, "I.3"),
    ("/page/bottom", 20.0, 25.0, "I.3"),
    ("/page/left", 30.0, 35.0, "I.3"),
    ("/page/right", 15.0, 20.0, "I.3"),
    ("/body/size", 13.0, 14.0, "II.6"),
    ("/body/indent", 10.0, 12.7, "II.6"),
    ("/body/lines", 1.0, 1.5, "II.6"),
    ("/body/gap", 6.0, f64::INFINITY, "II.6"),
    ("/slip/size", 13.0, 14.0, "II.6"),
    ("/slip/indent", 10.0, 12.7, "II.6"),
    ("/slip/lines", 1.0, 1.5, "II.6"),
    ("/slip/gap", 6.0, f64::INFINITY, "II.6"),
    ("/elements/nation/size", 12.0, 13.0, "II.1"),
    ("/elements/motto/size", 13.0, 14.0, "II.1"),
    ("/elements/upper/size", 12.0, 13.0, "II.2"),
    ("/elements/issuer/size", 12.0, 13.0, "II.2"),
    ("/elements/number/size", 13.0, 13.0, "II.3"),
    ("/elements/place_date/size", 13.0, 14.0, "II.4"),
    ("/elements/kind/size", 13.0, 14.0, "II.5"),
    ("/elements/subject/size", 13.0, 14.0, "II.5"),
    ("/elements/letter_subject/size", 12.0, 13.0, "II.5"),
    ("/elements/legal_bases/size", 13.0, 14.0, "II.6"),
    ("/elements/part/size", 13.0, 14.0, "II.6"),
    ("/elements/part_title/size", 13.0, 14.0, "II.6"),
    ("/elements/section/size", 13.0, 14.0, "II.6"),
    ("/elements/clause/size", 13.0, 14.0, "II.6"),
    ("/elements/authority/size", 13.0, 14.0, "II.7"),
    ("/elements/signer/size", 13.0, 14.0, "II.7"),
    ("/elements/grid/size", 13.0, 14.0, "II.7"),
    ("/elements/addressees/size", 13.0, 14.0, "II.9"),
    ("/elements/recipients_head/size", 12.0, 12.0, "II.9"),
    ("/elements/recipients/size", 11.0, 11.0, "II.9"),
    ("/elements/annex/size", 14.0, 14.0, "III.1"),
    ("/elements/annex_title/size", 13.0, 14.0, "III.1"),
    ("/elements/attached_to/size", 13.0, 14.0, "III.1"),
    ("/elements/page_number/size", 13.0, 14.0, "I.7"),
    ("/rules/issuer", 1.0 / 3.0, 0.5, "II.2"),
    ("/rules/subject", 1.0 / 3.0, 0.5, "II.5"),
    ("/rules/motto", 1.0, 1.0, "II.1"),
];

/// What of a profile lies outside of the law, from the profile at the bottom to the one on top.
#[derive(Default)]
pub(super) struct BeyondLaw(Vec<(&'static str, Finding)>);

impl BeyondLaw {
    /// Looks at what `file` writes; `look` is the profile with it.
    pub(super) fn look_at(&mut self, file: &TomlFile, look: &Look) {
        let values = serde_json::to_value(look).expect("looks are plain data");
        for &(key, least, most, point) in ALLOWED {
            let Some(line) = file.line(key) else { continue };
            // What one profile says is no longer so where the next one says it again.
            self.0.retain(|(known, _)| *known != key);
            let value = values.pointer(key).and_then(Value::as_f64);
            let Some(value) = value.filter(|it| !(least..=most).contains(it)) else { continue };
            let fact = PaperFact::LookBeyondLaw {
                key: key.trim_start_matches('/').replace('/', "."),
                value: words(value),
                least: words(least),
                most: Some(most).filter(|it| it.is_finite()).map(words),
                point,
                line,
            };
            self.0.push((key, Finding::new(fact, Place::file(file.name()), None)));
        }
    }

    /// All of it.
    pub(super) fn findings(self) -> Vec<Finding> {
        self.0.into_iter().map(|(_, finding)| finding).collect()
    }
}

/// A number as a Vietnamese reader writes it, at most two decimals.
fn words(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}
