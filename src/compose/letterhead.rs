//! Whose letterhead a paper carries (domain.md 1.2, 1.3).

use crate::assets::document_spec::LetterheadKind;
use crate::model::campaign::Campaign;
use crate::model::document::Letterhead;
use crate::model::id::UnitId;
use crate::text::case;
use crate::text::date;
use crate::text::date::Date;
use crate::text::number;

/// Room for a number that the văn thư gives after signing.
const GAP: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// A place that a clerk writes by hand.
const UNKNOWN_PLACE: &str = "…………";

/// The letterhead of a kind; `owner` is the unit whose paper it is.
pub(super) fn letterhead(
    campaign: &Campaign,
    kind: LetterheadKind,
    owner: Option<UnitId>,
) -> Letterhead {
    match kind {
        LetterheadKind::None => Letterhead::default(),
        LetterheadKind::Head => head(campaign),
        LetterheadKind::HeadWithoutNumber => unnumbered(campaign, campaign.report.head),
        LetterheadKind::Unit => unnumbered(campaign, owner.unwrap_or(campaign.report.head)),
        LetterheadKind::HeadAndCluster => Letterhead {
            upper: campaign[campaign.report.head].heading.clone(),
            issuer: vec![case::upper(&campaign.cluster.name)],
            number: None,
            ..head(campaign)
        },
        LetterheadKind::Cluster => {
            let pledge = &campaign.pledge;
            let year = campaign.closing_day().year();
            Letterhead {
                upper: Vec::new(),
                issuer: campaign.cluster.heading.clone(),
                number: None,
                place_date: Some(place_date(pledge.place.as_deref(), pledge.date, year)),
            }
        }
    }
}

fn head(campaign: &Campaign) -> Letterhead {
    let report = &campaign.report;
    let unit = &campaign[report.head];
    Letterhead {
        upper: campaign.cluster.superior_heading.clone(),
        issuer: unit.heading.clone(),
        number: Some(format!("Số: {}/{}", number_or_gap(campaign), report.symbol)),
        place_date: Some(place_date(Some(&unit.place), report.date, campaign.closing_day().year())),
    }
}

/// A unit's own letterhead for a slip: slips are none of the types that a registry numbers (domain.md
/// 1.1), and nobody knows the day of signing yet, nor its year.
fn unnumbered(campaign: &Campaign, unit: UnitId) -> Letterhead {
    let unit = &campaign[unit];
    Letterhead {
        upper: campaign.cluster.superior_heading.clone(),
        issuer: unit.heading.clone(),
        number: None,
        place_date: Some(format!("{}, {}", unit.place, date::blank_long(None))),
    }
}

/// `số …/BC-LĐLĐ ngày … tháng … năm 2024 của …`: how an annex names the paper it belongs to, if
/// that paper has a number.
pub(super) fn reference(campaign: &Campaign, kind: LetterheadKind) -> Option<String> {
    let LetterheadKind::Head = kind else { return None };
    let report = &campaign.report;
    let date = long_date(report.date, campaign.closing_day().year());
    let unit = &campaign[report.head].full_name;
    Some(format!("số {}/{} {date} của {unit}", number_or_gap(campaign), report.symbol))
}

fn number_or_gap(campaign: &Campaign) -> String {
    campaign.report.number.map_or_else(|| GAP.to_owned(), |it| number::padded(it, 2))
}

fn long_date(date: Option<Date>, year: i16) -> String {
    date.map_or_else(|| date::blank_long(Some(year)), Date::long)
}

/// `Cao Bằng, ngày 05 tháng 01 năm 2026`; gaps for what is not known yet.
fn place_date(place: Option<&str>, date: Option<Date>, year: i16) -> String {
    let place = place.unwrap_or(UNKNOWN_PLACE);
    format!("{place}, {}", long_date(date, year))
}
