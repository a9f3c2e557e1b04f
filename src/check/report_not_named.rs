//! `report-not-named`: the workbook does not name the province's signed report (K20). What
//! `campaign.toml` knows of the file need not be asked for.

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::ReportPart;
use crate::model::place::Place;
use crate::model::submission::Submission;

pub(super) struct ReportNotNamed;

impl Check for ReportNotNamed {
    fn code(&self) -> &'static str {
        "report-not-named"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let known = context.campaign.collection.of_file(&it.file);
        let number = it.about.report_number.is_some()
            || known.is_some_and(|known| known.report_number.is_some());
        let date = it.about.report_date.is_some()
            || known.is_some_and(|known| known.report_date.is_some());
        let parts = [(number, ReportPart::Number), (date, ReportPart::Date)];
        let missing: Vec<ReportPart> =
            parts.into_iter().filter(|(named, _)| !named).map(|(_, part)| part).collect();
        if !missing.is_empty() {
            let fact = ComparisonFact::ReportNotNamed { missing };
            findings.push(Finding::new(fact, Place::file(&it.file), it.unit));
        }
    }
}
