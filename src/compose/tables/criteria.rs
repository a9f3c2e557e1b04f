//! Points by criterion: criteria as rows and units as columns, or, of many units, units as rows and
//! groups of criteria as columns.

use crate::assets::table_spec::PointStage;
use crate::assets::table_spec::TableSpec;
use crate::compose::tables::Frame;
use crate::compose::tables::MOST_COLUMNS;
use crate::compose::tables::Placed;
use crate::compose::tables::builder;
use crate::compose::writer::Writer;
use crate::model::criteria::Criteria;
use crate::model::criteria::CriterionKind;
use crate::model::figure::ScoreId;
use crate::model::figure::ScoreOf;
use crate::model::figure::ScoreStage;
use crate::model::id::CriterionId;
use crate::model::id::UnitId;
use crate::model::table::Cell;
use crate::model::table::Column;
use crate::model::table::ColumnKind;
use crate::model::table::How;
use crate::model::table::Row;
use crate::model::table::RowKind;
use crate::model::table::Table;
use crate::text::case;

/// A row: a group, a criterion, or the sum of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Group(usize),
    Criterion(CriterionId),
    Total,
}

/// The rows of a score sheet: each group with its criteria, then the sum.
pub(super) fn lines(criteria: &Criteria) -> Vec<Line> {
    let group = |group: usize| {
        let inner = criteria.of_group(group).map(Line::Criterion);
        std::iter::once(Line::Group(group)).chain(inner)
    };
    let groups = (0..criteria.groups.len()).flat_map(group);
    groups.chain([Line::Total]).collect()
}

impl Line {
    /// What its points are for.
    pub(super) fn of(self) -> ScoreOf {
        match self {
            Self::Group(group) => {
                ScoreOf::Group(u32::try_from(group).expect("score sheets are far below 2^32"))
            }
            Self::Criterion(id) => ScoreOf::Criterion(id),
            Self::Total => ScoreOf::Total,
        }
    }

    /// What a table shows it as.
    pub(super) fn kind(self) -> RowKind {
        match self {
            Self::Group(_) => RowKind::Section,
            Self::Criterion(_) => RowKind::Item,
            Self::Total => RowKind::Total,
        }
    }

    /// The cells that name it.
    pub(super) fn names(self, criteria: &Criteria) -> [Cell; 2] {
        match self {
            Self::Group(group) => {
                let group = &criteria.groups[group];
                [builder::text(&group.code), builder::text(&group.title)]
            }
            Self::Criterion(id) => {
                [builder::text(&criteria[id].code), builder::text(&criteria[id].name)]
            }
            Self::Total => [Cell::Blank, builder::text("Tổng điểm")],
        }
    }
}

/// How a workbook computes the points of a line in a column: a group from its criteria, the total from
/// groups, less those that take points away.
pub(super) fn how(criteria: &Criteria, lines: &[Line], row: usize, column: usize) -> How {
    let takes = |group: usize| {
        let mut kinds = criteria.of_group(group).map(|it| criteria[it].kind);
        kinds.any(|it| it == CriterionKind::Penalty)
    };
    match lines[row] {
        Line::Criterion(_) => How::Value,
        Line::Group(group) => match criteria.of_group(group).count() {
            0 => How::Value,
            count => How::Total { over: [(row + 1, column), (row + count, column)] },
        },
        Line::Total => {
            let groups = lines.iter().enumerate().filter_map(|(at, it)| match it {
                Line::Group(group) => Some((takes(*group), (at, column))),
                _ => None,
            });
            let (less, add): (Vec<_>, Vec<_>) = groups.partition(|(takes, _)| *takes);
            let places =
                |all: Vec<(bool, (usize, usize))>| all.into_iter().map(|it| it.1).collect();
            How::Balance { add: places(add), less: places(less) }
        }
    }
}

/// A table for each stage.
pub(super) fn tables(writer: &Writer<'_>, spec: &TableSpec, frame: &Frame) -> Placed {
    let (Some(criteria), Some(_)) = (writer.material.criteria, writer.disclosed.board()) else {
        return Placed::Tables(Vec::new());
    };
    if !writer.disclosed.standing() {
        return Placed::Withheld;
    }
    let campaign = writer.material.campaign;
    let units: Vec<UnitId> = campaign.unit_ids().filter(|it| writer.disclosed.holds(*it)).collect();
    let stages = &spec.file.columns.criteria;
    let table = |stage: &PointStage| {
        let mut table = frame.table(spec);
        if stages.len() > 1 {
            let title = title(*stage);
            table.sheet = format!("{} - {title}", table.sheet);
            table.title = format!("{} ({})", table.title, case::upper(title));
        }
        if units.len() > MOST_COLUMNS {
            by_unit(writer, criteria, &units, stage.stage(), &mut table);
        } else {
            by_criterion(writer, criteria, &units, stage.stage(), &mut table);
        }
        table
    };
    Placed::Tables(stages.iter().map(table).collect())
}

fn title(stage: PointStage) -> &'static str {
    match stage {
        PointStage::Counted => "Theo số liệu",
        PointStage::Own => "Tự chấm",
        PointStage::Verified => "Thẩm định",
        PointStage::Explained => "Sau giải trình",
        PointStage::Settled => "Điểm chốt",
    }
}

fn by_criterion(
    writer: &Writer<'_>,
    criteria: &Criteria,
    units: &[UnitId],
    stage: ScoreStage,
    table: &mut Table,
) {
    table.columns = vec![
        builder::column("Mã", ColumnKind::Mark),
        builder::column("Tiêu chí", ColumnKind::Label),
        builder::column("Điểm tối đa", ColumnKind::Number),
    ];
    let name = |unit: &UnitId| writer.material.campaign[*unit].name.as_str();
    let headers = units.iter().map(name);
    table.columns.extend(headers.map(|it| builder::column(it, ColumnKind::Number)));
    let lines = lines(criteria);
    for (row, line) in lines.iter().enumerate() {
        let mut cells = line.names(criteria).to_vec();
        cells.push(max(criteria, *line));
        cells.extend(units.iter().enumerate().map(|(index, unit)| {
            let id = ScoreId { unit: *unit, of: line.of(), stage };
            builder::score(writer, id, criteria.decimals, how(criteria, &lines, row, 3 + index))
        }));
        table.rows.push(Row { kind: line.kind(), cells });
    }
}

/// The most points of a line.
pub(super) fn max(criteria: &Criteria, line: Line) -> Cell {
    let most = match line {
        Line::Group(group) => criteria.groups[group].max,
        Line::Criterion(id) => criteria[id].max,
        Line::Total => criteria.scale,
    };
    builder::plain(Some(most), criteria.decimals, How::Value)
}

fn by_unit(
    writer: &Writer<'_>,
    criteria: &Criteria,
    units: &[UnitId],
    stage: ScoreStage,
    table: &mut Table,
) {
    let campaign = writer.material.campaign;
    let lines: Vec<Line> =
        lines(criteria).into_iter().filter(|it| !matches!(it, Line::Criterion(_))).collect();
    table.columns =
        vec![builder::column("TT", ColumnKind::Mark), builder::column("Đơn vị", ColumnKind::Label)];
    table.columns.extend(lines.iter().map(|line| match line {
        Line::Group(group) => {
            let group = &criteria.groups[*group];
            let band = Some(group.code.clone());
            Column { band, ..builder::column(&group.title, ColumnKind::Number) }
        }
        _ => builder::column("Tổng điểm", ColumnKind::Total),
    }));
    for (row, unit) in units.iter().enumerate() {
        let name = &campaign[*unit].name;
        let mut cells = vec![builder::text(&(row + 1).to_string()), builder::text(name)];
        cells.extend(lines.iter().map(|line| {
            let id = ScoreId { unit: *unit, of: line.of(), stage };
            builder::score(writer, id, criteria.decimals, How::Value)
        }));
        table.rows.push(Row { kind: RowKind::Item, cells });
    }
}
