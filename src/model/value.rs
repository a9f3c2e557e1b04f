//! What stood in a cell: a number, nothing, or something that is no number.

use rust_decimal::Decimal;

/// What a unit reported in one cell. Missing is never zero; rejected is not missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// An exact number; money in đồng, percentages in percent.
    Number(Decimal),
    /// Nothing was entered.
    Missing,
    /// Something was entered that cannot be taken as a number.
    Rejected(Rejection),
}

impl Value {
    /// The number, if there is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Missing | Self::Rejected(_) => None,
        }
    }
}

/// Why a cell's content was not taken as a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// Words, or a way of writing that is not known.
    Words,
    /// A text with two readings, such as `25.493` where decimals are allowed, or `1 tỷ 2`; both in
    /// the unit that the form prints.
    Ambiguous {
        /// The reading of the larger size, such as the one with separators of thousands.
        larger: Decimal,
        /// The other, such as the one with a decimal point.
        smaller: Decimal,
    },
    /// A figure that is said to be about right, such as `gần 9.692`.
    Hedged,
    /// A mark or word that may mean none or not known yet, such as `-` or `chưa có`.
    Unclear,
    /// Several numbers in one cell, such as `10-12`.
    Several,
    /// The number format shows another unit of money than the row declares; both readings in the
    /// unit that the form prints.
    UnitContradiction {
        /// The format.
        format: String,
        /// The reading in the unit of the row.
        by_row: Decimal,
        /// The reading in the unit of the format.
        by_format: Decimal,
    },
    /// An Excel error such as `#REF!`.
    ErrorCell(String),
    /// A formula without a stored result.
    NoResult,
    /// A date, or yes/no where a number belongs.
    OtherKind,
    /// More digits than Excel keeps, or not finite.
    TooPrecise,
    /// Under a merged area: nobody sees whose it is.
    Merged,
    /// A character that this program reserves for itself.
    ReservedCharacter,
}
