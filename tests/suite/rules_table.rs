//! The table of rules K1 to K26 in `docs/doi-chieu.md` is true: what it names exists, and every
//! rule of the catalogue has its row.

use std::collections::BTreeSet;
use std::fs;

use thidua::finding::explain::EXPLANATIONS;
use thidua::model::catalogue::Catalogue;

use crate::case::CUM_5;
use crate::case::committed;
use crate::source::root;

/// Cells of the rows that begin with the identity of a rule.
fn rows() -> Vec<Vec<String>> {
    let text = fs::read_to_string(root().join("docs/doi-chieu.md")).unwrap();
    let cells = |line: &str| line.split('|').map(|it| it.trim().to_owned()).collect::<Vec<_>>();
    text.lines().filter(|it| it.starts_with("| K")).map(cells).collect()
}

/// What stands between backticks.
fn names(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// Whether a finding, a rule of the catalogue or a note of an indicator bears this name.
fn exists(name: &str, catalogue: &Catalogue) -> bool {
    if let Some(prefix) = name.strip_suffix('*') {
        return catalogue.rules.iter().any(|it| it.id.starts_with(prefix));
    }
    if let Some(code) = name.strip_suffix(".note") {
        return catalogue.find(code).is_some_and(|id| !catalogue[id].note.is_empty());
    }
    EXPLANATIONS.iter().any(|it| it.code == name)
}

#[test]
fn every_rule_has_one_row() {
    let ids: Vec<String> = rows().into_iter().map(|cells| cells[1].clone()).collect();
    let expected: Vec<String> = (1..=26).map(|it| format!("K{it}")).collect();
    assert_eq!(ids, expected);
}

#[test]
fn what_the_table_names_exists() {
    let catalogue = committed(CUM_5).declared.catalogue;
    for cells in rows() {
        let named = names(&cells[3]);
        assert!(!named.is_empty(), "{}", cells[1]);
        for name in named {
            assert!(exists(name, &catalogue), "{}: `{name}` is nowhere", cells[1]);
        }
    }
}

#[test]
fn every_rule_of_the_catalogue_stands_in_its_row() {
    let rows = rows();
    let prefixes: BTreeSet<&str> = rows
        .iter()
        .flat_map(|cells| names(&cells[3]))
        .filter_map(|it| it.strip_suffix('*'))
        .collect();
    for rule in &committed(CUM_5).declared.catalogue.rules {
        let (id, _) = rule.id.split_once('-').unwrap();
        assert!(prefixes.contains(format!("{id}-").as_str()), "{}", rule.id);
    }
}
