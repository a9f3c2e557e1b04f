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
    /// A text with two readings, such as `25.493` where decimals are allowed.
    Ambiguous {
        /// The reading with separators of thousands.
        thousands: Decimal,
        /// The reading with a decimal point.
        decimal: Decimal,
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
