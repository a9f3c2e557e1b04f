//! Lines on the two streams. A reader that has gone away (`| head`) ends the printing quietly.

use std::io::Write;

/// A line of the answer.
pub(super) fn answer(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// A line for the person at the terminal, beside the answer.
pub(super) fn aside(line: impl std::fmt::Display) {
    let _ = writeln!(std::io::stderr(), "{line}");
}
