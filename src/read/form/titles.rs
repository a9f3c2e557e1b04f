//! The lines above a table: whose figures of which year they say it holds. A sheet may be copied from
//! another file while only `Thông tin chung` is mended.

use crate::finding::fact::Finding;
use crate::finding::fact::sender::SenderFact;
use crate::model::id::UnitId;
use crate::model::place::Address;
use crate::model::place::Place;
use crate::model::submission::Stated;
use crate::read::form::Context;
use crate::read::form::grid::Grid;
use crate::read::form::grid::text_of;
use crate::read::form::header::without_years;
use crate::text::fold;

/// Rows above a header that are its title.
const ABOVE: u32 = 20;

/// The longest title.
const LONGEST: usize = 200;

/// Words by which a line cites a paper with a year of its own, folded.
const CITED: &[&str] = &["kemtheo", "quyetdinh", "congvan", "thongtu", "huongdan"];

/// The texts above the header in this row.
pub(super) fn above(file: &str, grid: &Grid<'_>, top: u32) -> Vec<Stated> {
    let cells = grid.between(top.saturating_sub(ABOVE), top).flat_map(|(_, cells)| cells);
    let stated = cells.map(|it| {
        let at = Address { row: it.row, column: it.column };
        Stated { text: text_of(it), at: Place::cell(file, grid.name, at) }
    });
    stated.filter(|it| !it.text.is_empty() && it.text.chars().count() <= LONGEST).collect()
}

/// Reports titles that name another year, or another unit and not this one.
pub(super) fn report(
    titles: &[Stated],
    unit: Option<UnitId>,
    context: Context<'_>,
    findings: &mut Vec<Finding>,
) {
    let campaign = context.campaign;
    let mut found = |title: &Stated, expected: String| {
        let fact = SenderFact::TitleContradicts { title: title.text.clone(), expected };
        findings.push(Finding::new(fact, title.at.clone(), None));
    };
    let own = [campaign.period.year, campaign.pledge.year];
    let of_years =
        |it: &&Stated| years(&it.text).is_some_and(|it| !own.iter().any(|own| it.contains(own)));
    if let Some(title) = titles.iter().find(of_years) {
        found(title, campaign.period.title());
    }
    let Some(unit) = unit else { return };
    let named = |it: &Stated| campaign.find_by_name(&it.text).filter(|_| names_a_unit(&it.text));
    let mut others = titles.iter().filter(|it| named(it).is_some_and(|it| it != unit));
    if let Some(title) = others.next()
        && !titles.iter().any(|it| named(it) == Some(unit))
    {
        found(title, campaign[unit].full_name.clone());
    }
}

/// The years of a line about the figures; none where it names none.
fn years(text: &str) -> Option<Vec<i16>> {
    let key = fold::fold(text);
    let is_title = key.contains("solieu") && !CITED.iter().any(|it| key.contains(it));
    let (_, years) = without_years(text);
    (is_title && !years.is_empty()).then_some(years)
}

/// Whether a line has the words of a unit, so that initials and names of places are none.
fn names_a_unit(text: &str) -> bool {
    let key = fold::fold(text);
    ["liendoanlaodong", "ldld"].iter().any(|it| key.contains(it))
        || ["tinh", "thanhpho"].iter().any(|it| key.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_those_of_the_figures() {
        for (text, found) in [
            ("BIỂU TỔNG HỢP SỐ LIỆU HOẠT ĐỘNG CÔNG ĐOÀN NĂM 2023", Some(vec![2023])),
            ("(Số liệu từ 01/12/2022 đến 30/11/2023)", Some(vec![2023])),
            ("Số liệu năm 2024 so với năm 2023", Some(vec![2023, 2024])),
            ("BIỂU SỐ LIỆU", None),
            ("Biểu số liệu (Kèm theo Công văn số 5/LĐLĐ ngày 05/3/2019)", None),
            ("Cao Bằng, ngày 04 tháng 01 năm 2025", None),
            ("Nghị quyết đại hội nhiệm kỳ 2018 - 2023", None),
        ] {
            let years = years(text).map(|mut it| {
                it.sort_unstable();
                it
            });
            assert_eq!(years, found, "{text}");
        }
    }
}
