//! `so-lieu.json`: every figure, where it came from, and where it is printed.
//!
//! Keys are only ever added; `docs/schemas/so-lieu.schema.json` describes them. Money is in đồng,
//! percentages in percent, numbers are text, so that no reader loses a digit.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde_json::Value;
use serde_json::json;

use crate::model::campaign::Campaign;
use crate::model::catalogue::Catalogue;
use crate::model::collection::Accepted;
use crate::model::dataset::Dataset;
use crate::model::difference::Replacement;
use crate::model::document::Document;
use crate::model::figure::Derived;
use crate::model::figure::FigureId;
use crate::model::figure::FigureRef;
use crate::model::measure::Measure;
use crate::render::records;
use crate::text::number;

/// What the file is made from.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The catalogue.
    pub catalogue: &'a Catalogue,
    /// The figures.
    pub dataset: &'a Dataset,
    /// What changed where files were replaced.
    pub replacements: &'a [Replacement],
    /// Findings that were accepted with a reason.
    pub accepted: &'a [Accepted],
}

/// Writes the file for these documents.
#[must_use]
pub fn render(figures: Figures<'_>, documents: &[(&str, &Document)]) -> Vec<u8> {
    let mut list: Vec<Value> = Vec::new();
    for indicator in figures.catalogue.ids() {
        for measure in Measure::ALL {
            let units = figures.campaign.unit_ids().map(Some);
            for unit in std::iter::once(None).chain(units) {
                list.extend(figures.base(FigureId { indicator, measure, unit }));
            }
        }
    }
    let derived: BTreeSet<Derived> = documents
        .iter()
        .flat_map(|(_, document)| &document.printed)
        .filter_map(|printed| match printed.figure {
            FigureRef::Derived(derived) => Some(derived),
            FigureRef::Base(_) => None,
        })
        .collect();
    list.extend(derived.into_iter().map(|it| figures.derived(it)));
    let printed: Vec<Value> = documents
        .iter()
        .flat_map(|(file, document)| {
            document.printed.iter().enumerate().map(move |(n, printed)| {
                json!({
                    "document": file,
                    "n": n,
                    "figure": figures.id(printed.figure),
                    "text": printed.text,
                })
            })
        })
        .collect();
    let whole = json!({
        "campaign": figures.campaign.name,
        "period": {
            "year": figures.campaign.period.year,
            "span": figures.campaign.period.span,
            "from": figures.campaign.period.first_day(),
            "to": figures.campaign.period.last_day(),
        },
        "figures": list,
        "printed": printed,
        "changes": records::changes(figures.campaign, figures.catalogue, figures.replacements),
        "accepted": records::accepted(figures.campaign, figures.accepted),
    });
    let mut bytes = serde_json::to_vec_pretty(&whole).expect("plain values become JSON");
    bytes.push(b'\n');
    bytes
}

impl Figures<'_> {
    /// Identity of a figure: `TC12.actual` of the cluster, `TC12.actual.cao-bang` of a unit,
    /// `ty_le_dat(TC12.actual,TC12.target)` of a derived one.
    fn id(self, figure: FigureRef) -> String {
        match figure {
            FigureRef::Base(id) => {
                let code = &self.catalogue[id.indicator].code;
                let cluster = format!("{code}.{}", id.measure.name());
                match id.unit {
                    None => cluster,
                    Some(unit) => format!("{cluster}.{}", self.campaign[unit].code),
                }
            }
            FigureRef::Derived(derived) => format!(
                "{}({},{})",
                derived.rule.name(),
                self.id(derived.of.into()),
                self.id(derived.by.into())
            ),
        }
    }

    /// Whether anybody reported the figure or something it is made of.
    fn is_listed(self, id: FigureId) -> bool {
        let column = self.dataset.column(id.measure, id.indicator);
        column.cluster.value.is_some() || column.units.iter().any(|it| it.value.is_some())
    }

    /// A figure; one that nobody reported and nothing is made from is left out.
    fn base(self, id: FigureId) -> Option<Value> {
        if !self.is_listed(id) {
            return None;
        }
        let figure = self.dataset.figure(id);
        let parts = self.dataset.parts(id).into_iter().filter(|part| self.is_listed(*part));
        let from: Vec<String> = parts.map(|part| self.id(part.into())).collect();
        let mut value = json!({
            "id": self.id(id.into()),
            "indicator": self.catalogue[id.indicator].code,
            "measure": id.measure.name(),
            "unit": id.unit.map(|unit| self.campaign[unit].code.clone()),
            "value": text(figure.value),
            "reported": figure.reported,
            "expected": figure.expected.max(1),
            "cells": self.dataset.sources(id),
        });
        if !from.is_empty() {
            value["from"] = json!(from);
        }
        Some(value)
    }

    fn derived(self, derived: Derived) -> Value {
        json!({
            "id": self.id(derived.into()),
            "derived": derived.rule.name(),
            "from": [self.id(derived.of.into()), self.id(derived.by.into())],
            "value": text(self.dataset.value(derived.into())),
        })
    }
}

fn text(value: Option<Decimal>) -> Option<String> {
    value.map(number::machine)
}
