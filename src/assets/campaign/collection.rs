//! `[collection]`: what came in when, and what was accepted.

use crate::assets::campaign::Resolver;
use crate::assets::campaign_file::collection as file;
use crate::assets::folder;
use crate::finding::explain::EXPLANATIONS;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlFault;
use crate::model::collection::Answer;
use crate::model::collection::Collection;
use crate::model::collection::Published;
use crate::model::collection::Received;
use crate::model::collection::Waiver;
use crate::text::normal;
use crate::text::suggest;

impl Resolver<'_> {
    pub(super) fn collection(&mut self, table: file::CollectionTable) -> Collection {
        let files = table.files.into_iter().enumerate();
        let files: Vec<Received> = files.map(|(index, it)| self.received(index, it)).collect();
        self.each_file_once(&files);
        let waivers = table.waivers.into_iter().enumerate();
        let waivers = waivers.filter_map(|(index, it)| self.waiver(index, it)).collect();
        let published = table.published.into_iter().enumerate();
        let published = published.filter_map(|(index, it)| self.published(index, it)).collect();
        let deadline = self.date("/collection/deadline", table.deadline.as_deref());
        let answers = table.answers.into_iter().enumerate();
        let answers = answers.filter_map(|(index, it)| self.answer(index, it)).collect();
        Collection { deadline, files, waivers, published, answers }
    }

    fn received(&mut self, index: usize, table: file::ReceivedTable) -> Received {
        let at = format!("/collection/files/{index}");
        let replaces = table.replaces.iter().enumerate();
        Received {
            file: self.sent(&format!("{at}/file"), &table.file),
            received: self.date(&format!("{at}/received"), table.received.as_deref()),
            report_number: table.report_number,
            report_date: self.date(&format!("{at}/report_date"), table.report_date.as_deref()),
            replaces: replaces
                .map(|(place, it)| self.sent(&format!("{at}/replaces/{place}"), it))
                .collect(),
            confirmed: self.date(&format!("{at}/confirmed"), table.confirmed.as_deref()),
        }
    }

    /// The path of a file of `submissions`. Some systems compose the letters of its name, others do
    /// not: the name on the disk is the one that is kept.
    fn sent(&mut self, at: &str, typed: &str) -> String {
        let (received, composed) = (self.received, normal::clean(typed));
        let exact = received.iter().find(|it| *it == typed);
        let found = exact.or_else(|| received.iter().find(|it| normal::clean(it) == composed));
        if found.is_none() {
            let names = received.iter().map(String::as_str);
            let nearest = suggest::nearest(typed, names).map(str::to_owned);
            self.fault(at, TomlFault::NoSuchFile { name: typed.to_owned(), nearest });
        }
        folder::path_of(found.map_or(typed, String::as_str))
    }

    /// A file is described once, and replaced once, and never by itself.
    fn each_file_once(&mut self, files: &[Received]) {
        let twice = |file: &str| TomlFault::Duplicate { code: file.to_owned() };
        for (index, it) in files.iter().enumerate() {
            if files[..index].iter().any(|other| other.file == it.file) {
                self.fault(&format!("/collection/files/{index}/file"), twice(&it.file));
            }
            for (place, old) in it.replaces.iter().enumerate() {
                let at = format!("/collection/files/{index}/replaces/{place}");
                let replaced = |other: &Received| other.replaces.contains(old);
                if files[..index].iter().any(replaced) || it.replaces[..place].contains(old) {
                    self.fault(&at, twice(old));
                } else if replaces(files, old, &it.file) {
                    self.fault(&at, TomlFault::ReplacesItself { file: it.file.clone() });
                }
            }
        }
    }

    fn waiver(&mut self, index: usize, table: file::WaiverTable) -> Option<Waiver> {
        let at = format!("/collection/waivers/{index}");
        let unit = self.unit(&format!("{at}/unit"), &table.unit);
        let date = self.date(&format!("{at}/date"), Some(&table.date));
        for (key, text) in [("reason", &table.reason), ("by", &table.by)] {
            if text.trim().is_empty() {
                let fault = TomlFault::Malformed { text: text.clone(), needs: Needs::Words };
                self.fault(&format!("{at}/{key}"), fault);
            }
        }
        self.known_finding(&format!("{at}/finding"), &table.finding);
        if let Some(rule) = &table.rule {
            self.known_rule(&format!("{at}/rule"), rule);
        }
        let cell = table.cell.map(|it| it.trim().to_uppercase());
        if let Some(text) = cell.as_ref().filter(|it| !is_address(it)) {
            let fault = TomlFault::Malformed { text: text.clone(), needs: Needs::Cell };
            self.fault(&format!("{at}/cell"), fault);
        }
        Some(Waiver {
            unit: unit?,
            finding: table.finding,
            rule: table.rule,
            cell,
            reason: table.reason,
            by: table.by,
            date: date?,
        })
    }

    fn known_finding(&mut self, at: &str, code: &str) {
        let codes = || EXPLANATIONS.iter().map(|it| it.code);
        if !codes().any(|it| it == code) {
            let nearest = suggest::nearest(code, codes()).map(str::to_owned);
            self.fault(at, TomlFault::Dangling { name: code.to_owned(), nearest });
        }
    }

    fn known_rule(&mut self, at: &str, id: &str) {
        let ids = || self.catalogue.rules.iter().map(|it| it.id.as_str());
        if !ids().any(|it| it == id) {
            let nearest = suggest::nearest(id, ids()).map(str::to_owned);
            self.fault(at, TomlFault::Dangling { name: id.to_owned(), nearest });
        }
    }

    fn answer(&mut self, index: usize, table: file::AnswerTable) -> Option<Answer> {
        let unit = self.unit(&format!("/collection/answers/{index}/unit"), &table.unit)?;
        Some(Answer { unit, topic: table.topic, answer: table.answer, by: table.by })
    }

    fn published(&mut self, index: usize, table: file::PublishedTable) -> Option<Published> {
        let at = format!("/collection/published/{index}");
        let indicator = self.indicator(&format!("{at}/indicator"), &table.indicator);
        let value = self.decimal(&format!("{at}/value"), Some(&table.value));
        Some(Published {
            indicator: indicator?,
            measure: table.measure,
            value: value?,
            source: table.source,
        })
    }
}

/// Whether `new` takes the place of `old`, directly or through others.
fn replaces(files: &[Received], new: &str, old: &str) -> bool {
    let mut seen = vec![new];
    let mut next = 0;
    while let Some(file) = seen.get(next).copied() {
        if file == old {
            return true;
        }
        let own = files.iter().filter(|it| it.file == file).flat_map(|it| &it.replaces);
        for earlier in own {
            if !seen.contains(&earlier.as_str()) {
                seen.push(earlier);
            }
        }
        next += 1;
    }
    false
}

/// Whether a text is the address of a cell: one to three letters, then a number without zeros in
/// front.
fn is_address(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let digits = &text[letters..];
    let number =
        !digits.is_empty() && digits.len() <= 7 && digits.bytes().all(|it| it.is_ascii_digit());
    (1..=3).contains(&letters) && number && !digits.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_those_of_excel() {
        for text in ["F17", "A1", "XFD1048576"] {
            assert!(is_address(text), "{text}");
        }
        for text in ["", "F", "17", "17F", "F017", "$F$17", "ABCD1", "F1:F2", "Ô17"] {
            assert!(!is_address(text), "{text}");
        }
    }
}
