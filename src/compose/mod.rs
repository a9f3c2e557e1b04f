//! A campaign's figures and words into one [`Document`].

mod behind;
mod data;
pub mod disclosure;
mod group_data;
pub mod later;
mod letterhead;
pub mod naming;
mod order;
mod placed;
mod proposals;
pub mod records;
mod review;
mod score_data;
pub mod tables;
mod unit_data;
mod years;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::assets::document_spec::AnnexSpec;
use crate::assets::document_spec::Day;
use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::assets::document_spec::Occasion;
use crate::assets::form::Form;
use crate::assets::legal::LegalFile;
use crate::assets::table_spec;
use crate::assets::table_spec::TableSpec;
use crate::assets::templates::Templates;
use crate::compose::disclosure::Disclosed;
use crate::compose::tables::Placed;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::campaign::Stage;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::comparison::Comparison;
use crate::model::criteria::Criteria;
use crate::model::document::Annex;
use crate::model::document::Block;
use crate::model::document::Cover;
use crate::model::document::Document;
use crate::model::file::File;
use crate::model::id::UnitId;
use crate::model::issue::Correction;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::model::submission::Submission;
use crate::model::table::Table;
use crate::template;
use crate::template::Names;
use crate::template::Source;
use crate::template::session::Session;
use crate::text::case;
use crate::text::date::Date;
use crate::text::order as marks;

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
    pub submissions: &'a [Submission],
    /// Findings that were accepted with a reason.
    pub accepted: &'a [Accepted],
    /// The files in which they sent it, with their digests.
    pub sent: &'a [File],
    /// What was found, for the letters to those who sent it.
    pub findings: &'a [Finding],
    /// The templates.
    pub templates: &'a Templates,
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
    tables: RefCell<BTreeMap<String, Rc<TableSpec>>>,
}

impl<'a> Composer<'a> {
    /// A composer over this material.
    #[must_use]
    pub fn new(material: Material<'a>) -> Self {
        Self {
            material,
            of_cluster: Names::new(&data::of(material)),
            of_everybody: Names::new(&unit_data::common(material)),
            tables: RefCell::default(),
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
                .with("ra_soat", review::of(self.material, unit)),
        }
    }

    /// A table's spec, read once.
    fn table(&self, name: &str) -> Result<Rc<TableSpec>, Failure> {
        if let Some(known) = self.tables.borrow().get(name) {
            return Ok(Rc::clone(known));
        }
        let spec = table_spec::read(self.material.templates, self.material.catalogue, name)?;
        let spec = Rc::new(spec);
        self.tables.borrow_mut().insert(name.to_owned(), Rc::clone(&spec));
        Ok(spec)
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
        Writer::new(self, &disclosed, name, spec, owner).line(&spec.file)
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
        let Material { campaign, results, .. } = self.material;
        let disclosed = Disclosed::to(spec.audience, owner, campaign, results.scoreboard);
        let mut writer = Writer::new(self, &disclosed, name, spec, owner);
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

/// Stands for what the readers of a paper may not see yet.
const WITHHELD: &str = "(Trình tại hội nghị)";

/// What one document is written with.
struct Writer<'a> {
    composer: &'a Composer<'a>,
    /// What it is made from: of points, ranks and votes only what its readers may see.
    material: Material<'a>,
    disclosed: &'a Disclosed<'a>,
    owner: Owner,
    name: &'a str,
    spec: &'a DocumentSpec,
    session: Session<'a>,
    names: Names,
}

impl<'a> Writer<'a> {
    fn new(
        composer: &'a Composer<'a>,
        disclosed: &'a Disclosed<'a>,
        name: &'a str,
        spec: &'a DocumentSpec,
        owner: Owner,
    ) -> Self {
        let mut material = composer.material;
        material.results.scoreboard = disclosed.board();
        let mut names = composer.names(owner, disclosed);
        let replaced = later::replaced(material.campaign, name, spec, owner);
        names.put("thay_the", replaced);
        if owner == Owner::Cluster {
            names.put("dinh_chinh", later::corrections(material.corrections));
            names.put("thay_doi", later::comparison(material.comparison));
        }
        let session =
            Session::new(material.results, material.catalogue, material.draft).owned_by(owner);
        Self { composer, material, disclosed, owner, name, spec, session, names }
    }

    /// Trích yếu, and which issued paper this one replaces.
    fn subject(&self) -> Result<Vec<String>, Failure> {
        let history = self.material.campaign.history(self.name, self.owner);
        let mut subject = self.lines(&self.spec.subject)?;
        if history.replaced().is_some() {
            subject.push(self.line(&self.spec.replaces)?);
        }
        Ok(subject)
    }

    /// Lets the text speak of the annexes by their keys: `{{phu_luc.diem}}`.
    fn know_annexes(&mut self, annexes: &[(&AnnexSpec, Annex)]) {
        let label =
            |key: &str| annexes.iter().find(|(it, _)| it.key == key).map(|(_, it)| &it.label);
        let keys = self.spec.annexes.iter().map(|it| it.key.as_str()).filter(|it| !it.is_empty());
        let labels: serde_json::Map<_, _> =
            keys.map(|key| (key.to_owned(), serde_json::json!(label(key)))).collect();
        self.names.put("phu_luc", labels.into());
    }

    /// The units of whom the paper speaks, in order.
    fn members(&self) -> Vec<UnitId> {
        self.material.results.dataset.members(self.owner)
    }

    /// What all of them are together in a table: `Toàn cụm`.
    fn whole(&self) -> String {
        match self.owner.group() {
            Some(_) => "Toàn khối".to_owned(),
            None => format!("Toàn {}", self.material.campaign.cluster.word.to_lowercase()),
        }
    }

    /// `Kính gửi`: of this kind of paper, else of the campaign where the kind is addressed at all.
    fn addressees(&self) -> Result<Vec<String>, Failure> {
        if self.spec.addressed && self.spec.addressees.is_empty() {
            return Ok(self.material.campaign.report.addressees.clone());
        }
        self.lines(&self.spec.addressees)
    }

    /// The cover, with the title on the lines of the trích yếu.
    fn cover(&self) -> Result<Option<Cover>, Failure> {
        if !self.spec.cover {
            return Ok(None);
        }
        let campaign = self.material.campaign;
        let head =
            letterhead::letterhead(campaign, self.spec.into(), self.day(), self.owner.unit());
        let title = std::iter::once(self.spec.kind.clone()).chain(self.subject()?);
        Ok(Some(Cover {
            issuer: head.issuer,
            title: title.filter(|it| !it.is_empty()).collect(),
            place_date: head.place_date.map(|it| it.to_string()).unwrap_or_default(),
        }))
    }

    /// The day that the document speaks from.
    fn day(&self) -> Date {
        let campaign = self.material.campaign;
        match self.spec.day {
            Day::Closing => campaign.closing_day(),
            Day::Ceremony => campaign.pledge.date.unwrap_or_else(|| campaign.closing_day()),
            Day::Meeting => campaign.meeting_day(),
        }
    }

    fn blocks(&self) -> Result<Vec<Block>, Failure> {
        match self.spec.format {
            Format::Pdf => self.body(),
            Format::Xlsx => {
                let mut blocks = Vec::new();
                for table in &self.spec.tables {
                    blocks.extend(tables::tables(self, table, "")?.blocks());
                }
                blocks.push(placed::cluster_signature(self.material.campaign));
                Ok(blocks)
            }
        }
    }

    fn body(&self) -> Result<Vec<Block>, Failure> {
        let kind = if self.spec.words.is_empty() { self.name } else { &self.spec.words };
        let path = format!("documents/{kind}/body.md.hbs");
        let text = self.material.templates.text(&path)?;
        let source = Source { path: &path, text: &text };
        let expanded = template::expand(source, &self.names, &self.session)?;
        template::markdown::parse(&path, &expanded, &mut |fence| placed::blocks(self, &path, fence))
    }

    /// The annexes that hold something, or hold it back for now, numbered if there are several.
    fn annexes(&self) -> Result<Vec<(&'a AnnexSpec, Annex)>, Failure> {
        let mut annexes = Vec::new();
        for annex in &self.spec.annexes {
            let (mut placed, mut withheld) = (Vec::new(), false);
            for name in &annex.tables {
                match tables::tables(self, name, "")? {
                    Placed::Tables(tables) => placed.extend(tables),
                    Placed::Withheld => withheld = true,
                }
            }
            if withheld || !placed.is_empty() {
                annexes.push((annex, placed, withheld));
            }
        }
        let many = annexes.len() > 1;
        let numbered = annexes.into_iter().enumerate();
        let annex =
            |(index, (annex, tables, withheld)): (usize, (&'a AnnexSpec, Vec<Table>, bool))| {
                let label = if many {
                    format!("Phụ lục {}", marks::roman(index + 1))
                } else {
                    "Phụ lục".to_owned()
                };
                let made = Annex {
                    label,
                    title: self.line(&annex.title)?,
                    attached_to: self.attached_to()?,
                    landscape: annex.landscape && !withheld,
                    note: withheld.then(|| WITHHELD.to_owned()),
                    tables,
                };
                Ok((annex, made))
            };
        numbered.map(annex).collect()
    }

    /// The line under an annex's title; its blanks are filled on paper (NĐ30, Phụ lục I, III.1).
    fn attached_to(&self) -> Result<String, Failure> {
        match letterhead::reference(self.material.campaign, self.spec.into(), self.day()) {
            Some(reference) => Ok(format!(
                "(Kèm theo {} {reference})",
                case::capitalise(&self.spec.kind.to_lowercase())
            )),
            None => Ok(format!("(Kèm theo {})", self.line(&self.spec.title)?)),
        }
    }

    fn lines(&self, texts: &[String]) -> Result<Vec<String>, Failure> {
        texts.iter().map(|text| self.line(text)).collect()
    }

    fn line(&self, text: &str) -> Result<String, Failure> {
        let path = format!("documents/{}/document.toml", self.name);
        template::line(Source { path: &path, text }, &self.names, &self.session)
    }
}
