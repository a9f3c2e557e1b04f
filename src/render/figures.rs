//! Figures and points with where they came from and where they are printed: all of a campaign as
//! `so-lieu.json`, those of one paper as its attachment.
//!
//! Keys are only ever added; `docs/schemas/so-lieu.schema.json` describes them. Money is in đồng,
//! percentages in percent, numbers are text, so that no reader loses a digit. The file is the head
//! office's own, not for circulation: papers keep points back until the minutes are out, this file does
//! not. Votes are counts here too.

mod entries;
mod points;
pub mod prints;

use std::collections::BTreeSet;
use std::io;
use std::io::Write;

use serde::Serialize;
use serde::Serializer;
use serde_json::Value;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::criteria::Criteria;
use crate::model::difference::Replacement;
use crate::model::document::Printed;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::file::File;
use crate::model::issue::Impression;
use crate::model::ledger::Entry;
use crate::model::ledger::FileDigest;
use crate::model::ledger::GroupName;
use crate::model::ledger::IndicatorName;
use crate::model::ledger::Ledger;
use crate::model::ledger::LedgerPeriod;
use crate::model::ledger::PointsEntry;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::ledger::UnitName;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::model::unit_papers::UnitPapers;
use crate::render::figures::entries::Seen;
use crate::render::figures::prints::Prints;
use crate::render::records;

/// Name of the attachment that holds the figures of a paper.
pub const ATTACHMENT: &str = "so-lieu.json";

/// What the attachment holds, for the reader of the paper.
pub const WHAT_IS_ATTACHED: &str = "Các số liệu in trong văn bản này và nguồn gốc của từng số";

/// What the figures are told from.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// What earns points; `None` for a campaign that does not score.
    pub criteria: Option<&'a Criteria>,
    /// The figures and the points.
    pub results: Results<'a>,
    /// Every file that was read, with its digest.
    pub inputs: &'a [File],
    /// What changed where files were replaced.
    pub replacements: &'a [Replacement],
    /// Findings that were accepted with a reason.
    pub accepted: &'a [Accepted],
}

/// `so-lieu.json`: the [`Ledger`] of the whole campaign, and what else is told of its figures.
#[derive(Serialize)]
struct Whole<'a> {
    campaign: &'a str,
    cluster: &'a str,
    period: LedgerPeriod,
    indicators: Vec<IndicatorName>,
    units: Vec<UnitName>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    groups: Vec<GroupName>,
    files: Vec<FileDigest>,
    figures: Entries<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    points: Vec<PointsEntry>,
    printed: Vec<PrintedAt>,
    unit_papers: Vec<UnitPapers>,
    changes: Value,
    accepted: Value,
    #[serde(skip_serializing_if = "<[Impression]>::is_empty")]
    issued: &'a [Impression],
}

/// Figures, each made an entry when it is written: those of a thousand units are more than all else.
struct Entries<'a>(Figures<'a>, Vec<FigureRef>);

impl Entries<'_> {
    fn iter(&self) -> impl Iterator<Item = Entry> {
        self.1.iter().filter_map(|it| self.0.entry(*it))
    }
}

impl Serialize for Entries<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

/// Writes `so-lieu.json`.
///
/// # Errors
/// Those of the writer.
pub fn write(figures: Figures<'_>, prints: &Prints, out: &mut dyn Write) -> io::Result<()> {
    let Figures { campaign, catalogue, .. } = figures;
    let entries = Entries(figures, every_figure(figures, prints));
    let points = figures.all_points();
    let mut seen = Seen::default();
    entries.iter().for_each(|it| seen.entry(&it));
    points.iter().for_each(|it| seen.points(it));
    let whole = Whole {
        campaign: &campaign.name,
        cluster: &campaign.cluster.name,
        period: campaign.period.into(),
        indicators: figures.indicator_names(&seen),
        units: figures.unit_names(),
        groups: figures.group_names(),
        files: figures.digests(&seen),
        figures: entries,
        points,
        printed: prints.placed(figures),
        unit_papers: prints.of_units(figures),
        changes: records::changes(campaign, catalogue, figures.replacements),
        accepted: records::accepted(campaign, figures.accepted),
        issued: &prints.issued,
    };
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    out.write_all(b"\n")
}

/// `so-lieu.json` in memory.
#[must_use]
pub fn render(figures: Figures<'_>, prints: &Prints) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(figures, prints, &mut bytes).expect("memory can be written to");
    bytes
}

/// A ledger as an attachment holds it.
#[must_use]
pub fn bytes(ledger: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(ledger).expect("plain values become JSON");
    bytes.push(b'\n');
    bytes
}

/// Every figure of a campaign, then those that its papers derive.
fn every_figure(figures: Figures<'_>, prints: &Prints) -> Vec<FigureRef> {
    let mut all: Vec<FigureRef> = Vec::new();
    for indicator in figures.catalogue.ids() {
        for measure in Measure::ALL {
            let groups = figures.campaign.group_ids().map(Owner::Group);
            let units = figures.campaign.unit_ids().map(Owner::Unit);
            let owners = std::iter::once(Owner::Cluster).chain(groups).chain(units);
            all.extend(owners.map(|owner| FigureRef::Base(FigureId { indicator, measure, owner })));
        }
    }
    all.extend(prints.figures().into_iter().filter(|it| matches!(it, FigureRef::Derived(_))));
    all
}

/// The figures that one paper prints, with what they rest on, and nothing else. Of points it tells
/// their values alone: what the panel wrote about a unit is not for who gets the paper.
#[must_use]
pub fn of_document(
    figures: Figures<'_>,
    file: &str,
    printed: &[Printed],
    spots: &[Option<Spot>],
) -> Ledger {
    let (points, others): (BTreeSet<FigureRef>, BTreeSet<FigureRef>) =
        printed.iter().map(|it| it.figure).partition(|it| matches!(it, FigureRef::Score(_)));
    let all = figures.and_what_they_rest_on(others).into_iter();
    let entries = all.filter_map(|it| figures.entry(it)).collect();
    let points = points.into_iter().filter_map(|it| figures.points(it)).map(PointsEntry::bare);
    figures.ledger(entries, points.collect(), placed(figures, file, printed, spots))
}

/// These figures alone, with what they rest on, and where papers print them.
#[must_use]
pub fn of(figures: Figures<'_>, wanted: &BTreeSet<FigureRef>, prints: &Prints) -> Ledger {
    let all = figures.and_what_they_rest_on(wanted.clone());
    let names: BTreeSet<String> = wanted.iter().map(|it| figures.id(*it)).collect();
    let mut printed = prints.placed(figures);
    printed.retain(|it| names.contains(&it.figure));
    let points = all.iter().filter_map(|it| figures.points(*it)).collect();
    figures.ledger(all.into_iter().filter_map(|it| figures.entry(it)).collect(), points, printed)
}

/// Where one paper prints its figures; `spots` may be short.
fn placed(
    figures: Figures<'_>,
    file: &str,
    printed: &[Printed],
    spots: &[Option<Spot>],
) -> Vec<PrintedAt> {
    let one = |(n, printed): (usize, &Printed)| PrintedAt {
        document: file.to_owned(),
        n,
        figure: figures.id(printed.figure),
        text: printed.text.clone(),
        spot: spots.get(n).cloned().flatten(),
    };
    printed.iter().enumerate().map(one).collect()
}

impl Figures<'_> {
    /// A ledger of these figures, with the names and the digests that they need.
    fn ledger(
        self,
        figures: Vec<Entry>,
        points: Vec<PointsEntry>,
        printed: Vec<PrintedAt>,
    ) -> Ledger {
        let mut seen = Seen::default();
        figures.iter().for_each(|it| seen.entry(it));
        points.iter().for_each(|it| seen.points(it));
        Ledger {
            campaign: self.campaign.name.clone(),
            cluster: self.campaign.cluster.name.clone(),
            period: self.campaign.period.into(),
            indicators: self.indicator_names(&seen),
            units: self.unit_names(),
            groups: self.group_names(),
            files: self.digests(&seen),
            figures,
            points,
            printed,
        }
    }
}
