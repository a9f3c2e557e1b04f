//! Who gets papers, and the numbers of copies that follow from it.

use crate::model::campaign::Campaign;

/// Who gets papers.
#[derive(Debug, Clone)]
pub struct Recipient {
    /// The line of `Nơi nhận`.
    pub name: String,
    /// Copies of the report; 0 for none.
    pub copies: u32,
    /// Whether every member gets so many.
    pub each_unit: bool,
    /// How the pledge says that a copy of it goes there.
    pub pledge: Option<String>,
}

impl Campaign {
    /// Copies of the pledge: one for each party, and those that go elsewhere.
    #[must_use]
    pub fn pledge_copies(&self) -> usize {
        let elsewhere = self.recipients.iter().filter(|it| it.pledge.is_some()).count();
        self.pledge.parties.len() + elsewhere
    }

    /// Copies of the report.
    #[must_use]
    pub fn report_copies(&self) -> usize {
        let of = |it: &Recipient| {
            let each = if it.each_unit { self.units.len() } else { 1 };
            it.copies as usize * each
        };
        self.recipients.iter().map(of).sum()
    }
}
