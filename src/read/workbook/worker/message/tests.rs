//! Workbooks there and back, and what a worker may not say.

use super::*;
use crate::finding::refusal::Damage;
use crate::read::workbook::raw::Area;
use crate::read::workbook::raw::Kind;
use crate::read::workbook::raw::Span;
use crate::read::workbook::raw::Visibility;

fn book() -> RawBook {
    let styled = Arc::new(Style { format: Some("0%".into()), font: Some(".VnTime".into()) });
    let plain: Arc<Style> = Arc::default();
    let values = [
        RawValue::Number(0.1),
        RawValue::NotFinite,
        RawValue::Text("Số liệu".into()),
        RawValue::Bool(true),
        RawValue::Date(45_000.0),
        RawValue::Error("#REF!".into()),
        RawValue::NoResult,
    ];
    let cells = (0_u32..).zip(values).map(|(column, value)| RawCell {
        row: 3,
        column,
        value,
        style: Arc::clone(if column % 2 == 0 { &plain } else { &styled }),
        formula: column == 0,
        runs: Box::new([Run { font: None, text: "Số".into() }]),
    });
    let span = Span { first: 1, last: 2 };
    let first = RawSheet {
        name: "Số liệu".into(),
        visibility: Visibility::VeryHidden,
        cells: cells.collect(),
        merges: vec![Area { rows: span, columns: span }],
        hidden_rows: vec![span],
        hidden_columns: vec![span],
        filtered: true,
    };
    let many = (0..20_000).map(|row| RawCell { row, ..first.cells[2].clone() });
    let second = RawSheet { name: "Dài".into(), cells: many.collect(), ..RawSheet::default() };
    RawBook {
        kind: Kind::Xls,
        sheets: vec![first, second, RawSheet::default()],
        date1904: true,
        macros: true,
        external_links: true,
    }
}

fn sent(read: &Result<RawBook, Refusal>) -> Vec<u8> {
    let mut bytes = Vec::new();
    send(&mut bytes, read).unwrap();
    bytes
}

fn framed(messages: &[Message<'_>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for message in messages {
        frame::write(&mut bytes, &postcard::to_extend(message, Vec::new()).unwrap()).unwrap();
    }
    bytes
}

#[track_caller]
fn breach(messages: &[Message<'_>]) {
    let error = receive(&mut framed(messages).as_slice()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}

fn cell(row: u32, value: RawValue) -> SentCell<'static> {
    let (value, runs) = (Cow::Owned(value), Cow::Borrowed([].as_slice()));
    SentCell { row, column: 0, value, style: 0, formula: false, runs }
}

fn start() -> Message<'static> {
    Message::Book(Cow::Owned(RawBook::default()), vec![Cow::Owned(Style::default())])
}

fn sheet() -> Message<'static> {
    Message::Sheet(Cow::Owned(RawSheet::default()), usize::MAX)
}

#[test]
fn a_workbook_comes_back_as_it_was() {
    for read in [
        Ok(book()),
        Ok(RawBook::default()),
        Err(Refusal::Encrypted),
        Err(Refusal::Damaged(Damage::Parser("x".into()))),
    ] {
        assert_eq!(receive(&mut sent(&read).as_slice()).unwrap(), read);
    }
}

#[test]
fn cells_go_in_groups_far_below_the_limit() {
    let bytes = sent(&Ok(book()));
    let (mut rest, mut frame, mut longest) = (bytes.as_slice(), Vec::new(), 0);
    while frame::read(&mut rest, limits::MESSAGE_BYTES, &mut frame).unwrap() {
        longest = longest.max(frame.len());
    }
    assert!(longest <= GROUP_BYTES, "{longest}");
}

#[test]
fn a_list_too_long_for_a_message_is_refused() {
    let merges = vec![
        Area {
            rows: Span { first: 1 << 20, last: 1 << 20 },
            columns: Span { first: 1 << 14, last: 1 << 14 }
        };
        100_000
    ];
    let sheets = vec![RawSheet { merges, ..RawSheet::default() }];
    let bytes = sent(&Ok(RawBook { sheets, ..RawBook::default() }));
    let limit = Refusal::Limit { what: Quantity::MessageBytes, allowed: 1 << 20 };
    assert_eq!(receive(&mut bytes.as_slice()).unwrap(), Err(limit));
}

#[test]
fn a_workbook_that_breaks_off_is_none() {
    let bytes = sent(&Ok(book()));
    for length in [0, 3, 4, bytes.len() / 2, bytes.len() - 1] {
        let error = receive(&mut &bytes[..length]).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof, "{length}");
    }
}

#[test]
fn what_cannot_be_is_not_believed() {
    let one = || RawValue::Number(1.0);
    breach(&[Message::End]);
    breach(&[sheet()]);
    breach(&[start(), start()]);
    breach(&[start(), Message::Cells(vec![cell(0, one())])]);
    breach(&[start(), sheet(), Message::Cells(vec![SentCell { style: 1, ..cell(0, one()) }])]);
    breach(&[start(), sheet(), Message::Cells(vec![cell(1, one()), cell(1, one())])]);
    breach(&[start(), sheet(), Message::Cells(vec![cell(1_048_576, one())])]);
    breach(&[start(), sheet(), Message::Cells(vec![cell(0, RawValue::Number(f64::NAN))])]);
    let long = RawValue::Text("x".repeat(32_768));
    breach(&[start(), sheet(), Message::Cells(vec![cell(0, long)])]);
    let many: Vec<Message<'_>> = (0..65).map(|_| sheet()).collect();
    breach(&std::iter::once(start()).chain(many).collect::<Vec<_>>());
    let error = receive(&mut [4, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF].as_slice()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidData);
}

/// A seed that is nonsense to the protocol of today leads the fuzz target nowhere.
#[test]
fn seeds_of_the_fuzz_target_are_messages_of_today() {
    let first = RawBook { sheets: book().sheets[..1].to_vec(), ..book() };
    let empty = RawBook { external_links: true, ..RawBook::default() };
    let folder = "fuzz/corpus/messages";
    for (name, seed, read) in [
        (
            "cells",
            include_bytes!("../../../../../fuzz/corpus/messages/cells").as_slice(),
            Ok(first),
        ),
        ("empty", include_bytes!("../../../../../fuzz/corpus/messages/empty"), Ok(empty)),
        (
            "refused",
            include_bytes!("../../../../../fuzz/corpus/messages/refused"),
            Err(Refusal::Empty),
        ),
    ] {
        assert_eq!(seed, sent(&read), "{folder}/{name} must be what is on the right");
    }
}
