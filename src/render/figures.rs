//! `so-lieu.json`: every figure and all points, where it came from, and where it is printed.
//!
//! Keys are only ever added; `docs/schemas/so-lieu.schema.json` describes them. Money is in đồng,
//! percentages in percent, numbers are text, so that no reader loses a digit. It is the head office's own
//! file, not for circulation: papers keep points back until the minutes are out, this file does not. Votes
//! are counts here too.

mod points;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::json;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::criteria::Criteria;
use crate::model::dataset::Origin;
use crate::model::dataset::PastPart;
use crate::model::difference::Replacement;
use crate::model::document::Printed;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::figure::ScoreId;
use crate::model::id::UnitId;
use crate::model::identity::Identities;
use crate::model::issue::Impression;
use crate::model::measure::Measure;
use crate::model::owner::Owner;
use crate::model::results::Results;
use crate::render::records;
use crate::text::number;

/// What the file is made from.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// What earns points; `None` for a campaign that does not score.
    pub criteria: Option<&'a Criteria>,
    /// The figures and the points.
    pub results: Results<'a>,
    /// What changed where files were replaced.
    pub replacements: &'a [Replacement],
    /// Findings that were accepted with a reason.
    pub accepted: &'a [Accepted],
}

/// What papers print. Those of the cluster are told figure by figure; of a kind of paper that every
/// unit has, one list tells which figures it prints, whatever the number of units: on the paper of a
/// unit they are that unit's.
#[derive(Debug, Default)]
pub struct Prints {
    papers: Vec<(String, Vec<Printed>)>,
    /// What papers printed when they were issued.
    pub issued: Vec<Impression>,
    of_units: BTreeMap<String, OfUnits>,
}

/// A kind of paper that every unit has.
#[derive(Debug, Default)]
struct OfUnits {
    files: BTreeSet<String>,
    figures: BTreeSet<FigureRef>,
}

impl Prints {
    /// Notes a paper of the cluster.
    pub fn paper(&mut self, file: &str, printed: Vec<Printed>) {
        self.papers.push((file.to_owned(), printed));
    }

    /// Notes the paper of a unit, of the kind `name`.
    pub fn unit_paper(&mut self, name: &str, file: &str, printed: &[Printed]) {
        let kind = self.of_units.entry(name.to_owned()).or_default();
        kind.files.insert(file.to_owned());
        kind.figures.extend(printed.iter().map(|it| of_nobody(it.figure)));
    }

    /// Derived figures of the cluster's papers.
    fn derived(&self) -> BTreeSet<Derived> {
        let printed = self.papers.iter().flat_map(|(_, printed)| printed);
        let derived = printed.filter_map(|printed| match printed.figure {
            FigureRef::Derived(derived) => Some(derived),
            FigureRef::Base(_) | FigureRef::Score(_) => None,
        });
        derived.collect()
    }
}

/// A figure without the unit whose it is.
fn of_nobody(figure: FigureRef) -> FigureRef {
    let of_nobody = |id: FigureId| FigureId { owner: Owner::Cluster, ..id };
    match figure {
        FigureRef::Base(id) => of_nobody(id).into(),
        FigureRef::Derived(it) => {
            Derived { of: of_nobody(it.of), by: of_nobody(it.by), ..it }.into()
        }
        // The first unit stands for any: `of_units` leaves its name out.
        FigureRef::Score(id) => ScoreId { unit: UnitId(0), ..id }.into(),
    }
}

/// Writes the file.
#[must_use]
pub fn render(figures: Figures<'_>, prints: &Prints) -> Vec<u8> {
    let mut list: Vec<Value> = Vec::new();
    for indicator in figures.catalogue.ids() {
        for measure in Measure::ALL {
            let groups = figures.campaign.group_ids().map(Owner::Group);
            let units = figures.campaign.unit_ids().map(Owner::Unit);
            for owner in std::iter::once(Owner::Cluster).chain(groups).chain(units) {
                list.extend(figures.base(FigureId { indicator, measure, owner }));
            }
        }
    }
    list.extend(prints.derived().into_iter().map(|it| figures.derived(it)));
    let mut whole = json!({
        "campaign": figures.campaign.name,
        "period": {
            "year": figures.campaign.period.year,
            "span": figures.campaign.period.span,
            "from": figures.campaign.period.first_day(),
            "to": figures.campaign.period.last_day(),
        },
        "figures": list,
        "printed": figures.printed(prints),
        "unit_papers": figures.of_units(prints),
        "changes": records::changes(figures.campaign, figures.catalogue, figures.replacements),
        "accepted": records::accepted(figures.campaign, figures.accepted),
    });
    if let Some(points) = points::all(figures) {
        whole["points"] = points;
    }
    if !prints.issued.is_empty() {
        whole["issued"] = json!(prints.issued);
    }
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("plain values become JSON");
    bytes.push(b'\n');
    bytes
}

impl<'a> Figures<'a> {
    /// Every figure that a paper of the cluster prints.
    fn printed(self, prints: &Prints) -> Vec<Value> {
        let of_paper = |(file, printed): &(String, Vec<Printed>)| {
            let one = |(n, printed): (usize, &Printed)| {
                json!({
                    "document": file,
                    "n": n,
                    "figure": self.id(printed.figure),
                    "text": printed.text,
                })
            };
            printed.iter().enumerate().map(one).collect::<Vec<_>>()
        };
        prints.papers.iter().flat_map(of_paper).collect()
    }

    /// Every kind of paper that units have, with its files and the figures that it prints.
    fn of_units(self, prints: &Prints) -> Vec<Value> {
        let kind = |(name, kind): (&String, &OfUnits)| {
            let ids = kind.figures.iter().map(|it| match it {
                FigureRef::Score(id) => self.identities().of_any_unit(*id),
                figure => self.id(*figure),
            });
            let ids: Vec<String> = ids.collect();
            json!({ "kind": name, "documents": kind.files, "figures": ids })
        };
        prints.of_units.iter().map(kind).collect()
    }

    /// Identity of a figure.
    fn id(self, figure: FigureRef) -> String {
        self.identities().of(figure)
    }

    fn identities(self) -> Identities<'a> {
        let Self { campaign, catalogue, criteria, .. } = self;
        Identities { campaign, catalogue, criteria }
    }

    /// Whether anybody reported the figure or something it is made of.
    fn is_listed(self, id: FigureId) -> bool {
        let column = self.results.dataset.column(id.measure, id.indicator);
        column.cluster.value.is_some() || column.units.iter().any(|it| it.value.is_some())
    }

    /// A figure; one that nobody reported and nothing is made from is left out.
    fn base(self, id: FigureId) -> Option<Value> {
        if !self.is_listed(id) {
            return None;
        }
        let figure = self.results.dataset.figure(id);
        let parts = self.results.dataset.parts(id).into_iter().filter(|part| self.is_listed(*part));
        let from: Vec<String> = parts.map(|part| self.id(part.into())).collect();
        let mut value = json!({
            "id": self.id(id.into()),
            "indicator": self.catalogue[id.indicator].code,
            "measure": id.measure.name(),
            "unit": id.owner.unit().map(|unit| self.campaign[unit].code.clone()),
            "value": text(figure.value),
            "reported": figure.reported,
            "expected": figure.expected.max(1),
            "cells": self.results.dataset.sources(id),
        });
        if let Some(group) = id.owner.group() {
            value["group"] = json!(self.campaign[group].code);
        }
        if !from.is_empty() {
            value["from"] = json!(from);
        }
        if let Origin::Past(index) = figure.origin {
            value["past"] = self.past(index);
        }
        Some(value)
    }

    /// The earlier campaign that settled a figure, and what it was there.
    fn past(self, index: u32) -> Value {
        let dataset = self.results.dataset;
        let past = dataset.past(index);
        let part = |it: &PastPart| {
            let cells: Vec<_> = it.cells.iter().map(|cell| dataset.cell(*cell)).collect();
            json!({
                "unit": it.unit,
                "indicator": it.indicator,
                "value": number::machine(it.value),
                "cells": cells,
            })
        };
        json!({
            "campaign": past.campaign,
            "measure": past.measure.name(),
            "how": past.how.name(),
            "parts": past.parts.iter().map(part).collect::<Vec<_>>(),
        })
    }

    fn derived(self, derived: Derived) -> Value {
        json!({
            "id": self.id(derived.into()),
            "derived": derived.rule.name(),
            "from": [self.id(derived.of.into()), self.id(derived.by.into())],
            "value": text(self.results.value(derived.into())),
        })
    }
}

fn text(value: Option<Decimal>) -> Option<String> {
    value.map(number::machine)
}
