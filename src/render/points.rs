//! Rows of a block of criteria on a sheet, and the formulas that add its points up: the heading of each
//! group with its criteria under it, and everything in a last row.

use rust_xlsxwriter::ColNum;
use rust_xlsxwriter::RowNum;

use crate::model::criteria::Criteria;
use crate::model::criteria::CriterionKind;
use crate::model::id::CriterionId;
use crate::text::order;

/// The rows of the criteria, one block from the first heading down to the total.
#[derive(Debug, Clone)]
pub(in crate::render) struct Lines {
    rows: Vec<RowNum>,
    headings: Vec<RowNum>,
    total: RowNum,
}

impl Lines {
    /// Lines from a first row on: a heading for each group, its criteria, and the total.
    pub(in crate::render) fn of(criteria: &Criteria, first: RowNum) -> Self {
        let mut rows = vec![first; criteria.criteria.len()];
        let (mut headings, mut next) = (Vec::new(), first);
        for group in 0..criteria.groups.len() {
            headings.push(next);
            next += 1;
            for id in criteria.of_group(group) {
                rows[id.index()] = next;
                next += 1;
            }
        }
        Self { rows, headings, total: next }
    }

    /// Row of a criterion.
    pub(in crate::render) fn row(&self, id: CriterionId) -> RowNum {
        self.rows[id.index()]
    }

    /// Row of the heading of a group.
    pub(in crate::render) fn heading(&self, group: usize) -> RowNum {
        self.headings[group]
    }

    /// Row of the total.
    pub(in crate::render) fn total(&self) -> RowNum {
        self.total
    }

    /// The sum of a group in a column: blank while a merit is blank, and where nothing of a bonus or
    /// penalty is filled.
    pub(in crate::render) fn of_group(
        &self,
        criteria: &Criteria,
        group: usize,
        column: ColNum,
    ) -> String {
        let cells = self.span(criteria, group, column);
        let merit = criteria.of_group(group).any(|id| criteria[id].kind == CriterionKind::Merit);
        let count = criteria.of_group(group).count();
        let needed = if merit { count } else { 1.min(count) };
        format!("=IF(COUNT({cells})>={needed},SUM({cells}),\"\")")
    }

    /// Everything in a column: merit, and bonus and penalty up to their caps; blank while a merit is.
    pub(in crate::render) fn of_all(&self, criteria: &Criteria, column: ColNum) -> String {
        self.total_of(
            criteria,
            |cells| (format!("COUNT({cells})"), format!("SUM({cells})")),
            column,
        )
    }

    /// Everything, where a later column takes the place of an earlier one cell by cell.
    pub(in crate::render) fn of_later(
        &self,
        criteria: &Criteria,
        [earlier, later]: [ColNum; 2],
    ) -> String {
        let shift = |cells: &str| {
            let from = order::column_letters(u32::from(earlier));
            cells.replace(&from, &order::column_letters(u32::from(later)))
        };
        let either = |cells: &str| {
            let newer = shift(cells);
            let count = format!("SUMPRODUCT(--(({cells}<>\"\")+({newer}<>\"\")>0))");
            (count, format!("(SUM({newer})+SUMPRODUCT(({newer}=\"\")*1,{cells}))"))
        };
        self.total_of(criteria, either, earlier)
    }

    fn total_of(
        &self,
        criteria: &Criteria,
        cells: impl Fn(&str) -> (String, String),
        column: ColNum,
    ) -> String {
        let of = |kind: CriterionKind| -> Vec<(String, String)> {
            let groups = 0..criteria.groups.len();
            let own = groups.filter(|it| {
                criteria.of_group(*it).next().is_some_and(|id| criteria[id].kind == kind)
            });
            own.map(|it| cells(&self.span(criteria, it, column))).collect()
        };
        let joined = |parts: Vec<String>| parts.join("+");
        let merit = of(CriterionKind::Merit);
        let needed = criteria.criteria.iter().filter(|it| it.kind == CriterionKind::Merit).count();
        let count = joined(merit.iter().map(|it| it.0.clone()).collect());
        let mut sum = joined(merit.into_iter().map(|it| it.1).collect());
        for (kind, sign, cap) in [
            (CriterionKind::Bonus, '+', criteria.bonus_cap),
            (CriterionKind::Penalty, '-', criteria.penalty_cap),
        ] {
            let parts = joined(of(kind).into_iter().map(|it| it.1).collect());
            match (parts.as_str(), cap) {
                ("", _) => {}
                (_, Some(cap)) => sum.push_str(&format!("{sign}MIN({cap},{parts})")),
                (_, None) => sum.push_str(&format!("{sign}({parts})")),
            }
        }
        let sum = if sum.is_empty() { "0".to_owned() } else { sum };
        let count = if count.is_empty() { "0".to_owned() } else { count };
        format!("=IF({count}>={needed},ROUND({sum},{}),\"\")", criteria.decimals)
    }

    /// `E6:E14`: the criteria of a group.
    fn span(&self, criteria: &Criteria, group: usize, column: ColNum) -> String {
        let first = self.headings[group] + 1;
        let count = RowNum::try_from(criteria.of_group(group).count()).unwrap_or(1).max(1);
        let cell = |row| order::cell_address(row, u32::from(column));
        format!("{}:{}", cell(first), cell(first + count - 1))
    }
}
