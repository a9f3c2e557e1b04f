//! `thidua verify` of a folder of outputs: all holds as it was made, and what was changed since is named.

use std::fs;
use std::io::Cursor;
use std::io::Read;
use std::io::Write;

use lopdf::Document;
use lopdf::Object;
use lopdf::content::Content;
use thidua::finding::failure::Failure;
use thidua::model::ledger::Ledger;
use thidua::model::ledger::PrintedAt;
use thidua::pipeline::verify::folder;
use thidua::pipeline::verify::folder::Fault;
use thidua::pipeline::verify::folder::Folder;
use thidua::read::workbook::InProcess;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::case::CUM_5;
use crate::case::Case;
use crate::program::run;

const REPORT: &str = "bao-cao-tong-ket-2024.pdf";
const COPY: &str = "bao-cao-tong-ket-2024.docx";
const TABLES: &str = "bang-tong-hop-so-lieu-2024.xlsx";
const SLIP: &str = "phieu-xac-nhan-so-lieu/cao-bang.pdf";
/// New members of the cluster, and a number that nothing else prints.
const FIGURE: &str = "25.493";
const WRONG: &str = "25.494";

fn built() -> Case {
    let case = Case::of(CUM_5).common();
    case.build();
    case
}

fn look(case: &Case) -> Folder {
    folder::of_folder(&case.out, &InProcess, &mut |_| {}).unwrap()
}

/// Faults as `figure FILE: found for expected`.
fn faults(case: &Case) -> Vec<String> {
    let told = |it: &Fault| match it {
        Fault::Missing { file } => format!("missing {file}"),
        Fault::Edited { file } => format!("edited {file}"),
        Fault::Unreadable { file } => format!("unreadable {file}"),
        Fault::Figure { file, odd, .. } => {
            format!("figure {file}: {} for {}", odd.found.as_deref().unwrap_or("-"), odd.at.text)
        }
        Fault::Value { file, at, .. } => format!("value {file}: {}", at.text),
    };
    look(case).faults.iter().map(told).collect()
}

/// Where the report prints the figure.
fn places(case: &Case) -> Vec<PrintedAt> {
    let ledger: Ledger = serde_json::from_slice(&case.output("so-lieu.json")).unwrap();
    let all = ledger.printed.into_iter();
    all.filter(|it| it.document == REPORT && it.text == FIGURE).collect()
}

/// Rewrites one part of a file that is a zip.
fn rewrite(bytes: &[u8], part: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            content = change(std::str::from_utf8(&content).unwrap()).into_bytes();
        }
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(&content).unwrap();
    }
    out.finish().unwrap().into_inner()
}

fn spoil(case: &Case, name: &str, change: impl Fn(&[u8]) -> Vec<u8>) {
    let bytes = change(&case.output(name));
    assert!(bytes != case.output(name), "{name} was not changed");
    fs::write(case.out.join(name), bytes).unwrap();
}

#[test]
fn all_holds_as_it_was_made() {
    let case = built();
    let found = look(&case);
    assert_eq!(faults(&case), [""; 0]);
    assert!(found.unlisted.is_empty() && found.signed.is_empty(), "{found:?}");
    // Report, pledge, news and tables, their copies for Word, and six slips.
    assert!(found.files > 12 && found.figures > 4000, "{} {}", found.files, found.figures);
    assert!(!places(&case).is_empty());
}

#[test]
fn a_figure_changed_in_word_is_named() {
    let case = built();
    spoil(&case, COPY, |it| {
        rewrite(it, "word/document.xml", |text| text.replacen(FIGURE, WRONG, 1))
    });
    assert_eq!(
        faults(&case),
        [format!("edited {COPY}"), format!("figure {COPY}: {WRONG} for {FIGURE}")]
    );
    // Words around it may be edited: no figure differs.
    let case = built();
    spoil(&case, COPY, |it| {
        rewrite(it, "word/document.xml", |text| text.replacen("đoàn viên", "người", 1))
    });
    assert_eq!(faults(&case), [format!("edited {COPY}")]);
}

#[test]
fn a_cell_changed_in_excel_is_named() {
    let case = built();
    spoil(&case, TABLES, |it| {
        rewrite(it, "xl/worksheets/sheet1.xml", |text| {
            text.replacen("<v>2214</v>", "<v>2215</v>", 1)
        })
    });
    assert_eq!(
        faults(&case),
        [format!("edited {TABLES}"), format!("figure {TABLES}: 2.215 for 2.214")]
    );
}

#[test]
fn a_figure_changed_in_a_pdf_is_named() {
    for name in [REPORT, SLIP] {
        let case = built();
        let before = look(&case).figures;
        fs::write(case.out.join(name), with_other_glyphs(&case.output(name))).unwrap();
        assert_eq!(look(&case).figures, before);
        let found = faults(&case);
        assert_eq!(found[0], format!("edited {name}"));
        assert!(found.len() > 1, "{name}: no figure differs");
        assert!(found[1..].iter().all(|it| it.starts_with(&format!("figure {name}: "))));
    }
}

/// A PDF in which every string has the next glyph in place of each.
fn with_other_glyphs(pdf: &[u8]) -> Vec<u8> {
    let mut document = Document::load_mem(pdf).unwrap();
    let pages: Vec<_> = document.page_iter().map(|it| document.get_page_contents(it)[0]).collect();
    for page in pages {
        let stream = document.get_object_mut(page).unwrap().as_stream_mut().unwrap();
        let content = stream.decompressed_content().unwrap();
        let mut content = Content::decode(&content).unwrap();
        for operand in content.operations.iter_mut().flat_map(|it| &mut it.operands) {
            let strings: Vec<&mut Object> = match operand {
                Object::Array(pieces) => pieces.iter_mut().collect(),
                other => vec![other],
            };
            for string in strings {
                if let Object::String(codes, _) = string {
                    codes.chunks_exact_mut(2).for_each(|it| it[1] = it[1].wrapping_add(1));
                }
            }
        }
        stream.set_plain_content(content.encode().unwrap());
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

#[test]
fn figures_that_were_changed_in_the_file_of_figures_are_named() {
    let case = built();
    let count = places(&case).len();
    spoil(&case, "so-lieu.json", |it| {
        let text = String::from_utf8_lossy(it);
        text.replace(&format!("\"text\": \"{FIGURE}\""), &format!("\"text\": \"{WRONG}\"")).into()
    });
    let found = faults(&case);
    assert_eq!(found[0], "edited so-lieu.json");
    assert!(found.contains(&format!("value so-lieu.json: {WRONG}")), "{found:?}");
    let in_report = found.iter().filter(|it| it.starts_with(&format!("figure {REPORT}: {FIGURE}")));
    assert_eq!(in_report.count(), count, "{found:?}");
}

#[test]
fn files_that_are_gone_or_strange_are_named() {
    let case = built();
    fs::remove_file(case.out.join(TABLES)).unwrap();
    fs::write(case.out.join("ghi-chu.txt"), "của văn phòng").unwrap();
    fs::create_dir_all(case.out.join("cu")).unwrap();
    fs::write(case.out.join("cu/giao-uoc-2023.pdf"), "cũ").unwrap();
    fs::write(case.out.join(COPY), "PK").unwrap();
    fs::write(case.out.join(REPORT), "%PDF-1.7").unwrap();
    let found = faults(&case);
    let expected = [
        format!("missing {TABLES}"),
        format!("edited {COPY}"),
        format!("unreadable {COPY}"),
        format!("edited {REPORT}"),
        format!("unreadable {REPORT}"),
    ];
    assert!(expected.iter().all(|it| found.contains(it)) && found.len() == 5, "{found:?}");
    assert_eq!(look(&case).unlisted, ["ghi-chu.txt"]);
}

#[test]
fn a_folder_without_a_manifest_is_none_of_ours() {
    let case = built();
    fs::remove_file(case.out.join("manifest.json")).unwrap();
    let failure = folder::of_folder(&case.out, &InProcess, &mut |_| {}).unwrap_err();
    assert!(matches!(failure, Failure::Io { .. }), "{failure:?}");
}

#[test]
fn the_program_tells_a_clerk_what_holds_and_what_does_not() {
    let case = built();
    let folder = case.out.to_str().unwrap();
    let ran = run(case.folder(), &["verify", folder]);
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    assert!(ran.out.trim_end().ends_with("con số: đúng cả"), "{}", ran.out);
    spoil(&case, COPY, |it| {
        rewrite(it, "word/document.xml", |text| text.replacen(FIGURE, WRONG, 1))
    });
    let ran = run(case.folder(), &["verify", folder]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    let wrong = format!("đang ghi “{WRONG}”, phải là “{FIGURE}”");
    assert!(ran.out.contains(&wrong) && ran.out.contains("→ TC12"), "{}", ran.out);
    let ran = run(case.folder(), &["verify", folder, "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let [_, figure] = answer["folders"][0]["faults"].as_array().unwrap().as_slice() else {
        panic!("{answer}")
    };
    assert_eq!((figure["kind"].as_str(), figure["found"].as_str()), (Some("figure"), Some(WRONG)));
    let ran = run(case.folder(), &["verify", case.folder().to_str().unwrap()]);
    assert_eq!(ran.code, 2, "{}{}", ran.out, ran.err);
}
