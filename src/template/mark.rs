//! Private-use marks: references to figures in the data, printed figures in the text.
//!
//! `U+E000 reference U+E002` stands in the data for a figure; a helper turns it into
//! `U+E000 number U+E001 words U+E002` in the text.

use crate::model::figure::FigureId;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::CriterionId;
use crate::model::id::GroupId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;
use crate::model::owner::Owner;

pub(super) const OPEN: char = '\u{E000}';
pub(super) const WORDS: char = '\u{E001}';
pub(super) const CLOSE: char = '\u{E002}';

/// Before the number of a block in a reference; that of a unit stands alone.
const BLOCK: char = 'k';

/// The reference to a figure, or to points, as a value of the data.
#[must_use]
pub fn reference(of: impl Into<Reference>) -> String {
    let words = match of.into() {
        Reference::Figure(id) => {
            let owner = match id.owner {
                Owner::Cluster => String::new(),
                Owner::Group(group) => format!("{BLOCK}{}", group.0),
                Owner::Unit(unit) => unit.0.to_string(),
            };
            format!("{} {} {owner}", id.measure.index(), id.indicator.0)
        }
        Reference::Score(id) => {
            let (kind, at) = kind(id.of);
            let stage = ScoreStage::ALL.iter().position(|it| *it == id.stage);
            format!("{POINTS} {} {kind} {at} {}", id.unit.0, stage.unwrap_or_default())
        }
    };
    format!("{OPEN}{words}{CLOSE}")
}

/// What a value of the data may refer to: derived figures are made by helpers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A figure.
    Figure(FigureId),
    /// Points, a rank or votes.
    Score(ScoreId),
}

impl From<FigureId> for Reference {
    fn from(id: FigureId) -> Self {
        Self::Figure(id)
    }
}

impl From<ScoreId> for Reference {
    fn from(id: ScoreId) -> Self {
        Self::Score(id)
    }
}

/// Marks a reference to points.
const POINTS: &str = "diem";

/// What points are for, as a word and a position.
fn kind(of: ScoreOf) -> (&'static str, u32) {
    match of {
        ScoreOf::Criterion(id) => ("criterion", id.0),
        ScoreOf::Group(group) => ("group", group),
        ScoreOf::Merit => ("merit", 0),
        ScoreOf::Bonus => ("bonus", 0),
        ScoreOf::Penalty => ("penalty", 0),
        ScoreOf::Total => ("total", 0),
        ScoreOf::Rank => ("rank", 0),
        ScoreOf::Votes(ballot) => ("votes", ballot),
    }
}

/// What a value of the data refers to.
pub(super) fn read(value: &str) -> Option<Reference> {
    let inner = value.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    match inner.strip_prefix(POINTS) {
        Some(rest) => score(rest.trim_start()).map(Reference::Score),
        None => figure(inner).map(Reference::Figure),
    }
}

fn figure(inner: &str) -> Option<FigureId> {
    let mut parts = inner.split(' ');
    let measure = *Measure::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
    let indicator = IndicatorId(parts.next()?.parse().ok()?);
    let owner = match parts.next()? {
        "" => Owner::Cluster,
        of => match of.strip_prefix(BLOCK) {
            Some(number) => Owner::Group(GroupId(number.parse().ok()?)),
            None => Owner::Unit(UnitId(of.parse().ok()?)),
        },
    };
    Some(FigureId { indicator, measure, owner })
}

fn score(inner: &str) -> Option<ScoreId> {
    let mut parts = inner.split(' ');
    let unit = UnitId(parts.next()?.parse().ok()?);
    let kind = parts.next()?;
    let at = parts.next()?.parse().ok()?;
    let of = match kind {
        "criterion" => ScoreOf::Criterion(CriterionId(at)),
        "group" => ScoreOf::Group(at),
        "merit" => ScoreOf::Merit,
        "bonus" => ScoreOf::Bonus,
        "penalty" => ScoreOf::Penalty,
        "total" => ScoreOf::Total,
        "rank" => ScoreOf::Rank,
        "votes" => ScoreOf::Votes(at),
        _ => return None,
    };
    let stage = *ScoreStage::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
    Some(ScoreId { unit, of, stage })
}

/// A printed figure in the text.
pub(super) fn printed(number: usize, words: &str) -> String {
    format!("{OPEN}{number}{WORDS}{words}{CLOSE}")
}

/// A filled text without its marks.
pub(super) fn words(text: &str) -> String {
    let part = |it: &str| it.split_once(WORDS).map_or(it, |(_, words)| words).replace(CLOSE, "");
    text.split(OPEN).map(part).collect()
}

/// Whether a text holds any mark.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains([OPEN, WORDS, CLOSE])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_finds_its_figure_again() {
        let unit = |it| Owner::Unit(UnitId(it));
        for owner in [Owner::Cluster, Owner::Group(GroupId(3)), unit(0), unit(9_999)] {
            for measure in Measure::ALL {
                let id = FigureId { indicator: IndicatorId(17), measure, owner };
                assert_eq!(read(&reference(id)), Some(Reference::Figure(id)));
            }
        }
        assert_eq!(read("TC12"), None);
        assert_eq!(read("\u{E000}9 1 \u{E002}"), None);
    }

    #[test]
    fn a_reference_finds_its_points_again() {
        let all = [
            ScoreOf::Criterion(CriterionId(7)),
            ScoreOf::Group(3),
            ScoreOf::Merit,
            ScoreOf::Bonus,
            ScoreOf::Penalty,
            ScoreOf::Total,
            ScoreOf::Rank,
            ScoreOf::Votes(1),
        ];
        for of in all {
            for stage in ScoreStage::ALL {
                let id = ScoreId { unit: UnitId(5), of, stage };
                assert_eq!(read(&reference(id)), Some(Reference::Score(id)));
            }
        }
        assert_eq!(read("\u{E000}diem 0 rang 0 0\u{E002}"), None);
    }
}
