//! What speaks for one of two readings of a figure.

use rust_decimal::Decimal;

use crate::finding::fact::Operand;
use crate::model::measure::Measure;

/// Something that is known and speaks for one of two readings. The program never picks a reading by
/// it; it helps the person who must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The reading that it speaks for, in the form's unit.
    pub reading: Decimal,
    /// What is known.
    pub witness: Witness,
}

/// What is known of a figure from elsewhere; all numbers in the form's unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Witness {
    /// Another column of the same row is of the same size.
    Column {
        /// Which.
        measure: Measure,
        /// Its number.
        value: Decimal,
    },
    /// The figure in last year's campaign is of the same size.
    LastYear {
        /// Its number.
        value: Decimal,
    },
    /// Its parts make exactly this reading.
    Parts {
        /// The parts.
        parts: Vec<Operand>,
    },
    /// It is a part of a total that leaves exactly this reading.
    Total {
        /// The total.
        total: Operand,
    },
    /// It cannot be more than the whole that it is a part of.
    Whole {
        /// The whole.
        whole: Operand,
    },
    /// The number format of the cell shows whole numbers, or decimals.
    Format {
        /// Its code, such as `#,##0`.
        code: String,
    },
}
