//! `unknown-code`: a row carries numbers, and nobody knows of what.

use crate::check::Check;
use crate::check::Context;
use crate::check::at_cell;
use crate::finding::fact::Finding;
use crate::finding::fact::workbook::WorkbookFact;
use crate::model::submission::Submission;
use crate::text::suggest;

pub(super) struct UnknownCode;

impl Check for UnknownCode {
    fn code(&self) -> &'static str {
        "unknown-code"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        for row in it.rows.iter().filter(|row| row.indicator.is_none()) {
            let indicators = &context.catalogue.indicators;
            let nearest = if row.code.is_empty() {
                suggest::nearest(&row.label, indicators.iter().map(|it| it.name.as_str()))
            } else {
                suggest::nearest(&row.code, indicators.iter().map(|it| it.code.as_str()))
            };
            let fact = WorkbookFact::UnknownCode {
                code: row.code.clone(),
                label: row.label.clone(),
                nearest: nearest.map(str::to_owned),
            };
            // Of a row without a name the figure itself is what a person can find.
            let nameless = row.code.is_empty() && row.label.is_empty();
            let figure = row.readings.iter().find(|it| nameless && !it.text.is_empty());
            findings.push(at_cell(it, figure.map_or(row.name_cell, |it| it.cell), fact));
        }
    }
}
