//! Looks of the cells of the long table, made once: a sheet of a thousand units has 400,000 cells.

use rust_xlsxwriter::Format;
use rust_xlsxwriter::FormatAlign;

use crate::render::form::look;
use crate::render::form::look::Purpose;

/// Looks of cells.
pub(super) struct Looks {
    /// The heading of a unit.
    pub(super) unit: Format,
    /// The heading of a group.
    pub(super) group: Format,
    /// Words.
    pub(super) words: Format,
    /// A code.
    pub(super) code: Format,
    /// Points that are given.
    pub(super) given: Format,
    /// Points that the panel gives.
    pub(super) open: Format,
    /// Points that the panel may give.
    pub(super) later: Format,
    /// Words that the panel writes.
    pub(super) answer: Format,
    /// The label of a sum.
    pub(super) label: Format,
    /// A sum.
    pub(super) sum: Format,
}

impl Looks {
    pub(super) fn new() -> Self {
        let points = || look::centred().set_num_format("General");
        Self {
            unit: look::header().set_align(FormatAlign::Left),
            group: look::divider(),
            words: look::cell(),
            code: look::centred(),
            given: look::purpose(points(), Purpose::Given),
            open: look::purpose(points(), Purpose::Required).set_unlocked(),
            later: look::purpose(points(), Purpose::Optional).set_unlocked(),
            answer: look::answer(),
            label: look::cell().set_bold(),
            sum: look::purpose(points(), Purpose::Computed).set_bold(),
        }
    }
}
