//! The bodies of the fuzz targets over the committed seeds and some of their neighbours: a short
//! run for every change, on the stable compiler. The long runs are `cargo fuzz` in `fuzz/`.

use std::fs;

use crate::source::root;

#[path = "../../fuzz/bodies.rs"]
mod bodies;

/// Runs a target over its seeds, each cut short everywhere and with every byte changed in turn;
/// of long seeds a part.
fn over_seeds(target: &str, body: impl Fn(&[u8])) {
    let folder = root().join("fuzz/corpus").join(target);
    let mut seeds = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let seed = fs::read(entry.unwrap().path()).unwrap();
        seeds += 1;
        body(&seed);
        let step = seed.len() / 300 + 1;
        for at in (0..seed.len()).step_by(step) {
            body(&seed[..at]);
            for byte in [0, 0x7F, 0xFF, seed[at] ^ 1, seed[at].wrapping_add(16)] {
                let mut near = seed.clone();
                near[at] = byte;
                body(&near);
            }
        }
    }
    assert!(seeds >= 3, "{target} has {seeds} seeds");
}

#[test]
fn zips_are_looked_at() {
    over_seeds("prescan", bodies::prescan);
}

#[test]
fn numbers_are_read() {
    over_seeds("numbers", bodies::numbers);
}

#[test]
fn names_are_folded() {
    over_seeds("names", bodies::names);
}

#[test]
fn messages_are_received() {
    over_seeds("messages", bodies::messages);
}
