//! Danh sách khen thưởng: awards as sections, the units that get them or are proposed as rows.

use crate::assets::table_spec::ProposalColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::disclosure::Awarded;
use crate::compose::tables::Frame;
use crate::compose::tables::Placed;
use crate::compose::tables::builder;
use crate::compose::writer::WITHHELD;
use crate::compose::writer::Writer;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::meeting::Award;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::text::order;

/// Digits of a share of votes, and of points where the campaign has no criteria.
const DECIMALS: u32 = 2;

/// The table; none where the campaign has no awards, withheld while none of them may be told.
pub(super) fn table(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Placed {
    let campaign = writer.material.campaign;
    if campaign.awards.is_empty() {
        return Placed::Tables(Vec::new());
    }
    let wanted = wanted(writer, &spec.file.columns.proposals);
    let mut table = frame.table(spec);
    table.columns =
        vec![builder::column("TT", ColumnKind::Mark), builder::column("Đơn vị", ColumnKind::Label)];
    table.columns.extend(wanted.iter().map(|it| column(*it)));
    let mut withheld = 0;
    for (index, award) in campaign.awards.iter().enumerate() {
        let (head, units) = match writer.disclosed.awarded(index) {
            Awarded::Withheld => {
                withheld += 1;
                continue;
            }
            Awarded::Proposed { units } => (format!("Đề nghị tặng {}", award.name), units),
            Awarded::Given { decision, units } => {
                let date = decision.date.long();
                (
                    format!("Được tặng {} (Quyết định số {} {date})", award.name, decision.number),
                    units,
                )
            }
        };
        let mut cells =
            vec![builder::text(&order::roman(index + 1 - withheld)), builder::text(&head)];
        cells.resize(table.columns.len(), Cell::Blank);
        table.rows.push(Row { kind: RowKind::Section, cells });
        for (row, unit) in units.into_iter().enumerate() {
            let name = &campaign[unit].full_name;
            let mut cells = vec![builder::text(&(row + 1).to_string()), builder::text(name)];
            cells.extend(wanted.iter().map(|it| cell(writer, award, unit, *it)));
            table.rows.push(Row { kind: RowKind::Item, cells });
        }
    }
    if withheld == campaign.awards.len() {
        return Placed::Withheld;
    }
    if withheld > 0 {
        table.notes.push(format!("Các hình thức khen thưởng khác: {WITHHELD}"));
    }
    Placed::Tables(vec![table])
}

/// The columns that the readers may see and the campaign has.
fn wanted(writer: &Writer<'_>, all: &[ProposalColumn]) -> Vec<ProposalColumn> {
    let scores = writer.material.criteria.is_some();
    let votes = writer.material.campaign.awards.iter().any(|it| it.ballot.is_some());
    let is_there = |column: &ProposalColumn| match column {
        ProposalColumn::Points | ProposalColumn::Rank => scores,
        ProposalColumn::Votes | ProposalColumn::Share => votes,
    };
    let seen = all.iter().copied().filter(|it| writer.disclosed.standing() && is_there(it));
    seen.collect()
}

fn column(wanted: ProposalColumn) -> Column {
    let header = match wanted {
        ProposalColumn::Points => "Tổng điểm",
        ProposalColumn::Rank => "Xếp thứ",
        ProposalColumn::Votes => "Số phiếu suy tôn",
        ProposalColumn::Share => "Tỷ lệ phiếu (%)",
    };
    builder::column(header, ColumnKind::Number)
}

fn cell(writer: &Writer<'_>, award: &Award, unit: UnitId, wanted: ProposalColumn) -> Cell {
    let decimals = writer.material.criteria.map_or(DECIMALS, |it| it.decimals);
    let score = |of, decimals| {
        builder::score(
            writer,
            ScoreId { unit, of, stage: ScoreStage::Settled },
            decimals,
            How::Value,
        )
    };
    let ballot = award.ballot.and_then(|it| u32::try_from(it).ok());
    match (wanted, ballot) {
        (ProposalColumn::Points, _) => score(ScoreOf::Total, decimals),
        (ProposalColumn::Rank, _) => score(ScoreOf::Rank, 0),
        (ProposalColumn::Votes, Some(ballot)) => score(ScoreOf::Votes(ballot), 0),
        (ProposalColumn::Share, Some(ballot)) => {
            let board = writer.disclosed.board();
            let result = board.and_then(|it| it.ballots.get(ballot as usize));
            let candidate =
                result.and_then(|it| it.candidates.iter().find(|other| other.unit == unit));
            builder::plain(candidate.and_then(|it| it.share), DECIMALS, How::Value)
        }
        (ProposalColumn::Votes | ProposalColumn::Share, None) => Cell::Blank,
    }
}
