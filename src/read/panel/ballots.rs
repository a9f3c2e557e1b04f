//! A sheet on which votes are counted: which ballot, its papers, and a list of units.

use crate::assets::panel_form::BallotSheet;
use crate::finding::fact::marks::CountAt;
use crate::finding::fact::marks::MarkFact;
use crate::finding::fact::marks::WhatCount;
use crate::model::campaign::Campaign;
use crate::model::marks::Counted;
use crate::model::marks::Tally;
use crate::read::form::grid::text_of;
use crate::read::marks::points;
use crate::read::panel::PanelFile;
use crate::read::panel::Pen;
use crate::read::workbook::raw::RawCell;
use crate::text::fold;
use crate::text::suggest;

/// Reads the counts of a sheet; whether it is one of counts.
pub(super) fn read(pen: &mut Pen<'_>, into: &mut PanelFile) -> bool {
    let form = &pen.context.panel.ballot;
    let Some(code) = answer(pen, &form.code) else { return false };
    let campaign = pen.context.campaign;
    let typed = text_of(code);
    let Some(ballot) = campaign.ballots.iter().position(|it| it.code == typed) else {
        let codes = campaign.ballots.iter().map(|it| it.code.as_str());
        let nearest = suggest::nearest(&typed, codes).map(str::to_owned);
        pen.found(MarkFact::UnknownBallot { typed, nearest }, code);
        return true;
    };
    let labels = [
        (Tally::Voters, &form.voters),
        (Tally::Issued, &form.issued),
        (Tally::Returned, &form.returned),
        (Tally::Invalid, &form.invalid),
    ];
    for (tally, label) in labels {
        if let Some(cell) = answer(pen, label) {
            count(pen, (ballot, tally), cell, into);
        }
    }
    votes(pen, form, ballot, into);
    true
}

/// The cell with content right of the one with this label.
fn answer<'a>(pen: &Pen<'a>, label: &str) -> Option<&'a RawCell> {
    let key = fold::fold(label);
    pen.grid.rows().find_map(|(_, cells)| {
        let at = cells.iter().position(|it| fold::fold(&text_of(it)) == key)?;
        cells[at + 1..].iter().copied().find(|it| !text_of(it).is_empty())
    })
}

/// Reads the list of units below its header.
fn votes(pen: &mut Pen<'_>, form: &BallotSheet, ballot: usize, into: &mut PanelFile) {
    let grid = pen.grid;
    let column = |cells: &[&RawCell], header: &str| {
        let key = fold::fold(header);
        cells.iter().find(|it| fold::fold(&text_of(it)) == key).map(|it| it.column)
    };
    let header = grid.rows().find_map(|(row, cells)| {
        let votes = column(cells, &form.votes)?;
        let [code, name] = [&form.unit_code, &form.unit_name].map(|it| column(cells, it));
        (code.is_some() || name.is_some()).then_some((row, votes, [code, name]))
    });
    let Some((header, column, of_unit)) = header else { return };
    for (_, cells) in grid.between(header + 1, u32::MAX) {
        let at = |column: u32| cells.iter().copied().find(|it| it.column == column);
        let Some(cell) = at(column).filter(|it| !text_of(it).is_empty()) else { continue };
        let [code, name] = of_unit.map(|it| it.and_then(at).map(text_of).unwrap_or_default());
        if code.is_empty() && name.is_empty() {
            continue;
        }
        let campaign = pen.context.campaign;
        match super::unit(campaign, &code, &name) {
            Some(unit) => count(pen, (ballot, Tally::Votes(unit)), cell, into),
            None => {
                let typed = if code.is_empty() { name } else { code };
                let known =
                    campaign.units.iter().flat_map(|it| [it.code.as_str(), it.name.as_str()]);
                let nearest = suggest::nearest(&typed, known).map(str::to_owned);
                pen.found(MarkFact::UnknownUnit { typed, nearest }, cell);
            }
        }
    }
}

fn count(pen: &mut Pen<'_>, (ballot, tally): (usize, Tally), cell: &RawCell, into: &mut PanelFile) {
    let whole = points::plain(cell).filter(|it| it.fract().is_zero());
    match whole.and_then(|it| u32::try_from(it).ok()) {
        Some(count) => {
            into.counts.push((ballot, tally, Counted { count, cell: pen.cell_ref(cell) }));
        }
        None => {
            let count = named(pen.context.campaign, ballot, tally);
            pen.found(MarkFact::NotVotes { count, text: text_of(cell) }, cell);
        }
    }
}

/// A count as a finding names it.
pub(super) fn named(campaign: &Campaign, ballot: usize, tally: Tally) -> CountAt {
    let what = match tally {
        Tally::Voters => WhatCount::Voters,
        Tally::Issued => WhatCount::Issued,
        Tally::Returned => WhatCount::Returned,
        Tally::Invalid => WhatCount::Invalid,
        Tally::Votes(unit) => WhatCount::Votes(campaign[unit].name.clone()),
    };
    CountAt { ballot: campaign.ballots[ballot].title.clone(), what }
}
