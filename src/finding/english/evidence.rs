//! Words for what speaks for one of two readings, in English.

use crate::finding::fact::evidence::Evidence;
use crate::finding::fact::evidence::Witness;
use crate::finding::phrase::by_reading;
use crate::finding::phrase::figure;
use crate::finding::phrase::sum;
use crate::text::number;

/// `; for 25.493 speaks: column “Năm trước” says 24.900`; empty if nothing speaks for either.
pub(super) fn evidence(evidence: &[Evidence]) -> String {
    by_reading(evidence, witness)
        .into_iter()
        .map(|(reading, said)| format!("; for {reading} speaks: {}", said.join(", ")))
        .collect()
}

fn witness(witness: &Witness) -> String {
    match witness {
        Witness::Column { measure, value } => {
            format!("column “{}” says {}", measure.title(), number::plain(*value))
        }
        Witness::LastYear { value } => {
            format!("last year's campaign has {}", number::plain(*value))
        }
        Witness::Parts { parts } => format!("{} make exactly this", sum(parts)),
        Witness::Total { total } => format!("it fits the total {}", figure(total)),
        Witness::Whole { whole } => format!("it cannot exceed {}", figure(whole)),
        Witness::Format { code } => format!("the format of the cell is {code}"),
    }
}
