//! What helpers work with while one paper is filled: the figures, and a list of those printed.

use std::sync::Mutex;
use std::sync::PoisonError;

use rust_decimal::Decimal;

use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Indicator;
use crate::model::dataset::Dataset;
use crate::model::document::Printed;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::owner::Owner;
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
    printed: Mutex<Vec<Printed>>,
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
        Self { results, catalogue, library, draft, owner: Owner::Cluster, printed }
    }

    /// The same for the paper of one block or unit: `th.TC12` is then its figure.
    #[must_use]
    pub fn owned_by(self, owner: Owner) -> Self {
        Self { owner, ..self }
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

    /// Ends the paper: every figure that it prints, in the order of printing.
    #[must_use]
    pub fn finish(self) -> Vec<Printed> {
        self.printed.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}
