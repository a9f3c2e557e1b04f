//! Progress: a bar on a terminal, plain lines otherwise.

use std::io::IsTerminal;
use std::time::Duration;
use std::time::Instant;

use indicatif::ProgressBar;
use indicatif::ProgressDrawTarget;
use indicatif::ProgressStyle;
use thidua::finding::lang::Lang;
use thidua::pipeline::event::Event;

use crate::cli::screen;

/// So many files are told of one by one.
const MANY: usize = 100;

/// Shows progress on the standard error stream.
pub(super) struct Progress {
    bar: Option<ProgressBar>,
    lang: Lang,
    quiet: bool,
    /// When the first paper was done, and how many were before it.
    since: Option<(Instant, usize)>,
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
        Self { bar, lang, quiet, since: None }
    }

    /// Shows an event.
    pub(super) fn show(&mut self, event: &Event) {
        let (done, total, words) = self.words(event);
        if let Some(bar) = &self.bar {
            bar.set_length(total as u64);
            bar.set_position(done as u64);
            bar.set_message(words);
        } else if !self.quiet && is_told(event) {
            let pace = self.pace(event);
            screen::aside(format_args!("{words}{pace}"));
        }
    }

    /// How many of many papers are done, how fast, and how long the rest will take.
    fn pace(&mut self, event: &Event) -> String {
        let Event::Making { done, total, .. } = event else { return String::new() };
        if *total <= MANY {
            return String::new();
        }
        let (start, before) = *self.since.get_or_insert_with(|| (Instant::now(), *done));
        let (seconds, papers) = (start.elapsed().as_secs_f64(), done - before);
        if papers == 0 || seconds <= 0.0 {
            return format!(" · {done}/{total}");
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of papers are far below 2^52")]
        let (rate, rest) = (papers as f64 / seconds, (total - done) as f64);
        let left = words_of(Duration::from_secs_f64(rest / rate), self.lang);
        if self.lang == Lang::Vi {
            format!(" · {done}/{total} · {rate:.0} văn bản/giây · còn {left}")
        } else {
            format!(" · {done}/{total} · {rate:.0} papers/s · {left} left")
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

/// A span of time as people say it.
fn words_of(time: Duration, lang: Lang) -> String {
    let seconds = time.as_secs();
    let (minutes, rest) = (seconds / 60, seconds % 60);
    match (minutes, lang) {
        (0, Lang::Vi) => format!("{seconds} giây"),
        (0, Lang::En) => format!("{seconds} s"),
        (1..60, Lang::Vi) => format!("{minutes} phút {rest} giây"),
        (1..60, Lang::En) => format!("{minutes} min {rest} s"),
        (_, Lang::Vi) => format!("{} giờ {} phút", minutes / 60, minutes % 60),
        (_, Lang::En) => format!("{} h {} min", minutes / 60, minutes % 60),
    }
}

/// Whether an event has a line of its own: of thousands of files one in a hundred has.
fn is_told(event: &Event) -> bool {
    match event {
        Event::Making { done, total, .. } | Event::Reading { done, total, .. } => {
            *total <= MANY || done.is_multiple_of(MANY)
        }
        Event::Checking | Event::Writing => true,
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
