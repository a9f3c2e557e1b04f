//! Hands a campaign over to the next period: the text of the next `campaign.toml`, made from the
//! present one so that a person can read what was kept, what was emptied and what is to be decided.
//! Nothing is written here.

mod campaign;
mod edit;
pub mod heirs;
mod units;

use crate::assets::Declared;
use crate::assets::hand_over::HandOverWords;
use crate::finding::failure::Failure;
use crate::model::campaign::Campaign;
use crate::model::period::Period;
use crate::model::period::Span;
use crate::pipeline::hand_over::heirs::Heir;

/// What the next campaign is made from.
#[derive(Clone, Copy)]
pub struct HandOver<'a> {
    /// The present campaign.
    pub declared: &'a Declared,
    /// The words of the comments.
    pub words: &'a HandOverWords,
    /// Folder of the present campaign, relative to that of the next one, with `/`.
    pub from: &'a str,
    /// The part of the year that the next one speaks of.
    pub span: Span,
}

/// The next campaign.
#[derive(Debug, Clone)]
pub struct HandedOver {
    /// Its period.
    pub period: Period,
    /// The text of its `campaign.toml`.
    pub text: String,
    /// Its members, and what they are made of.
    pub heirs: Vec<Heir>,
}

/// The period after one: a year is followed by the next year or by its first half, a half by the year
/// that it belongs to. `None` for a half after a half.
#[must_use]
pub fn next(period: Period, span: Span) -> Option<Period> {
    match (period.span, span) {
        (Span::Full, _) => Some(Period { year: period.year + 1, span }),
        (Span::FirstHalf, Span::Full) => Some(Period { span, ..period }),
        (Span::FirstHalf, Span::FirstHalf) => None,
    }
}

/// Makes the next campaign.
///
/// # Errors
/// [`Failure::HalfAfterHalf`] if a half is to follow a half; [`Failure::Toml`] for a file that no
/// longer can be read.
pub fn hand_over(it: HandOver<'_>) -> Result<HandedOver, Failure> {
    let present: &Campaign = &it.declared.campaign;
    let Some(period) = next(present.period, it.span) else {
        return Err(Failure::HalfAfterHalf { campaign: present.name.clone() });
    };
    let heirs = heirs::heirs(present, period.last_day());
    let text = campaign::text(it, period, &heirs)?;
    Ok(HandedOver { period, text, heirs })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_followed_by_a_year_or_its_half_and_a_half_by_its_year() {
        let full = |year| Period { year, span: Span::Full };
        let half = |year| Period { year, span: Span::FirstHalf };
        assert_eq!(next(full(2024), Span::Full), Some(full(2025)));
        assert_eq!(next(full(2024), Span::FirstHalf), Some(half(2025)));
        assert_eq!(next(half(2025), Span::Full), Some(full(2025)));
        assert_eq!(next(half(2025), Span::FirstHalf), None);
    }
}
