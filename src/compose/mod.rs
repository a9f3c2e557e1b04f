//! A campaign's figures and words into one [`Document`].

mod data;
mod letterhead;
mod order;
mod placed;
pub mod records;
mod review;
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
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::campaign::Stage;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::criteria::Criteria;
use crate::model::document::Annex;
use crate::model::document::Block;
use crate::model::document::Document;
use crate::model::file::File;
use crate::model::id::GroupId;
use crate::model::id::UnitId;
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
    /// Whether it is a draft that may lack figures.
    pub draft: bool,
}

/// Whose paper it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// The whole cluster's.
    Cluster,
    /// One block's, which holds nothing of another block's units.
    Group(GroupId),
    /// One unit's, which holds nothing of another unit's.
    Unit(UnitId),
}

impl Owner {
    /// The unit, if it is one's.
    #[must_use]
    pub fn unit(self) -> Option<UnitId> {
        match self {
            Self::Cluster | Self::Group(_) => None,
            Self::Unit(unit) => Some(unit),
        }
    }
}

/// Composes the papers of a campaign. What is the same for all of them is gathered once: the names
/// that templates know, and the tables' specs.
pub struct Composer<'a> {
    material: Material<'a>,
    of_cluster: Names,
    of_every_unit: Names,
    tables: RefCell<BTreeMap<String, Rc<TableSpec>>>,
}

impl<'a> Composer<'a> {
    /// A composer over this material.
    #[must_use]
    pub fn new(material: Material<'a>) -> Self {
        Self {
            material,
            of_cluster: Names::new(&data::of(material)),
            of_every_unit: Names::new(&unit_data::common(material)),
            tables: RefCell::default(),
        }
    }

    /// What the templates of this owner's papers know.
    fn names(&self, owner: Owner) -> Names {
        match owner {
            Owner::Cluster | Owner::Group(_) => self.of_cluster.clone(),
            Owner::Unit(unit) => self
                .of_every_unit
                .clone()
                .with("don_vi_nay", unit_data::own(self.material, unit))
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
        Writer::new(self, name, spec, owner).line(&spec.file)
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
        let campaign = self.material.campaign;
        let writer = Writer::new(self, name, spec, owner);
        let blocks = writer.blocks()?;
        let mut document = Document {
            name: name.to_owned(),
            layout: spec.layout.clone(),
            title: writer.line(&spec.title)?,
            dated: writer.day(),
            letterhead: letterhead::letterhead(campaign, spec.letterhead, owner.unit()),
            kind: spec.kind.clone(),
            subject: writer.lines(&spec.subject)?,
            addressees: writer.addressees()?,
            blocks,
            annexes: writer.annexes()?,
            draft: draft_mark(self.material, spec),
            printed: Vec::new(),
        };
        document.printed = order::number(&mut document, writer.session.finish());
        Ok(document)
    }
}

/// DỰ THẢO on results that are sent round for opinions, and on those that lack figures.
fn draft_mark(material: Material<'_>, spec: &DocumentSpec) -> Option<String> {
    let is_draft = material.draft || material.campaign.stage == Stage::LayYKien;
    (is_draft && spec.occasion == Occasion::Results).then(|| "DỰ THẢO".to_owned())
}

/// What one document is written with.
struct Writer<'a> {
    composer: &'a Composer<'a>,
    material: Material<'a>,
    owner: Owner,
    name: &'a str,
    spec: &'a DocumentSpec,
    session: Session<'a>,
    names: Names,
}

impl<'a> Writer<'a> {
    fn new(
        composer: &'a Composer<'a>,
        name: &'a str,
        spec: &'a DocumentSpec,
        owner: Owner,
    ) -> Self {
        let material = composer.material;
        let session = Session::new(material.results, material.catalogue, material.draft)
            .owned_by(owner.unit());
        Self { composer, material, owner, name, spec, session, names: composer.names(owner) }
    }

    /// `Kính gửi`: of this kind of paper, else of the campaign where the kind is addressed at all.
    fn addressees(&self) -> Result<Vec<String>, Failure> {
        if self.spec.addressed && self.spec.addressees.is_empty() {
            return Ok(self.material.campaign.report.addressees.clone());
        }
        self.lines(&self.spec.addressees)
    }

    /// The day that the document speaks from.
    fn day(&self) -> Date {
        let campaign = self.material.campaign;
        match self.spec.day {
            Day::Closing => campaign.closing_day(),
            Day::Ceremony => campaign.pledge.date.unwrap_or_else(|| campaign.closing_day()),
        }
    }

    fn blocks(&self) -> Result<Vec<Block>, Failure> {
        match self.spec.format {
            Format::Pdf => self.body(),
            Format::Xlsx => {
                let mut blocks = Vec::new();
                for table in &self.spec.tables {
                    let tables = tables::tables(self, table)?;
                    blocks.extend(tables.into_iter().map(|table| Block::Table { table }));
                }
                blocks.push(placed::cluster_signature(self.material.campaign));
                Ok(blocks)
            }
        }
    }

    fn body(&self) -> Result<Vec<Block>, Failure> {
        let path = format!("documents/{}/body.md.hbs", self.name);
        let text = self.material.templates.text(&path)?;
        let source = Source { path: &path, text: &text };
        let expanded = template::expand(source, &self.names, &self.session)?;
        template::markdown::parse(&path, &expanded, &mut |fence| placed::blocks(self, &path, fence))
    }

    /// The annexes that hold something, numbered if there are several.
    fn annexes(&self) -> Result<Vec<Annex>, Failure> {
        let mut annexes = Vec::new();
        for annex in &self.spec.annexes {
            let mut placed = Vec::new();
            for table in &annex.tables {
                placed.extend(tables::tables(self, table)?);
            }
            if !placed.is_empty() {
                annexes.push((annex, placed));
            }
        }
        let many = annexes.len() > 1;
        let annex = |(index, (annex, tables)): (usize, (&AnnexSpec, Vec<Table>))| {
            Ok(Annex {
                label: if many {
                    format!("Phụ lục {}", marks::roman(index + 1))
                } else {
                    "Phụ lục".to_owned()
                },
                title: self.line(&annex.title)?,
                attached_to: self.attached_to()?,
                landscape: annex.landscape,
                tables,
            })
        };
        annexes.into_iter().enumerate().map(annex).collect()
    }

    /// The line under an annex's title; its blanks are filled on paper (NĐ30, Phụ lục I, III.1).
    fn attached_to(&self) -> Result<String, Failure> {
        match letterhead::reference(self.material.campaign, self.spec.letterhead) {
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
