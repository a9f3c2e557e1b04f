//! A campaign's figures and words into one [`Document`].

mod behind;
mod charts;
mod conference;
mod content_code;
mod data;
pub mod disclosure;
mod group_data;
pub mod later;
mod letterhead;
pub mod made;
pub mod naming;
mod order;
mod placed;
mod proposals;
mod recipients;
pub mod records;
mod review;
mod said_once;
mod score_data;
mod signature_grid;
pub mod tables;
mod unit_data;
mod vocabulary;
mod writer;
mod years;

use std::sync::Arc;
use std::sync::OnceLock;

use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::assets::document_spec::Occasion;
use crate::assets::form::Form;
use crate::assets::legal::LegalFile;
use crate::assets::table_spec;
use crate::assets::table_spec::TableSpec;
use crate::assets::templates::Templates;
use crate::compose::disclosure::Disclosed;
use crate::compose::made::Kinds;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::finding::findings::Findings;
use crate::model::campaign::Campaign;
use crate::model::campaign::Stage;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::comparison::Comparison;
use crate::model::criteria::Criteria;
use crate::model::document::Document;
use crate::model::file::Files;
use crate::model::id::UnitId;
use crate::model::issue::Correction;
use crate::model::memo::Memo;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::model::submissions::Submissions;
use crate::template::Names;
use crate::template::library::Library;

/// Everything that a paper is made from.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The form, for the topics that units write about.
    pub form: &'a Form,
    /// What earns points; `None` for a campaign that does not score.
    pub criteria: Option<&'a Criteria>,
    /// The figures and the points.
    pub results: Results<'a>,
    /// What units sent, for their own words.
    pub submissions: &'a Submissions,
    /// Findings that were accepted with a reason.
    pub accepted: &'a [Accepted],
    /// The files in which they sent it, with their digests.
    pub sent: &'a Files,
    /// What was found, for the letters to those who sent it.
    pub findings: &'a Findings,
    /// The templates.
    pub templates: &'a Templates,
    /// What they share.
    pub library: &'a Library,
    /// The legal bases.
    pub legal: &'a LegalFile,
    /// What a letter of correction mends in issued papers.
    pub corrections: &'a [Correction],
    /// What changed since an earlier build, where that is asked for.
    pub comparison: Option<&'a Comparison>,
    /// Whether it is a draft that may lack figures.
    pub draft: bool,
}

/// Composes the papers of a campaign. What is the same for all of them is gathered once: the names
/// that templates know, and the tables' specs.
pub struct Composer<'a> {
    material: Material<'a>,
    of_cluster: Names,
    of_everybody: Names,
    tables: Memo<TableSpec>,
    codes: Memo<String>,
    kinds: OnceLock<Kinds>,
}

impl<'a> Composer<'a> {
    /// A composer over this material.
    #[must_use]
    pub fn new(material: Material<'a>) -> Self {
        Self {
            material,
            of_cluster: Names::new(&data::of(material)),
            of_everybody: Names::new(&unit_data::common(material)),
            tables: Memo::default(),
            codes: Memo::default(),
            kinds: OnceLock::new(),
        }
    }

    /// What the templates of this owner's papers know, as far as their readers may.
    fn names(&self, owner: Owner, disclosed: &Disclosed<'_>) -> Names {
        let Material { campaign, criteria, .. } = self.material;
        match owner {
            Owner::Cluster => self
                .of_cluster
                .clone()
                .with("bao_cao", data::report(campaign, disclosed))
                .with("cuoc_hop", score_data::meeting(campaign, disclosed))
                .with("cham_diem", score_data::scores(campaign, criteria, disclosed))
                .with("kiem_phieu", score_data::ballots(campaign, disclosed, false))
                .with("bau_cu", score_data::ballots(campaign, disclosed, true)),
            Owner::Group(group) => {
                self.of_everybody.clone().with("khoi_nay", group_data::own(self.material, group))
            }
            Owner::Unit(unit) => self
                .of_everybody
                .clone()
                .with("don_vi_nay", unit_data::own(self.material, unit))
                .with("diem", unit_data::points(self.material, unit))
                .with("khen_thuong", unit_data::awards(self.material, disclosed, unit))
                .with("ra_soat", review::of(self.material, unit)),
        }
    }

    /// A table's spec, read once.
    fn table(&self, name: &str) -> Result<Arc<TableSpec>, Failure> {
        let Material { templates, catalogue, .. } = self.material;
        self.tables.get(name, || table_spec::read(templates, catalogue, name))
    }

    /// Whether units proposed something, or an answer to a proposal is known.
    #[must_use]
    pub fn has_proposals(&self) -> bool {
        proposals::any(self.material)
    }

    /// Whether a unit has something to mend or to look at again, so that a letter to it is due.
    #[must_use]
    pub fn is_letter_due(&self, unit: UnitId) -> bool {
        review::is_due(self.material, unit)
    }

    /// File name of a document without its extension.
    ///
    /// # Errors
    /// [`Failure::Template`] if the name holds an unknown name.
    pub fn file_stem(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
    ) -> Result<String, Failure> {
        let disclosed = Disclosed::to(spec.audience, owner, self.material.campaign, None);
        let stem = Writer::new(self, &disclosed, name, spec, owner).line(&spec.file);
        stem.map_err(|it| it.in_paper_of(self.owner(owner)))
    }

    /// File name without its extension, and title, of all papers of a kind in one; `None` if they are not
    /// bound.
    ///
    /// # Errors
    /// As [`Composer::file_stem`].
    pub fn volume(
        &self,
        name: &str,
        spec: &DocumentSpec,
    ) -> Result<Option<(String, String)>, Failure> {
        let Some(bound) = &spec.bound else { return Ok(None) };
        let campaign = self.material.campaign;
        let disclosed = Disclosed::to(spec.audience, Owner::Cluster, campaign, None);
        let writer = Writer::new(self, &disclosed, name, spec, Owner::Cluster);
        Ok(Some((writer.line(&bound.file)?, writer.line(&bound.title)?)))
    }

    /// Name of the unit or block whose paper it is.
    fn owner(&self, owner: Owner) -> Option<&'a str> {
        let campaign = self.material.campaign;
        match owner {
            Owner::Cluster => None,
            Owner::Group(group) => Some(&campaign[group].name),
            Owner::Unit(unit) => Some(&campaign[unit].full_name),
        }
    }

    /// Composes a document.
    ///
    /// # Errors
    /// [`Failure::Template`] with the line at fault, [`Failure::Toml`] for a table, or
    /// [`Failure::NoLegalBasis`].
    pub fn document(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
    ) -> Result<Document, Failure> {
        let document = self.composed(name, spec, owner);
        document.map_err(|it| it.in_paper_of(self.owner(owner)))
    }

    fn composed(&self, name: &str, spec: &DocumentSpec, owner: Owner) -> Result<Document, Failure> {
        let code = spec.coded.then(|| self.content_code(name, spec)).transpose()?;
        self.written(name, spec, owner, code)
    }

    /// A document, with the code of its content where it has one.
    fn written(
        &self,
        name: &str,
        spec: &DocumentSpec,
        owner: Owner,
        code: Option<String>,
    ) -> Result<Document, Failure> {
        let Material { campaign, results, .. } = self.material;
        let disclosed = Disclosed::to(spec.audience, owner, campaign, results.scoreboard);
        let mut writer = Writer::new(self, &disclosed, name, spec, owner);
        if let Some(code) = code {
            writer.names.put("ma_noi_dung", code.into());
        }
        if spec.lists_papers {
            writer.names.put("ho_so", self.file()?);
        }
        if let Some(whole) = &spec.whole {
            writer.names.put("van_ban_chinh", self.whole_paper(&spec.part_of, whole)?);
        }
        let annexes = writer.annexes()?;
        writer.know_annexes(&annexes);
        let blocks = writer.blocks()?;
        let mut document = Document {
            name: name.to_owned(),
            layout: spec.layout.clone(),
            sheet: spec.sheet,
            cover: writer.cover()?,
            title: writer.line(&spec.title)?,
            dated: writer.day(),
            letterhead: letterhead::letterhead(campaign, spec.into(), writer.day(), owner.unit()),
            kind: spec.kind.clone(),
            subject: writer.subject()?,
            addressees: writer.addressees()?,
            blocks,
            annexes: annexes.into_iter().map(|(_, annex)| annex).collect(),
            draft: draft_mark(self.material, spec),
            printed: Vec::new(),
        };
        if spec.format == Format::Pdf {
            said_once::titles(&mut document);
        }
        charts::number(&mut document);
        document.printed = order::number(&mut document, writer.session.finish());
        Ok(document)
    }
}

/// DỰ THẢO on results that are sent round for opinions, and on those that lack figures.
fn draft_mark(material: Material<'_>, spec: &DocumentSpec) -> Option<String> {
    let sent_round = spec.sent_round && material.campaign.stage == Stage::LayYKien;
    let is_draft = material.draft || sent_round;
    (is_draft && spec.occasion == Occasion::Results).then(|| "DỰ THẢO".to_owned())
}
