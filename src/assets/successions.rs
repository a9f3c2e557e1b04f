//! Mergers and splits: `templates/successions/*.toml`, and those of a campaign.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::assets::campaign_file::time::SplitTable;
use crate::assets::campaign_file::time::SuccessionTable;
use crate::assets::templates::Templates;
use crate::assets::toml_file::TomlFile;
use crate::finding::failure::Failure;
use crate::finding::failure::Needs;
use crate::finding::failure::SuccessionFault;
use crate::finding::failure::TomlError;
use crate::finding::failure::TomlFault;
use crate::model::succession::SINCE;
use crate::model::succession::Split;
use crate::model::succession::Succession;
use crate::model::succession::Successions;
use crate::text::date::Date;
use crate::text::fold;

/// Folder of the mergers and splits that all campaigns know.
const FOLDER: &str = "successions";

/// Mergers and splits that all campaigns know.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SuccessionFile {
    /// Identities that stay what they were.
    #[serde(default)]
    pub unchanged: Vec<String>,
    /// Mergers.
    #[serde(default)]
    pub successions: Vec<SuccessionTable>,
    /// Splits.
    #[serde(default)]
    pub splits: Vec<SplitTable>,
}

/// Reads every file of `templates/successions`.
///
/// # Errors
/// [`Failure::Toml`] with every fault of the files.
pub fn read(templates: &Templates) -> Result<Successions, Failure> {
    let mut known = Successions::default();
    let mut faults = Vec::new();
    for name in templates.names(FOLDER)?.iter().filter(|it| it.ends_with(".toml")) {
        let path = format!("{FOLDER}/{name}");
        let text = templates.text(&path)?;
        let source = TomlFile::parse(&format!("templates/{path}"), text).map_err(Failure::Toml)?;
        let file: SuccessionFile = source.decode().sound()?;
        faults.extend(add(&mut known, &source, file.successions, file.splits));
        for (index, body) in file.unchanged.iter().enumerate() {
            if let Some(end) = known.end(body) {
                let fault = SuccessionFault::EndsTwice { body: body.clone(), on: end.on };
                let at = format!("/unchanged/{index}");
                faults.push(source.fault_at(&at, TomlFault::Succession(fault)));
            }
        }
    }
    if faults.is_empty() { Ok(known) } else { Err(Failure::Toml(faults)) }
}

/// Adds the mergers and splits of a file to those known, beside what is wrong with them. One that
/// is wrong is left out.
pub(super) fn add(
    known: &mut Successions,
    source: &TomlFile,
    mergers: Vec<SuccessionTable>,
    splits: Vec<SplitTable>,
) -> Vec<TomlError> {
    let mut adding = Adding { known, source, faults: Vec::new() };
    for (index, table) in mergers.into_iter().enumerate() {
        adding.merger(&format!("/successions/{index}"), table);
    }
    for (index, table) in splits.into_iter().enumerate() {
        adding.split(&format!("/splits/{index}"), table);
    }
    adding.faults
}

struct Adding<'a> {
    known: &'a mut Successions,
    source: &'a TomlFile,
    faults: Vec<TomlError>,
}

impl Adding<'_> {
    fn merger(&mut self, at: &str, table: SuccessionTable) {
        let from = Ends { key: "from", bodies: &table.from };
        let into = Ends { key: "into", bodies: std::slice::from_ref(&table.into) };
        if let Some(on) = self.sound(at, &table.on, from, into) {
            let SuccessionTable { from, into, .. } = table;
            self.known.mergers.push(Succession { from, into, on });
        }
    }

    fn split(&mut self, at: &str, table: SplitTable) {
        let from = Ends { key: "from", bodies: std::slice::from_ref(&table.from) };
        let into = Ends { key: "into", bodies: &table.into };
        let few = table.into.len() < 2;
        if few {
            self.fault(&format!("{at}/into"), TomlFault::Succession(SuccessionFault::NotEnough));
        }
        let on = self.sound(at, &table.on, from, into).filter(|_| !few);
        if let Some(on) = on {
            let SplitTable { from, into, .. } = table;
            self.known.splits.push(Split { from, into, on });
        }
    }

    /// The first day of the new bodies, if the step from the old ones to them is possible.
    fn sound(&mut self, at: &str, on: &str, from: Ends<'_>, into: Ends<'_>) -> Option<Date> {
        let before = self.faults.len();
        let Ok(on) = on.parse::<Date>() else {
            let fault = TomlFault::Malformed { text: on.to_owned(), needs: Needs::Date };
            self.fault(&format!("{at}/on"), fault);
            return None;
        };
        if from.bodies.is_empty() {
            self.fault(&format!("{at}/from"), TomlFault::Succession(SuccessionFault::NotEnough));
        }
        for side in [from, into] {
            self.names(at, side);
        }
        for (index, body) in from.bodies.iter().enumerate() {
            let fault = self.end_fault(body, on, into.bodies);
            self.step(&from.place(at, index), fault);
        }
        // What is wrong with the old bodies says enough.
        let ends_well = self.faults.len() == before;
        for (index, body) in into.bodies.iter().enumerate().filter(|_| ends_well) {
            let fault = self.begin_fault(body, on);
            self.step(&into.place(at, index), fault);
        }
        (self.faults.len() == before).then_some(on)
    }

    /// Identities are written as such, each once.
    fn names(&mut self, at: &str, side: Ends<'_>) {
        for (index, body) in side.bodies.iter().enumerate() {
            let place = side.place(at, index);
            if !is_identity(body) {
                let fault = TomlFault::Malformed { text: body.clone(), needs: Needs::Identity };
                self.fault(&place, fault);
            }
            if side.bodies[..index].contains(body) {
                self.fault(&place, TomlFault::Duplicate { code: body.clone() });
            }
        }
    }

    fn end_fault(&self, body: &str, on: Date, into: &[String]) -> Option<SuccessionFault> {
        let body = body.to_owned();
        if into.iter().any(|it| self.comes_of(&body, it)) {
            return Some(SuccessionFault::Circle { body });
        }
        if let Some(end) = self.known.end(&body) {
            return Some(SuccessionFault::EndsTwice { on: end.on, body });
        }
        let begins = self.known.begin(&body).filter(|begins| *begins >= on);
        begins.map(|begins| SuccessionFault::EndsBeforeItBegins { body, begins, ends: on })
    }

    fn begin_fault(&self, body: &str, on: Date) -> Option<SuccessionFault> {
        let body = body.to_owned();
        if let Some(began) = self.known.begin(&body) {
            return Some(SuccessionFault::BeginsTwice { body, on: began });
        }
        if let Some(end) = self.known.end(&body).filter(|end| end.on <= on) {
            let ends = end.on;
            return Some(SuccessionFault::EndsBeforeItBegins { body, begins: on, ends });
        }
        let month = body.split_once(SINCE).map(|(_, month)| month.to_owned());
        let own = format!("{}-{:02}", on.year(), on.month());
        month.filter(|it| *it != own).map(|_| SuccessionFault::OtherMonth { body, on })
    }

    /// Whether a body is another, or comes of it through what is known.
    fn comes_of(&self, body: &str, other: &str) -> bool {
        let mut seen = BTreeSet::new();
        let mut waiting = vec![other.to_owned()];
        while let Some(next) = waiting.pop() {
            if next == body {
                return true;
            }
            let end = self.known.end(&next);
            if seen.insert(next.clone()) {
                waiting.extend(end.into_iter().flat_map(|it| it.into.iter().cloned()));
            }
        }
        false
    }

    fn step(&mut self, at: &str, fault: Option<SuccessionFault>) {
        if let Some(fault) = fault {
            self.fault(at, TomlFault::Succession(fault));
        }
    }

    fn fault(&mut self, at: &str, fault: TomlFault) {
        self.faults.push(self.source.fault_at(at, fault));
    }
}

/// The bodies of one side of a step, and where they are written.
#[derive(Clone, Copy)]
struct Ends<'a> {
    key: &'static str,
    bodies: &'a [String],
}

impl Ends<'_> {
    /// The place of a body; a key that holds one text has no places inside, and stands for it.
    fn place(&self, at: &str, index: usize) -> String {
        format!("{at}/{}/{index}", self.key)
    }
}

/// Whether a text is `quang-ngai` or `quang-ngai@2025-07`.
pub(super) fn is_identity(text: &str) -> bool {
    let (stem, month) = match text.split_once(SINCE) {
        Some((stem, month)) => (stem, Some(month)),
        None => (text, None),
    };
    let is_month = |it: &str| format!("{it}-01").parse::<Date>().is_ok();
    fold::is_slug(stem) && month.is_none_or(is_month)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    use crate::text::provinces::PROVINCES;

    /// The faults of a file, as words and the text at which they stand.
    fn faults(text: &str) -> Vec<(TomlFault, String)> {
        let source = TomlFile::parse("a.toml", text.to_owned()).unwrap();
        let file: SuccessionFile = source.decode().sound().unwrap();
        let mut known = Successions::default();
        let found = add(&mut known, &source, file.successions, file.splits);
        found.into_iter().map(|it| (it.fault, it.text[it.span].to_owned())).collect()
    }

    fn merger(from: &str, into: &str, on: &str) -> String {
        format!("[[successions]]\nfrom = [{from}]\ninto = \"{into}\"\non = \"{on}\"\n")
    }

    #[test]
    fn the_provinces_of_2025_are_all_there() {
        let templates = Templates::of(Path::new("nowhere"));
        let known = read(&templates).unwrap();
        let text = templates.text("successions/tinh-2025.toml").unwrap();
        let source = TomlFile::parse("a.toml", text).unwrap();
        let unchanged = source.decode::<SuccessionFile>().sound().unwrap().unchanged;
        assert_eq!((known.mergers.len(), known.splits.len(), unchanged.len()), (23, 0, 11));
        let ended: BTreeSet<&str> =
            known.iter().flat_map(|it| &it.from).map(String::as_str).collect();
        let kept: BTreeSet<&str> = unchanged.iter().map(String::as_str).collect();
        let slugs: Vec<String> = PROVINCES.iter().map(|(name, _)| fold::slug(name)).collect();
        let before: BTreeSet<&str> = slugs.iter().map(String::as_str).collect();
        assert_eq!(before, ended.union(&kept).copied().collect());
        assert!(ended.is_disjoint(&kept));
        // The first 34 are those of today (domain.md 6.1).
        let today: BTreeSet<String> = slugs[..34].iter().cloned().collect();
        let day = Date::new(2025, 7, 1).unwrap();
        let named = today.iter().map(|it| known.named(it, day));
        let merged: BTreeSet<String> = known.iter().map(|it| it.into.clone()).collect();
        assert_eq!(named.filter(|it| it.contains(SINCE)).collect::<BTreeSet<_>>(), merged);
        assert!(known.iter().all(|it| it.on == day));
        let parts = |into: &str| known.iter().find(|it| it.into == into).unwrap().from.join(" ");
        assert_eq!(parts("da-nang@2025-07"), "quang-nam da-nang");
        assert_eq!(parts("lam-dong@2025-07"), "dak-nong binh-thuan lam-dong");
        assert_eq!(parts("khanh-hoa@2025-07"), "ninh-thuan khanh-hoa");
    }

    #[test]
    fn a_chain_of_mergers_is_sound() {
        let text = [
            merger("\"a\", \"b\"", "b@2025-07", "2025-07-01"),
            merger("\"b@2025-07\", \"c\"", "b@2026-03", "2026-03-01"),
            "[[splits]]\nfrom = \"d\"\ninto = [\"d@2026-01\", \"e\"]\non = \"2026-01-01\"\n"
                .to_owned(),
        ]
        .concat();
        assert_eq!(faults(&text), []);
    }

    #[test]
    fn what_cannot_have_happened_is_told_at_its_place() {
        use SuccessionFault as Fault;
        let day = |text: &str| text.parse::<Date>().unwrap();
        let first = merger("\"a\", \"b\"", "c@2025-07", "2025-07-01");
        let own = |text: &str| text.to_owned();
        for (text, fault, place) in [
            (merger("\"a\"", "a", "2025-07-01"), Fault::Circle { body: own("a") }, "\"a\""),
            (
                format!("{first}{}", merger("\"c@2025-07\"", "a", "2026-01-01")),
                Fault::Circle { body: own("c@2025-07") },
                "\"c@2025-07\"",
            ),
            (
                format!("{first}{}", merger("\"a\"", "d", "2026-01-01")),
                Fault::EndsTwice { body: own("a"), on: day("2025-07-01") },
                "\"a\"",
            ),
            (
                format!("{first}{}", merger("\"d\"", "c@2025-07", "2025-07-15")),
                Fault::BeginsTwice { body: own("c@2025-07"), on: day("2025-07-01") },
                "\"c@2025-07\"",
            ),
            (
                format!("{first}{}", merger("\"c@2025-07\"", "d", "2025-07-01")),
                Fault::EndsBeforeItBegins {
                    body: own("c@2025-07"),
                    begins: day("2025-07-01"),
                    ends: day("2025-07-01"),
                },
                "\"c@2025-07\"",
            ),
            (
                merger("\"d\"", "e@2025-07", "2025-08-01"),
                Fault::OtherMonth { body: own("e@2025-07"), on: day("2025-08-01") },
                "\"e@2025-07\"",
            ),
            (merger("", "e", "2025-08-01"), Fault::NotEnough, "[]"),
        ] {
            let found = faults(&text);
            assert!(
                found.contains(&(TomlFault::Succession(fault.clone()), place.to_owned())),
                "{text}: {fault:?} at {place} in {found:?}"
            );
        }
    }

    #[test]
    fn identities_are_written_as_such() {
        for (text, is) in [
            ("quang-ngai", true),
            ("quang-ngai@2025-07", true),
            ("quang-ngai@2025-13", false),
            ("quang-ngai@7", false),
            ("Quảng Ngãi", false),
            ("@2025-07", false),
            ("", false),
        ] {
            assert_eq!(is_identity(text), is, "{text}");
        }
    }
}
