//! Kết quả kiểm phiếu of one ballot: candidates as rows. Counts only.

use crate::assets::table_spec::TableSpec;
use crate::assets::table_spec::VoteColumn;
use crate::compose::tables;
use crate::compose::tables::Frame;
use crate::compose::tables::Placed;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::finding::failure::Failure;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::scoreboard::Candidate;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;

/// Digits of a share of votes.
const DECIMALS: u32 = 2;

/// The table of the ballot with this code.
pub(super) fn table(
    writer: &Writer<'_>,
    spec: &TableSpec,
    frame: &Frame,
    code: &str,
) -> Result<Placed, Failure> {
    let mut ballots = (0_u32..).zip(&writer.material.campaign.ballots);
    let Some((ballot, _)) = ballots.find(|(_, it)| it.code == code) else {
        let needs = "mã của một lần bỏ phiếu, ví dụ {{ma}} trong {{#each kiem_phieu}}";
        return Err(tables::bad_argument(&format!("documents/{}/body.md.hbs", writer.name), needs));
    };
    if !writer.disclosed.standing() {
        return Ok(Placed::Withheld);
    }
    let board = writer.disclosed.board();
    let Some(result) = board.and_then(|it| it.ballots.get(ballot as usize)) else {
        return Ok(Placed::Tables(Vec::new()));
    };
    let wanted = &spec.file.columns.votes;
    let mut table = frame.table(spec);
    table.columns =
        vec![builder::column("TT", ColumnKind::Mark), builder::column("Đơn vị", ColumnKind::Label)];
    table.columns.extend(wanted.iter().map(|it| column(*it)));
    for (row, candidate) in result.candidates.iter().enumerate() {
        let name = &writer.material.campaign[candidate.unit].full_name;
        let mut cells = vec![builder::text(&(row + 1).to_string()), builder::text(name)];
        cells.extend(wanted.iter().map(|it| cell(writer, ballot, candidate, *it)));
        table.rows.push(Row { kind: RowKind::Item, cells });
    }
    Ok(Placed::Tables(vec![table]))
}

fn column(wanted: VoteColumn) -> Column {
    match wanted {
        VoteColumn::Votes => builder::column("Số phiếu đồng\u{a0}ý", ColumnKind::Number),
        VoteColumn::Share => builder::column("Tỷ lệ (%)", ColumnKind::Number),
        VoteColumn::Result => builder::column("Kết quả", ColumnKind::Note),
    }
}

fn cell(writer: &Writer<'_>, ballot: u32, candidate: &Candidate, wanted: VoteColumn) -> Cell {
    match wanted {
        VoteColumn::Votes => {
            let of = ScoreOf::Votes(ballot);
            let id = ScoreId { unit: candidate.unit, of, stage: ScoreStage::Settled };
            builder::score(writer, id, 0, How::Value)
        }
        VoteColumn::Share => builder::plain(candidate.share, DECIMALS, How::Value),
        VoteColumn::Result => {
            builder::text(if candidate.carried { "Đạt" } else { "Không đạt" })
        }
    }
}
