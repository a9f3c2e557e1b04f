//! The emblem on the cover: a picture of the campaign's folder, in PDF and in Word.

use thidua::finding::failure::Failure;
use thidua::finding::failure::TomlFault;

use crate::case::CUM_5;
use crate::case::Case;

const COPY: &str = "giao-uoc-trang-trong";

/// A picture of one dot, as programs that draw write it.
const DOT: &[u8] = &[
    0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0, 0,
    1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde, 0, 0, 0, 12, b'I', b'D', b'A', b'T',
    0x08, 0xd7, 0x63, 0xf8, 0xcf, 0xc0, 0, 0, 0x03, 0x01, 0x01, 0x00, 0x18, 0xdd, 0x8d, 0xb0, 0, 0,
    0, 0, b'I', b'E', b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

fn case(name: &str, bytes: Option<&[u8]>) -> Case {
    let case = Case::of(CUM_5);
    case.edit(&[("[cluster]\n", &format!("[cluster]\nemblem = \"{name}\"\n"))]);
    if let Some(bytes) = bytes {
        case.write(name, bytes);
    }
    case
}

fn fault(name: &str, bytes: Option<&[u8]>) -> TomlFault {
    let Err(Failure::Toml(mut faults)) = case(name, bytes).try_build(false, &[COPY]) else {
        panic!("{name} is no emblem")
    };
    assert_eq!(faults.len(), 1);
    let fault = faults.remove(0);
    assert_eq!(
        (fault.file.as_str(), fault.text.lines().nth(fault.position().0 - 1)),
        ("campaign.toml", Some(format!("emblem = \"{name}\"").as_str()),)
    );
    fault.fault
}

#[test]
fn the_cover_has_the_emblem_in_pdf_and_in_word() {
    let without = Case::of(CUM_5);
    without.try_build(false, &[COPY]).unwrap();
    let with = case("bieu-trung.png", Some(DOT));
    with.try_build(false, &[COPY]).unwrap();
    let pdf = "giao-uoc-2025-trang-trong.pdf";
    let images = |case: &Case| {
        let document = lopdf::Document::load_mem(&case.output(pdf)).unwrap();
        let objects = document.objects.values().filter_map(|it| it.as_stream().ok());
        objects
            .filter(|it| {
                it.dict.get(b"Subtype").and_then(|it| it.as_name()).is_ok_and(|it| it == b"Image")
            })
            .count()
    };
    assert_eq!((images(&without), images(&with)), (0, 1));
    let manifest = String::from_utf8(with.output("manifest.json")).unwrap();
    assert!(manifest.contains("\"bieu-trung.png\""), "the emblem is an input");
    let word = with.output("giao-uoc-2025-trang-trong.docx");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(word)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name("word/document.xml").unwrap(), &mut text)
        .unwrap();
    assert!(text.contains("descr=\"Biểu trưng của Cụm thi đua số 5\""), "{text}");
    assert!(archive.by_name("word/media/hinh-1.png").is_ok());
}

#[test]
fn what_is_no_picture_is_told_with_its_line() {
    let none = |it: &TomlFault| matches!(it, TomlFault::NoPicture { .. });
    assert!(none(&fault("bieu-trung.png", None)));
    assert!(none(&fault("bieu-trung.png", Some(b"PK\x03\x04"))));
    assert!(none(&fault("bieu-trung.png", Some(&DOT[..40]))));
    assert!(none(&fault("submissions", None)));
    for elsewhere in ["../bieu-trung.png", "/bieu-trung.png", "anh/bieu-trung.png", ""] {
        assert!(matches!(fault(elsewhere, None), TomlFault::ElsewhereFile { .. }), "{elsewhere}");
    }
}
