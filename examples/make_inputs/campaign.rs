//! What the form needs to know of a campaign.

use serde::Deserialize;

/// A campaign file, read as far as it matters here.
#[derive(Debug, Deserialize)]
pub(crate) struct Campaign {
    /// Name of its catalogue.
    pub(crate) catalogue: String,
    /// The period that the figures speak of.
    pub(crate) period: Period,
    /// The members.
    pub(crate) units: Vec<Unit>,
    /// The cluster.
    pub(crate) cluster: Cluster,
    /// How it scores.
    pub(crate) scoring: Option<Scoring>,
    /// Its ballots.
    #[serde(default)]
    pub(crate) ballots: Vec<Ballot>,
}

/// The cluster.
#[derive(Debug, Deserialize)]
pub(crate) struct Cluster {
    /// Short name.
    pub(crate) name: String,
}

/// How a campaign scores.
#[derive(Debug, Deserialize)]
pub(crate) struct Scoring {
    /// Name of its criteria.
    pub(crate) criteria: String,
}

/// A ballot.
#[derive(Debug, Deserialize)]
pub(crate) struct Ballot {
    /// Code.
    pub(crate) code: String,
    /// What is voted on.
    pub(crate) title: String,
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
    /// Short name.
    pub(crate) name: String,
    /// Full name.
    pub(crate) full_name: String,
}
