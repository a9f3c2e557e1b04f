//! Measures a finished paper, element by element.

use thidua::inspect::pdf;
use thidua::inspect::pdf::Page;
use thidua::inspect::pdf::Run;
use thidua::text::case::upper;
use thidua::text::normal;

use crate::case::Case;

/// Points of a millimetre.
pub(crate) const MM: f64 = 72.0 / 25.4;

/// What rounding may hide, points.
pub(crate) const HAIR: f64 = 0.6;

/// How letters stand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Letters {
    Upright,
    Bold,
    Italic,
    BoldItalic,
}

/// What an element is centred under.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Centred {
    /// The text of the page.
    Page,
    /// The line that begins so.
    Under(&'static str),
    /// It is not.
    No,
}

/// What the law says of one element.
pub(crate) struct Law {
    /// The point of Phụ lục I.
    pub(crate) point: &'static str,
    /// How its line begins.
    pub(crate) begins: &'static str,
    /// Least and most size.
    pub(crate) size: (f64, f64),
    pub(crate) letters: Letters,
    pub(crate) capitals: bool,
    pub(crate) centred: Centred,
}

pub(crate) const fn law(
    point: &'static str,
    begins: &'static str,
    size: (f64, f64),
    letters: Letters,
    capitals: bool,
    centred: Centred,
) -> Law {
    Law { point, begins, size, letters, capitals, centred }
}

/// A paper as it lies on the table.
pub(crate) struct Paper {
    pub(crate) pages: Vec<Page>,
}

impl Paper {
    pub(crate) fn of(case: &Case, name: &str) -> Self {
        Self { pages: pdf::read(&case.output(name)).unwrap() }
    }

    fn own(&self) -> impl Iterator<Item = (usize, &Run)> {
        let pages = self.pages.iter().enumerate();
        pages.flat_map(|(at, page)| {
            page.runs.iter().filter(|it| !it.is_artifact).map(move |it| (at, it))
        })
    }

    /// The pieces of the first line that begins so: its page, and its runs up to a wide gap.
    pub(crate) fn line(&self, begins: &str) -> Option<(usize, Vec<&Run>)> {
        let all: Vec<(usize, &Run)> = self.own().collect();
        let wanted = normal::clean(begins);
        let at = (0..all.len()).find(|at| {
            let (page, first) = all[*at];
            let rest = all[*at..].iter();
            let line =
                rest.take_while(|(other, it)| *other == page && (it.y - first.y).abs() < 1.0);
            let text: Vec<&str> = line.take(40).map(|(_, it)| it.text.as_str()).collect();
            let text = normal::clean(&text.concat());
            let starts = *at == 0
                || all[*at - 1].0 != page
                || (all[*at - 1].1.y - first.y).abs() > 1.0
                || first.x - all[*at - 1].1.x - all[*at - 1].1.width > 12.0;
            let alone = normal::clean(&first.text);
            starts && [text, alone].iter().any(|it| is_begun(it, &wanted))
        })?;
        let (page, first) = all[at];
        let mut line = vec![first];
        for (other, run) in &all[at + 1..] {
            let last = line[line.len() - 1];
            let is_near = run.x >= last.x && run.x - (last.x + last.width) < 12.0;
            if *other != page || (run.y - first.y).abs() > 1.0 || !is_near {
                break;
            }
            line.push(run);
        }
        Some((page, line))
    }

    /// Left and right end of a line.
    pub(crate) fn ends(line: &[&Run]) -> (f64, f64) {
        let right = line.iter().map(|it| end(it)).fold(f64::MIN, f64::max);
        (line[0].x, right)
    }

    /// What of the law this paper breaks.
    pub(crate) fn faults(&self, laws: &[Law]) -> Vec<String> {
        let mut faults = self.page_faults();
        for law in laws {
            let told = |fault: String| format!("{} “{}”: {fault}", law.point, law.begins);
            match self.line(law.begins) {
                None => faults.push(told("is not there".to_owned())),
                Some((page, line)) => {
                    faults.extend(self.line_faults(law, page, &line).into_iter().map(told));
                }
            }
        }
        faults
    }

    fn line_faults(&self, law: &Law, page: usize, line: &[&Run]) -> Vec<String> {
        let mut faults = Vec::new();
        let (least, most) = law.size;
        let words = line.iter().filter(|it| !it.text.trim().is_empty());
        for run in words {
            if run.size < least - 0.01 || run.size > most + 0.01 {
                faults.push(format!("{} pt", run.size));
            }
            if letters(run) != law.letters {
                faults.push(format!("{:?} in {}", letters(run), run.font));
            }
        }
        let text: String = line.iter().map(|it| it.text.as_str()).collect();
        if law.capitals && upper(&text) != text {
            faults.push(format!("not in capitals: {text}"));
        }
        let centre = |(left, right): (f64, f64)| f64::midpoint(left, right);
        let off = match law.centred {
            Centred::No => 0.0,
            Centred::Page => centre(Self::ends(line)) - centre(text_of(&self.pages[page])),
            Centred::Under(begins) => {
                let (_, above) = self.line(begins).unwrap();
                centre(Self::ends(line)) - centre(Self::ends(&above))
            }
        };
        if off.abs() > HAIR {
            faults.push(format!("off the centre by {off:.1} pt"));
        }
        faults
    }

    /// Page, margins, page numbers (mục I).
    fn page_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (at, page) in self.pages.iter().enumerate() {
            let mut told = |fault: String| faults.push(format!("I, page {}: {fault}", at + 1));
            let (short, long) = (page.width.min(page.height), page.width.max(page.height));
            if (short - 210.0 * MM).abs() > HAIR || (long - 297.0 * MM).abs() > HAIR {
                told(format!("{short} × {long} pt is not A4"));
            }
            let own: Vec<&Run> = page.runs.iter().filter(|it| !it.is_artifact).collect();
            let left = own.iter().map(|it| it.x).fold(f64::MAX, f64::min) / MM;
            let right = own.iter().map(|it| end(it)).fold(f64::MIN, f64::max);
            let right = (page.width - right) / MM;
            // The smallest margins of mục I.3; capital letters reach up 0,7 of their size.
            let top = own.iter().map(|it| it.y - 0.7 * it.size).fold(f64::MAX, f64::min) / MM;
            let bottom = (page.height - own.iter().map(|it| it.y).fold(f64::MIN, f64::max)) / MM;
            for (what, least, is) in [
                ("left", 30.0, left),
                ("right", 15.0, right),
                ("top", 20.0, top),
                ("bottom", 20.0, bottom),
            ] {
                if is < least - 0.1 {
                    told(format!("{what} margin {is:.1} mm"));
                }
            }
            faults.extend(number_faults(at, page));
        }
        faults
    }
}

/// Whether a line begins so; with `$` at its end it must end so too.
fn is_begun(line: &str, wanted: &str) -> bool {
    match wanted.strip_suffix('$') {
        Some(whole) => line == whole,
        None => line.starts_with(wanted),
    }
}

/// Arabic, 13-14 pt, upright, in the middle of the top margin (mục I.7).
fn number_faults(at: usize, page: &Page) -> Vec<String> {
    let numbers = page.runs.iter().filter(|it| is_number(it));
    let mut faults = Vec::new();
    for run in numbers {
        let middle = (text_of(page).0 + text_of(page).1) / 2.0;
        let off = run.x + run.width / 2.0 - middle;
        let is_right = (13.0..=14.0).contains(&run.size)
            && letters(run) == Letters::Upright
            && off.abs() <= HAIR
            && run.y < 20.0 * MM
            && at > 0;
        if !is_right {
            faults.push(format!("I.7, page {}: {run:?}, {off:.1} pt off the middle", at + 1));
        }
    }
    faults
}

/// The number of a page: figures around the text, above it. The indices of a table's columns are lower.
pub(crate) fn is_number(run: &Run) -> bool {
    let figures = !run.text.is_empty() && run.text.chars().all(|c| c.is_ascii_digit());
    run.is_artifact && figures && run.y < 25.0 * MM
}

/// Where a run's last letter ends: the space that parts it from the next line takes no room on paper.
pub(crate) fn end(run: &Run) -> f64 {
    let space = if run.text.ends_with(' ') { 0.25 * run.size } else { 0.0 };
    run.x + run.width - space
}

/// Left and right end of the text of a page: 30 and 15 mm (mục I.3; the margins that our looks choose).
pub(crate) fn text_of(page: &Page) -> (f64, f64) {
    (30.0 * MM, page.width - 15.0 * MM)
}

pub(crate) fn letters(run: &Run) -> Letters {
    match (run.font.to_lowercase().contains("bold"), run.font.contains("Italic")) {
        (true, true) => Letters::BoldItalic,
        (true, false) => Letters::Bold,
        (false, true) => Letters::Italic,
        (false, false) => Letters::Upright,
    }
}
