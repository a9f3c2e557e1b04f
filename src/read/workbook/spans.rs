//! Rows, columns and areas that are gathered one by one, and bounded.

use crate::finding::refusal::Quantity;
use crate::finding::refusal::Refusal;
use crate::read::workbook::limits;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::Span;

/// Sorts spans and joins those that touch.
pub(super) fn joined(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.first <= last.last.saturating_add(1) => {
                last.last = last.last.max(span.last);
            }
            _ => joined.push(span),
        }
    }
    joined
}

/// Adds a span, joining it to the last one where it follows it.
pub(super) fn add(spans: &mut Vec<Span>, span: Span) {
    match spans.last_mut() {
        Some(last) if last.first <= span.first && span.first <= last.last.saturating_add(1) => {
            last.last = last.last.max(span.last);
        }
        _ => spans.push(span),
    }
}

/// Adds a merged area; one cell alone is no area.
pub(super) fn merge(merges: &mut Vec<Area>, area: Area) -> Result<(), Refusal> {
    if area.rows.first == area.rows.last && area.columns.first == area.columns.last {
        return Ok(());
    }
    if merges.len() == limits::MERGES {
        let allowed = limits::MERGES as u64;
        return Err(Refusal::Limit { what: Quantity::Areas, allowed });
    }
    merges.push(area);
    Ok(())
}

/// The area of a reference such as `A1:C3`, whichever corner comes first; `None` if it is none.
pub(super) fn area(reference: &str) -> Option<Area> {
    let (one, other) = reference.split_once(':').unwrap_or((reference, reference));
    let (one, other) = (cell(one)?, cell(other)?);
    let span = |a: u32, b: u32| Span { first: a.min(b), last: a.max(b) };
    Some(Area { rows: span(one.0, other.0), columns: span(one.1, other.1) })
}

/// Row and column, from 0, of a reference such as `$B$12`, if it lies inside a sheet.
fn cell(reference: &str) -> Option<(u32, u32)> {
    let plain = reference.trim().replace('$', "");
    let digits = plain.find(|it: char| it.is_ascii_digit())?;
    let (letters, row) = plain.split_at(digits);
    let in_reach = (1..=3).contains(&letters.len()) && (1..=7).contains(&row.len());
    if !in_reach || !letters.bytes().all(|it| it.is_ascii_alphabetic()) {
        return None;
    }
    let column = letters
        .bytes()
        .fold(0_u32, |sum, it| sum * 26 + u32::from(it.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = row.parse().ok()?;
    let (row, column) = (row.checked_sub(1)?, column - 1);
    (row < limits::ROWS && column < limits::COLUMNS).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: u32, last: u32) -> Span {
        Span { first, last }
    }

    #[test]
    fn spans_that_touch_are_one() {
        let spans = vec![span(7, 9), span(0, 1), span(2, 2), span(4, 5), span(5, 6)];
        assert_eq!(joined(spans), [span(0, 2), span(4, 9)]);
        let mut added = Vec::new();
        for span in [span(1, 1), span(2, 2), span(4, 4), span(3, 3)] {
            add(&mut added, span);
        }
        assert_eq!(added, [span(1, 2), span(4, 4), span(3, 3)]);
    }

    #[test]
    fn references_are_read_within_a_sheet() {
        let cases = [
            ("A1:C3", Some((span(0, 2), span(0, 2)))),
            ("C3:A1", Some((span(0, 2), span(0, 2)))),
            ("$B$12", Some((span(11, 11), span(1, 1)))),
            ("A1:XFD1048576", Some((span(0, 1_048_575), span(0, 16_383)))),
            ("A1:XFE1", None),
            ("A1:A1048577", None),
            ("A0", None),
            ("A99999999999", None),
            ("ABCD1", None),
            ("", None),
            ("1A", None),
        ];
        for (reference, expected) in cases {
            let expected = expected.map(|(rows, columns)| Area { rows, columns });
            assert_eq!(area(reference), expected, "{reference}");
        }
    }

    #[test]
    fn merged_areas_are_bounded() {
        let mut merges = Vec::new();
        let one = Area { rows: span(1, 1), columns: span(1, 1) };
        merge(&mut merges, one).unwrap();
        assert_eq!(merges, []);
        let area = Area { rows: span(1, 2), columns: span(1, 1) };
        for _ in 0..limits::MERGES {
            merge(&mut merges, area).unwrap();
        }
        let refused = merge(&mut merges, area).unwrap_err();
        assert_eq!(refused, Refusal::Limit { what: Quantity::Areas, allowed: 10_000 });
    }
}
