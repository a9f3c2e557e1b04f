//! `[collection]`: what came in when, and what was accepted.

use crate::assets::campaign::Resolver;
use crate::assets::campaign_file::collection as file;
use crate::assets::folder;
use crate::finding::failure::Needs;
use crate::finding::failure::TomlFault;
use crate::model::collection::Collection;
use crate::model::collection::Published;
use crate::model::collection::Received;
use crate::model::collection::Waiver;

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
        Collection { deadline, files, waivers, published }
    }

    fn received(&mut self, index: usize, table: file::ReceivedTable) -> Received {
        let at = format!("/collection/files/{index}");
        Received {
            file: folder::path_of(&table.file),
            received: self.date(&format!("{at}/received"), table.received.as_deref()),
            report_number: table.report_number,
            report_date: self.date(&format!("{at}/report_date"), table.report_date.as_deref()),
            replaces: table.replaces.iter().map(|it| folder::path_of(it)).collect(),
            confirmed: self.date(&format!("{at}/confirmed"), table.confirmed.as_deref()),
        }
    }

    /// A file is described once, and replaced once, and never by itself.
    fn each_file_once(&mut self, files: &[Received]) {
        let twice = |file: &str| TomlFault::Duplicate { code: file.to_owned() };
        for (index, it) in files.iter().enumerate() {
            if files[..index].iter().any(|other| other.file == it.file) {
                self.fault(&format!("/collection/files/{index}/file"), twice(&it.file));
            }
            for (place, old) in it.replaces.iter().enumerate() {
                let replaced = |other: &Received| other.replaces.contains(old);
                if *old == it.file || files[..index].iter().any(replaced) {
                    let at = format!("/collection/files/{index}/replaces/{place}");
                    self.fault(&at, twice(old));
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
        Some(Waiver {
            unit: unit?,
            finding: table.finding,
            rule: table.rule,
            cell: table.cell,
            reason: table.reason,
            by: table.by,
            date: date?,
        })
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
