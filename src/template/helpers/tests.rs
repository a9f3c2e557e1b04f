//! Tests of the helpers over a small dataset.
