//! Mergers and splits: which bodies became which, and when. A name is not an identity.

use std::collections::BTreeSet;

use crate::model::catalogue::Aggregation;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::Time;
use crate::model::id::IndicatorId;
use crate::model::period::Period;
use crate::text::date::Date;
use crate::text::fold;
use crate::text::provinces;

/// What stands between the name of a body and the month since which it is that body.
pub const SINCE: char = '@';

/// Every merger and split that a campaign knows: those that templates tell, then its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Successions {
    /// Bodies that went on as one.
    pub mergers: Vec<Succession>,
    /// Bodies that went on as several.
    pub splits: Vec<Split>,
}

/// Bodies that ended and the one in which they go on (domain.md 6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// Identities of those that ended: `quang-ngai`, `kon-tum`.
    pub from: Vec<String>,
    /// Identity of the one that goes on: `quang-ngai@2025-07`.
    pub into: String,
    /// First day of the new body.
    pub on: Date,
}

/// A body that ended and those in which it goes on. Nobody can say which of its figures was whose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// Identity of the one that ended.
    pub from: String,
    /// Identities of those that go on.
    pub into: Vec<String>,
    /// First day of the new bodies.
    pub on: Date,
}

/// What became of a body at the end of its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct End<'a> {
    /// The first day on which it is no longer.
    pub on: Date,
    /// The bodies in which it goes on.
    pub into: &'a [String],
}

impl Successions {
    /// Mergers in order.
    pub fn iter(&self) -> std::slice::Iter<'_, Succession> {
        self.mergers.iter()
    }

    /// When a body ends, and in what it goes on; `None` for one that goes on as it is.
    #[must_use]
    pub fn end(&self, body: &str) -> Option<End<'_>> {
        let merger = self.mergers.iter().find(|it| it.from.iter().any(|from| from == body));
        let merger = merger.map(|it| End { on: it.on, into: std::slice::from_ref(&it.into) });
        let split = || self.splits.iter().find(|it| it.from == body);
        merger.or_else(|| split().map(|it| End { on: it.on, into: &it.into }))
    }

    /// When a body that came of others begins; `None` for one that was always there.
    #[must_use]
    pub fn begin(&self, body: &str) -> Option<Date> {
        let merger = self.mergers.iter().find(|it| it.into == body).map(|it| it.on);
        let split = || {
            self.splits.iter().find(|it| it.into.iter().any(|into| into == body)).map(|it| it.on)
        };
        merger.or_else(split)
    }

    /// The body that bears a name on a day: `thai-nguyen` until 30 June 2025, after it
    /// `thai-nguyen@2025-07`. A body that ended without one of its name stays what it was.
    #[must_use]
    pub fn named(&self, name: &str, day: Date) -> String {
        let mut body = name;
        // Each step leads to another succession, since circles are refused where they are read.
        for _ in 0..=self.mergers.len() + self.splits.len() {
            let end = self.end(body).filter(|it| it.on <= day);
            let heir = end.and_then(|it| it.into.iter().find(|it| stem(it) == stem(name)));
            let Some(heir) = heir else { break };
            body = heir;
        }
        body.to_owned()
    }

    /// Every identity that stands in them.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        let merged = self.mergers.iter().flat_map(|it| it.from.iter().chain([&it.into]));
        let split = self.splits.iter().flat_map(|it| it.into.iter().chain([&it.from]));
        merged.chain(split).map(String::as_str)
    }
}

/// `quang-ngai` of `quang-ngai@2025-07`.
#[must_use]
pub fn stem(body: &str) -> &str {
    body.split_once(SINCE).map_or(body, |(stem, _)| stem)
}

/// How people name a body of which the campaign knows the identity alone: `Ninh Thuận` of
/// `ninh-thuan`; what is no province keeps its identity.
#[must_use]
pub fn spoken(body: &str) -> String {
    let known = provinces::PROVINCES.iter().map(|(name, _)| *name);
    let province = known.into_iter().find(|name| fold::slug(name) == stem(body));
    province.map_or_else(|| body.to_owned(), str::to_owned)
}

/// A change of what is counted: figures before and after it do not compare (domain.md 0.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeChange {
    /// First day on which the new scope counts.
    pub on: Date,
    /// What changed, in a sentence that the report prints.
    pub reason: String,
    /// Indicators that no longer compare with those before.
    pub indicators: Vec<IndicatorId>,
}

impl ScopeChange {
    /// The indicators of `now` that no longer compare with those of the same period a year before:
    /// those that are named, sums of such parts, ratios and means that rest on them.
    #[must_use]
    pub fn parted(&self, catalogue: &Catalogue, now: Period) -> BTreeSet<IndicatorId> {
        let then = Period { year: now.year - 1, ..now };
        let is_between = |id: &IndicatorId| {
            let since = match catalogue[*id].time {
                Time::Stock => then.last_day(),
                // A flow of last year that was counted both ways compares with neither.
                Time::Flow => then.first_day(),
            };
            since < self.on && self.on <= now.last_day()
        };
        let mut touched: BTreeSet<IndicatorId> = self.indicators.iter().copied().collect();
        loop {
            let before = touched.len();
            let more = catalogue.ids().filter(|id| rests_on(catalogue, *id, &touched));
            let more: Vec<IndicatorId> = more.collect();
            touched.extend(more);
            if touched.len() == before {
                break;
            }
        }
        touched.into_iter().filter(is_between).collect()
    }
}

fn rests_on(catalogue: &Catalogue, id: IndicatorId, touched: &BTreeSet<IndicatorId>) -> bool {
    let it = &catalogue[id];
    let by_rule = match it.aggregation {
        Aggregation::Ratio { numerator, denominator } => {
            touched.contains(&numerator) || touched.contains(&denominator)
        }
        Aggregation::WeightedMean { weight } => touched.contains(&weight),
        Aggregation::Sum | Aggregation::None => false,
    };
    by_rule || it.parts.iter().any(|part| touched.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn successions() -> Successions {
        let bodies = |all: &[&str]| all.iter().map(|it| (*it).to_owned()).collect();
        Successions {
            mergers: vec![
                Succession {
                    from: bodies(&["kon-tum", "quang-ngai"]),
                    into: "quang-ngai@2025-07".to_owned(),
                    on: day("2025-07-01"),
                },
                Succession {
                    from: bodies(&["quang-ngai@2025-07", "x"]),
                    into: "quang-ngai@2030-01".to_owned(),
                    on: day("2030-01-01"),
                },
            ],
            splits: vec![Split {
                from: "y".to_owned(),
                into: bodies(&["y@2026-03", "z"]),
                on: day("2026-03-01"),
            }],
        }
    }

    #[test]
    fn a_name_means_the_body_that_bears_it_on_the_day() {
        for (name, on, body) in [
            ("quang-ngai", "2025-06-30", "quang-ngai"),
            ("quang-ngai", "2025-07-01", "quang-ngai@2025-07"),
            ("quang-ngai", "2031-11-30", "quang-ngai@2030-01"),
            ("kon-tum", "2025-11-30", "kon-tum"),
            ("y", "2026-02-28", "y"),
            ("y", "2026-03-01", "y@2026-03"),
            ("ha-tinh", "2031-11-30", "ha-tinh"),
        ] {
            assert_eq!(successions().named(name, day(on)), body, "{name} {on}");
        }
    }

    #[test]
    fn a_body_begins_and_ends() {
        let known = successions();
        assert_eq!(known.begin("quang-ngai@2025-07"), Some(day("2025-07-01")));
        assert_eq!(known.begin("quang-ngai"), None);
        assert_eq!(known.begin("z"), Some(day("2026-03-01")));
        let end = known.end("kon-tum").unwrap();
        assert_eq!((end.on, end.into.concat()), (day("2025-07-01"), "quang-ngai@2025-07".into()));
        assert_eq!(known.end("y").unwrap().into.len(), 2);
        assert_eq!(known.end("z"), None);
    }

    #[test]
    fn a_body_is_spoken_of_by_its_name() {
        assert_eq!(spoken("ninh-thuan"), "Ninh Thuận");
        assert_eq!(spoken("quang-ngai@2025-07"), "Quảng Ngãi");
        assert_eq!(spoken("ba-ria-vung-tau"), "Bà Rịa - Vũng Tàu");
        assert_eq!(spoken("cong-doan-phuong-1"), "cong-doan-phuong-1");
    }
}
