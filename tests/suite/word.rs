//! Papers for Word: what Word needs to show them as they are, and to let a clerk work on them.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;
use zip::ZipArchive;

use crate::case::CUM_5;
use crate::case::Case;

const REPORT: &str = "bao-cao-tong-ket-2024.docx";
const PLEDGE: &str = "giao-uoc-2025.docx";

/// The parts of a file by their names.
fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        parts.push((file.name().unwrap().into_owned(), content));
    }
    parts
}

fn part(bytes: &[u8], name: &str) -> String {
    let found = parts(bytes).into_iter().find(|(it, _)| it == name).unwrap();
    String::from_utf8(found.1).unwrap()
}

/// Calls `see` for each element of a part.
fn elements(xml: &str, mut see: impl FnMut(&BytesStart<'_>)) {
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return,
            Event::Start(it) | Event::Empty(it) => see(&it),
            _ => {}
        }
    }
}

/// Values of an attribute of all elements of a name.
fn values(xml: &str, element: &str, attribute: &str) -> Vec<String> {
    let mut found = Vec::new();
    elements(xml, |it| {
        if it.name().as_ref() == element {
            let value = it.try_get_attribute(attribute).unwrap();
            found.extend(value.map(|it| it.value.into_owned()));
        }
    });
    found
}

fn count(xml: &str, element: &str) -> usize {
    let mut count = 0;
    elements(xml, |it| count += usize::from(it.name().as_ref() == element));
    count
}

#[test]
fn every_style_list_picture_and_part_that_is_named_is_there() {
    let case = Case::of(CUM_5);
    case.try_build(false, &["bao-cao-tong-ket", "giao-uoc"]).unwrap();
    for name in [REPORT, PLEDGE] {
        let bytes = case.output(name);
        let (text, styles) = (part(&bytes, "word/document.xml"), part(&bytes, "word/styles.xml"));
        let defined: BTreeSet<String> =
            values(&styles, "w:style", "w:styleId").into_iter().collect();
        let used: BTreeSet<String> = values(&text, "w:pStyle", "w:val").into_iter().collect();
        assert!(used.is_subset(&defined), "{name}: {:?}", used.difference(&defined));
        assert!(used.len() > 5, "{name}: {used:?}");
        let relations = part(&bytes, "word/_rels/document.xml.rels");
        let targets = values(&relations, "Relationship", "Target");
        let names: Vec<String> = parts(&bytes).into_iter().map(|(it, _)| it).collect();
        assert!(
            targets.iter().all(|it| names.contains(&format!("word/{it}"))),
            "{name}: {targets:?}"
        );
        let ids: BTreeSet<String> = values(&relations, "Relationship", "Id").into_iter().collect();
        assert!(values(&text, "a:blip", "r:embed").iter().all(|it| ids.contains(it)), "{name}");
        // No bookmark of a figure is named twice, and each ends.
        let marks = values(&text, "w:bookmarkStart", "w:name");
        assert_eq!(marks.iter().collect::<BTreeSet<_>>().len(), marks.len(), "{name}");
        assert_eq!(marks.len(), count(&text, "w:bookmarkEnd"), "{name}");
    }
}

#[test]
fn letters_are_vietnamese_in_every_slot_and_pages_are_numbered() {
    let case = Case::of(CUM_5);
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let bytes = case.output(REPORT);
    let styles = part(&bytes, "word/styles.xml");
    for slot in ["w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"] {
        let fonts = values(&styles, "w:rFonts", slot);
        assert!(
            !fonts.is_empty() && fonts.iter().all(|it| it == "Times New Roman"),
            "{slot}: {fonts:?}"
        );
    }
    assert!(values(&styles, "w:lang", "w:val").iter().all(|it| it == "vi-VN"));
    let headers = parts(&bytes).into_iter().filter(|(it, _)| it.starts_with("word/header"));
    let numbered = headers.filter(|(_, it)| String::from_utf8_lossy(it).contains("PAGE"));
    assert!(numbered.count() >= 1);
    assert!(count(&part(&bytes, "word/document.xml"), "w:titlePg") >= 1, "none on the first page");
}

#[test]
fn tables_repeat_their_header_and_pictures_have_words() {
    let case = Case::of(CUM_5);
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let text = part(&case.output(REPORT), "word/document.xml");
    let (tables, headers) = (count(&text, "w:tbl"), count(&text, "w:tblHeader"));
    assert!(tables >= 5 && headers >= tables, "{tables} tables, {headers} header rows");
    let words = values(&text, "wp:docPr", "descr");
    assert_eq!(words.len(), count(&text, "wp:inline"));
    assert!(words.len() == 3 && words.iter().all(|it| it.len() > 20), "{words:?}");
}

#[test]
fn a_second_build_gives_the_same_bytes_and_no_clock() {
    let case = Case::of(CUM_5);
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let first = case.output(REPORT);
    std::fs::remove_dir_all(&case.out).unwrap();
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    assert!(first == case.output(REPORT));
    assert!(part(&first, "docProps/core.xml").contains("2024-12-"), "the day of the paper");
}

#[test]
fn what_people_typed_never_becomes_markup() {
    let case = Case::of(CUM_5);
    case.edit(&[("theme = \"Đổi mới", "theme = \"<w:p>&amp; ]]> \\\"Đổi\\\" ' mới")]);
    case.try_build(false, &["giao-uoc"]).unwrap();
    let text = part(&case.output(PLEDGE), "word/document.xml");
    assert!(text.contains("&lt;w:p&gt;&amp;amp; ]]&gt;"), "escaped");
    elements(&text, |_| ());
}

#[test]
fn a_copy_is_refused_and_withdrawn_with_its_paper() {
    let case = Case::of(CUM_5).common();
    case.build();
    assert!(case.files().iter().any(|it| it == REPORT));
    case.change("cao-bang", |book| {
        book.figures().clear("TC12", "Thực hiện");
    });
    case.build();
    let files = case.files();
    assert!(!files.iter().any(|it| it == REPORT || it == "bao-cao-tong-ket-2024.pdf"), "{files:?}");
    assert!(files.iter().any(|it| *it == format!("cu/{REPORT}")), "{files:?}");
}
