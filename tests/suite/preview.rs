//! `thidua preview`: pages as pictures, and nothing else is touched.

use thidua::finding::failure::Failure;
use thidua::pipeline::gather::Gathered;
use thidua::pipeline::preview;
use thidua::pipeline::preview::Asked;
use thidua::pipeline::preview::Preview;
use thidua::render::pdf::picture::Picture;

use crate::case::CUM_5;
use crate::case::Case;
use crate::case::committed;

const PNG: Picture = Picture::Png { dpi: 48.0 };

fn of(
    gathered: &Gathered,
    document: &str,
    page: Option<usize>,
    picture: Picture,
) -> Result<Preview, Failure> {
    preview::preview(gathered, Asked { document, unit: None, page, picture, fonts: &[] })
}

/// Width and height of a PNG, from its header.
fn size(png: &[u8]) -> (u32, u32) {
    assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn every_page_is_a_picture() {
    let gathered = committed(CUM_5);
    let all = of(&gathered, "giao-uoc", None, PNG).unwrap();
    let names: Vec<&str> = all.pictures.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names.len(), all.pages);
    assert_eq!(names[0], "giao-uoc-2025-trang-01.png");
    assert!(!all.is_draft);
    // A4 at 48 dots to an inch.
    assert_eq!(size(all.pictures[0].bytes().unwrap()), (397, 561));
    let one = of(&gathered, "giao-uoc", Some(2), PNG).unwrap();
    assert_eq!((one.pages, one.pictures.len()), (all.pages, 1));
    assert_eq!(one.pictures[0].bytes(), all.pictures[1].bytes());
    let svg = of(&gathered, "giao-uoc", Some(1), Picture::Svg).unwrap();
    assert_eq!(svg.pictures[0].name, "giao-uoc-2025-trang-01.svg");
    assert!(svg.pictures[0].bytes().unwrap().starts_with(b"<svg"));
}

#[test]
fn the_paper_of_a_unit_is_that_units() {
    let gathered = committed(CUM_5);
    let unit = gathered.declared.campaign.find_by_name("Hà Giang");
    let asked = Asked { document: "phieu-diem", unit, page: Some(1), picture: PNG, fonts: &[] };
    let shown = preview::preview(&gathered, asked).unwrap();
    assert_eq!(shown.pictures[0].name, "phieu-diem-ha-giang-trang-01.png");
    assert!(shown.title.contains("Hà Giang"), "{}", shown.title);
}

#[test]
fn a_paper_that_is_refused_is_shown_as_a_draft() {
    let case = Case::with(CUM_5, "cao-bang", |book| {
        book.figures().clear("TC12", "Thực hiện");
    });
    assert!(of(&case.gather(), "bao-cao-tong-ket", Some(1), PNG).unwrap().is_draft);
    assert!(!case.out.exists(), "a preview writes nothing by itself");
}

#[test]
fn what_has_no_such_page_is_told() {
    let gathered = committed(CUM_5);
    let far = of(&gathered, "giao-uoc", Some(99), PNG);
    assert!(matches!(far, Err(Failure::NoPage { page: 99, .. })));
    let workbook = of(&gathered, "bang-tong-hop-so-lieu", None, PNG);
    assert!(matches!(workbook, Err(Failure::NoPages { .. })));
    assert!(matches!(of(&gathered, "giao-uok", None, PNG), Err(Failure::Template(_))));
}
