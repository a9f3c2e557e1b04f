//! `[[successions]]`, `[[scope_changes]]`, `[[issued]]`: what changes with time.

use crate::assets::campaign::Resolver;
use crate::assets::campaign_file::time as file;
use crate::assets::successions;
use crate::finding::failure::Needs;
use crate::finding::failure::SuccessionFault;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Unit;
use crate::model::issue::Issued;
use crate::model::period::Period;
use crate::model::succession::SINCE;
use crate::model::succession::ScopeChange;
use crate::model::succession::Successions;
use crate::text::date::Date;
use crate::text::suggest;

impl Resolver<'_> {
    /// The mergers and splits that templates know, with the campaign's own.
    pub(super) fn successions(
        &mut self,
        mut known: Successions,
        mergers: Vec<file::SuccessionTable>,
        splits: Vec<file::SplitTable>,
    ) -> Successions {
        let faults = successions::add(&mut known, self.source, mergers, splits);
        self.faults.extend(faults);
        known
    }

    /// Which body each unit is at the end of the period: as declared, else the one that bears its
    /// code on that day. One that is not there on that day is a fault.
    pub(super) fn identities(
        &mut self,
        units: &mut [Unit],
        declared: &[Option<String>],
        successions: &Successions,
        period: Period,
    ) {
        let day = period.last_day();
        for (index, declared) in declared.iter().enumerate() {
            let identity = match declared {
                Some(identity) => identity.clone(),
                None => successions.named(&units[index].code, day),
            };
            let key = if declared.is_some() { "identity" } else { "code" };
            if let Some(fault) = identity_fault(&identity, &units[..index], successions, day) {
                self.fault(&format!("/units/{index}/{key}"), fault);
            }
            units[index].identity = identity;
        }
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
                content: it.content,
                remedy: it.remedy,
            })
        });
        issued.collect()
    }
}

fn identity_fault(
    identity: &str,
    before: &[Unit],
    successions: &Successions,
    day: Date,
) -> Option<TomlFault> {
    let body = identity.to_owned();
    if !successions::is_identity(identity) {
        return Some(TomlFault::Malformed { text: body, needs: Needs::Identity });
    }
    // Two units of one code have a fault of their own.
    if before.iter().any(|it| it.identity == identity && it.code != identity) {
        return Some(TomlFault::Duplicate { code: body });
    }
    if let Some(end) = successions.end(identity).filter(|it| it.on <= day) {
        let into = end.into.to_vec();
        return Some(TomlFault::Succession(SuccessionFault::Ended { body, on: end.on, into }));
    }
    match successions.begin(identity) {
        Some(on) if on > day => Some(TomlFault::Succession(SuccessionFault::NotYet { body, on })),
        Some(_) => None,
        // A month without a merger is a slip of the hand where a known body is near.
        None if identity.contains(SINCE) => {
            let nearest = suggest::nearest(identity, successions.bodies())?.to_owned();
            Some(TomlFault::Dangling { name: body, nearest: Some(nearest) })
        }
        None => None,
    }
}
