//! Bảng tổng hợp điểm thi đua: units as rows, what they earned as columns (domain.md 3.3).

use crate::assets::table_spec::PointColumn;
use crate::assets::table_spec::TableSpec;
use crate::compose::disclosure::Awarded;
use crate::compose::score_data;
use crate::compose::tables::Frame;
use crate::compose::tables::Placed;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::model::criteria::Criteria;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::UnitId;
use crate::model::meeting::BallotPurpose;
use crate::model::scoreboard::Placing;
use crate::model::scoreboard::Scoreboard;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;

/// Columns that name a row.
const NAMES: usize = 2;

/// A column as it is drawn: votes are one column per ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Points { of: ScoreOf, stage: ScoreStage },
    Gap,
    Proposal,
}

/// The table; none where the campaign does not score.
pub(super) fn table(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Placed {
    let (Some(criteria), Some(board)) = (writer.material.criteria, writer.disclosed.board()) else {
        return Placed::Tables(Vec::new());
    };
    if !writer.disclosed.standing() {
        return Placed::Withheld;
    }
    let shown = shown(writer, &spec.file.columns.points);
    let mut table = frame.table(spec);
    table.columns = columns(writer, &shown);
    let units = writer.material.campaign.unit_ids().filter(|it| writer.disclosed.holds(*it));
    for (row, unit) in units.enumerate() {
        let name = &writer.material.campaign[unit].name;
        let mut cells = vec![builder::text(&(row + 1).to_string()), builder::text(name)];
        let sheet = Sheet { writer, criteria, board, shown: &shown };
        cells.extend(shown.iter().map(|it| sheet.cell(*it, unit, row)));
        table.rows.push(Row { kind: RowKind::Item, cells });
    }
    table.notes = notes(writer, board);
    Placed::Tables(vec![table])
}

const fn points(of: ScoreOf, stage: ScoreStage) -> Shown {
    Shown::Points { of, stage }
}

const OWN: Shown = points(ScoreOf::Merit, ScoreStage::Own);
const VERIFIED: Shown = points(ScoreOf::Merit, ScoreStage::Settled);
const BONUS: Shown = points(ScoreOf::Bonus, ScoreStage::Settled);
const PENALTY: Shown = points(ScoreOf::Penalty, ScoreStage::Settled);
const TOTAL: Shown = points(ScoreOf::Total, ScoreStage::Settled);
const RANK: Shown = points(ScoreOf::Rank, ScoreStage::Settled);

fn shown(writer: &Writer<'_>, wanted: &[PointColumn]) -> Vec<Shown> {
    let campaign = writer.material.campaign;
    let of_ballots = (0_u32..).zip(&campaign.ballots);
    let votes: Vec<Shown> = of_ballots
        .filter(|(_, it)| it.purpose == BallotPurpose::Award)
        .map(|(index, _)| points(ScoreOf::Votes(index), ScoreStage::Settled))
        .collect();
    let columns = wanted.iter().flat_map(|column| match column {
        PointColumn::Own => vec![OWN],
        PointColumn::Verified => vec![VERIFIED],
        PointColumn::Gap => vec![Shown::Gap],
        PointColumn::Bonus => vec![BONUS],
        PointColumn::Penalty => vec![PENALTY],
        PointColumn::Total => vec![TOTAL],
        PointColumn::Rank => vec![RANK],
        PointColumn::Votes => votes.clone(),
        PointColumn::Proposal if campaign.awards.is_empty() => Vec::new(),
        PointColumn::Proposal => vec![Shown::Proposal],
    });
    columns.collect()
}

fn columns(writer: &Writer<'_>, shown: &[Shown]) -> Vec<Column> {
    let number = |it: Shown| shown.iter().position(|other| *other == it).map(|at| at + 1);
    let mut columns = vec![
        Column { index: "A".to_owned(), ..builder::column("TT", ColumnKind::Mark) },
        Column { index: "B".to_owned(), ..builder::column("Đơn vị", ColumnKind::Label) },
    ];
    for (at, it) in shown.iter().enumerate() {
        let own = at + 1;
        let index = match *it {
            Shown::Gap => {
                number(VERIFIED).zip(number(OWN)).map(|(of, less)| format!("{own}=({of}-{less})"))
            }
            TOTAL => number(VERIFIED)
                .zip(number(BONUS))
                .zip(number(PENALTY))
                .map(|((of, plus), less)| format!("{own}=({of}+{plus}-{less})")),
            _ => None,
        };
        let index = index.unwrap_or_else(|| own.to_string());
        columns.push(Column { index, ..column(writer, *it) });
    }
    columns
}

fn column(writer: &Writer<'_>, shown: Shown) -> Column {
    let number = |header: &str| builder::column(header, ColumnKind::Number);
    match shown {
        OWN => number("Điểm tự chấm"),
        VERIFIED => number(&format!("Điểm {} thẩm định", writer.material.campaign.cluster.word)),
        Shown::Gap => number("Chênh lệch"),
        BONUS => number("Điểm thưởng"),
        PENALTY => number("Điểm trừ"),
        TOTAL => builder::column("Tổng điểm", ColumnKind::Total),
        RANK => number("Xếp thứ"),
        Shown::Points { of: ScoreOf::Votes(ballot), .. } => votes_column(writer, ballot),
        Shown::Points { .. } => number("Điểm"),
        Shown::Proposal => {
            let given = writer.material.campaign.awards.iter().any(|it| it.decision.is_some());
            let header = if given { "Khen thưởng" } else { "Đề nghị khen thưởng" };
            builder::column(header, ColumnKind::Label)
        }
    }
}

/// `Số phiếu suy tôn`; of several ballots each stands under it with its award.
fn votes_column(writer: &Writer<'_>, ballot: u32) -> Column {
    let campaign = writer.material.campaign;
    let title = "Số phiếu suy tôn";
    let all = campaign.ballots.iter().filter(|it| it.purpose == BallotPurpose::Award);
    if all.count() < 2 {
        return builder::column(title, ColumnKind::Number);
    }
    let award = campaign.awards.iter().find(|it| it.ballot == Some(ballot as usize));
    let header = award.map_or(&campaign.ballots[ballot as usize].title, |it| &it.name);
    Column { band: Some(title.to_owned()), ..builder::column(header, ColumnKind::Number) }
}

/// What the cells of a table are made from.
struct Sheet<'a> {
    writer: &'a Writer<'a>,
    criteria: &'a Criteria,
    board: &'a Scoreboard,
    shown: &'a [Shown],
}

impl Sheet<'_> {
    fn cell(&self, shown: Shown, unit: UnitId, row: usize) -> Cell {
        let decimals = self.criteria.decimals;
        match shown {
            Shown::Proposal => builder::text(&awards(self.writer, unit)),
            RANK if matches!(self.board.units[unit.index()].placing, Placing::Barred(_)) => {
                builder::text("Không xét")
            }
            Shown::Gap => {
                let value = |stage| self.board.value(ScoreId { unit, of: ScoreOf::Merit, stage });
                let gap = value(ScoreStage::Settled).zip(value(ScoreStage::Own));
                let gap = gap.map(|(settled, own)| settled - own);
                let at = self.at(VERIFIED, row).zip(self.at(OWN, row));
                let how = at.map(|(of, less)| How::Difference { of, less }).unwrap_or_default();
                builder::points(gap, decimals, how)
            }
            Shown::Points { of, stage } => {
                let how = if shown == TOTAL { self.total(row) } else { How::Value };
                builder::score(self.writer, ScoreId { unit, of, stage }, decimals, how)
            }
        }
    }

    /// Settled points and bonus less penalty.
    fn total(&self, row: usize) -> How {
        let parts = [VERIFIED, BONUS, PENALTY].map(|it| self.at(it, row));
        let [Some(merit), Some(bonus), Some(penalty)] = parts else { return How::Value };
        How::Balance { add: vec![merit, bonus], less: vec![penalty] }
    }

    fn at(&self, shown: Shown, row: usize) -> Option<(usize, usize)> {
        self.shown.iter().position(|it| *it == shown).map(|column| (row, NAMES + column))
    }
}

/// The awards of a unit as far as they may be told.
fn awards(writer: &Writer<'_>, unit: UnitId) -> String {
    let awards = writer.material.campaign.awards.iter().enumerate();
    let own = awards.filter(|(index, _)| match writer.disclosed.awarded(*index) {
        Awarded::Given { units, .. } | Awarded::Proposed { units } => units.contains(&unit),
        Awarded::Withheld => false,
    });
    own.map(|(_, it)| it.name.as_str()).collect::<Vec<_>>().join("; ")
}

/// Who is not considered and why, and whose points are not settled.
fn notes(writer: &Writer<'_>, board: &Scoreboard) -> Vec<String> {
    let campaign = writer.material.campaign;
    let units = campaign.unit_ids().filter(|it| writer.disclosed.holds(*it));
    let note = |unit: UnitId| {
        let name = &campaign[unit].name;
        match &board.units[unit.index()].placing {
            Placing::Ranked { .. } => None,
            Placing::Barred(bars) => {
                let why: Vec<String> = bars.iter().map(score_data::reason).collect();
                Some(format!("Không xét {name}: {}.", why.join("; ")))
            }
            Placing::Open { missing } => {
                Some(format!("{name}: còn {missing} tiêu chí chưa chốt điểm, chưa xếp thứ."))
            }
        }
    };
    units.filter_map(note).collect()
}
