//! Form fields of finished papers, and papers that were signed.

use std::collections::BTreeSet;
use std::fs;

use lopdf::Document;
use lopdf::Object;
use lopdf::dictionary;
use thidua::finding::failure::Failure;
use thidua::finding::failure::PdfFault;
use thidua::inspect::signatures;
use thidua::inspect::signatures::Change;
use thidua::inspect::signatures::Coverage;
use thidua::inspect::signatures::FieldState;
use thidua::inspect::signatures::Signatures;
use thidua::inspect::signatures::Verdict;
use thidua::output::Why;
use thidua::pipeline::verify;
use thidua::pipeline::verify::Content;

use crate::case::CUM_5;
use crate::case::Case;
use crate::program;
use crate::token::Signer;
use crate::token::altered;
use crate::token::changed;
use crate::token::filled;
use crate::token::updated;

const PLEDGE: &str = "giao-uoc-2025.pdf";
const REPORT: &str = "bao-cao-tong-ket-2024.pdf";

fn built(only: &[&str]) -> Case {
    let case = Case::of(CUM_5);
    case.try_build(false, only).unwrap();
    case
}

fn names(read: &Signatures) -> Vec<&str> {
    read.fields.iter().map(|it| it.name.as_str()).collect()
}

/// Rooms of the pledge: each party's hand, then its seal.
fn rooms() -> Vec<String> {
    let units = ["thai-nguyen", "lang-son", "cao-bang", "bac-kan", "tuyen-quang", "ha-giang"];
    let of = |(at, unit): (usize, &str)| {
        ["ky", "dau"].map(|what| format!("{what}_{:02}_{unit}", at + 1))
    };
    units.into_iter().enumerate().flat_map(of).collect()
}

#[test]
fn every_hand_and_seal_has_a_field_in_reading_order() {
    let case = built(&["giao-uoc", "bao-cao-tong-ket", "phieu-xac-nhan-so-lieu", "tin-hoi-nghi"]);
    let pledge = signatures::read(&case.output(PLEDGE)).unwrap();
    assert_eq!(names(&pledge), rooms());
    assert!(pledge.fields.iter().all(|it| it.state == FieldState::Unsigned && it.page == Some(4)));
    let [hand, seal] = [0, 1].map(|at| pledge.fields[at].label.as_str());
    assert_eq!(hand, "Chữ ký của Chủ tịch Liên đoàn Lao động tỉnh Thái Nguyên");
    assert_eq!(seal, "Con dấu của Liên đoàn Lao động tỉnh Thái Nguyên");
    let report = signatures::read(&case.output(REPORT)).unwrap();
    let gaps = ["so_van_ban", "ngay_ban_hanh.ngay", "ngay_ban_hanh.thang"];
    assert_eq!(names(&report)[..3], gaps);
    assert_eq!(names(&report)[3..], ["ky_01_cao-bang", "dau_01_cao-bang"]);
    assert_eq!(report.fields[0].state, FieldState::Blank);
    let slip = signatures::read(&case.output("phieu-xac-nhan-so-lieu/bac-kan.pdf")).unwrap();
    assert_eq!(names(&slip), ["ky_01", "ky_02_bac-kan", "dau_02_bac-kan"]);
    assert_eq!(slip.fields[0].label, "Chữ ký của người lập biểu");
    let news = signatures::read(&case.output("tin-hoi-nghi-2024.pdf")).unwrap();
    assert_eq!(news.fields, []);
}

#[test]
fn a_draft_has_no_fields_and_a_given_number_has_none() {
    let case = Case::of(CUM_5);
    case.try_build(true, &["bao-cao-tong-ket"]).unwrap();
    let draft = case.output("bao-cao-tong-ket-2024.du-thao.pdf");
    assert_eq!(signatures::read(&draft).unwrap().fields, []);
    assert!(!draft.windows(7).any(|it| it == b"truong:"), "no link is left");
    case.edit(&[("[report]\n", "[report]\nnumber = 5\ndate = \"2024-12-25\"\n")]);
    case.try_build(false, &["bao-cao-tong-ket"]).unwrap();
    let report = signatures::read(&case.output(REPORT)).unwrap();
    assert_eq!(names(&report), ["ky_01_cao-bang", "dau_01_cao-bang"]);
}

/// Left, bottom, right and top of every field, by page.
fn rectangles(pdf: &[u8]) -> Vec<(usize, [f32; 4])> {
    let document = Document::load_mem(pdf).unwrap();
    let mut found = Vec::new();
    for (page, id) in document.page_iter().enumerate() {
        for it in document.get_page_annotations(id).unwrap() {
            assert_eq!(it.get(b"Subtype").unwrap().as_name().unwrap(), b"Widget");
            let corners = it.get(b"Rect").unwrap().as_array().unwrap();
            let corners: Vec<f32> = corners.iter().map(|it| it.as_float().unwrap()).collect();
            found.push((page, corners.try_into().unwrap()));
        }
    }
    found
}

#[test]
fn fields_are_large_enough_and_lie_beside_each_other() {
    let case = built(&["giao-uoc", "bao-cao-tong-ket", "phieu-xac-nhan-so-lieu"]);
    let mm = 72.0 / 25.4;
    for file in [PLEDGE, REPORT, "phieu-xac-nhan-so-lieu/cao-bang.pdf"] {
        let all = rectangles(&case.output(file));
        for (at, (page, [x0, y0, x1, y1])) in all.iter().enumerate() {
            let is_room = y1 - y0 > 20.0 * mm;
            assert!(!is_room || (x1 - x0 >= 26.0 * mm && y1 - y0 >= 27.0 * mm), "{file} {at}");
            assert!(*x0 >= 29.9 * mm && *x1 <= 195.1 * mm && *y0 > 0.0, "{file} {at}");
            for (other_page, [left, bottom, right, top]) in &all[at + 1..] {
                let apart =
                    x1 <= &(left + 0.1) || right <= &(x0 + 0.1) || y1 <= bottom || top <= y0;
                assert!(page != other_page || apart, "{file}: two fields overlap");
            }
        }
    }
}

/// Signs the first rooms of the pledge, one after the other.
fn signed(pdf: &[u8], count: usize) -> Vec<u8> {
    let mut pdf = pdf.to_vec();
    for (number, room) in rooms().iter().take(count).enumerate() {
        pdf = Signer::new(u8::try_from(number).unwrap()).sign(&pdf, room);
    }
    pdf
}

#[test]
fn ten_signatures_in_turn_all_hold() {
    let case = built(&["giao-uoc"]);
    fs::write(case.out.join(PLEDGE), signed(&case.output(PLEDGE), 10)).unwrap();
    let verified = verify::of_file(&case.out.join(PLEDGE), None).unwrap();
    assert!(verified.is_good());
    let all = &verified.signatures.signatures;
    let order: Vec<&str> = all.iter().map(|it| it.field.as_str()).collect();
    assert_eq!(order, rooms()[..10]);
    for (at, it) in all.iter().enumerate() {
        assert_eq!(it.verdict, Verdict::Holds);
        assert_eq!(it.coverage == Coverage::Whole, at == 9, "{at}");
        let later: BTreeSet<Change> =
            rooms()[at + 1..10].iter().map(|it| Change::Signed { field: it.clone() }).collect();
        assert_eq!(it.after, later);
        let person = it.person.as_ref().unwrap();
        assert_eq!(person.name, format!("Người ký {at}"));
        assert_eq!(person.issuer, "Tổ chức chứng thực thử nghiệm");
        assert_eq!(it.claimed.unwrap().spoken().unwrap().1, "05/01/2026");
    }
    let Content::AsMade { since, .. } = verified.content else { panic!("not as made") };
    assert_eq!(since.len(), 10);
}

#[test]
fn number_and_date_are_filled_after_the_person_and_before_the_office() {
    let case = built(&["bao-cao-tong-ket"]);
    let mut pdf = Signer::new(0).sign(&case.output(REPORT), "ky_01_cao-bang");
    for (field, value) in
        [("so_van_ban", "05"), ("ngay_ban_hanh.ngay", "25"), ("ngay_ban_hanh.thang", "12")]
    {
        pdf = filled(&pdf, field, value);
    }
    pdf = Signer::new(1).sign(&pdf, "dau_01_cao-bang");
    let read = signatures::read(&pdf).unwrap();
    assert!(read.signatures.iter().all(|it| it.is_good()));
    let told = serde_json::to_string(&read.signatures[0].after).unwrap();
    for value in ["\"05\"", "\"25\"", "\"12\"", "dau_01_cao-bang"] {
        assert!(told.contains(value), "{value} in {told}");
    }
    // After the office nobody fills anything but what waits for the văn thư; a number taken out is told.
    let emptied = signatures::read(&filled(&pdf, "so_van_ban", "")).unwrap();
    assert!(emptied.signatures.iter().all(|it| !it.is_good()));
}

/// What is found of a signed pledge after a change.
#[track_caller]
fn found(pdf: &[u8], expected: &Change) {
    let read = signatures::read(pdf).unwrap();
    for it in &read.signatures {
        assert_eq!(it.verdict, Verdict::Holds);
        assert!(!it.is_good());
        assert!(it.after.contains(expected), "{:?}", it.after);
    }
}

#[test]
fn what_is_done_to_a_signed_paper_is_found() {
    let case = built(&["giao-uoc"]);
    let pdf = signed(&case.output(PLEDGE), 2);
    assert!(signatures::read(&pdf).unwrap().signatures.iter().all(|it| it.is_good()));
    let document = Document::load_mem(&pdf).unwrap();
    let first = document.page_iter().next().unwrap();
    let pages = document.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();

    let longer = updated(&pdf, |update| {
        let page = dictionary! { "Type" => "Page", "Parent" => pages };
        let page = update.new_document.add_object(page);
        let pages = changed(update, pages);
        pages.get_mut(b"Kids").unwrap().as_array_mut().unwrap().push(page.into());
        pages.set("Count", 6);
    });
    found(&longer, &Change::PagesAdded { count: 1 });

    let rewritten = updated(&pdf, |update| {
        let other = lopdf::Stream::new(lopdf::Dictionary::new(), b"BT ET".to_vec());
        let other = update.new_document.add_object(other);
        changed(update, first).set("Contents", other);
    });
    found(&rewritten, &Change::Page { page: 1 });

    let noted = updated(&pdf, |update| {
        let note = dictionary! { "Type" => "Annot", "Subtype" => "Stamp" };
        let note = update.new_document.add_object(note);
        changed(update, first).set("Annots", vec![note.into()]);
    });
    found(&noted, &Change::Annotation { page: 1, what: "Stamp".to_owned() });

    let moved = altered(
        &pdf,
        "ky_03_cao-bang",
        "Rect",
        vec![0.into(), 0.into(), 9.into(), 9.into()].into(),
    );
    found(&moved, &Change::FieldAltered { field: "ky_03_cao-bang".to_owned() });

    let taken = altered(&pdf, "ky_01_thai-nguyen", "V", Object::Null);
    let read = signatures::read(&taken).unwrap();
    let replaced = Change::SignatureReplaced { field: "ky_01_thai-nguyen".to_owned() };
    assert!(read.signatures.iter().all(|it| it.after.contains(&replaced)));
}

#[test]
fn a_changed_byte_anywhere_is_found() {
    let case = built(&["giao-uoc"]);
    let original = case.output(PLEDGE);
    let pdf = signed(&original, 1);
    for at in (0..original.len()).step_by(original.len() / 40) {
        let mut spoiled = pdf.clone();
        spoiled[at] ^= 1;
        // Either nothing can be said of it, or the signature does not hold.
        let is_good = signatures::read(&spoiled).is_ok_and(|it| {
            !it.signatures.is_empty() && it.signatures.iter().all(|it| it.is_good())
        });
        assert!(!is_good, "byte {at}");
    }
    for length in [pdf.len() - 900, pdf.len() / 2, 100, 0] {
        let is_good = signatures::read(&pdf[..length]).is_ok_and(|it| {
            !it.signatures.is_empty() && it.signatures.iter().all(|it| it.is_good())
        });
        assert!(!is_good, "cut at {length}");
    }
}

#[test]
fn a_certificate_that_was_not_in_force_is_told() {
    let case = built(&["giao-uoc"]);
    let pdf = Signer::new(0).sign(&case.output(PLEDGE), "ky_01_thai-nguyen");
    let read = signatures::read(&pdf).unwrap();
    let person = read.signatures[0].person.clone().unwrap();
    let late = signatures::Signature { claimed: Some(person.until), ..read.signatures[0].clone() };
    assert!(late.is_timely() && late.is_good());
    let early = signatures::Person { from: person.until, ..person };
    let early = signatures::Signature { person: Some(early), ..read.signatures[0].clone() };
    assert!(!early.is_timely() && !early.is_good());
}

#[test]
fn a_build_leaves_signed_papers_and_makes_the_rest() {
    let only = ["giao-uoc", "phieu-xac-nhan-so-lieu"];
    let case = built(&only);
    let build = || case.try_build(false, &only).unwrap();
    let pledge = signed(&case.output(PLEDGE), 3);
    fs::write(case.out.join(PLEDGE), &pledge).unwrap();
    let slip = "phieu-xac-nhan-so-lieu/cao-bang.pdf";
    let whole = build();
    let why = |whole: &crate::case::Whole| {
        whole.built.kept.iter().map(|it| (it.name.clone(), it.why)).collect::<Vec<_>>()
    };
    assert_eq!(why(&whole), [(PLEDGE.to_owned(), Why::SignedSame)]);
    assert!(!whole.built.written.iter().any(|it| it.file == PLEDGE));
    assert!(whole.built.written.iter().any(|it| it.file == slip));
    // Other words today: the signed one stays, and it is told.
    case.edit(&[("theme = \"Đổi mới, sáng tạo, tinh gọn", "theme = \"Đổi mới, tinh gọn")]);
    fs::remove_file(case.out.join(slip)).unwrap();
    let whole = build();
    assert_eq!(case.output(PLEDGE), pledge);
    assert!(case.out.join(slip).exists());
    let verified = verify::of_file(&case.out.join(PLEDGE), None).unwrap();
    assert!(verified.is_good(), "the manifest still tells what was signed");
    assert_eq!(why(&whole), [(PLEDGE.to_owned(), Why::SignedOther)]);
}

#[test]
fn verify_says_what_holds_and_ends_with_a_code() {
    let case = built(&["giao-uoc"]);
    let run = |file: &str, more: &[&str]| {
        program::run(case.folder(), &[&["verify", file], more].concat())
    };
    let pledge = format!("outputs/{PLEDGE}");
    let fresh = run(&pledge, &[]);
    assert_eq!(fresh.code, 0, "{}", fresh.err);
    assert!(fresh.out.contains("đúng nguyên tệp giao-uoc-2025.pdf đã làm"), "{}", fresh.out);
    assert!(
        fresh.out.contains("Ô chưa ký (12): ky_01_thai-nguyen, dau_01_thai-nguyen"),
        "{}",
        fresh.out
    );
    let pdf = signed(&case.output(PLEDGE), 4);
    fs::write(case.folder().join("nhan-ve.pdf"), &pdf).unwrap();
    let alone = run("nhan-ve.pdf", &["--format", "json"]);
    assert_eq!(alone.code, 0);
    assert_eq!(alone.json()["files"][0]["content"]["state"], "unknown");
    let against = run("nhan-ve.pdf", &["--against", "outputs", "--format", "json"]);
    let told = &against.json()["files"][0];
    assert_eq!((against.code, &told["content"]["state"]), (0, &"as-made".into()));
    assert_eq!(told["content"]["of"], PLEDGE);
    assert_eq!(told["signatures"][0]["claimed"], "2026-01-05T09:12:33+07:00");
    let mut spoiled = pdf.clone();
    let at = spoiled.windows(6).position(|it| it == b"stream").unwrap() + 60;
    spoiled[at] ^= 1;
    fs::write(case.out.join(PLEDGE), &spoiled).unwrap();
    let bad = run(&pledge, &[]);
    assert_eq!(bad.code, 1);
    assert!(bad.out.contains("KHÔNG phải tệp giao-uoc-2025.pdf của lần làm này"), "{}", bad.out);
    assert!(bad.out.contains("phần đã ký đã bị sửa sau khi ký"), "{}", bad.out);
    assert!(bad.out.contains("4 trong 4 chữ ký có vấn đề"), "{}", bad.out);
    fs::write(case.folder().join("x.pdf"), b"%PDF-1.7 nothing").unwrap();
    let damaged = run("x.pdf", &[]);
    assert_eq!(damaged.code, 2);
    assert!(damaged.err.contains("hỏng hoặc bị cắt"), "{}", damaged.err);
}

#[test]
fn what_is_no_pdf_is_no_paper() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    fs::write(&path, b"PK\x03\x04").unwrap();
    let error = verify::of_file(&path, None).unwrap_err();
    assert!(matches!(error, Failure::UnreadablePdf { why: PdfFault::NotPdf, .. }));
}
