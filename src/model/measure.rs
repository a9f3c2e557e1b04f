//! What a number says of an indicator.

use schemars::JsonSchema;
use serde::Deserialize;
use serde::Serialize;

/// What a number says of an indicator (columns of the form).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Chỉ tiêu Tổng Liên đoàn giao.
    Assigned,
    /// Kế hoạch: the target pledged for the year reported.
    Target,
    /// Thực hiện.
    Actual,
    /// Ước cả năm.
    Estimate,
    /// Năm trước (cùng kỳ).
    Previous,
    /// Đăng ký năm sau.
    Pledged,
}

impl Measure {
    /// Every measure, in the order of the columns.
    pub const ALL: [Self; 6] =
        [Self::Assigned, Self::Target, Self::Actual, Self::Estimate, Self::Previous, Self::Pledged];

    /// Name in files for scripts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Assigned => "assigned",
            Self::Target => "target",
            Self::Actual => "actual",
            Self::Estimate => "estimate",
            Self::Previous => "previous",
            Self::Pledged => "pledged",
        }
    }

    /// Name on screen and paper.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Assigned => "Tổng LĐ giao",
            Self::Target => "Kế hoạch",
            Self::Actual => "Thực hiện",
            Self::Estimate => "Ước cả năm",
            Self::Previous => "Năm trước",
            Self::Pledged => "Đăng ký năm sau",
        }
    }

    /// Short name used by templates (`th.TC12`) and rules (`TC01_nt`).
    #[must_use]
    pub fn short(self) -> &'static str {
        match self {
            Self::Assigned => "giao",
            Self::Target => "kh",
            Self::Actual => "th",
            Self::Estimate => "uoc",
            Self::Previous => "nt",
            Self::Pledged => "dk",
        }
    }

    /// Position in [`Measure::ALL`].
    #[must_use]
    pub fn index(self) -> usize {
        self as usize
    }
}
