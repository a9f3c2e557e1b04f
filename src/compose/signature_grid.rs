//! How many signatures stand beside each other, in PDF and Word alike.

use crate::model::document::Signer;
use crate::text::width;

/// Width of a column of each number of columns, in hundredths of an em of 13 pt: the text is 165 mm wide.
const WIDTHS: [(usize, i64); 3] = [(2, 1798), (3, 1199), (4, 899)];

/// Parties that fill a page in three columns (domain.md 2.4).
const PAGE: usize = 12;

/// The number of columns: one row for two or three, two for four, three for more, and four where three
/// would need a second page; never so many that a line of someone would have to wrap.
pub(super) fn columns(parties: &[Signer]) -> usize {
    let wished = match parties.len() {
        0..=2 => 2,
        3 => 3,
        4 => 2,
        count if count > PAGE => 4,
        _ => 3,
    };
    let widest = parties.iter().flat_map(lines).map(width::of).max().unwrap_or(0);
    let fits =
        |count: usize| WIDTHS.iter().any(|(columns, width)| *columns == count && widest <= *width);
    (2..=wished).rev().find(|it| fits(*it)).unwrap_or(2)
}

fn lines(signer: &Signer) -> impl Iterator<Item = &str> {
    let lines = signer.role.iter().chain(&signer.authority).chain(&signer.body);
    lines.chain(&signer.title).chain(&signer.name).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signers(count: usize, body: &str) -> Vec<Signer> {
        let signer = Signer {
            authority: vec!["TM. BAN THƯỜNG VỤ".to_owned()],
            body: vec![body.to_owned()],
            ..Signer::default()
        };
        vec![signer; count]
    }

    #[test]
    fn columns_fit_the_number_and_the_names_of_the_parties() {
        let union = "LIÊN ĐOÀN LAO ĐỘNG";
        let expected = [(2, 2), (3, 3), (4, 2), (5, 3), (6, 3), (10, 3), (12, 3), (13, 3), (34, 3)];
        for (count, columns_of_it) in expected {
            assert_eq!(columns(&signers(count, union)), columns_of_it, "{count}");
        }
        assert_eq!(columns(&signers(13, "TỈNH")), 3, "the authority needs three");
        let short = |count| {
            let mut all = signers(count, "TỈNH");
            all.iter_mut().for_each(|it| it.authority = vec!["CHỦ TỊCH".to_owned()]);
            all
        };
        assert_eq!((columns(&short(12)), columns(&short(13)), columns(&short(34))), (3, 4, 4));
        let long = "LIÊN ĐOÀN LAO ĐỘNG THÀNH PHỐ HỒ CHÍ MINH";
        assert_eq!(columns(&signers(10, long)), 2);
    }
}
