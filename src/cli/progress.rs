//! Progress: a bar on a terminal, plain lines otherwise.

use std::io::IsTerminal;

use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;
use thidua::finding::lang::Lang;
use thidua::pipeline::event::Event;

use crate::cli::screen;

/// So many papers are told of one by one.
const MANY: usize = 100;

/// Shows progress on the standard error stream.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    lang: Lang,
    quiet: bool,
}

impl Progress {
    /// A progress display; a quiet one shows nothing.
    pub(super) fn new(lang: Lang, quiet: bool) -> Self {
        let left = if lang == Lang::Vi { "còn" } else { "left" };
        let template =
            format!("{{bar:30}} {{pos}}/{{len}} · {{per_sec}} · {left} {{eta}} · {{msg}}");
        let style = ProgressStyle::with_template(&template)
            .expect("the template is a literal but for a word")
            .progress_chars("█▉ ");
        let on_terminal = std::io::stderr().is_terminal() && !quiet;
        let bar = on_terminal.then(|| {
            let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
            bar.set_style(style);
            bar
        });
        Self { bar, lang, quiet }
    }

    /// Shows an event.
    pub(super) fn show(&mut self, event: &Event) {
        let (done, total, words) = self.words(event);
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
            bar.set_message(words);
        } else if !self.quiet && is_told(event) {
            screen::aside(words);
        }
    }

    /// Shows an event on the bar alone: of many files each line would be one too much.
    pub(super) fn show_on_bar(&mut self, event: &Event) {
        if self.bar.is_some() {
            self.show(event);
        }
    }

    /// Clears the bar.
    pub(super) fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }

    fn words(&self, event: &Event) -> (usize, usize, String) {
        let vi = self.lang == Lang::Vi;
        match event {
            Event::Reading { file, done, total } => {
                let verb = if vi { "Đọc" } else { "Reading" };
                (*done, *total, format!("{verb} {file}"))
            }
            Event::Checking => {
                let words =
                    if vi { "Kiểm tra và cộng số liệu" } else { "Checking and adding up" };
                (0, 1, words.to_owned())
            }
            Event::Making { file, done, total } => {
                let verb = if vi { "Làm" } else { "Making" };
                (*done, *total, format!("{verb} {file}"))
            }
            Event::Writing => {
                (1, 1, if vi { "Ghi các tệp" } else { "Writing the files" }.to_owned())
            }
        }
    }
}

/// Whether an event has a line of its own: of thousands of papers one in a hundred has.
fn is_told(event: &Event) -> bool {
    match event {
        Event::Making { done, total, .. } => *total <= MANY || done.is_multiple_of(MANY),
        Event::Reading { .. } | Event::Checking | Event::Writing => true,
    }
}

/// Keeps the window of a program on which a folder was dropped open until it was read.
#[cfg(windows)]
pub(super) fn wait_for_reader() {
    if std::io::stdin().is_terminal() && std::io::stdout().is_terminal() {
        screen::answer("\nNhấn Enter để đóng cửa sổ này.");
        let _ = std::io::stdin().read_line(&mut String::new());
    }
}

/// Windows only: elsewhere the terminal stays.
#[cfg(not(windows))]
pub(super) fn wait_for_reader() {}
