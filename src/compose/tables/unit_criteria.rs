//! The score sheet of the unit whose paper it is: criteria as rows, stages of judging as columns.

use crate::assets::table_spec::CriterionColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::builder;
use crate::compose::tables::criteria;
use crate::compose::tables::criteria::Line;
use crate::compose::writer::Writer;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::scoreboard::Scoreboard;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::Row;
use crate::model::table::Table;
use crate::text::normal;

/// Columns that name a row.
const NAMES: usize = 2;

/// The table; none where the campaign does not score.
pub(super) fn table(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Option<Table> {
    let (criteria, board) = (writer.material.criteria?, writer.disclosed.board()?);
    let unit = writer.owner.unit().filter(|_| writer.disclosed.points())?;
    let wanted = &spec.file.columns.unit_criteria;
    let mut table = frame.table(spec);
    table.columns = vec![
        builder::column("Mã", ColumnKind::Mark),
        builder::column("Tiêu chí", ColumnKind::Label),
    ];
    table.columns.extend(wanted.iter().map(|it| column(*it)));
    let lines = criteria::lines(criteria);
    for (row, line) in lines.iter().enumerate() {
        let mut cells = line.names(criteria).to_vec();
        cells.extend(wanted.iter().enumerate().map(|(index, column)| match stage(*column) {
            Some(stage) => {
                let how = criteria::how(criteria, &lines, row, NAMES + index);
                let id = ScoreId { unit, of: line.of(), stage };
                builder::score(writer, id, criteria.decimals, how)
            }
            None if *column == CriterionColumn::Max => criteria::max(criteria, *line),
            None => reason(board, unit, *line),
        }));
        table.rows.push(Row { kind: line.kind(), cells });
    }
    Some(table)
}

fn stage(column: CriterionColumn) -> Option<ScoreStage> {
    match column {
        CriterionColumn::Max | CriterionColumn::Reason => None,
        CriterionColumn::Counted => Some(ScoreStage::Counted),
        CriterionColumn::Own => Some(ScoreStage::Own),
        CriterionColumn::Verified => Some(ScoreStage::Verified),
        CriterionColumn::Explained => Some(ScoreStage::Explained),
        CriterionColumn::Settled => Some(ScoreStage::Settled),
    }
}

fn column(wanted: CriterionColumn) -> Column {
    match wanted {
        CriterionColumn::Max => builder::column("Điểm tối đa", ColumnKind::Number),
        CriterionColumn::Counted => builder::column("Theo số liệu", ColumnKind::Number),
        CriterionColumn::Own => builder::column("Tự chấm", ColumnKind::Number),
        CriterionColumn::Verified => builder::column("Thẩm định", ColumnKind::Number),
        CriterionColumn::Explained => builder::column("Sau giải trình", ColumnKind::Number),
        CriterionColumn::Settled => builder::column("Điểm chốt", ColumnKind::Total),
        CriterionColumn::Reason => builder::column("Ý kiến thẩm định", ColumnKind::Label),
    }
}

/// What the panel wrote of a criterion, the later word last.
fn reason(board: &Scoreboard, unit: UnitId, line: Line) -> Cell {
    let Line::Criterion(id) = line else { return Cell::Blank };
    let Some(score) = board.units[unit.index()].scores.get(id.index()) else { return Cell::Blank };
    let notes = [&score.verified, &score.explained].into_iter().flatten();
    let notes: Vec<String> =
        notes.map(|it| normal::clean(&it.note)).filter(|it| !it.is_empty()).collect();
    builder::text(&notes.join("; "))
}
