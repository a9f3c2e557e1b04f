//! Zips that lie, swell or carry two of one name.

use std::io::Write;

use zip::CompressionMethod;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn zipped(entries: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in entries {
        let options = SimpleFileOptions::default().compression_method(method);
        zip.start_file(*name, options).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn stored(entries: &[(&str, &[u8])]) -> Vec<u8> {
    zipped(entries, CompressionMethod::Stored)
}

#[test]
fn names_that_others_take_for_one_are_two_of_one_name() {
    for (one, other) in [
        ("xl/Sheet.xml", "xl/sheet.xml"),
        ("xl/sheet.xml", "xl\\sheet.xml"),
        ("xl/sheet.xml", "./xl/sheet.xml"),
        ("xl/sheet.xml", "xl//a/../sheet.xml"),
        ("xl/sheet.xml", "/xl/sheet.xml"),
        ("xl/b\u{E1}o.xml", "xl/ba\u{301}o.xml"),
    ] {
        let refused = scan(&stored(&[(one, b"<a/>"), (other, b"<a/>")]));
        let expected = Refusal::Damaged(Damage::TwoEntries(canonical(one)));
        assert_eq!(refused, Err(expected), "{one} {other}");
    }
}

#[test]
fn an_entry_written_twice_is_seen() {
    let mut bytes = stored(&[("xl/sheet1.xml", b"<a/>"), ("xl/sheet2.xml", b"<b/>")]);
    let second = b"xl/sheet2.xml";
    for at in 0..bytes.len() - second.len() {
        if bytes[at..].starts_with(second) {
            bytes[at + 8] = b'1';
        }
    }
    assert_eq!(scan(&bytes), Err(Refusal::Damaged(Damage::EntryTwice)));
}

#[test]
fn entries_that_lie_over_each_other_are_seen() {
    let mut bytes = stored(&[("a.bin", b"xxxxxxxxxx"), ("b.bin", b"yyyyyyyyyy")]);
    // The directory says where each entry begins, 42 bytes into its record: both at the start.
    let record = |name: &[u8]| bytes.windows(5).rposition(|it| it == name).unwrap() - 46;
    let second = record(b"b.bin");
    bytes[second + 42..second + 46].fill(0);
    assert_eq!(scan(&bytes), Err(Refusal::Damaged(Damage::Overlap)));
}

#[test]
fn entries_are_counted() {
    let names: Vec<String> = (0..1_001).map(|it| format!("{it}.bin")).collect();
    let entries: Vec<(&str, &[u8])> = names.iter().map(|it| (it.as_str(), &[][..])).collect();
    assert_eq!(scan(&stored(&entries[..1_000])), Ok(()));
    let limit = Refusal::Limit { what: Quantity::Entries, allowed: 1_000 };
    assert_eq!(scan(&stored(&entries)), Err(limit));
}

#[test]
fn bytes_of_an_entry_and_of_all_are_counted() {
    let zeros = vec![0; (64 << 20) + 1];
    let of = |length: usize| ("a.bin", &zeros[..length]);
    assert_eq!(scan(&stored(&[of(64 << 20)])), Ok(()));
    let limit = |allowed| Err(Refusal::Limit { what: Quantity::InflatedBytes, allowed });
    assert_eq!(scan(&stored(&[of((64 << 20) + 1)])), limit(64 << 20));
    let names = ["a", "b", "c", "d", "e"].map(|it| (it, &zeros[..52 << 20]));
    assert_eq!(scan(&stored(&names[..4])), Ok(()));
    assert_eq!(scan(&stored(&names)), limit(256 << 20));
}

#[test]
fn the_ratio_matters_above_the_grace() {
    let deflated = |length| zipped(&[("a.bin", &vec![0; length])], CompressionMethod::Deflated);
    assert_eq!(scan(&deflated(100_000)), Ok(()));
    let limit = Refusal::Limit { what: Quantity::Ratio, allowed: 100 };
    assert_eq!(scan(&deflated(1_000_000)), Err(limit));
}

#[test]
fn an_encrypted_entry_is_a_password() {
    let mut bytes = stored(&[("xl/workbook.xml", b"<a/>")]);
    let directory = bytes.windows(4).rposition(|it| it == b"PK\x01\x02").unwrap();
    // The lowest bit of the flags, in the directory and before the entry itself.
    bytes[directory + 8] |= 1;
    bytes[6] |= 1;
    assert_eq!(scan(&bytes), Err(Refusal::Encrypted));
}

#[test]
fn a_count_of_strings_is_held_against_the_size_of_the_part() {
    let part = |start: &str| {
        let strings = "<si><t>a</t></si>".repeat(10);
        format!("{start}{strings}</sst>").into_bytes()
    };
    let far = format!("<!--{}-->", " ".repeat(100_000));
    for (start, lies) in [
        ("<sst uniqueCount=\"10\">".to_owned(), false),
        ("<sst count=\"4000000000\" uniqueCount=\"10\">".to_owned(), false),
        ("<sst>".to_owned(), false),
        ("<sst uniqueCount=\"4000000000\">".to_owned(), true),
        ("<sst uniqueCount='4000000000'>".to_owned(), true),
        ("<sst uniqueCount = \"+4000000000\">".to_owned(), true),
        ("<sst uniqueCount=\"&#52;000000000\">".to_owned(), true),
        ("<sst uniqueCount=\"99999999999999999999999\">".to_owned(), true),
        ("<x:sst x:a='' uniqueCount=\"4000000000\">".to_owned(), true),
        (format!("{far}<sst uniqueCount=\"4000000000\">"), true),
        ("<a b='<sst'><sst uniqueCount=\"4000000000\">".to_owned(), true),
    ] {
        let refused = scan(&stored(&[("xl/sharedStrings.xml", &part(&start))]));
        let name = "xl/sharedstrings.xml".to_owned();
        let expected = if lies { Err(Refusal::Damaged(Damage::LyingCount(name))) } else { Ok(()) };
        assert_eq!(refused, expected, "{start}");
    }
}
