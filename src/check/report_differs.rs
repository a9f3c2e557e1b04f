//! `report-differs`: the workbook names another signed report than the one that came with it (K20).

use crate::check::Check;
use crate::check::Context;
use crate::finding::fact::Finding;
use crate::finding::fact::comparison::ComparisonFact;
use crate::finding::fact::comparison::ReportPart;
use crate::model::submission::Stated;
use crate::model::submission::Submission;
use crate::text::date::Date;
use crate::text::fold;

pub(super) struct ReportDiffers;

impl Check for ReportDiffers {
    fn code(&self) -> &'static str {
        "report-differs"
    }

    fn submission(&self, context: Context<'_>, it: &Submission, findings: &mut Vec<Finding>) {
        let Some(known) = context.campaign.collection.of_file(&it.file) else { return };
        let mut told = |part, stated: &Stated, known: String| {
            let stated_text = stated.text.clone();
            let fact = ComparisonFact::ReportDiffers { part, stated: stated_text, known };
            findings.push(Finding::new(fact, stated.at.clone(), it.unit));
        };
        if let Some((stated, number)) =
            it.about.report_number.as_ref().zip(known.report_number.as_ref())
            && fold::fold(&stated.text) != fold::fold(number)
        {
            told(ReportPart::Number, stated, number.clone());
        }
        if let Some((stated, date)) = it.about.report_date.as_ref().zip(known.report_date)
            && as_date(&stated.text).is_some_and(|it| it != date)
        {
            told(ReportPart::Date, stated, date.numeric());
        }
    }
}

/// A date as typed, or as Excel keeps a cell of dates; `None` if it is written in another way.
fn as_date(text: &str) -> Option<Date> {
    Date::parse_vi(text).or_else(|| Date::from_excel_serial(text.parse().ok()?, false))
}
