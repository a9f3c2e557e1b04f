//! What can happen to a PDF after it was signed.

use serde::Serialize;

/// Text fields that the văn thư fills after the signature.
const GIVEN_LATER: [&str; 2] = ["so_van_ban", "ngay_ban_hanh"];

/// A change of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// A signature was given.
    Signed {
        /// Its field.
        field: String,
    },
    /// A field was filled.
    Filled {
        /// Its name.
        field: String,
        /// Its words; empty if they were taken out.
        value: String,
    },
    /// A field for a further signature was added.
    FieldAdded {
        /// Its name.
        field: String,
    },
    /// A field of another kind was added.
    OtherFieldAdded {
        /// Its name.
        field: String,
    },
    /// A field was taken out.
    FieldRemoved {
        /// Its name.
        field: String,
    },
    /// A field lies elsewhere or looks different.
    FieldAltered {
        /// Its name.
        field: String,
    },
    /// A signature was replaced or taken out.
    SignatureReplaced {
        /// Its field.
        field: String,
    },
    /// What a page shows is different.
    Page {
        /// The page, from 1.
        page: usize,
    },
    /// Pages were added.
    PagesAdded {
        /// How many.
        count: usize,
    },
    /// Pages were taken out.
    PagesRemoved {
        /// How many.
        count: usize,
    },
    /// Something was laid upon a page: a note, a stamp, a picture.
    Annotation {
        /// The page, from 1.
        page: usize,
        /// What it is, in the words of the format.
        what: String,
    },
    /// Something that lay upon a page is gone.
    AnnotationRemoved {
        /// The page, from 1.
        page: usize,
    },
    /// Another part of the file is different.
    Part {
        /// Its name in the format.
        name: String,
    },
    /// It cannot be told what is different.
    Unknown,
}

impl Change {
    /// Whether it is what comes after a signature by rule: further signatures, number and date.
    #[must_use]
    pub fn is_allowed(&self) -> bool {
        match self {
            Self::Signed { .. } | Self::FieldAdded { .. } => true,
            Self::Filled { field, value } => {
                let whole = field.split_once('.').map_or(field.as_str(), |(whole, _)| whole);
                // Papers bound together count theirs: `so_van_ban_2`.
                let whole = whole.trim_end_matches(|it: char| it.is_ascii_digit());
                let whole = whole.strip_suffix('_').unwrap_or(whole);
                !value.is_empty() && GIVEN_LATER.contains(&whole)
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_and_date_come_after_the_signature_and_nothing_else_does() {
        let filled = |field: &str, value: &str| Change::Filled {
            field: field.to_owned(),
            value: value.to_owned(),
        };
        for field in ["so_van_ban", "ngay_ban_hanh.ngay", "so_van_ban_2", "ngay_ban_hanh_12.thang"]
        {
            assert!(filled(field, "05").is_allowed(), "{field}");
            assert!(!filled(field, "").is_allowed(), "{field} taken out");
        }
        for field in ["so_van_ban_khac", "noi_dung", "", "so_van", "ngay"] {
            assert!(!filled(field, "05").is_allowed(), "{field}");
        }
        assert!(!Change::Page { page: 1 }.is_allowed());
        assert!(!Change::Unknown.is_allowed());
    }
}
