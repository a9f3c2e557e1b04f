//! The paper: its size, and how many pages a sheet is pressed into.
//!
//! A signature must not stand alone on a page, where it could belong to any table. Excel ignores
//! page breaks in a sheet that is fitted to the width, so a sheet whose last page would hold
//! little more than the signature is printed a little smaller instead.

/// Least height of the table that stands above the signature on its page, in pixels.
const COMPANY: f64 = 100.0;

/// How many times smaller than fits the width a sheet may be printed.
const SMALLEST: f64 = 1.5;

/// A size of paper, lying across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Paper {
    /// Its number in files.
    pub(super) number: u8,
    /// Width and height between the margins, in pixels of 1/96 inch.
    room: (f64, f64),
}

/// 297 × 210 mm, less the margins.
pub(super) const A4: Paper = Paper { number: 9, room: (990.0, 642.0) };

/// 420 × 297 mm, less the margins.
pub(super) const A3: Paper = Paper { number: 8, room: (1455.0, 971.0) };

/// What is printed, in pixels.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Extent {
    /// Width of all columns.
    pub(super) width: u32,
    /// Height of all rows.
    pub(super) height: u32,
    /// Height of the rows that every page repeats.
    pub(super) header: u32,
    /// Height of what stands below the table.
    pub(super) foot: u32,
}

impl Paper {
    /// The number of pages to press `extent` into; 0 for as many as it takes.
    pub(super) fn pages(self, extent: Extent) -> u16 {
        let [width, height, header, foot] =
            [extent.width, extent.height, extent.header, extent.foot].map(f64::from);
        // A page holds more rows if the width makes it smaller.
        let page = self.room.1 * (width / self.room.0).max(1.0);
        if height <= page {
            return 1;
        }
        let next = (page - header).max(page / 2.0);
        let more = (height - page) / next;
        let full = more.ceil();
        let last = height - page - (full - 1.0) * next;
        let alone = foot > 0.0 && last < foot + COMPANY;
        if alone && (more + 1.0) / full <= SMALLEST { full as u16 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(height: u32, foot: u32, expected: u16) {
        let extent = Extent { width: 990, height, header: 42, foot };
        assert_eq!(A4.pages(extent), expected, "height {height}");
    }

    #[test]
    fn a_signature_is_never_alone() {
        check(500, 200, 1);
        check(800, 200, 1);
        check(1300, 200, 2);
    }

    #[test]
    fn a_sheet_with_company_for_the_signature_takes_the_pages_it_needs() {
        check(1100, 200, 0);
        check(1300, 0, 0);
        check(u32::MAX, 200, 0);
    }

    #[test]
    fn a_sheet_is_never_pressed_until_nobody_can_read_it() {
        check(1000, 400, 0);
    }
}
