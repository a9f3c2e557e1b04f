//! The units of a paper by what they reached of one indicator: who stands highest, who fell short.

use rust_decimal::Decimal;

use crate::model::catalogue::Direction;
use crate::model::catalogue::Kind;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::id::UnitId;
use crate::model::owner::Owner;
use crate::model::reached;
use crate::template::session::Session;

/// What one unit reached.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    pub(super) unit: UnitId,
    /// What its place is told by: the percentage of its target, or its own figure.
    pub(super) figure: FigureRef,
    value: Decimal,
    /// Whether it met its target, where it has one.
    pub(super) met: Option<bool>,
}

/// The units of a paper that have what they are compared by, in the campaign's order.
pub(super) struct Field {
    direction: Direction,
    /// Units of whom the paper speaks.
    pub(super) members: usize,
    pub(super) standings: Vec<Standing>,
}

impl Field {
    /// By what each reached of its target; percentages and averages by themselves. Only units that have
    /// both figures.
    pub(super) fn against(session: &Session<'_>, actual: FigureId, target: FigureId) -> Self {
        let indicator = &session.catalogue()[actual.indicator];
        let is_share = matches!(indicator.kind, Kind::Percent | Kind::Average);
        Self::of(session, indicator.direction, |owner| {
            let [of, by] = [actual, target].map(|it| FigureId { owner, ..it });
            let [now, aim] = [of, by].map(|it| session.value(it.into()));
            let (now, aim) = (now?, aim?);
            let reached = reached::reached(indicator.direction, aim, now);
            let derived = Derived { rule: Derivation::Percent, of, by };
            let figure = if is_share { of.into() } else { FigureRef::Derived(derived) };
            let value = session.value(figure)?;
            Some((figure, value, Some(reached.is_met())))
        })
    }

    /// By the figure itself.
    pub(super) fn plain(session: &Session<'_>, actual: FigureId) -> Self {
        let indicator = &session.catalogue()[actual.indicator];
        Self::of(session, indicator.direction, |owner| {
            let figure = FigureRef::Base(FigureId { owner, ..actual });
            Some((figure, session.value(figure)?, None))
        })
    }

    /// By the change since the year before, where the two years compare.
    pub(super) fn change(session: &Session<'_>, now: FigureId, before: FigureId) -> Self {
        let indicator = &session.catalogue()[now.indicator];
        let is_share = matches!(indicator.kind, Kind::Percent | Kind::Average);
        let rule = if is_share { Derivation::Difference } else { Derivation::ChangePercent };
        Self::of(session, indicator.direction, |owner| {
            let [of, by] = [now, before].map(|it| FigureId { owner, ..it });
            let figure = FigureRef::Derived(Derived { rule, of, by });
            Some((figure, session.value(figure)?, None))
        })
    }

    fn of(
        session: &Session<'_>,
        direction: Direction,
        of_unit: impl Fn(Owner) -> Option<(FigureRef, Decimal, Option<bool>)>,
    ) -> Self {
        let members = session.dataset().members(session.owner());
        let standings = members.iter().filter_map(|unit| {
            let (figure, value, met) = of_unit(Owner::Unit(*unit))?;
            Some(Standing { unit: *unit, figure, value, met })
        });
        Self { direction, members: members.len(), standings: standings.collect() }
    }

    /// Those at the top, or at the bottom; equals together. None where all stand alike, or alone.
    pub(super) fn at(&self, end: End) -> Vec<Standing> {
        let values = || self.standings.iter().map(|it| it.value);
        let (Some(most), Some(least)) = (values().max(), values().min()) else { return Vec::new() };
        if most == least {
            return Vec::new();
        }
        let is_most = (end == End::Best) == (self.direction == Direction::Up);
        let wanted = if is_most { most } else { least };
        self.standings.iter().copied().filter(|it| it.value == wanted).collect()
    }

    /// Those that did not meet their target.
    pub(super) fn short(&self) -> Vec<Standing> {
        self.standings.iter().copied().filter(|it| it.met == Some(false)).collect()
    }
}

/// Which end of the field: the better one, whichever way that is, or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Best,
    Worst,
}
