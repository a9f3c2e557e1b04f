//! Words for what speaks for one of two readings, in Vietnamese.

use crate::finding::fact::evidence::Evidence;
use crate::finding::fact::evidence::Witness;
use crate::finding::phrase::by_reading;
use crate::finding::phrase::figure;
use crate::finding::phrase::sum;
use crate::text::number;

/// `; nghiêng về 25.493: cột Năm trước ghi 24.900`; empty if nothing speaks for either.
pub(super) fn evidence(evidence: &[Evidence]) -> String {
    by_reading(evidence, witness)
        .into_iter()
        .map(|(reading, said)| format!("; nghiêng về {reading}: {}", said.join(", ")))
        .collect()
}

fn witness(witness: &Witness) -> String {
    match witness {
        Witness::Column { measure, value } => {
            format!("cột {} ghi {}", measure.title(), number::plain(*value))
        }
        Witness::LastYear { value } => format!("kỳ năm trước là {}", number::plain(*value)),
        Witness::Parts { parts } => format!("{} đúng bằng số này", sum(parts)),
        Witness::Total { total } => format!("trừ đi thì khớp với tổng {}", figure(total)),
        Witness::Whole { whole } => format!("không thể lớn hơn {}", figure(whole)),
        Witness::Format { code } => format!("ô định dạng {code}"),
    }
}
