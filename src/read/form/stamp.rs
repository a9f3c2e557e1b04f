//! The very hidden sheet that says for which campaign and unit the program made a form.

use crate::assets::form::StampSheet;
use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::campaign::Campaign;
use crate::model::place::Place;
use crate::model::submission::Stamp;
use crate::model::submission::StampKey;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::workbook::raw::RawBook;
use crate::text::fold;

/// Reads the stamp; `None` if there is none, or not a whole one.
pub(in crate::read) fn read(book: &RawBook, form: &StampSheet) -> Option<Stamp> {
    let name = fold::fold(&form.sheet);
    let sheet = book.sheets.iter().find(|it| !it.is_visible() && fold::fold(&it.name) == name)?;
    let grid = Grid::new(sheet);
    let value = |key: StampKey| {
        grid.rows().find_map(|(_, cells)| match cells {
            [first, second, ..] if text_of(first) == key.name() => Some(text_of(second)),
            _ => None,
        })
    };
    Some(Stamp {
        campaign: value(StampKey::Campaign)?,
        cluster: value(StampKey::Cluster)?,
        period: value(StampKey::Period)?,
        unit: value(StampKey::Unit)?,
        form_version: value(StampKey::FormVersion)?,
    })
}

/// Reports a form that was made for another campaign, or that is another version.
pub(in crate::read) fn report(
    file: &str,
    stamp: Option<&Stamp>,
    campaign: &Campaign,
    version: &str,
    findings: &mut Vec<Finding>,
) {
    let Some(stamp) = stamp else { return };
    let mut found = |fact| findings.push(Finding::new(fact, Place::file(file), None));
    if !is_for(stamp, campaign) {
        found(SenderFact::WrongCampaign {
            cluster: stamp.cluster.clone(),
            period: stamp.period.clone(),
            expected_cluster: campaign.cluster.name.clone(),
            expected_period: campaign.period.slug(),
        });
    } else if stamp.form_version != version {
        found(SenderFact::WrongFormVersion {
            found: stamp.form_version.clone(),
            expected: version.to_owned(),
        });
    }
}

/// Whether a form was made for this campaign: for this period of this cluster. A folder may be
/// copied or renamed, and a cluster may be renamed in its folder: either name is enough.
fn is_for(stamp: &Stamp, campaign: &Campaign) -> bool {
    let same_cluster = fold::fold(&stamp.cluster) == fold::fold(&campaign.cluster.name);
    let same_folder = stamp.campaign == campaign.name;
    stamp.period == campaign.period.slug() && (same_cluster || same_folder)
}
