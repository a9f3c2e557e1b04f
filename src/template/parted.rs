//! What papers say where a figure is not compared with that of the year before.

use crate::model::dataset::Parted;

/// The words in a sentence, in the place of a rise or a fall.
#[must_use]
pub fn words(parted: Parted) -> &'static str {
    match parted {
        Parted::ByCatalogue => "không so sánh với năm trước",
        Parted::ByScope(_) => "không so sánh do thay đổi phạm vi",
        Parted::ByUnits => "không so sánh do chưa đủ số liệu",
    }
}

/// The words in a cell whose column says with what it compares.
#[must_use]
pub fn in_cell(parted: Parted) -> &'static str {
    match parted {
        Parted::ByCatalogue => "không so sánh",
        Parted::ByScope(_) | Parted::ByUnits => words(parted),
    }
}
