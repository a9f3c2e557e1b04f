//! Writes one document: its words, its annexes, and the lines of its head.

use crate::assets::document_spec::AnnexSpec;
use crate::assets::document_spec::Day;
use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::Format;
use crate::compose::Composer;
use crate::compose::Material;
use crate::compose::charts;
use crate::compose::disclosure::Disclosed;
use crate::compose::later;
use crate::compose::letterhead;
use crate::compose::placed;
use crate::compose::tables;
use crate::compose::tables::Placed;
use crate::finding::failure::Failure;
use crate::model::document::Annex;
use crate::model::document::Block;
use crate::model::document::Cover;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
use crate::model::table::Table;
use crate::template;
use crate::template::Names;
use crate::template::Source;
use crate::template::session::Session;
use crate::template::written::Written;
use crate::text::case;
use crate::text::date::Date;
use crate::text::order as marks;

/// Stands for what the readers of a paper may not see yet.
pub(super) const WITHHELD: &str = "(Trình tại hội nghị)";

/// What one document is written with.
pub(super) struct Writer<'a> {
    pub(super) composer: &'a Composer<'a>,
    /// What it is made from: of points, ranks and votes only what its readers may see.
    pub(super) material: Material<'a>,
    pub(super) disclosed: &'a Disclosed<'a>,
    pub(super) owner: Owner,
    pub(super) name: &'a str,
    pub(super) spec: &'a DocumentSpec,
    pub(super) session: Session<'a>,
    pub(super) names: Names,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
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
        let Material { results, catalogue, library, draft, .. } = material;
        let session = Session::new(results, catalogue, library, draft);
        let session = session.about(material.campaign).owned_by(owner);
        Self { composer, material, disclosed, owner, name, spec, session, names }
    }

    /// Trích yếu, and which issued paper this one replaces.
    pub(super) fn subject(&self) -> Result<Vec<String>, Failure> {
        let history = self.material.campaign.history(self.name, self.owner);
        let mut subject = self.lines(&self.spec.subject)?;
        if history.replaced().is_some() {
            subject.push(self.line(&self.spec.replaces)?);
        }
        Ok(subject)
    }

    /// Lets the text speak of the annexes by their keys: `{{phu_luc.diem}}`.
    pub(super) fn know_annexes(&mut self, annexes: &[(&AnnexSpec, Annex)]) {
        let label =
            |key: &str| annexes.iter().find(|(it, _)| it.key == key).map(|(_, it)| &it.label);
        let keys = self.spec.annexes.iter().map(|it| it.key.as_str()).filter(|it| !it.is_empty());
        let labels: serde_json::Map<_, _> =
            keys.map(|key| (key.to_owned(), serde_json::json!(label(key)))).collect();
        self.names.put("phu_luc", labels.into());
    }

    /// The units of whom the paper speaks, in order.
    pub(super) fn members(&self) -> Vec<UnitId> {
        self.material.results.dataset.members(self.owner)
    }

    /// What all of them are together in a table: `Toàn cụm`.
    pub(super) fn whole(&self) -> String {
        match self.owner.group() {
            Some(_) => "Toàn khối".to_owned(),
            None => format!("Toàn {}", self.material.campaign.cluster.word.to_lowercase()),
        }
    }

    /// `Kính gửi`: of this kind of paper, else of the campaign where the kind is addressed at all.
    pub(super) fn addressees(&self) -> Result<Vec<String>, Failure> {
        if self.spec.addressed && self.spec.addressees.is_empty() {
            return Ok(self.material.campaign.report.addressees.clone());
        }
        self.lines(&self.spec.addressees)
    }

    /// The cover, with the title on the lines of the trích yếu.
    pub(super) fn cover(&self) -> Result<Option<Cover>, Failure> {
        if !self.spec.cover {
            return Ok(None);
        }
        let campaign = self.material.campaign;
        let head =
            letterhead::letterhead(campaign, self.spec.into(), self.day(), self.owner.unit());
        let title = std::iter::once(self.spec.kind.clone()).chain(self.subject()?);
        Ok(Some(Cover {
            emblem: campaign.cluster.emblem.clone(),
            issuer: head.issuer,
            title: title.filter(|it| !it.is_empty()).collect(),
            place_date: head.place_date.map(|it| it.to_string()).unwrap_or_default(),
        }))
    }

    /// The day that the document speaks from.
    pub(super) fn day(&self) -> Date {
        let campaign = self.material.campaign;
        match self.spec.day {
            Day::Closing => campaign.closing_day(),
            Day::Ceremony => campaign.pledge.date.unwrap_or_else(|| campaign.closing_day()),
            Day::Meeting => campaign.meeting_day(),
        }
    }

    pub(super) fn blocks(&self) -> Result<Vec<Block>, Failure> {
        match self.spec.format {
            Format::Pdf => self.body(),
            Format::Xlsx => {
                let mut blocks = Vec::new();
                for table in &self.spec.tables {
                    blocks.extend(tables::tables(self, table, "")?.blocks());
                }
                for chart in &self.spec.charts {
                    blocks.extend(charts::block(self, chart)?);
                }
                blocks.push(placed::cluster_signature(self.material.campaign));
                Ok(blocks)
            }
        }
    }

    fn body(&self) -> Result<Vec<Block>, Failure> {
        let path = format!("documents/{}/body.md.hbs", self.spec.words_of(self.name));
        let text = self.material.templates.text(&path)?;
        let source = Source { path: &path, text: &text };
        let expanded = template::expand(source, &self.names, &self.session)?;
        let origin = Written { source, library: self.material.library };
        template::markdown::parse(origin, &expanded, &mut |fence| {
            placed::blocks(self, &path, fence)
        })
    }

    /// The annexes that hold something, or hold it back for now, numbered if there are several.
    pub(super) fn annexes(&self) -> Result<Vec<(&'a AnnexSpec, Annex)>, Failure> {
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

    pub(super) fn line(&self, text: &str) -> Result<String, Failure> {
        let path = format!("documents/{}/document.toml", self.name);
        template::line(Source { path: &path, text }, &self.names, &self.session)
    }
}
