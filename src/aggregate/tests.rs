//! Tests of sums, ratios and means.
