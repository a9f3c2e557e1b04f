//! What a part of the work costs by itself, for `benches/compare`: each command does one thing and nothing else, so
//! that a process' time and memory are those of that thing.
//!
//! `papers CAMPAIGN DIR [NAME…]` writes what each PDF of a build is drawn from; `typst DIR [--threads N] [--out OUT]`
//! draws them with the typesetter alone; `inflate FILE… [--times K]` only inflates and tokenises; `read FILE…
//! [--times K] [--passes prescan|all]` is the program's own reader; `write ROWS COLUMNS OUT [--times K]` its writer of
//! workbooks.
#![expect(clippy::print_stdout, reason = "it says what it did")]

mod arguments;
mod inflate;
mod papers;
mod read;
mod typeset;
mod write;

use std::error::Error;

use crate::arguments::Arguments;

/// What a command may fail with.
type Outcome = Result<(), Box<dyn Error>>;

const USAGE: &str = "usage: bare papers CAMPAIGN DIR [NAME…] | typst DIR [--threads N] [--out OUT] | \
                     inflate FILE… [--times K] | read FILE… [--times K] [--passes prescan|all] | \
                     write ROWS COLUMNS OUT [--times K]";

fn main() -> Outcome {
    let arguments = Arguments::of(std::env::args().skip(1))?;
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["papers", campaign, folder, only @ ..] => papers::write(campaign, folder, only),
        ["typst", folder] => typeset::all(folder, &arguments),
        ["inflate", files @ ..] => inflate::all(files, arguments.times()?),
        ["read", files @ ..] => read::all(files, &arguments),
        ["write", rows, columns, out] => {
            write::table(rows.parse()?, columns.parse()?, out, arguments.times()?)
        }
        _ => Err(USAGE.into()),
    }
}
