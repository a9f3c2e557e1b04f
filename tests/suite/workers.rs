//! The process that reads workbooks: what the parent does when it hangs, lies, dies or never was,
//! and that nobody can tell from the results that there is one.

use std::time::Duration;

use thidua::finding::failure::Failure;
use thidua::finding::refusal::End;
use thidua::finding::refusal::Refusal;
use thidua::pipeline::gather;
use thidua::read::workbook::InProcess;
use thidua::read::workbook::Opener;
use thidua::read::workbook::worker::Workers;

use crate::case::CAMPAIGNS;
use crate::case::CUM_5;
use crate::case::Case;
use crate::case::findings;
use crate::case::sent;
use crate::hostile::WORKERS;
use crate::hostile::open;
use crate::program;
use crate::source::root;

/// A worker that greets as one of this version and then does what this script says.
#[cfg(unix)]
fn fake(folder: &tempfile::TempDir, greeting: &str, script: &str) -> Workers {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.path().join("fake");
    std::fs::write(&path, format!("#!/bin/sh\nprintf '{greeting}'\n{script}\n")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
    Workers::new(path).within(Duration::from_secs(1))
}

#[cfg(unix)]
const GREETING: &str = concat!("thidua ", env!("CARGO_PKG_VERSION"), " mo-bang-tinh\\n");

#[cfg(unix)]
#[test]
fn a_worker_that_hangs_lies_or_dies_is_a_finding_of_the_file() {
    let large = vec![b'P'; 20 << 20];
    for (script, expected) in [
        ("exec sleep 60", End::Time),
        ("sleep 60", End::Time),
        ("cat >/dev/null; exec sleep 60", End::Time),
        ("exit 3", End::Crash),
        ("kill -SEGV $$", End::Crash),
        ("kill -ABRT $$", End::Memory),
        ("head -c 4; kill -ABRT $$", End::Memory),
        ("printf '\\377\\377\\377\\377'; exec sleep 60", End::Nonsense),
        ("printf '\\004\\000\\000\\000\\377\\377\\377\\377'; exec sleep 60", End::Nonsense),
        ("printf '\\000\\000\\000\\000'; exec sleep 60", End::Nonsense),
        ("exec yes", End::Nonsense),
        ("printf '\\004\\000\\000\\000\\001'; exit 0", End::Crash),
        ("exec >&-; exec sleep 60", End::Crash),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let workers = fake(&folder, GREETING, script);
        for _ in 0..2 {
            let refused = workers.open(b"PK", None).unwrap();
            assert_eq!(refused, Err(Refusal::ReaderEnded(expected)), "{script}");
        }
        // More than a pipe holds: a worker that does not listen is not waited for.
        let refused = workers.open(&large, None).unwrap();
        assert!(matches!(refused, Err(Refusal::ReaderEnded(_))), "{script}: {refused:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_worker_that_dies_of_a_later_file_is_started_anew_for_it() {
    let folder = tempfile::tempdir().unwrap();
    // Refuses each file as empty (kind 0, refusal 1), and dies of the second of each process.
    let answer = "head -c 6 >/dev/null; printf '\\002\\000\\000\\000\\000\\001'";
    let workers = fake(&folder, GREETING, &format!("{answer}; exit 3"));
    for next in [None, Some(&b"PL"[..]), Some(b"PL"), Some(b"PK"), None] {
        assert_eq!(workers.open(b"PK", next).unwrap(), Err(Refusal::Empty));
    }
}

#[cfg(unix)]
#[test]
fn what_does_not_greet_as_this_version_is_no_worker() {
    for (greeting, script) in [
        ("", "exit 0"),
        ("thidua 0.0.0 mo-bang-tinh\\n", "exec sleep 60"),
        ("usage: fake FILE\\n", "exit 2"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let failed = fake(&folder, greeting, script).open(b"PK", None);
        assert!(matches!(failed, Err(Failure::NoReader { .. })), "{greeting}: {failed:?}");
    }
}

#[test]
fn a_program_that_is_gone_is_a_failure_and_no_finding() {
    let folder = tempfile::tempdir().unwrap();
    let gone = Workers::new(folder.path().join("gone"));
    let case = Case::of(CUM_5);
    match gather::gather(&case.root, &gone, &mut |_| {}) {
        Err(Failure::NoReader { program, .. }) => assert!(program.ends_with("gone")),
        other => panic!("{:?}", other.map(|it| findings(&it))),
    }
}

#[test]
fn both_openers_read_the_same() {
    for campaign in CAMPAIGNS {
        let folder = root().join("inputs").join(campaign).join("submissions");
        for entry in std::fs::read_dir(folder).unwrap() {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap();
            let read = InProcess.open(&bytes, None).unwrap();
            assert!(read.as_ref().unwrap().sheets.iter().any(|it| it.cells.len() > 100));
            assert_eq!(WORKERS.open(&bytes, None).unwrap(), read);
        }
    }
}

#[test]
fn a_file_that_was_begun_ahead_is_read_as_any_other() {
    let folder = root().join("inputs").join(CUM_5).join("submissions");
    let files = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let files: Vec<Vec<u8>> = files.map(|it| std::fs::read(it).unwrap()).collect();
    let workers = Workers::new(env!("CARGO_BIN_EXE_thidua"));
    let last = files.len() - 1;
    // Told rightly, told wrongly, and not told.
    for told in
        [[1, 2, 3, 4, 5], [0, 0, last, 1, 4]].map(|it| it.map(Some)).iter().chain(&[[None; 5]])
    {
        for (at, bytes) in files.iter().enumerate() {
            let next = told.get(at).copied().flatten().map(|it| files[it].as_slice());
            assert_eq!(workers.open(bytes, next).unwrap(), InProcess.open(bytes, None).unwrap());
        }
    }
}

#[test]
fn one_worker_serves_many_at_once_and_one_after_the_other() {
    let bytes = std::fs::read(root().join("inputs").join(CUM_5).join(sent("lang-son"))).unwrap();
    let expected = InProcess.open(&bytes, None).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| (0..20).for_each(|_| assert_eq!(open(&bytes), expected)));
        }
    });
}

#[test]
fn one_bad_file_among_good_ones_is_one_finding() {
    let case = Case::of(CUM_5);
    let styles = crate::hostile::too_much_memory();
    case.write("submissions/aa.xlsx", styles);
    case.write("submissions/bb.xlsx", b"%PDF-1.7");
    let read = gather::gather(&case.root, &*WORKERS, &mut |_| {}).unwrap();
    let expected = ["aa", "bb"].map(|it| format!("error unreadable-file - {}", sent(it)));
    assert_eq!(findings(&read), expected);
    assert_eq!(read.submissions.len(), 6);
}

#[test]
fn the_worker_is_hidden_and_quiet() {
    let case = Case::of(CUM_5);
    case.write("submissions/aa.xlsx", crate::hostile::too_much_memory());
    let ran = program::run(case.folder(), &["check", CUM_5, "--format", "json"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let help = program::run(case.folder(), &["--help"]);
    assert!(!help.out.contains("mo-bang-tinh"));
}

/// Watches how much memory the parent needs while it checks a campaign of hostile files.
#[cfg(target_os = "linux")]
#[test]
fn the_parent_stays_small() {
    use crate::parts::Parts;
    use crate::parts::filled;
    use crate::parts::number;
    let case = Case::of(CUM_5);
    // As much text as a workbook may hold, were there a million cells of it.
    let long = "x".repeat(64);
    let same = |address: &str| format!("<c r=\"{address}\" t=\"s\"><v>0</v></c>");
    let files = [
        Parts::of(&filled(2_000, 500, |at| number(at, "1"))).bytes(),
        Parts::of(&filled(1_000_000, 1, |at| number(at, "1"))).bytes(),
        Parts::of(&filled(2_000, 500, same)).strings(&[&long]).bytes(),
        Parts::of(&filled(1_000_000, 1, same)).strings(&[&long]).bytes(),
        Parts::of(&" ".repeat(60 << 20)).bytes(),
        crate::hostile::too_much_memory(),
        vec![b'P'; 20 << 20],
        vec![b'P'; (20 << 20) + 1],
    ];
    for (number, bytes) in files.iter().enumerate() {
        case.write(&format!("submissions/{number}.xlsx"), bytes);
    }
    let mut command = program::command(case.folder(), &["check", CUM_5, "--format", "json"]);
    let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    while child.try_wait().unwrap().is_none() {
        let now = std::fs::read_to_string(&status).unwrap_or_default();
        let line = now.lines().find_map(|it| it.strip_prefix("VmHWM:"));
        let kilobytes = line.map(|it| it.trim().trim_end_matches(" kB").parse::<u64>().unwrap());
        most = most.max(kilobytes.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(2));
    }
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!((1_000..200_000).contains(&most), "{most} kB");
}
