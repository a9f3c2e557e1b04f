//! What the header of a column says: which column of the form it is, of which year, in which unit.

use crate::assets::form::FiguresSheet;
use crate::assets::form::Role;
use crate::model::campaign::Campaign;
use crate::model::measure::Measure;
use crate::model::period::Span;
use crate::read::form::declared;
use crate::read::form::declared::Declared;
use crate::text::fold;

/// The longest text that is a header; what is longer is a sentence.
const LONGEST: usize = 160;

/// The longest header of a column of codes or labels, in bytes.
const LONGEST_NAME: usize = 64;

/// The form's headers, folded once, and the years of a campaign.
pub(super) struct Headers {
    columns: Vec<Known>,
    ignored: Vec<String>,
    bands: Vec<String>,
    /// The year reported, and the year pledged.
    pub(super) year: i16,
    next: i16,
    /// The part of the year.
    span: Span,
}

struct Known {
    role: Role,
    measure: Option<Measure>,
    keys: Vec<String>,
}

/// What the texts of a column's header cells say together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Meaning {
    /// Nothing is written.
    Blank,
    /// A column of the form, by its position there.
    Column(usize),
    /// A column that offices add for themselves.
    Ignored,
    /// A year alone, or words that say nothing without those below.
    Band,
    /// Words of one year's column with another year.
    OtherYear { measure: Measure, years: Vec<i16>, expected: i16 },
    /// Something else.
    Unknown,
}

/// A header taken apart.
struct Parts {
    /// Folded words of each text, without years, units and marks.
    cores: Vec<String>,
    years: Vec<i16>,
    percent: bool,
}

impl Headers {
    /// Folds the form's headers.
    pub(super) fn new(form: &FiguresSheet, campaign: &Campaign) -> Self {
        let fold_all = |texts: &[String]| texts.iter().map(|it| fold::fold(it)).collect();
        let known = form.columns.iter().map(|column| {
            let keys = std::iter::once(&column.header).chain(&column.aliases);
            let keys = keys.map(|it| fold::fold(&without_marks(it))).collect();
            Known { role: column.role, measure: column.measure, keys }
        });
        Self {
            columns: known.collect(),
            ignored: fold_all(&form.ignored),
            bands: fold_all(&form.bands),
            year: campaign.period.year,
            next: campaign.pledge.year,
            span: campaign.period.span,
        }
    }

    /// Whether a text alone is the header of the column of codes or of labels.
    pub(super) fn names_rows(&self, text: &str) -> bool {
        // Every text of a sheet is asked for; few are as short as these headers.
        if text.len() > LONGEST_NAME {
            return false;
        }
        let key = fold::fold(text);
        let names = |it: &&Known| matches!(it.role, Role::Code | Role::Label);
        self.columns.iter().filter(names).any(|it| it.keys.contains(&key))
    }

    /// Whether a column of the form holds figures.
    pub(super) fn is_figure(&self, index: usize) -> bool {
        self.columns[index].measure.is_some()
    }

    /// Whether a band has words or a year, and not just the number of a column.
    pub(super) fn says_something(&self, text: &str) -> bool {
        let parts = self.parts(&[text.to_owned()]);
        !parts.years.is_empty() || parts.cores.iter().any(|it| !it.is_empty())
    }

    /// What the texts of a header say, from the top down.
    pub(super) fn meaning(&self, texts: &[String]) -> Meaning {
        if texts.iter().all(String::is_empty) {
            return Meaning::Blank;
        }
        if texts.iter().map(String::len).sum::<usize>() > LONGEST {
            return Meaning::Unknown;
        }
        // As it is written first: “Đơn vị tính” is a column and no declared unit.
        if let Some(index) = self.exact(&fold::fold(&texts.concat()))
            && self.columns[index].measure.is_none()
        {
            return Meaning::Column(index);
        }
        let parts = self.parts(texts);
        let ignored = |core: &String| self.ignored.iter().any(|it| core.contains(it.as_str()));
        if parts.percent || parts.cores.iter().any(ignored) {
            return Meaning::Ignored;
        }
        let said: Vec<&str> = parts
            .cores
            .iter()
            .map(String::as_str)
            .filter(|it| !it.is_empty() && !self.bands.iter().any(|band| band == it))
            .collect();
        if said.is_empty() {
            return self.of_year_alone(&parts);
        }
        // On the form of a half, “Thực hiện 2023” alone speaks of that whole year.
        let same_part = self.span == Span::Full || said.iter().any(|it| is_of_half(it));
        match self.measure_or_column(&said, &parts.years) {
            Some(index) => self.in_year(index, &parts.years, same_part),
            None => Meaning::Unknown,
        }
    }

    fn exact(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|it| !key.is_empty() && it.keys.iter().any(|one| one == key))
    }

    fn of_measure(&self, measure: Measure) -> Option<usize> {
        self.columns.iter().position(|it| it.measure == Some(measure))
    }

    /// “Năm 2024” over nothing else is this year's figures, if the whole header says no more.
    fn of_year_alone(&self, parts: &Parts) -> Meaning {
        let measure = match parts.years.as_slice() {
            [_] if self.span == Span::FirstHalf => return Meaning::Unknown,
            [year] if *year == self.year => Measure::Actual,
            [year] if *year == self.year - 1 => Measure::Previous,
            [year] if *year == self.next => Measure::Pledged,
            _ => return Meaning::Band,
        };
        self.of_measure(measure).map_or(Meaning::Unknown, Meaning::Column)
    }

    /// The column whose header these words are, alone or with the words for their year.
    fn measure_or_column(&self, said: &[&str], years: &[i16]) -> Option<usize> {
        let joined = said.concat();
        let relative = match years {
            [year] if *year == self.year - 1 => "namtruoc",
            [year] if *year == self.next => "namsau",
            _ => "nam",
        };
        self.exact(&joined)
            .or_else(|| self.exact(&format!("{joined}{relative}")))
            // “Năm trước” over “Thực hiện” in either order.
            .or_else(|| self.exact(&said.iter().rev().copied().collect::<String>()))
    }

    /// A column with the year that its header names.
    fn in_year(&self, index: usize, years: &[i16], same_part: bool) -> Meaning {
        let Some(base) = self.columns[index].measure.filter(|_| !years.is_empty()) else {
            return Meaning::Column(index);
        };
        let expected = match base {
            Measure::Actual | Measure::Target | Measure::Estimate | Measure::Assigned => self.year,
            Measure::Previous => self.year - 1,
            Measure::Pledged => self.next,
        };
        let measure = match (base, years) {
            (_, [year]) if *year == expected => base,
            (Measure::Actual, _) if years == [self.year - 1] && same_part => Measure::Previous,
            (Measure::Target, _) if years == [self.next] => Measure::Pledged,
            _ => return Meaning::OtherYear { measure: base, years: years.to_vec(), expected },
        };
        self.of_measure(measure).map_or(Meaning::Unknown, Meaning::Column)
    }

    fn parts(&self, texts: &[String]) -> Parts {
        let mut parts = Parts { cores: Vec::new(), years: Vec::new(), percent: false };
        for text in texts {
            // The unit of a column is no part of its name.
            let text = match declared::in_header(text) {
                Some(Declared { rest, .. }) => rest,
                None => text.clone(),
            };
            parts.percent |= text.contains('%');
            let (words, years) = without_years(&text);
            parts.cores.push(fold::fold(&without_marks(&words)));
            parts.years.extend(years);
        }
        parts.years.sort_unstable();
        parts.years.dedup();
        parts
    }
}

/// A text without the years that it names, and those years; of a stretch of dates the last year.
pub(super) fn without_years(text: &str) -> (String, Vec<i16>) {
    let (mut words, mut years, mut dated) = (Vec::new(), Vec::new(), None);
    for word in text.split_whitespace() {
        let core = word.trim_matches(|it: char| !it.is_alphanumeric());
        let numbers: Vec<&str> = core.split(['/', '-', '.', '–']).collect();
        let year = numbers.last().and_then(|it| year(it));
        match (year, numbers.as_slice()) {
            (Some(year), [_]) => years.push(year),
            // 30/11/2024 and 11/2024, but not 2023-2024.
            (Some(year), [rest @ .., _]) if rest.iter().all(|it| is_day(it)) => dated = Some(year),
            (Some(last), [first, _]) if self::year(first).is_some() => {
                years.extend(self::year(first));
                years.push(last);
            }
            _ => {
                words.push(word);
                continue;
            }
        }
        while words.last().is_some_and(|it| leads_to_year(it)) {
            words.pop();
        }
    }
    years.extend(dated);
    (words.join(" "), years)
}

fn year(text: &str) -> Option<i16> {
    (text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit()))
        .then(|| text.parse().ok())?
        .filter(|it| (1990..2100).contains(it))
}

fn is_day(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_digit())
}

/// “năm”, “đến ngày”, “tính đến” before a year or date.
fn leads_to_year(word: &str) -> bool {
    let key = fold::fold(word);
    matches!(key.as_str(), "nam" | "den" | "tu" | "ngay" | "tinh" | "het" | "thang")
}

/// Whether folded words speak of the first half of a year.
fn is_of_half(words: &str) -> bool {
    ["6thang", "sauthang", "cungky", "315"].iter().any(|it| words.contains(it))
}

/// A header without the number of its column: “Thực hiện (2)”, “Tỷ lệ (3=2/1)”, “(2)”; “6 tháng” is
/// none.
fn without_marks(text: &str) -> String {
    let mut kept = String::new();
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let core = word.trim_matches(['(', ')', '[', ']']);
        let is_index = core.chars().all(|it| it.is_ascii_digit() || "=+-/x*:".contains(it));
        let counts = words.peek().is_some_and(|next| fold::fold(next).starts_with("thang"));
        if !is_index || counts {
            kept.push_str(word);
            kept.push(' ');
        }
    }
    kept
}
