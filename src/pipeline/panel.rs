//! Reads what the cluster's panel filled in.

use crate::assets::Declared;
use crate::finding::fact::Finding;
use crate::finding::failure::Failure;
use crate::model::file::File;
use crate::model::marks::PanelMarks;
use crate::pipeline::event::Event;
use crate::pipeline::event::Listener;
use crate::pipeline::gather;
use crate::read::panel;
use crate::read::panel::Context;
use crate::read::workbook::Opener;

/// Reads every file of the panel; votes that they count go to the campaign's ballots.
///
/// # Errors
/// [`Failure::NoReader`] if the opener cannot work.
pub(super) fn read(
    declared: &mut Declared,
    opener: &dyn Opener,
    listen: &mut Listener<'_>,
) -> Result<(Vec<File>, PanelMarks, Vec<Finding>), Failure> {
    let Some(criteria) = &declared.criteria else { return Ok(Default::default()) };
    let context = Context {
        campaign: &declared.campaign,
        criteria,
        panel: &declared.panel_form,
        form: &declared.form,
    };
    let (mut files, mut read, mut findings) = (Vec::new(), Vec::new(), Vec::new());
    for (done, name) in declared.panel.iter().enumerate() {
        listen(Event::Reading { file: name.clone(), done, total: declared.panel.len() });
        let sent = declared.folder.of_panel(name);
        if let Ok(bytes) = &sent.bytes {
            files.push(gather::file(sent.path.clone(), bytes));
        }
        let (file, found) = panel::file(&sent, opener, context)?;
        read.push(file);
        findings.extend(found);
    }
    let (marks, found) = panel::joined(read, &declared.campaign, criteria);
    findings.extend(found);
    let (ballots, found) = panel::tallied(&declared.campaign, &marks);
    findings.extend(found);
    declared.campaign.ballots = ballots;
    Ok((files, marks, findings))
}
