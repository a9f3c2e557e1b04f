//! Pieces of sentences that are the same in every language.

use std::collections::BTreeSet;
use std::path::Path;

use rust_decimal::Decimal;

use crate::finding::fact::Named;
use crate::finding::fact::Operand;
use crate::finding::fact::evidence::Evidence;
use crate::finding::fact::evidence::Witness;
use crate::finding::fact::sender::Rival;
use crate::finding::failure::TomlError;
use crate::text::fold;
use crate::text::normal;
use crate::text::number;

/// The most characters of a typed text that a sentence quotes; a cell holds up to 32.767.
const LONGEST: usize = 80;

/// How many of many figures a sentence names.
const FEW: usize = 6;

/// An indicator: `TC12 “Đoàn viên kết nạp mới”`.
pub(super) fn named(indicator: &Named) -> String {
    format!("{} “{}”", indicator.code, indicator.name)
}

/// Text as typed, on one line and without what a terminal would obey, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    let text = normal::clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("“{}…”", text[..end].trim_end()),
        None => format!("“{text}”"),
    }
}

/// A path between quotation marks.
pub(super) fn path(path: &Path) -> String {
    format!("“{}”", path.display())
}

/// What another program said, without the full stop that would stand inside our sentence.
pub(super) fn said(text: &str) -> &str {
    text.trim().trim_end_matches('.')
}

/// Figures that a rule looks at: `CL08 = 10, CL09 = 5`.
pub(super) fn figures(operands: &[Operand]) -> String {
    joined(operands, ", ", |it| format!("{} = {}", it.code, number::plain(it.value)))
}

/// A figure: `CL08 = 10`.
pub(super) fn figure(operand: &Operand) -> String {
    figures(std::slice::from_ref(operand))
}

/// Codes that are added up: `TC02 + TC03`.
pub(super) fn sum(operands: &[Operand]) -> String {
    joined(operands, " + ", |it| it.code.clone())
}

/// What speaks for each reading, the one that most speaks for first.
pub(super) fn by_reading(
    evidence: &[Evidence],
    said: impl Fn(&Witness) -> String,
) -> Vec<(String, Vec<String>)> {
    let mut readings: Vec<(String, Vec<String>)> = Vec::new();
    for Evidence { reading, witness } in evidence {
        let reading = number::plain(*reading);
        match readings.iter_mut().find(|(known, _)| *known == reading) {
            Some((_, all)) => all.push(said(witness)),
            None => readings.push((reading, vec![said(witness)])),
        }
    }
    readings.sort_by_key(|(_, all)| std::cmp::Reverse(all.len()));
    readings
}

/// The first few of many figures: `TC10 = 27.093, TC12 = 1.334, …`.
pub(super) fn some_figures(operands: &[Operand]) -> String {
    let shown = &operands[..operands.len().min(FEW)];
    let more = if operands.len() > FEW { ", …" } else { "" };
    format!("{}{more}", figures(shown))
}

/// The first few of many cells: `F22, G22, F29, …`.
pub(super) fn few(cells: &[String]) -> String {
    let shown = &cells[..cells.len().min(FEW)];
    let more = if cells.len() > FEW { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

/// What makes a stock: `TC01_nt (590) + TC05 (9) - TC06 (10)`.
pub(super) fn balance(plus: &[Operand], minus: &[Operand]) -> String {
    let taken = |it: &Operand| format!(" - {} ({})", it.code, number::plain(it.value));
    let taken: String = minus.iter().map(taken).collect();
    format!("{}{taken}", addends(plus))
}

/// Parts of a total: `TC02 (937) + TC03 (5.491)`.
pub(super) fn addends(operands: &[Operand]) -> String {
    joined(operands, " + ", |it| format!("{} ({})", it.code, number::plain(it.value)))
}

/// A ratio beside the one that was typed, with decimals enough to tell them apart.
pub(super) fn beside(computed: Decimal, typed: Decimal) -> String {
    number::at_most(computed, typed.scale().max(2))
}

/// Whether people are given where their visits are asked for (`lượt người`), or the reverse (K18).
pub(super) fn is_people_for_times(found: &str, expected: &str) -> bool {
    let [found, expected] = [found, expected].map(fold::fold);
    let times = |it: &str| it.starts_with("luot");
    times(&found) != times(&expected) && [&found, &expected].iter().all(|it| it.contains("nguoi"))
}

/// A count for which a number with decimals was probably meant: 25,493 was typed for 25.493.
pub(super) fn in_thousands(value: Decimal) -> Option<Decimal> {
    value.checked_mul(Decimal::ONE_THOUSAND).filter(Decimal::is_integer)
}

/// Cells and what they were taken for: `C7 → TC01, C8 → TC02`.
pub(super) fn pairs(pairs: &[(String, String)]) -> String {
    listed(pairs, |cell, code| format!("{cell} → {code}"))
}

/// Pairs, each in the words given.
pub(super) fn listed(pairs: &[(String, String)], each: impl Fn(&str, &str) -> String) -> String {
    pairs.iter().map(|(one, other)| each(one, other)).collect::<Vec<_>>().join(", ")
}

/// The files of some faults, each once: `campaign.toml, templates/legal/can-cu.toml`.
pub(super) fn files(errors: &[TomlError]) -> String {
    let files: BTreeSet<&str> = errors.iter().map(|it| it.file.as_str()).collect();
    files.into_iter().collect::<Vec<_>>().join(", ")
}

/// The types that a key accepts, in words. A schema writes an optional text `null/string`, and
/// nobody can type a null in TOML.
pub(super) fn types(needs: &str, name: fn(&str) -> &str, or: &str) -> String {
    let types: Vec<&str> = needs.split('/').filter(|it| *it != "null").map(name).collect();
    types.join(or)
}

/// A text as TOML writes it: `"cao-bang (2).xlsx"`.
pub(super) fn toml_text(text: &str) -> String {
    let escaped = |character: char| match character {
        '"' | '\\' => format!("\\{character}"),
        it if it.is_control() => format!("\\u{:04X}", u32::from(it)),
        it => it.to_string(),
    };
    format!("\"{}\"", text.chars().map(escaped).collect::<String>())
}

/// Name of a submission in its folder: `submissions/a.xlsx` is `a.xlsx`.
pub(super) fn file_name(path: &str) -> &str {
    path.strip_prefix("submissions/").unwrap_or(path)
}

/// Lines of campaign.toml by which one file takes the place of others; only the last one if the
/// file has an entry already.
pub(super) fn replaces(file: &str, others: &[Rival], described: bool) -> Vec<String> {
    let old: Vec<String> = others.iter().map(|it| toml_text(file_name(&it.file))).collect();
    let replaces = format!("replaces = [{}]", old.join(", "));
    if described {
        return vec![replaces];
    }
    let file = format!("file = {}", toml_text(file_name(file)));
    vec!["[[collection.files]]".to_owned(), file, replaces]
}

fn joined(operands: &[Operand], between: &str, each: impl Fn(&Operand) -> String) -> String {
    operands.iter().map(each).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_text_stays_on_its_line() {
        assert_eq!(quoted("hai trăm"), "“hai trăm”");
        assert_eq!(quoted(" hai\n\u{1b}[31m  trăm "), "“hai [31m trăm”");
        assert_eq!(quoted(&"ă".repeat(80)), format!("“{}”", "ă".repeat(80)));
        assert_eq!(quoted(&"ă".repeat(81)), format!("“{}…”", "ă".repeat(80)));
    }

    #[test]
    fn people_are_not_their_visits() {
        assert!(is_people_for_times("người", "lượt người"));
        assert!(is_people_for_times("Lượt người", "người"));
        assert!(!is_people_for_times("người", "đơn vị"));
        assert!(!is_people_for_times("lượt người", "lượt người"));
    }

    #[test]
    fn names_of_files_are_written_as_toml_reads_them() {
        assert_eq!(toml_text("Cao Bằng (2).xlsx"), "\"Cao Bằng (2).xlsx\"");
        assert_eq!(toml_text("a\"b\\c\n"), "\"a\\\"b\\\\c\\u000A\"");
    }

    #[test]
    fn thousands_are_offered_only_for_whole_counts() {
        assert_eq!(in_thousands(Decimal::new(25_493, 3)), Some(Decimal::from(25_493)));
        assert_eq!(in_thousands(Decimal::new(125, 1)), Some(Decimal::from(12_500)));
        assert_eq!(in_thousands(Decimal::new(12_345, 4)), None);
        assert_eq!(in_thousands(Decimal::MAX), None);
    }

    #[test]
    fn ratios_that_differ_look_different() {
        let computed = Decimal::new(901_236, 4);
        assert_eq!(beside(computed, Decimal::from(92)), "90,12");
        assert_eq!(beside(computed, Decimal::new(90_123, 3)), "90,124");
    }

    #[test]
    fn types_without_null() {
        let name: fn(&str) -> &str = |it| it;
        assert_eq!(types("string", name, " or "), "string");
        assert_eq!(types("null/string", name, " or "), "string");
        assert_eq!(types("integer/string", name, " or "), "integer or string");
    }
}
