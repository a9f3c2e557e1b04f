//! The code of a paper's content, by which a sheet that is signed apart is held against the paper.

use serde_json::Value;
use serde_json::json;

use crate::assets::document_spec::DocumentSpec;
use crate::compose::Composer;
use crate::compose::data;
use crate::compose::disclosure::Disclosed;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::document::Document;
use crate::model::owner::Owner;
use crate::text::digest;

/// Stands where the code will be, while it is reckoned.
const BLANK: &str = "____-____-____";

impl Composer<'_> {
    /// The code of a paper of the cluster: the same for every variant of it.
    ///
    /// # Errors
    /// As for composing it.
    pub(super) fn content_code(&self, name: &str, spec: &DocumentSpec) -> Result<String, Failure> {
        let words = spec.words_of(name);
        let blank = || self.written(words, spec, Owner::Cluster, Some(BLANK.to_owned()));
        let code = self.codes.get(words, || Ok(of(&blank()?)))?;
        Ok(code.as_ref().clone())
    }

    /// `van_ban_chinh`: the paper that a sheet is part of.
    pub(super) fn whole_paper(&self, name: &str, spec: &DocumentSpec) -> Result<Value, Failure> {
        let campaign = self.material.campaign;
        let disclosed = Disclosed::to(spec.audience, Owner::Cluster, campaign, None);
        let writer = Writer::new(self, &disclosed, name, spec, Owner::Cluster);
        Ok(json!({
            "ten": writer.line(&spec.title)?,
            "ma": self.content_code(name, spec)?,
            "ngay": data::iso(Some(writer.day())),
            "dia_diem": campaign.pledge.place,
        }))
    }
}

/// Twelve digits of the digest of its words, figures and annexes; not of the sheet it is printed on, nor of
/// the mark of a draft.
fn of(document: &Document) -> String {
    let Document { kind, subject, blocks, annexes, .. } = document;
    let told = serde_json::to_vec(&(kind, subject, blocks, annexes));
    let digest = digest::sha256(&told.expect("papers are plain data")).to_uppercase();
    [&digest[..4], &digest[4..8], &digest[8..12]].join("-")
}
