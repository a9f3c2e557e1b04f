//! `[[successions]]`, `[[scope_changes]]`, `[[issued]]`: what changes with time.

use crate::assets::campaign::Resolver;
use crate::assets::campaign_file::time as file;
use crate::model::issue::Issued;
use crate::model::succession::ScopeChange;
use crate::model::succession::Succession;

impl Resolver<'_> {
    pub(super) fn successions(&mut self, tables: Vec<file::SuccessionTable>) -> Vec<Succession> {
        let successions = tables.into_iter().enumerate().filter_map(|(index, it)| {
            let on = self.date(&format!("/successions/{index}/on"), Some(&it.on))?;
            Some(Succession { from: it.from, into: it.into, on })
        });
        successions.collect()
    }

    pub(super) fn scope_changes(
        &mut self,
        tables: Vec<file::ScopeChangeTable>,
    ) -> Vec<ScopeChange> {
        let changes = tables.into_iter().enumerate().filter_map(|(index, it)| {
            let at = format!("/scope_changes/{index}");
            let indicators = it.indicators.iter().enumerate().filter_map(|(place, code)| {
                self.indicator(&format!("{at}/indicators/{place}"), code)
            });
            let indicators = indicators.collect();
            let on = self.date(&format!("{at}/on"), Some(&it.on))?;
            Some(ScopeChange { on, reason: it.reason, indicators })
        });
        changes.collect()
    }

    pub(super) fn issued(&mut self, tables: Vec<file::IssuedTable>) -> Vec<Issued> {
        let issued = tables.into_iter().enumerate().filter_map(|(index, it)| {
            let at = format!("/issued/{index}");
            let unit = it.unit.and_then(|code| self.unit(&format!("{at}/unit"), &code));
            let date = self.date(&format!("{at}/date"), Some(&it.date))?;
            Some(Issued {
                document: it.document,
                unit,
                number: it.number,
                date,
                sha256: it.sha256,
                remedy: it.remedy,
            })
        });
        issued.collect()
    }
}
