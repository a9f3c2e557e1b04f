//! Facts about who signs, as `campaign.toml` says it.

use crate::model::catalogue::Severity;

/// Facts about who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignerFact {
    /// A paper is to be issued and nobody is named who signs for a party.
    NoSignatory {
        /// Name of the unit.
        unit: String,
    },
    /// A title that the look of the papers does not know.
    UnknownTitle {
        /// Name of the unit.
        unit: String,
        /// As typed.
        title: String,
        /// The known one that was probably meant.
        nearest: Option<String>,
    },
    /// A form of address or a degree before the name (Nghị định 30/2020, Phụ lục I, II.7).
    Honorific {
        /// Name of the unit.
        unit: String,
        /// The name as typed.
        name: String,
        /// What stands before it.
        prefix: String,
    },
    /// A line that does not fit into its cell even on two lines.
    TooLong {
        /// Name of the unit.
        unit: String,
        /// The line.
        line: String,
    },
}

impl SignerFact {
    /// Stable name of the kind of finding.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoSignatory { .. } => "no-signatory",
            Self::UnknownTitle { .. } => "unknown-title",
            Self::Honorific { .. } => "honorific",
            Self::TooLong { .. } => "signer-too-long",
        }
    }

    /// How much it matters.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownTitle { .. } => Severity::Notice,
            Self::NoSignatory { .. } | Self::Honorific { .. } | Self::TooLong { .. } => {
                Severity::Warning
            }
        }
    }
}
