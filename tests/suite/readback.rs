//! Finished papers read back: their pages hold what was printed, where it was said to be.

use thidua::inspect::pdf;
use thidua::inspect::pdf::Page;
use thidua::model::ledger::Ledger;
use thidua::model::ledger::Spot;
use thidua::text::normal;

use crate::case::CUM_5;
use crate::case::Case;

fn pages(case: &Case, name: &str) -> Vec<Page> {
    pdf::read(&case.output(name)).unwrap()
}

#[test]
fn pages_of_our_papers_are_read_with_text_fonts_and_rules() {
    let case = Case::of(CUM_5).common();
    case.build();
    let pages = pages(&case, "bao-cao-tong-ket-2024.pdf");
    let first = &pages[0];
    // A4, and a letterhead in capitals of 12 to 14 points.
    assert!((first.width - 595.28).abs() < 0.1 && (first.height - 841.89).abs() < 0.1);
    let nation = first
        .runs
        .iter()
        .find(|it| it.text.starts_with("CỘNG HÒA") || it.text.contains("VIỆT NAM"));
    let nation = nation.unwrap_or_else(|| panic!("{:?}", first.lines()));
    assert!((12.0..=14.0).contains(&nation.size) && nation.y < 100.0, "{nation:?}");
    assert!(first.runs.iter().all(|it| it.font.starts_with("Libertinus")));
    assert!(first.rules.iter().any(|it| it.width > 20.0 && it.height < 1.0), "no rule is drawn");
    // The number of the second page stands around the paper, not in it.
    let around = pages[1].lines().into_iter().find(|it| it.is_artifact).unwrap();
    assert_eq!(around.text, "2");
    assert!(!pages[1].text().starts_with('2'));
}

#[test]
fn every_figure_stands_on_the_page_that_is_told() {
    let case = Case::of(CUM_5).common();
    case.build();
    let ledger: Ledger = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    let mut looked = 0;
    for name in case.files().iter().filter(|it| it.ends_with(".pdf")) {
        let texts: Vec<String> =
            pages(&case, name).iter().map(|it| normal::clean(&it.text())).collect();
        for printed in ledger.printed.iter().filter(|it| it.document == *name) {
            let Some(Spot::Page { page }) = printed.spot else { continue };
            let text = &texts[page - 1];
            assert!(text.contains(&normal::clean(&printed.text)), "{name}: {printed:?}\n{text}");
            looked += 1;
        }
    }
    assert!(looked > 500, "only {looked} figures were looked for");
}
