//! What helpers work with while one paper is filled: the figures, and a list of those printed.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::PoisonError;

use rust_decimal::Decimal;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::dataset::Dataset;
use crate::model::document::Printed;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::model::results::Results;
use crate::template::library::Library;
use crate::template::mark::Reference;

/// The filling of one paper.
pub struct Session<'a> {
    results: Results<'a>,
    catalogue: &'a Catalogue,
    library: &'a Library,
    draft: bool,
    owner: Owner,
    period: Option<Period>,
    names: Vec<&'a str>,
    printed: Mutex<Vec<Printed>>,
    said: Mutex<BTreeMap<String, usize>>,
}

/// What a draft prints where a figure is missing.
pub const NO_DATA: &str = "(chưa có số liệu)";

impl<'a> Session<'a> {
    /// Begins a paper; a draft prints [`NO_DATA`] where a figure is missing.
    #[must_use]
    pub fn new(
        results: Results<'a>,
        catalogue: &'a Catalogue,
        library: &'a Library,
        draft: bool,
    ) -> Self {
        let printed = Mutex::new(Vec::new());
        let (owner, period, names) = (Owner::Cluster, None, Vec::new());
        let said = Mutex::default();
        Self { results, catalogue, library, draft, owner, period, names, printed, said }
    }

    /// The same for the paper of one block or unit: `th.TC12` is then its figure.
    #[must_use]
    pub fn owned_by(self, owner: Owner) -> Self {
        Self { owner, ..self }
    }

    /// The same, of a campaign: its period, and the names of its units.
    #[must_use]
    pub fn about(self, campaign: &'a Campaign) -> Self {
        let names = campaign.units.iter().map(|it| it.name.as_str()).collect();
        Self { period: Some(campaign.period), ..self }.named(names)
    }

    /// The same with the short names of the units, in order.
    #[must_use]
    pub fn named(self, names: Vec<&'a str>) -> Self {
        Self { names, ..self }
    }

    /// The part of the year of which the paper speaks.
    #[must_use]
    pub fn span(&self) -> Span {
        self.period.map_or(Span::Full, |it| it.span)
    }

    /// With what the paper compares: `năm 2023`, `cùng kỳ năm 2023`.
    #[must_use]
    pub fn year_before(&self) -> String {
        match self.period {
            None => "năm trước".to_owned(),
            Some(Period { year, span: Span::Full }) => format!("năm {}", year - 1),
            Some(Period { year, span: Span::FirstHalf }) => format!("cùng kỳ năm {}", year - 1),
        }
    }

    /// Short name of a unit.
    #[must_use]
    pub fn name(&self, unit: UnitId) -> &'a str {
        self.names.get(unit.index()).copied().unwrap_or_default()
    }

    /// Which of so many ways of saying a thing is due: each in turn.
    #[must_use]
    pub fn turn(&self, thing: &str, ways: usize) -> usize {
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let count = said.entry(thing.to_owned()).or_default();
        let turn = *count % ways.max(1);
        *count += 1;
        turn
    }

    /// Whose paper it is.
    #[must_use]
    pub fn owner(&self) -> Owner {
        self.owner
    }

    /// The figure that a reference of the data means in this paper.
    #[must_use]
    pub fn own(&self, reference: FigureId) -> FigureId {
        match reference.owner {
            Owner::Cluster => FigureId { owner: self.owner, ..reference },
            Owner::Group(_) | Owner::Unit(_) => reference,
        }
    }

    /// What a reference of the data means in this paper. Points say themselves whose they are.
    #[must_use]
    pub fn meant(&self, reference: Reference) -> FigureRef {
        match reference {
            Reference::Figure(id) => self.own(id).into(),
            Reference::Score(id) => id.into(),
        }
    }

    /// The figures.
    #[must_use]
    pub fn dataset(&self) -> &'a Dataset {
        self.results.dataset
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &'a Catalogue {
        self.catalogue
    }

    /// What templates share.
    #[must_use]
    pub fn library(&self) -> &'a Library {
        self.library
    }

    /// Whether missing figures may be printed as missing.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.draft
    }

    /// Digits after the comma of a published score, for a campaign that scores.
    #[must_use]
    pub fn score_decimals(&self) -> Option<u32> {
        self.results.scoreboard.map(|it| it.decimals)
    }

    /// The value of a figure.
    #[must_use]
    pub fn value(&self, figure: FigureRef) -> Option<Decimal> {
        self.results.value(figure)
    }

    /// The indicator that a figure speaks of; `None` for points, which speak of none.
    #[must_use]
    pub fn indicator(&self, figure: FigureRef) -> Option<&'a Indicator> {
        let id = match figure {
            FigureRef::Base(id) => id,
            FigureRef::Derived(derived) => derived.of,
            FigureRef::Score(_) => return None,
        };
        Some(&self.catalogue[id.indicator])
    }

    /// Notes that the paper prints `figure` as `text`; returns its number.
    pub fn print(&self, figure: FigureRef, text: &str) -> usize {
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        printed.push(Printed { figure, text: text.to_owned() });
        printed.len() - 1
    }

    /// Notes that the paper prints the figure of this number in other words than it was filled in with.
    pub fn reword(&self, n: usize, text: &str) {
        let mut printed = self.printed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(it) = printed.get_mut(n) {
            text.clone_into(&mut it.text);
        }
    }

    /// Ends the paper: every figure that it prints, in the order of printing.
    #[must_use]
    pub fn finish(self) -> Vec<Printed> {
        self.printed.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
