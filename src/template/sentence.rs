//! One sentence about one indicator, put together from the ways of saying of `templates/sentences`.
//!
//! Which parts there are follows from the figures: a part that has none is left out, so that no sentence
//! has a hole, and a rise is never told of a fall. Which of several ways is taken follows from how often
//! the paper has said such a thing already: the same figures give the same words.

use rust_decimal::Decimal;

use crate::assets::sentences::SpanWays;
use crate::assets::sentences::TargetWays;
use crate::assets::sentences::Ways;
use crate::model::catalogue::Direction;
use crate::model::catalogue::Indicator;
use crate::model::catalogue::Kind;
use crate::model::catalogue::Time;
use crate::model::dataset::Parted;
use crate::model::figure::Derivation;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::model::reached;
use crate::model::reached::Side;
use crate::template::mark;
use crate::template::session::NO_DATA;
use crate::template::session::Session;
use crate::template::units::End;
use crate::template::units::Field;
use crate::template::units::Standing;
use crate::text::case;
use crate::text::list;
use crate::text::money;
use crate::text::number;

/// Which parts of a sentence are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    /// Against the target.
    pub(super) target: bool,
    /// Against the year before.
    pub(super) change: bool,
    /// Who stands highest, who fell short.
    pub(super) units: bool,
}

/// A sentence about the actual figure of an indicator; empty while there is nothing to say.
pub(super) fn of(session: &Session<'_>, actual: FigureId, parts: Parts) -> String {
    let indicator = &session.catalogue()[actual.indicator];
    let writer = Writer { session, indicator, actual };
    let Some(value) = session.value(actual.into()) else {
        let is_due = session.is_draft() && indicator.required.contains(&Measure::Actual);
        return if is_due { writer.missing() } else { String::new() };
    };
    let mut sentence = writer.opening(value);
    if parts.target {
        sentence.push_str(&writer.target(value));
    }
    if parts.change {
        sentence.push_str(&writer.change(value));
    }
    if parts.units && !value.is_zero() {
        sentence.push_str(&writer.units());
    }
    format!("{}.", case::capitalise(&sentence))
}

/// A figure in the words of its kind, with its identity: `25.493`, `80,27%`, `39,764 tỷ đồng`.
pub(super) fn printed(session: &Session<'_>, figure: FigureRef) -> Option<String> {
    let value = session.value(figure)?;
    let words = match (figure, session.indicator(figure)?.kind) {
        (FigureRef::Derived(it), _) if it.rule == Derivation::Percent => {
            format!("{}%", number::percent_of_target(value))
        }
        (FigureRef::Derived(it), _) => change_words(it.rule, value),
        (_, Kind::Money) => money::money(value),
        (_, Kind::Percent) => format!("{}%", number::at_most(value, 2)),
        (_, Kind::Average) => number::at_most(value, 2),
        (_, Kind::Count | Kind::YesNo) => number::plain(value),
    };
    let number = session.print(figure, &words);
    Some(mark::printed(number, &words))
}

/// `tăng 5%`, `giảm 1,5 điểm phần trăm`; of what rounds to nothing `không thay đổi`.
fn change_words(rule: Derivation, change: Decimal) -> String {
    let (decimals, unit) = match rule {
        Derivation::Difference => (2, " điểm phần trăm"),
        Derivation::Percent | Derivation::ChangePercent | Derivation::PerOne => (1, "%"),
    };
    let size = number::at_most(change.abs(), decimals);
    match size.as_str() {
        "0" => "không thay đổi".to_owned(),
        _ if change > Decimal::ZERO => format!("tăng {size}{unit}"),
        _ => format!("giảm {size}{unit}"),
    }
}

/// `Cao Bằng (112,3%) và Lạng Sơn (108%)`.
pub(super) fn named(session: &Session<'_>, standings: &[Standing]) -> String {
    let one = |it: &Standing| {
        let figure = printed(session, it.figure).unwrap_or_default();
        format!("{} ({figure})", session.name(it.unit))
    };
    list::enumerate(&standings.iter().map(one).collect::<Vec<_>>())
}

struct Writer<'a> {
    session: &'a Session<'a>,
    indicator: &'a Indicator,
    actual: FigureId,
}

impl Writer<'_> {
    fn of(&self, measure: Measure) -> FigureId {
        FigureId { measure, ..self.actual }
    }

    fn derived(&self, rule: Derivation, by: Measure) -> FigureRef {
        FigureRef::Derived(Derived { rule, of: self.actual, by: self.of(by) })
    }

    fn is_share(&self) -> bool {
        matches!(self.indicator.kind, Kind::Percent | Kind::Average)
    }

    fn ways(&self) -> &SpanWays {
        let sentences = &self.session.library().sentences;
        match self.session.span() {
            Span::Full => &sentences.year,
            Span::FirstHalf => &sentences.half,
        }
    }

    /// One of several ways of saying, filled; nothing where there is none.
    fn say(&self, ways: &Ways, blanks: &[(&str, &str)]) -> String {
        let Some(first) = ways.first() else { return String::new() };
        let turn = self.session.turn(first, ways.len());
        let filled = |text: String, (blank, words): &(&str, &str)| {
            text.replace(&format!("{{{blank}}}"), words)
        };
        blanks.iter().fold(ways[turn].clone(), filled)
    }

    /// The phrase of the indicator with these words in the place of the number.
    fn phrase(&self, figure: &str) -> String {
        if self.indicator.phrase.is_empty() {
            return format!("{}: {figure}{}", self.indicator.name, self.unit());
        }
        self.indicator.phrase.replace("{so}", figure)
    }

    /// The unit behind a number that does not say it itself.
    fn unit(&self) -> String {
        match self.indicator.kind {
            Kind::Count | Kind::Average | Kind::YesNo => format!(" {}", self.indicator.unit),
            Kind::Money | Kind::Percent => String::new(),
        }
    }

    /// Who did it is told of what is counted over the year and wanted; not in the paper of one unit.
    fn has_subject(&self) -> bool {
        self.indicator.kind == Kind::Count
            && self.indicator.time == Time::Flow
            && self.indicator.direction == Direction::Up
            && !self.indicator.phrase.is_empty()
            && self.session.owner().unit().is_none()
    }

    fn missing(&self) -> String {
        let number = self.session.print(self.actual.into(), NO_DATA);
        format!("{}.", case::capitalise(&self.phrase(&mark::printed(number, NO_DATA))))
    }

    fn opening(&self, value: Decimal) -> String {
        let sentences = &self.session.library().sentences;
        if value.is_zero() && !self.is_share() {
            let name = case::decapitalise(&self.indicator.name);
            return match self.indicator.none.as_str() {
                "" => self.say(&sentences.zero, &[("ten", &name)]),
                none => none.to_owned(),
            };
        }
        let figure = printed(self.session, self.actual.into()).unwrap_or_default();
        let phrase = self.phrase(&figure);
        if self.has_subject() { self.say(&sentences.open, &[("viec", &phrase)]) } else { phrase }
    }

    fn target(&self, actual: Decimal) -> String {
        let id = self.of(Measure::Target);
        let Some(target) = self.session.value(id.into()) else { return String::new() };
        if target <= Decimal::ZERO && self.indicator.direction == Direction::Up {
            return String::new();
        }
        let reached = reached::reached(self.indicator.direction, target, actual);
        let ways = self.target_ways();
        let ways = match reached.side {
            Side::Below if actual.is_zero() => &ways.none,
            Side::Below => &ways.short,
            Side::At => &ways.reached,
            Side::Above => &ways.exceeded,
        };
        let holds = |blank: &str| ways.iter().any(|it| it.contains(blank));
        let percent = holds("{dat}").then(|| self.derived(Derivation::Percent, Measure::Target));
        let percent = percent.and_then(|it| printed(self.session, it)).unwrap_or_default();
        let aim = if holds("{chi_tieu}") { printed(self.session, id.into()) } else { None };
        self.say(ways, &[("dat", &percent), ("chi_tieu", &aim.unwrap_or_default())])
    }

    fn target_ways(&self) -> &TargetWays {
        let ways = self.ways();
        match (self.indicator.direction, self.is_share()) {
            (Direction::Down, _) => &ways.limit,
            (Direction::Up, true) => &ways.share,
            (Direction::Up, false) => &ways.target,
        }
    }

    fn change(&self, actual: Decimal) -> String {
        let change = &self.session.library().sentences.change;
        let Some(before) = self.session.value(self.of(Measure::Previous).into()) else {
            return String::new();
        };
        let year = self.session.year_before();
        let rule = if self.is_share() { Derivation::Difference } else { Derivation::ChangePercent };
        let derived = Derived { rule, of: self.actual, by: self.of(Measure::Previous) };
        let ways = match self.session.dataset().parted(derived) {
            Some(Parted::ByCatalogue) => return String::new(),
            Some(Parted::ByScope(_)) => &change.scope,
            Some(Parted::ByUnits) => &change.units,
            // A percentage of what is below zero would turn its sign.
            None if before < Decimal::ZERO || actual < Decimal::ZERO => return String::new(),
            None if self.is_share() || !(before.is_zero() || actual.is_zero()) => {
                return self.compared(derived, actual.cmp(&before));
            }
            None if before == actual => return String::new(),
            None if before.is_zero() => &change.from_zero,
            None => &change.to_zero,
        };
        self.say(ways, &[("nam_truoc", &year)])
    }

    /// A rise or a fall that has a size.
    fn compared(&self, derived: Derived, order: std::cmp::Ordering) -> String {
        let change = &self.session.library().sentences.change;
        let year = self.session.year_before();
        let words = self.session.value(derived.into()).map(|it| change_words(derived.rule, it));
        let is_nothing = words.is_none_or(|it| it == "không thay đổi");
        let ways = match order {
            std::cmp::Ordering::Equal => &change.same,
            _ if is_nothing => &change.almost,
            std::cmp::Ordering::Greater => &change.up,
            std::cmp::Ordering::Less => &change.down,
        };
        let size = if is_nothing { None } else { printed(self.session, derived.into()) };
        self.say(ways, &[("tang_giam", &size.unwrap_or_default()), ("nam_truoc", &year)])
    }

    /// Who stands highest and who fell short, each against its own target. Nothing is told of units where
    /// less is better: who had the accident is not for a sentence.
    fn units(&self) -> String {
        if self.indicator.direction == Direction::Down || self.session.owner().unit().is_some() {
            return String::new();
        }
        let field = Field::against(self.session, self.actual, self.of(Measure::Target));
        let best = field.at(End::Best);
        let most_named = self.session.library().sentences.most_named;
        if best.is_empty() || best.len() > most_named {
            return String::new();
        }
        let short = field.short();
        let ways = &self.ways().units;
        let is_all = field.standings.len() == field.members;
        let ways = match short.len() {
            0 if is_all => &ways.all_met,
            0 => &ways.best_only,
            it if it == field.members => &ways.none_met,
            it if it > most_named => &ways.many_short,
            _ => &ways.some_short,
        };
        let holds = |blank: &str| ways.iter().any(|it| it.contains(blank));
        let below = if holds("{chua_dat}") { named(self.session, &short) } else { String::new() };
        self.say(ways, &[("cao_nhat", &named(self.session, &best)), ("chua_dat", &below)])
    }
}

#[cfg(test)]
mod tests;
