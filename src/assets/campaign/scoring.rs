//! `[scoring]`, `[meeting]`, `[[ballots]]`, `[[awards]]`: who judges, votes and is proposed.

use rust_decimal::Decimal;

use crate::assets::campaign::Resolver;
use crate::assets::campaign_file::scoring as file;
use crate::finding::failure::TomlFault;
use crate::model::meeting::Award;
use crate::model::meeting::Ballot;
use crate::model::meeting::Bar;
use crate::model::meeting::Barred;
use crate::model::meeting::Decision;
use crate::model::meeting::Ground;
use crate::model::meeting::Meeting;
use crate::model::meeting::Person;
use crate::model::meeting::Scoring;
use crate::model::meeting::Votes;
use crate::text::suggest;

/// Two thirds of the members, in percent: what a ballot needs where the campaign says nothing.
const QUORUM: Decimal = Decimal::from_parts(6667, 0, 0, false, 2);

/// Half, in percent: what carries where the campaign says nothing.
const THRESHOLD: Decimal = Decimal::from_parts(50, 0, 0, false, 0);

impl Resolver<'_> {
    pub(super) fn scoring(&mut self, table: file::ScoringTable) -> Scoring {
        let barred = table.barred.into_iter().enumerate().filter_map(|(index, it)| {
            let unit = self.unit(&format!("/scoring/barred/{index}/unit"), &it.unit)?;
            Some(Barred { unit, bar: Bar { ground: it.ground, note: it.note } })
        });
        let barred = barred.collect();
        for (index, ground) in table.gates.iter().enumerate() {
            if !Ground::SEEN.contains(ground) {
                let allowed = Ground::SEEN.map(|it| it.name().to_owned()).to_vec();
                let value = ground.name().to_owned();
                let fault = TomlFault::NotOneOf { value, allowed, nearest: None };
                self.fault(&format!("/scoring/gates/{index}"), fault);
            }
        }
        Scoring { criteria: table.criteria, barred, gates: table.gates }
    }

    pub(super) fn meeting(&mut self, table: file::MeetingTable) -> Meeting {
        Meeting {
            date: self.date("/meeting/date", table.date.as_deref()),
            place: table.place,
            chair: table.chair.map(person),
            secretary: table.secretary.map(person),
            tellers: table.tellers.into_iter().map(person).collect(),
            absent: self.unit_list("/meeting/absent", &table.absent),
            opinions: table.opinions,
            signed: self.date("/meeting/signed", table.signed.as_deref()),
        }
    }

    pub(super) fn ballots(&mut self, tables: Vec<file::BallotTable>) -> Vec<Ballot> {
        let codes: Vec<String> = tables.iter().map(|it| it.code.clone()).collect();
        self.own_codes("/ballots", &codes);
        tables.into_iter().enumerate().map(|(index, it)| self.ballot(index, it)).collect()
    }

    fn ballot(&mut self, index: usize, table: file::BallotTable) -> Ballot {
        let at = format!("/ballots/{index}");
        let percent = |it: &mut Self, key: &str, text: Option<&str>, otherwise| {
            it.decimal(&format!("{at}/{key}"), text).unwrap_or(otherwise)
        };
        let mut votes: Vec<Votes> = Vec::new();
        for (code, count) in table.votes {
            let unit = self.unit(&format!("{at}/votes/{code}"), &code);
            votes.extend(unit.map(|unit| Votes { unit, count }));
        }
        votes.sort_by_key(|it| it.unit);
        let members = u32::try_from(self.codes.len()).expect("clusters are far below 2^32");
        Ballot {
            code: table.code,
            title: table.title,
            purpose: table.purpose,
            voters: table.voters.unwrap_or(members),
            issued: table.issued,
            returned: table.returned,
            invalid: table.invalid,
            quorum: percent(self, "quorum", table.quorum.as_deref(), QUORUM),
            base: table.base,
            threshold: percent(self, "threshold", table.threshold.as_deref(), THRESHOLD),
            above: table.above,
            own_vote: table.own_vote,
            votes,
        }
    }

    /// The ballots are resolved first, so that an award may name one.
    pub(super) fn awards(
        &mut self,
        tables: Vec<file::AwardTable>,
        ballots: &[Ballot],
    ) -> Vec<Award> {
        let codes: Vec<String> = tables.iter().map(|it| it.code.clone()).collect();
        self.own_codes("/awards", &codes);
        tables.into_iter().enumerate().map(|(index, it)| self.award(index, it, ballots)).collect()
    }

    fn award(&mut self, index: usize, table: file::AwardTable, ballots: &[Ballot]) -> Award {
        let at = format!("/awards/{index}");
        let ballot = table.ballot.and_then(|code| {
            let found = ballots.iter().position(|it| it.code == code);
            if found.is_none() {
                let codes = ballots.iter().map(|it| it.code.as_str());
                let nearest = suggest::nearest(&code, codes).map(str::to_owned);
                self.fault(&format!("{at}/ballot"), TomlFault::Dangling { name: code, nearest });
            }
            found
        });
        let decision = table.decision.and_then(|it| {
            let date = self.date(&format!("{at}/decision/date"), Some(&it.date))?;
            Some(Decision { number: it.number, date })
        });
        Award {
            least_points: self
                .decimal(&format!("{at}/least_points"), table.least_points.as_deref()),
            units: self.unit_list(&format!("{at}/units"), &table.units),
            code: table.code,
            name: table.name,
            quota: table.quota,
            ballot,
            with_others: table.with_others,
            decision,
        }
    }
}

fn person(table: file::PersonTable) -> Person {
    Person { name: table.name, title: table.title }
}
