//! Days of the calendar, read from workbooks and written as papers write them.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::Deserialize;
use serde::Serialize;

use crate::text::normal::clean;

/// The years a paper or a workbook of this program can speak of.
const YEARS: RangeInclusive<i16> = 1900..=2100;

/// The blank for a number to be filled in by hand; no line may break inside it.
const GAP: &str = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}";

/// A day of the Gregorian calendar from 1900 to 2100. A value of this type always exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    year: i16,
    month: u8,
    day: u8,
}

/// A text that is not a day written `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDate(String);

impl Date {
    /// The day, if there is one.
    pub fn new(year: i16, month: u8, day: u8) -> Option<Self> {
        let exists = YEARS.contains(&year) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads day, month, year in this order, as Vietnamese offices write them: `05/01/2026`,
    /// `5-1-2026`, `5.1.2026`, `ngày 05 tháng 01 năm 2026`.
    pub fn parse_vi(text: &str) -> Option<Self> {
        let text = clean(text).to_lowercase();
        let words: Vec<&str> = text.split(' ').collect();
        if let ["ngày", day, "tháng", month, "năm", year] = words.as_slice() {
            return Self::from_parts(year, month, day);
        }
        let mark = ['/', '-', '.'].into_iter().find(|mark| text.contains(*mark))?;
        match text.split(mark).collect::<Vec<_>>().as_slice() {
            [day, month, year] => Self::from_parts(year, month, day),
            _ => None,
        }
    }

    /// The day of a serial number of Excel, its time of day left out. `date1904` is the setting
    /// of the workbook that counts from 1904.
    pub fn from_excel_serial(serial: f64, date1904: bool) -> Option<Self> {
        if !(0.0..100_000.0).contains(&serial) {
            return None;
        }
        let serial = serial as i32;
        // Serial 60 is 29 February 1900, which Excel believes in and which never was.
        let days_since_1900 = match (date1904, serial) {
            (true, days) => days + 1460,
            (false, 1..=59) => serial - 1,
            (false, 61..) => serial - 2,
            (false, _) => return None,
        };
        Self::from_days(days_since_1900)
    }

    /// The year, such as 2026.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, from 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u8 {
        self.day
    }

    /// `21/12/2024`, `05/3/2020`: figures of a date are padded as in [`Self::long`].
    pub fn numeric(self) -> String {
        format!("{}/{}", self.short(), self.year)
    }

    /// `21/12`, for dates whose year is understood.
    pub fn short(self) -> String {
        format!("{}/{}", self.day_text(), self.month_text())
    }

    /// `ngày 05 tháng 01 năm 2026`, `ngày 15 tháng 3 năm 2026`: a zero before days below 10 and
    /// before months 1 and 2 only (Nghị định 30/2020, phụ lục I, mục II.4).
    pub fn long(self) -> String {
        format!("ngày {} tháng {} năm {}", self.day_text(), self.month_text(), self.year)
    }

    fn day_text(self) -> String {
        format!("{:02}", self.day)
    }

    fn month_text(self) -> String {
        if self.month <= 2 { format!("{:02}", self.month) } else { self.month.to_string() }
    }

    fn from_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let year = (year.len() == 4).then(|| digits(year))??;
        let [month, day] = [month, day].map(|part| (part.len() <= 2).then(|| digits(part))?);
        Self::new(i16::try_from(year).ok()?, u8::try_from(month?).ok()?, u8::try_from(day?).ok()?)
    }

    /// The day `days` after 1 January 1900.
    fn from_days(mut days: i32) -> Option<Self> {
        for year in YEARS {
            for month in 1..=12 {
                let length = i32::from(days_in(year, month));
                if days < length {
                    return Self::new(year, month, u8::try_from(days + 1).ok()?);
                }
                days -= length;
            }
        }
        None
    }
}

/// A date to be filled in by hand: `ngày      tháng      năm 2024`, each gap five no-break
/// spaces. Without a year there is a gap for it too.
pub fn blank_long(year: Option<i16>) -> String {
    let year = year.map_or(GAP.to_owned(), |year| format!(" {year}"));
    format!("ngày{GAP}tháng{GAP}năm{year}")
}

/// The length of a month in days; 0 for a month that does not exist.
fn days_in(year: i16, month: u8) -> u8 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

/// A number of ASCII digits only: no sign, no space.
fn digits(text: &str) -> Option<u16> {
    text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok())?
}

impl FromStr for Date {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let parts: Vec<&str> = text.split('-').collect();
        let date = match parts.as_slice() {
            [year, month, day] if month.len() == 2 && day.len() == 2 => {
                Self::from_parts(year, month, day)
            }
            _ => None,
        };
        date.ok_or_else(|| BadDate(text.to_owned()))
    }
}

impl fmt::Display for Date {
    /// `2026-01-05`, the writing of files.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Date {
    type Error = BadDate;

    fn try_from(text: String) -> Result<Self, BadDate> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` không phải là ngày; hãy viết năm-tháng-ngày, như 2026-01-05", self.0)
    }
}

impl std::error::Error for BadDate {}

#[cfg(test)]
mod tests;
