//! `thidua watch`: a saved file makes its papers again, a fault is told and the watch goes on.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::case::CUM_5;
use crate::case::Case;
use crate::source::root;

/// Patience with a machine that is busy with other tests; no figure of speed.
const PATIENCE: Duration = Duration::from_secs(120);

const BODY: &str = "templates/documents/tin-hoi-nghi/body.md.hbs";
const NEWS: &str = "tin-hoi-nghi-2024.pdf";

/// A watch that is ended with the test.
struct Watch {
    child: Child,
    told: Receiver<String>,
}

impl Watch {
    fn of(case: &Case) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(["watch", "--fonts", "embedded", "--only", "tin-hoi-nghi,giao-uoc", "--out"])
            .arg(&case.out)
            .arg(&case.root)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (tell, told) = channel();
        let answers = BufReader::new(child.stdout.take().unwrap());
        let asides = BufReader::new(child.stderr.take().unwrap());
        let other = tell.clone();
        std::thread::spawn(move || {
            answers.lines().map_while(Result::ok).all(|it| tell.send(it).is_ok())
        });
        std::thread::spawn(move || {
            asides.lines().map_while(Result::ok).all(|it| other.send(it).is_ok())
        });
        Self { child, told }
    }

    /// What is told up to a line with these words.
    fn until(&self, words: &str) -> String {
        let mut all = String::new();
        loop {
            let line = self.told.recv_timeout(PATIENCE);
            let line = line.unwrap_or_else(|_| panic!("nothing tells of “{words}”:\n{all}"));
            all += &line;
            all.push('\n');
            if line.contains(words) {
                return all;
            }
        }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_saved_template_makes_its_paper_again() {
    let case = Case::of(CUM_5);
    let watch = Watch::of(&case);
    let told = watch.until("Đã làm");
    assert!(told.contains("Nhấn Ctrl+C để dừng") && told.contains("giữ nguyên 0"), "{told}");
    let first = case.output(NEWS);
    let body = fs::read_to_string(root().join(BODY)).unwrap();
    case.write(BODY, body.replace("Hội nghị", "Buổi họp"));
    let told = watch.until("Đã làm");
    assert!(told.contains("Vừa sửa") && told.contains("body.md.hbs"), "{told}");
    // The pledge and its copy for Word stay; the news and its copy are made.
    assert!(told.contains(&format!("Đã làm {NEWS}, ")) && told.contains("giữ nguyên 2"), "{told}");
    assert!(case.output(NEWS) != first);
    // A fault is told with its line; the paper of before stays.
    let second = case.output(NEWS);
    case.write(BODY, format!("{{{{khong_co}}}}\n\n{body}"));
    let told = watch.until("khong_co");
    assert!(told.contains("body.md.hbs"), "{told}");
    assert!(case.output(NEWS) == second);
    case.write(BODY, body);
    watch.until("Đã làm");
    assert!(case.output(NEWS) == first);
}

#[test]
fn a_folder_that_is_no_campaign_ends_the_watch() {
    let folder = tempfile::tempdir().unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_thidua"))
        .arg("watch")
        .arg(folder.path().join("khong-co"))
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(2));
}
