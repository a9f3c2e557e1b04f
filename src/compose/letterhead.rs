//! Whose letterhead a paper carries (domain.md 1.2, 1.3).

use crate::assets::document_spec::DocumentSpec;
use crate::assets::document_spec::LetterheadKind;
use crate::model::campaign::Campaign;
use crate::model::document::Letterhead;
use crate::model::document::NumberLine;
use crate::model::document::PlaceDate;
use crate::model::id::UnitId;
use crate::text::case;
use crate::text::date;
use crate::text::date::Date;
use crate::text::number;

/// Room for a number that the văn thư gives after signing.
const GAP: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// A place that a clerk writes by hand.
const UNKNOWN_PLACE: &str = "…………";

/// Which letterhead, and the symbol of a paper with a number of its own.
#[derive(Clone, Copy)]
pub(super) struct Wanted<'a> {
    pub(super) kind: LetterheadKind,
    pub(super) symbol: &'a str,
    /// Code of the body that issues it in place of the head; empty for none.
    pub(super) issuer: &'a str,
}

impl<'a> From<&'a DocumentSpec> for Wanted<'a> {
    fn from(spec: &'a DocumentSpec) -> Self {
        Self { kind: spec.letterhead, symbol: &spec.symbol, issuer: &spec.issuer }
    }
}

/// The letterhead of a paper that speaks from `day`; `owner` is the unit whose paper it is.
pub(super) fn letterhead(
    campaign: &Campaign,
    wanted: Wanted<'_>,
    day: Date,
    owner: Option<UnitId>,
) -> Letterhead {
    match wanted.kind {
        LetterheadKind::None => Letterhead::default(),
        LetterheadKind::Head => head(campaign, wanted, day),
        LetterheadKind::HeadWithoutNumber => unnumbered(campaign, campaign.report.head),
        LetterheadKind::Unit => unnumbered(campaign, owner.unwrap_or(campaign.report.head)),
        LetterheadKind::HeadAndCluster => {
            Letterhead { number: None, ..of_cluster(campaign, wanted, day) }
        }
        // Minutes tell day and place in their text (NĐ30, Phụ lục III, mẫu 1.9).
        LetterheadKind::Minutes => {
            Letterhead { place_date: None, ..of_cluster(campaign, wanted, day) }
        }
        LetterheadKind::Cluster => joint(campaign, Vec::new(), campaign.cluster.heading.clone()),
        LetterheadKind::SuperiorAndCluster => {
            let superior = campaign.cluster.superior_heading.clone();
            joint(campaign, superior, vec![case::upper(&campaign.cluster.name)])
        }
        LetterheadKind::Parties => {
            let name = |it: &UnitId| campaign[*it].heading.join(" ");
            joint(campaign, Vec::new(), campaign.pledge.parties.iter().map(name).collect())
        }
    }
}

/// That of a paper that several sign: no register numbers it, and it is dated where it is signed.
fn joint(campaign: &Campaign, upper: Vec<String>, issuer: Vec<String>) -> Letterhead {
    let pledge = &campaign.pledge;
    let year = campaign.closing_day().year();
    Letterhead {
        upper,
        issuer,
        number: None,
        place_date: Some(PlaceDate {
            place: pledge.place.clone().unwrap_or_else(|| UNKNOWN_PLACE.to_owned()),
            date: long_date(pledge.date, year),
            is_given: pledge.date.is_some(),
        }),
    }
}

/// The head's own, with number and date.
fn head(campaign: &Campaign, wanted: Wanted<'_>, day: Date) -> Letterhead {
    let unit = &campaign[campaign.report.head];
    let registered = registered(campaign, wanted, day);
    let (upper, issuer) = match campaign.body(wanted.issuer) {
        Some(body) => (unit.heading.clone(), body.heading.clone()),
        None => (campaign.cluster.superior_heading.clone(), unit.heading.clone()),
    };
    Letterhead {
        upper,
        issuer,
        place_date: Some(PlaceDate { place: unit.place.clone(), ..registered.date }),
        number: Some(registered.number),
    }
}

/// The cluster's under the head's (option A). A province above its own unions is both, and stands under
/// the superior body: its name is not printed twice.
fn of_cluster(campaign: &Campaign, wanted: Wanted<'_>, day: Date) -> Letterhead {
    if campaign.office.is_some() {
        return head(campaign, wanted, day);
    }
    Letterhead {
        upper: campaign[campaign.report.head].heading.clone(),
        issuer: vec![case::upper(&campaign.cluster.name)],
        ..head(campaign, wanted, day)
    }
}

/// Number with symbol and date, or the gaps for what the văn thư gives after signing.
struct Registered {
    number: NumberLine,
    date: PlaceDate,
}

/// Those of the report, which the campaign knows; a paper with a symbol of its own has its own ones.
fn registered(campaign: &Campaign, wanted: Wanted<'_>, day: Date) -> Registered {
    let report = &campaign.report;
    let (number, symbol, date, year) = match wanted.symbol {
        "" => (report.number, report.symbol.as_str(), report.date, campaign.closing_day().year()),
        _ => (None, wanted.symbol, None, day.year()),
    };
    Registered {
        number: NumberLine {
            number: number.map_or_else(|| GAP.to_owned(), |it| number::padded(it, 2)),
            is_given: number.is_some(),
            symbol: format!("/{symbol}"),
        },
        date: PlaceDate {
            place: String::new(),
            date: long_date(date, year),
            is_given: date.is_some(),
        },
    }
}

/// A unit's own letterhead for a slip: slips are none of the types that a registry numbers (domain.md
/// 1.1), and nobody knows the day of signing yet, nor its year.
fn unnumbered(campaign: &Campaign, unit: UnitId) -> Letterhead {
    // Above a province's own unions stands its office, above the office the superior body.
    let superior = campaign.office.as_ref().filter(|_| unit.index() < campaign.units.len());
    let upper = superior.map_or(&campaign.cluster.superior_heading, |it| &it.heading);
    let unit = &campaign[unit];
    Letterhead {
        upper: upper.clone(),
        issuer: unit.heading.clone(),
        number: None,
        place_date: Some(PlaceDate {
            place: unit.place.clone(),
            date: date::blank_long(None),
            is_given: false,
        }),
    }
}

/// `số …/BC-LĐLĐ ngày … tháng … năm 2024 của …`: how an annex names the paper it belongs to, if
/// that paper has a number.
pub(super) fn reference(campaign: &Campaign, wanted: Wanted<'_>, day: Date) -> Option<String> {
    let LetterheadKind::Head = wanted.kind else { return None };
    let Registered { number: NumberLine { number, symbol, .. }, date } =
        registered(campaign, wanted, day);
    let head = &campaign[campaign.report.head].full_name;
    let issuer = campaign.body(wanted.issuer).map_or(head, |it| &it.full_name);
    Some(format!("số {number}{symbol} {} của {issuer}", date.date))
}

fn long_date(date: Option<Date>, year: i16) -> String {
    date.map_or_else(|| date::blank_long(Some(year)), Date::long)
}
