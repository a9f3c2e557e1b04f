//! Tests of what happens in a folder of outputs.

use std::fs;

use super::*;
use crate::output::manifest::Output;
use crate::output::manifest::Status;
use crate::text::digest;

fn manifest(artifacts: &[Artifact]) -> Manifest {
    Manifest {
        program: "thidua".to_owned(),
        version: "0".to_owned(),
        campaign: "thu".to_owned(),
        status: Status::Complete,
        inputs: Vec::new(),
        fonts: Vec::new(),
        outputs: artifacts.iter().map(|it| Output::of(it, "thu")).collect(),
        refused: Vec::new(),
    }
}

fn paper(bytes: &[u8]) -> Artifact {
    Artifact::new("bao-cao.pdf", bytes.to_vec())
}

fn commit(folder: &Path, artifacts: &[Artifact], withdrawn: &[&str]) -> Result<Vec<Kept>, Failure> {
    let withdrawn: Vec<String> = withdrawn.iter().map(|it| (*it).to_owned()).collect();
    Outputs::open(folder)?.commit(artifacts, &withdrawn, &manifest(artifacts))
}

#[test]
fn a_set_is_replaced_and_leaves_nothing_unfinished() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(commit(folder.path(), &[paper(b"one")], &[]).unwrap(), []);
    assert_eq!(commit(folder.path(), &[paper(b"two")], &[]).unwrap(), []);
    let mut names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, [".thidua-lock", "bao-cao.pdf", "manifest.json"]);
    assert_eq!(fs::read(folder.path().join("bao-cao.pdf")).unwrap(), b"two");
}

#[test]
fn a_file_edited_by_hand_is_kept_aside() {
    let folder = tempfile::tempdir().unwrap();
    commit(folder.path(), &[paper(b"one")], &[]).unwrap();
    fs::write(folder.path().join("bao-cao.pdf"), b"one, mended").unwrap();
    let kept = commit(folder.path(), &[paper(b"two")], &[]).unwrap();
    assert_eq!(kept[0].now, "bao-cao.sua-tay-1.pdf");
    assert_eq!(fs::read(folder.path().join(&kept[0].now)).unwrap(), b"one, mended");
    assert_eq!(fs::read(folder.path().join("bao-cao.pdf")).unwrap(), b"two");
}

#[test]
fn a_refused_paper_moves_to_the_old_ones() {
    let folder = tempfile::tempdir().unwrap();
    commit(folder.path(), &[paper(b"one")], &[]).unwrap();
    let kept = commit(folder.path(), &[], &["bao-cao.pdf"]).unwrap();
    assert_eq!(kept[0].now, "cu/bao-cao.pdf");
    assert!(!folder.path().join("bao-cao.pdf").exists());
}

#[test]
fn a_signed_paper_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    commit(folder.path(), &[paper(b"%PDF one")], &[]).unwrap();
    let signed = b"%PDF one /ByteRange [0 1 2 3]";
    fs::write(folder.path().join("bao-cao.pdf"), signed).unwrap();
    let other = Artifact::new("khac.pdf", b"%PDF other".to_vec());
    for (today, why) in [(&b"%PDF two"[..], Why::SignedUnknown), (b"%PDF one", Why::SignedSame)] {
        let kept = commit(folder.path(), &[paper(today), other.clone()], &[]).unwrap();
        assert_eq!((kept[0].now.as_str(), kept[0].why), ("bao-cao.pdf", why));
        assert_eq!(fs::read(folder.path().join("bao-cao.pdf")).unwrap(), signed);
        assert!(folder.path().join("khac.pdf").exists(), "the others are written");
        // The manifest tells what was signed, and what stands there.
        let manifest = Manifest::of_folder(folder.path()).unwrap();
        let told = manifest.output("bao-cao.pdf").unwrap();
        assert_eq!(told.sha256, digest::sha256(b"%PDF one"));
        assert_eq!(told.signed, Some(digest::sha256(signed)));
    }
    let kept = commit(folder.path(), &[], &["bao-cao.pdf"]).unwrap();
    assert_eq!(kept[0].why, Why::SignedUnknown, "nor is it withdrawn");
    assert!(folder.path().join("bao-cao.pdf").exists());
}

#[test]
fn one_run_at_a_time() {
    let folder = tempfile::tempdir().unwrap();
    let _first = Outputs::open(folder.path()).unwrap();
    assert!(matches!(Outputs::open(folder.path()), Err(Failure::Locked { .. })));
}

#[test]
fn what_a_broken_run_left_is_swept() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(".thidua-abc"), b"half").unwrap();
    commit(folder.path(), &[paper(b"one")], &[]).unwrap();
    assert!(!folder.path().join(".thidua-abc").exists());
}

#[test]
fn names_are_safe_everywhere() {
    for name in ["bao-cao-tong-ket-2024.pdf", "giao-uoc-2025.du-thao.pdf", "so-lieu.json"] {
        assert!(is_safe(name), "{name}");
    }
    for name in ["", "a", "../a.pdf", "con.pdf", "com1.pdf", "Báo cáo.pdf", "a..pdf", ".a"] {
        assert!(!is_safe(name), "{name}");
    }
}

#[test]
fn papers_of_units_lie_in_folders() {
    let folder = tempfile::tempdir().unwrap();
    let one = |bytes: &[u8]| Artifact::new("thu/cao-bang.pdf", bytes.to_vec());
    commit(folder.path(), &[one(b"1")], &[]).unwrap();
    fs::write(folder.path().join("thu/cao-bang.pdf"), b"by hand").unwrap();
    let kept = commit(folder.path(), &[one(b"2")], &[]).unwrap();
    assert_eq!(kept[0].now, "thu/cao-bang.sua-tay-1.pdf");
    let kept = commit(folder.path(), &[paper(b"3")], &["thu/cao-bang.pdf"]).unwrap();
    assert_eq!(kept[0].now, "cu/thu/cao-bang.pdf");
    assert_eq!(fs::read(folder.path().join("cu/thu/cao-bang.pdf")).unwrap(), b"2");
    for name in ["thu/a.pdf", "de-nghi-ra-soat/cao-bang.xlsx"] {
        assert!(is_safe(name), "{name}");
    }
    for name in ["/a.pdf", "../a.pdf", "a/b/c.pdf", "con/a.pdf", "cu/a.pdf", "a b/c.pdf", "a/"] {
        assert!(!is_safe(name), "{name}");
    }
}
