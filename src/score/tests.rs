//! Points, bars, ballots and awards over small campaigns.
