//! Stories from small ledgers: of points, of an earlier campaign, and of spoiled files.

use serde_json::json;

use super::*;

/// A ledger with these figures and points, as a file holds it.
fn ledger(figures: serde_json::Value, points: serde_json::Value) -> Ledger {
    let ledger = json!({
        "campaign": "cum", "cluster": "Cụm",
        "period": { "year": 2025, "span": "full", "from": "2024-12-01", "to": "2025-11-30" },
        "indicators": [{ "code": "CL06", "name": "Mái ấm", "unit": "triệu đồng", "factor": "1000000" }],
        "units": [{ "code": "a", "name": "A" }, { "code": "b", "name": "B" }],
        "files": [{ "file": "panel/1.xlsx", "sha256": "00" }],
        "figures": figures, "points": points, "printed": [],
    });
    serde_json::from_value(ledger).unwrap()
}

fn cell(file: &str) -> serde_json::Value {
    json!({ "file": file, "sheet": "S", "cell": "B2", "text": "9,5" })
}

#[test]
fn points_are_told_stage_by_stage_with_the_cell_of_the_last_word() {
    let stage = |stage: &str, from: serde_json::Value| {
        json!({
            "id": format!("diem.I.1.{stage}.a"), "unit": "a", "of": "criterion", "code": "I.1",
            "name": "Đúng hạn", "stage": stage, "note": "thiếu minh chứng", "value": "9.5",
            "from": from, "cells": [cell("panel/1.xlsx")],
        })
    };
    let points = json!([
        stage("settled", json!(["diem.I.1.verified.a"])),
        stage("verified", json!([])),
        { "id": "tong.a", "unit": "a", "of": "total", "stage": "settled", "value": "9.5",
          "from": ["diem.I.1.settled.a"] },
    ]);
    let ledger = ledger(json!([]), points);
    let teller = Teller::new(&ledger);
    let total = teller.story("tong.a");
    let settled = &total.parts[0];
    let verified = &settled.parts[0];
    assert_eq!(
        (total.value, settled.cells.len(), verified.cells.len()),
        (Some("9.5".parse().unwrap()), 0, 1)
    );
    assert_eq!(verified.cells[0].sha256.as_deref(), Some("00"));
    let note = |node: &Node| match &node.subject {
        Subject::Points { of, .. } => of.note.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((note(settled), note(verified).as_deref()), (None, Some("thiếu minh chứng")));
}

#[test]
fn a_figure_of_an_earlier_campaign_names_its_bodies() {
    let part = |unit: &str, value: &str| json!({ "unit": unit, "indicator": "CL06", "value": value, "cells": [cell("../cum-2024/submissions/x.xlsx")] });
    let figures = json!([{
        "id": "CL06.previous.a", "indicator": "CL06", "measure": "previous", "unit": "a",
        "value": "3000000", "reported": 1, "expected": 1, "cells": [],
        "past": { "campaign": "../cum-2024", "measure": "actual", "how": "sum",
                  "parts": [part("A cũ", "1000000"), part("C cũ", "2000000")] },
    }]);
    let ledger = ledger(figures, json!([]));
    let story = Teller::new(&ledger).story("CL06.previous.a");
    let Origin::Past { campaign, how, bodies, .. } = &story.origin else { panic!("{story:?}") };
    assert_eq!((campaign.as_str(), *how, bodies.len()), ("../cum-2024", PastHow::Sum, 2));
    assert_eq!((bodies[1].unit.as_str(), bodies[1].cells.len()), ("C cũ", 1));
}

#[test]
fn a_circle_ends_and_an_unknown_name_is_said() {
    let figure = |id: &str, from: &[&str]| {
        json!({
            "id": id, "indicator": "CL06", "measure": "actual", "unit": null, "value": "1",
            "reported": 1, "expected": 1, "cells": [], "from": from, "how": "sum",
        })
    };
    let figures =
        json!([figure("x", &["y", "y", "y", "y", "gone"]), figure("y", &["x", "x", "x", "x"])]);
    let ledger = ledger(figures, json!([]));
    let story = Teller::new(&ledger).story("x");
    assert_eq!(story.parts[4].subject, Subject::Unknown);
    fn count(node: &Node) -> usize {
        1 + node.parts.iter().map(count).sum::<usize>()
    }
    assert!(count(&story) < 5 * MOST, "{}", count(&story));
}
