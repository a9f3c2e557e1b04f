//! Pages written here by hand, and files that are none. Those of our own papers: `tests/suite/readback.rs`.

use lopdf::Document;
use lopdf::Object;
use lopdf::Stream;
use lopdf::dictionary;

use super::*;

/// A page of 200 × 100 points with one font, a form `X`, and this content.
fn pdf(content: &str, form: &str, page: lopdf::Dictionary) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let table = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
                 /CMapName /T def\n/CMapType 2 def\n\
                 1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n\
                 3 beginbfchar\n<0001> <0110>\n<0002> <1EA3>\n<0003> <00660069>\nendbfchar\n\
                 endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend";
    let table = document.add_object(Stream::new(dictionary! {}, table.into()));
    let descendant = document.add_object(dictionary! {
        "Type" => "Font", "DW" => 500, "W" => vec![1.into(), Object::Array(vec![1000.into()])],
    });
    let font = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "ABCDEF+Tinos-Bold",
        "Encoding" => "Identity-H", "ToUnicode" => table,
        "DescendantFonts" => vec![descendant.into()],
    });
    let plain = document.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Times",
        "Encoding" => "WinAnsiEncoding", "FirstChar" => 65, "Widths" => vec![500.into(); 58],
    });
    let form_id = document.new_object_id();
    let resources = document.add_object(dictionary! {
        "Font" => dictionary! { "F" => font, "P" => plain },
        "XObject" => dictionary! { "X" => form_id },
    });
    let matrix: Vec<Object> = [1, 0, 0, 1, 10, 20].map(Object::from).to_vec();
    let dict = dictionary! { "Subtype" => "Form", "Matrix" => matrix, "Resources" => resources };
    document.objects.insert(form_id, Stream::new(dict, form.into()).into());
    let content = document.add_object(Stream::new(dictionary! {}, content.into()));
    let pages = document.new_object_id();
    let bounds: Vec<Object> = [0, 0, 200, 100].map(Object::from).to_vec();
    let mut dict = dictionary! {
        "Type" => "Page", "Parent" => pages, "MediaBox" => bounds,
        "Resources" => resources, "Contents" => content,
    };
    dict.extend(&page);
    let page = document.add_object(dict);
    let kids = vec![page.into()];
    document
        .objects
        .insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn page(content: &str) -> Page {
    read(&pdf(content, "", dictionary! {})).unwrap().remove(0)
}

/// Text, place, width and size of each run.
fn runs(page: &Page) -> Vec<(&str, [f64; 4])> {
    page.runs.iter().map(|it| (it.text.as_str(), [it.x, it.y, it.width, it.size])).collect()
}

#[test]
fn runs_have_their_place_width_and_font() {
    let page = page("BT /F 10 Tf 1 0 0 1 20 70 Tm <00010002> Tj ET");
    assert_eq!((page.width, page.height), (200.0, 100.0));
    assert_eq!(runs(&page), [("Đả", [20.0, 30.0, 15.0, 10.0])]);
    assert_eq!(page.runs[0].font, "Tinos-Bold");
}

#[test]
fn every_way_of_moving_is_followed() {
    for (content, expected) in [
        // Kerning keeps a run together, a wide gap parts it.
        ("[<0001>18<0002>]TJ", vec![("Đả", [0.0, 100.0, 14.82, 10.0])]),
        (
            "[<0001>-900<0002>]TJ",
            vec![("Đ", [0.0, 100.0, 10.0, 10.0]), ("ả", [19.0, 100.0, 5.0, 10.0])],
        ),
        (
            "5 -6 Td <0002>Tj 0 -10 TD <0002>Tj T* <0002>Tj",
            vec![
                ("ả", [5.0, 106.0, 5.0, 10.0]),
                ("ả", [5.0, 116.0, 5.0, 10.0]),
                ("ả", [5.0, 126.0, 5.0, 10.0]),
            ],
        ),
        (
            "8 TL <0002>Tj <0002>'",
            vec![("ả", [0.0, 100.0, 5.0, 10.0]), ("ả", [0.0, 108.0, 5.0, 10.0])],
        ),
        ("2 Tc 50 Tz 3 Ts <0002>Tj", vec![("ả", [0.0, 97.0, 3.5, 10.0])]),
        ("/P 10 Tf (AB) Tj", vec![("AB", [0.0, 100.0, 10.0, 10.0])]),
    ] {
        let page = page(&format!("BT /F 10 Tf {content} ET"));
        assert_eq!(runs(&page), expected, "{content}");
    }
}

#[test]
fn the_state_is_kept_and_given_back() {
    let page = page("q 2 0 0 2 10 10 cm BT /F 10 Tf <0002>Tj ET Q BT /F 10 Tf <0002>Tj ET");
    assert_eq!(runs(&page), [("ả", [10.0, 90.0, 10.0, 20.0]), ("ả", [0.0, 100.0, 5.0, 10.0])]);
}

#[test]
fn what_letters_stand_for_is_told_once() {
    let says = "/Span<</ActualText<FEFF00A0>>>BDC <0001>Tj <0001>Tj EMC";
    let page = page(&format!("/P<</MCID 0>>BDC BT /F 10 Tf <0002>Tj {says} <0003>Tj ET EMC"));
    assert_eq!(page.text(), "ả\u{a0}fi\n");
    assert_eq!(page.runs.len(), 1, "one piece, one run: {:?}", page.runs);
}

#[test]
fn artifacts_are_no_text_of_the_paper() {
    let page = page(
        "/Artifact<</Type/Pagination>>BDC BT /F 10 Tf <0001>Tj ET EMC \
         /P<</MCID 0>>BDC BT /F 10 Tf <0002>Tj ET EMC",
    );
    assert_eq!(page.text(), "ả\n");
    assert_eq!(
        page.runs.iter().map(|it| (it.is_artifact, it.piece)).collect::<Vec<_>>(),
        [(true, 1), (false, 2)]
    );
}

#[test]
fn lines_and_frames_have_their_bounds() {
    let rules = page("q 0.6 w 20 50 m 60 50 l S Q 10 10 30 5 re f 0 0 m 5 5 l n").rules;
    let line = Rule { x: 20.0, y: 50.0, width: 40.0, height: 0.0, stroke: Some(0.6) };
    let bar = Rule { x: 10.0, y: 85.0, width: 30.0, height: 5.0, stroke: None };
    let close = |a: &Rule, b: &Rule| {
        let stroke = (a.stroke.unwrap_or(-1.0) - b.stroke.unwrap_or(-1.0)).abs() < 1e-6;
        stroke && (a.x, a.y, a.width, a.height) == (b.x, b.y, b.width, b.height)
    };
    assert!(rules.len() == 2 && close(&rules[0], &line) && close(&rules[1], &bar), "{rules:?}");
}

#[test]
fn forms_are_followed_with_their_own_place() {
    let bytes = pdf("/X Do", "BT /F 10 Tf <0001>Tj ET", dictionary! {});
    assert_eq!(runs(&read(&bytes).unwrap()[0]), [("Đ", [10.0, 80.0, 10.0, 10.0])]);
}

#[test]
fn a_turned_page_is_measured_as_it_is_shown() {
    let bytes = |turn: i64| {
        let text = "BT /F 10 Tf 1 0 0 1 20 70 Tm <0001>Tj ET";
        read(&pdf(text, "", dictionary! { "Rotate" => turn })).unwrap().remove(0)
    };
    for (turn, width, x, y) in [
        (0, 200.0, 20.0, 30.0),
        (90, 100.0, 70.0, 20.0),
        (180, 200.0, 180.0, 70.0),
        (-90, 100.0, 30.0, 180.0),
    ] {
        let page = bytes(turn);
        assert_eq!((page.width, page.runs[0].x, page.runs[0].y), (width, x, y), "{turn}");
    }
}

#[test]
fn cells_of_a_row_are_one_line_with_spaces() {
    let cell = |x: u32, y: u32| {
        format!("/P<</MCID {x}>>BDC BT /F 10 Tf 1 0 0 1 {x} {y} Tm <0002>Tj ET EMC ")
    };
    let page = page(&[cell(10, 50), cell(40, 50), cell(10, 30)].concat());
    assert_eq!(page.text(), "ả ả\nả\n");
}

#[test]
fn what_is_no_paper_is_refused() {
    for bytes in [&b""[..], b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<\nendobj\n", b"PK\x03\x04"] {
        assert_eq!(read(bytes), Err(Unreadable::Damaged));
    }
    // A form that draws itself, states that are never given back.
    assert_eq!(read(&pdf("/X Do", "/X Do", dictionary! {})), Err(Unreadable::TooLarge));
    assert_eq!(read(&pdf(&"q ".repeat(300), "", dictionary! {})), Err(Unreadable::TooLarge));
    // Operators without their operands, a font that there is none of: no text.
    assert_eq!(page("Tm cm re Td BDC Tf BT /Q 10 Tf <00>Tj TJ ET Q Q EMC w").runs, []);
}
