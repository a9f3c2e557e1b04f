//! Mergers and splits: which bodies became which, and when. A name is not an identity.

use crate::model::id::IndicatorId;
use crate::text::date::Date;

/// Bodies that ended and the one in which they go on (domain.md 6.1).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// Identities of those that ended: `quang-ngai`, `kon-tum`.
    pub from: Vec<String>,
    /// Identity of the one that goes on: `quang-ngai@2025-07`.
    pub into: String,
    /// First day of the new body.
    pub on: Date,
}

/// A change of what is counted: figures before and after it do not compare (domain.md 0.2).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScopeChange {
    /// First day on which the new scope counts.
    pub on: Date,
    /// What changed, in a sentence that the report prints.
    pub reason: String,
    /// Indicators that no longer compare with those before.
    pub indicators: Vec<IndicatorId>,
}
