//! Private-use marks: references to figures in the data, printed figures in the text.
//!
//! `U+E000 reference U+E002` stands in the data for a figure; a helper turns it into
//! `U+E000 number U+E001 words U+E002` in the text.

use crate::model::figure::FigureId;
use crate::model::id::IndicatorId;
use crate::model::id::UnitId;
use crate::model::measure::Measure;

pub(super) const OPEN: char = '\u{E000}';
pub(super) const WORDS: char = '\u{E001}';
pub(super) const CLOSE: char = '\u{E002}';

/// The reference to a figure as a value of the data.
#[must_use]
pub fn reference(id: FigureId) -> String {
    let unit = id.unit.map_or_else(String::new, |it| it.0.to_string());
    format!("{OPEN}{} {} {unit}{CLOSE}", id.measure.index(), id.indicator.0)
}

/// The figure that a value of the data refers to.
pub(super) fn figure(value: &str) -> Option<FigureId> {
    let inner = value.strip_prefix(OPEN)?.strip_suffix(CLOSE)?;
    let mut parts = inner.split(' ');
    let measure = *Measure::ALL.get(parts.next()?.parse::<usize>().ok()?)?;
    let indicator = IndicatorId(parts.next()?.parse().ok()?);
    let unit = match parts.next()? {
        "" => None,
        number => Some(UnitId(number.parse().ok()?)),
    };
    Some(FigureId { indicator, measure, unit })
}

/// A printed figure in the text.
pub(super) fn printed(number: usize, words: &str) -> String {
    format!("{OPEN}{number}{WORDS}{words}{CLOSE}")
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
        for unit in [None, Some(UnitId(0)), Some(UnitId(9_999))] {
            for measure in Measure::ALL {
                let id = FigureId { indicator: IndicatorId(17), measure, unit };
                assert_eq!(figure(&reference(id)), Some(id));
            }
        }
        assert_eq!(figure("TC12"), None);
        assert_eq!(figure("\u{E000}9 1 \u{E002}"), None);
    }
}
