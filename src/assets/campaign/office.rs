//! `[office]` and `[[bodies]]`: who issues and signs papers without being a member; who leads.

use crate::assets::campaign::Resolver;
use crate::assets::campaign::signers::signer;
use crate::assets::campaign_file::office as file;
use crate::finding::failure::TomlFault;
use crate::model::campaign::Body;
use crate::model::campaign::Unit;
use crate::model::id::UnitId;
use crate::model::look::Look;

impl Resolver<'_> {
    /// The head of the year reported: a unit, else the office, which comes after the last unit.
    pub(super) fn head(&mut self, code: Option<&str>, has_office: bool) -> UnitId {
        if let Some(code) = code {
            return self.unit("/report/head", code).unwrap_or(UnitId(0));
        }
        if !has_office {
            self.fault("/report", TomlFault::MissingKey { key: "head".to_owned() });
            return UnitId(0);
        }
        UnitId(u32::try_from(self.codes.len()).expect("clusters are far below 2^32"))
    }

    pub(super) fn bodies(&mut self, tables: Vec<file::BodyTable>) -> Vec<Body> {
        let codes: Vec<String> = tables.iter().map(|it| it.code.clone()).collect();
        self.own_codes("/bodies", &codes);
        let body = |it: file::BodyTable| Body {
            signer: signer(it.signer, self.look, &it.code, &it.full_name, it.heading.clone()),
            code: it.code,
            full_name: it.full_name,
            heading: it.heading,
        };
        tables.into_iter().map(body).collect()
    }
}

/// An office as a unit that is no member: it has no code, no block and no file.
pub(super) fn office(table: file::OfficeTable, look: &Look) -> Unit {
    Unit {
        code: String::new(),
        identity: String::new(),
        place: table.place.unwrap_or_else(|| table.name.clone()),
        name: table.name,
        signer: signer(table.signer, look, "", &table.full_name, table.heading.clone()),
        full_name: table.full_name,
        heading: table.heading,
        group: None,
        aliases: Vec::new(),
        own_data: serde_json::Value::Null,
    }
}
