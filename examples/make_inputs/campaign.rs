//! What the form needs to know of a campaign.

use serde::Deserialize;

/// A campaign file, read as far as it matters here.
#[derive(Debug, Deserialize)]
pub(crate) struct Campaign {
    /// The period that the figures speak of.
    pub(crate) period: Period,
    /// The members.
    pub(crate) units: Vec<Unit>,
}

/// The period.
#[derive(Debug, Deserialize)]
pub(crate) struct Period {
    /// The year; its data run from 01/12 of the year before to 30/11.
    pub(crate) year: i16,
}

/// A member.
#[derive(Debug, Deserialize)]
pub(crate) struct Unit {
    /// Code, such as `cao-bang`.
    pub(crate) code: String,
    /// Full name.
    pub(crate) full_name: String,
}
