//! The period that figures speak of.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

use crate::text::date::Date;

/// Which part of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// 01/12 of the year before to 30/11.
    #[default]
    Full,
    /// 01/12 of the year before to 31/5.
    FirstHalf,
}

/// Kỳ số liệu: a year of the union's statistics, or its first half (domain.md 4.1, 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// The year.
    pub year: i16,
    /// The part of it.
    pub span: Span,
}

impl Period {
    /// First day of the data: 01/12 of the year before.
    #[must_use]
    pub fn first_day(self) -> Date {
        Date::new(self.year - 1, 12, 1).expect("campaigns hold years that have dates")
    }

    /// Cut-off: 30/11, or 31/5 for the half.
    #[must_use]
    pub fn last_day(self) -> Date {
        let (month, day) = match self.span {
            Span::Full => (11, 30),
            Span::FirstHalf => (5, 31),
        };
        Date::new(self.year, month, day).expect("campaigns hold years that have dates")
    }

    /// The same part of the year before.
    #[must_use]
    pub fn year_ago(self) -> Self {
        Self { year: self.year - 1, ..self }
    }

    /// `năm 2024` or `6 tháng đầu năm 2024`.
    #[must_use]
    pub fn title(self) -> String {
        match self.span {
            Span::Full => format!("năm {}", self.year),
            Span::FirstHalf => format!("6 tháng đầu năm {}", self.year),
        }
    }

    /// `2024` or `2024-6-thang`, for file names.
    #[must_use]
    pub fn slug(self) -> String {
        match self.span {
            Span::Full => self.year.to_string(),
            Span::FirstHalf => format!("{}-6-thang", self.year),
        }
    }

    /// `Số liệu từ 01/12/2023 đến 30/11/2024`.
    #[must_use]
    pub fn data_note(self) -> String {
        format!("Số liệu từ {} đến {}", self.first_day().numeric(), self.last_day().numeric())
    }
}
