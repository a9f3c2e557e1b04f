//! Tables of points, a unit's own or the panel's: found by their headers, rows by code or label, and
//! what stands in a cell is points, nothing, or a finding.

pub(in crate::read) mod points;
pub(in crate::read) mod row;
pub(in crate::read) mod table;

#[cfg(test)]
mod tests;
