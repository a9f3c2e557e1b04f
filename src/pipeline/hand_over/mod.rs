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

/// A path relative to one folder, as it is relative to another from which that one is at `from`.
fn through(from: &str, path: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    let whole = if path.starts_with('/') { path.to_owned() } else { format!("{from}/{path}") };
    for step in whole.split(['/', '\\']).filter(|it| !it.is_empty() && *it != ".") {
        if step == ".." && steps.last().is_some_and(|it| *it != "..") {
            steps.pop();
        } else {
            steps.push(step);
        }
    }
    let root = if whole.starts_with('/') { "/" } else { "" };
    format!("{root}{}", steps.join("/"))
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

    #[test]
    fn paths_are_seen_from_the_new_folder() {
        for (from, path, expected) in [
            ("../cum-2025-6-thang", "../cum-2024", "../cum-2024"),
            ("../../cu/nua-nam", "../nam-2024", "../../cu/nam-2024"),
            ("../a", "/srv/b", "/srv/b"),
            ("..", "../b", "../../b"),
        ] {
            assert_eq!(through(from, path), expected);
        }
    }
}
