//! Who gets the papers and how many copies that are: one list behind `Nơi nhận` and the last sentence of the
//! pledge.

use serde_json::Value;
use serde_json::json;

use crate::model::campaign::Campaign;

/// The lines of `Nơi nhận` of a report.
pub(super) fn lines(campaign: &Campaign) -> Vec<String> {
    campaign.recipients.iter().filter(|it| it.copies > 0).map(|it| it.name.clone()).collect()
}

/// How the pledge tells of the copies that no party keeps.
pub(super) fn of_pledge(campaign: &Campaign) -> Vec<&str> {
    campaign.recipients.iter().filter_map(|it| it.pledge.as_deref()).collect()
}

/// `noi_nhan`: the lines, and the copies of the report in all.
pub(super) fn data(campaign: &Campaign) -> Value {
    json!({ "ten": lines(campaign), "so_ban": campaign.report_copies() })
}
