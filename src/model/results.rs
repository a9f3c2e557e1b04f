//! What a campaign came to: its figures and its points together.

use rust_decimal::Decimal;

use crate::model::dataset::Dataset;
use crate::model::figure::FigureRef;
use crate::model::scoreboard::Scoreboard;

/// Figures and points, where papers look up what they print.
#[derive(Debug, Clone, Copy)]
pub struct Results<'a> {
    /// The figures.
    pub dataset: &'a Dataset,
    /// The points; `None` for a campaign that does not score.
    pub scoreboard: Option<&'a Scoreboard>,
}

impl<'a> Results<'a> {
    /// Figures alone.
    #[must_use]
    pub fn of(dataset: &'a Dataset) -> Self {
        Self { dataset, scoreboard: None }
    }

    /// The value of what a paper prints.
    #[must_use]
    pub fn value(&self, figure: FigureRef) -> Option<Decimal> {
        match figure {
            FigureRef::Base(id) => self.dataset.figure(id).value,
            FigureRef::Derived(derived) => self.dataset.derive(derived),
            FigureRef::Score(id) => self.scoreboard?.value(id),
        }
    }
}
