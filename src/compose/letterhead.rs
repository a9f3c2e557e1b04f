//! Whose letterhead a paper carries (domain.md 1.2, 1.3).

use crate::assets::document_spec::LetterheadKind;
use crate::model::campaign::Campaign;
use crate::model::document::Letterhead;
use crate::text::date;
use crate::text::date::Date;
use crate::text::number;

/// Room for a number that the văn thư gives after signing.
const GAP: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

pub(super) fn letterhead(campaign: &Campaign, kind: LetterheadKind) -> Letterhead {
    match kind {
        LetterheadKind::None => Letterhead::default(),
        LetterheadKind::Head => head(campaign),
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
    let number = report.number.map_or_else(|| GAP.to_owned(), |it| number::padded(it, 2));
    Letterhead {
        upper: campaign.cluster.superior_heading.clone(),
        issuer: unit.heading.clone(),
        number: Some(format!("Số: {number}/{}", report.symbol)),
        place_date: Some(place_date(Some(&unit.place), report.date, campaign.closing_day().year())),
    }
}

/// `Cao Bằng, ngày 05 tháng 01 năm 2026`; gaps for what is not known yet.
fn place_date(place: Option<&str>, date: Option<Date>, year: i16) -> String {
    let place = place.map_or_else(|| GAP.to_owned(), str::to_owned);
    let date = date.map_or_else(|| date::blank_long(Some(year)), Date::long);
    format!("{place}, {date}")
}
