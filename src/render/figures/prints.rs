//! What papers print, noted while they are made.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::model::document::Printed;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::figure::ScoreId;
use crate::model::id::UnitId;
use crate::model::issue::Impression;
use crate::model::ledger::PrintedAt;
use crate::model::ledger::Spot;
use crate::model::owner::Owner;
use crate::model::unit_papers::UnitPapers;
use crate::render::figures;
use crate::render::figures::Figures;

/// What papers print. Those of the cluster are told figure by figure; of a kind of paper that every
/// unit has, one list tells which figures it prints, and each paper refers to it in a line a figure: on
/// the paper of a unit they are that unit's.
#[derive(Debug, Default)]
pub struct Prints {
    papers: Vec<Paper>,
    /// What papers printed when they were issued.
    pub issued: Vec<Impression>,
    of_units: BTreeMap<String, OfUnits>,
}

/// A paper of the cluster.
#[derive(Debug)]
struct Paper {
    file: String,
    printed: Vec<Printed>,
    spots: Vec<Option<Spot>>,
}

/// A kind of paper that every unit has.
#[derive(Debug, Default)]
struct OfUnits {
    files: BTreeMap<String, Vec<OneOfUnit>>,
    figures: BTreeSet<FigureRef>,
}

/// A figure on the paper of a unit.
#[derive(Debug)]
struct OneOfUnit {
    figure: FigureRef,
    text: String,
    spot: Option<Spot>,
}

impl Prints {
    /// Notes a paper of the cluster and where it prints each figure; nowhere, if it was not made.
    pub fn paper(&mut self, file: &str, printed: Vec<Printed>, spots: Vec<Option<Spot>>) {
        self.papers.push(Paper { file: file.to_owned(), printed, spots });
    }

    /// Notes the paper of a unit, of the kind `name`, and where it prints each figure.
    pub fn unit_paper(
        &mut self,
        name: &str,
        file: &str,
        printed: Vec<Printed>,
        spots: Vec<Option<Spot>>,
    ) {
        let kind = self.of_units.entry(name.to_owned()).or_default();
        let spots = spots.into_iter().chain(std::iter::repeat(None));
        let figures = printed.into_iter().zip(spots).map(|(it, spot)| OneOfUnit {
            figure: of_nobody(it.figure),
            text: it.text,
            spot,
        });
        let figures: Vec<OneOfUnit> = figures.collect();
        kind.figures.extend(figures.iter().map(|it| it.figure));
        kind.files.insert(file.to_owned(), figures);
    }

    /// The figures that papers of the cluster print.
    pub(super) fn figures(&self) -> BTreeSet<FigureRef> {
        self.papers.iter().flat_map(|it| &it.printed).map(|it| it.figure).collect()
    }

    /// Where papers of the cluster print them.
    pub(super) fn placed(&self, figures: Figures<'_>) -> Vec<PrintedAt> {
        let of = |it: &Paper| figures::placed(figures, &it.file, &it.printed, &it.spots);
        self.papers.iter().flat_map(of).collect()
    }

    /// Every kind of paper that units have, with its files and the figures that it prints.
    pub(super) fn of_units(&self, figures: Figures<'_>) -> Vec<UnitPapers> {
        let id = |figure: &FigureRef| match figure {
            FigureRef::Score(id) => figures.identities().of_any_unit(*id),
            figure => figures.id(*figure),
        };
        let kind = |(name, kind): (&String, &OfUnits)| UnitPapers {
            kind: name.clone(),
            documents: kind.files.keys().cloned().collect(),
            figures: kind.figures.iter().map(id).collect(),
            printed: kind.printed(),
        };
        self.of_units.iter().map(kind).collect()
    }
}

impl OfUnits {
    /// What each file prints, by the places of the figures among all of the kind.
    fn printed(&self) -> BTreeMap<String, Vec<String>> {
        let places: BTreeMap<FigureRef, usize> =
            self.figures.iter().enumerate().map(|(place, figure)| (*figure, place)).collect();
        let line =
            |it: &OneOfUnit| UnitPapers::line(places[&it.figure], it.spot.as_ref(), &it.text);
        let file = |(file, printed): (&String, &Vec<OneOfUnit>)| {
            (file.clone(), printed.iter().map(line).collect())
        };
        self.files.iter().map(file).collect()
    }
}

/// A figure without the unit whose it is.
fn of_nobody(figure: FigureRef) -> FigureRef {
    let of_nobody = |id: FigureId| FigureId { owner: Owner::Cluster, ..id };
    match figure {
        FigureRef::Base(id) => of_nobody(id).into(),
        FigureRef::Derived(it) => {
            Derived { of: of_nobody(it.of), by: of_nobody(it.by), ..it }.into()
        }
        // The first unit stands for any: `of_units` leaves its name out.
        FigureRef::Score(id) => ScoreId { unit: UnitId(0), ..id }.into(),
    }
}
