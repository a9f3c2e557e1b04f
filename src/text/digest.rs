//! SHA-256 as people compare it.

use std::io;
use std::io::Write;

use sha2::Digest;
use sha2::Sha256;

/// The SHA-256 of some bytes, in small hexadecimal letters.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    worded(&Sha256::digest(bytes))
}

fn worded(digest: &[u8]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A writer that works out the SHA-256 and the size of what goes through it.
pub struct Summing<W> {
    out: W,
    hasher: Sha256,
    bytes: u64,
}

impl<W: Write> Summing<W> {
    /// A writer over another.
    pub fn new(out: W) -> Self {
        Self { out, hasher: Sha256::new(), bytes: 0 }
    }

    /// The other writer, with the SHA-256 in small hexadecimal letters and the size in bytes.
    pub fn finish(self) -> (W, String, u64) {
        (self.out, worded(&self.hasher.finalize()), self.bytes)
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hasher.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_through_is_summed() {
        let mut summing = Summing::new(Vec::new());
        summing.write_all(b"so ").unwrap();
        summing.write_all(b"lieu").unwrap();
        let (out, sha256, bytes) = summing.finish();
        assert_eq!((out.as_slice(), bytes), (&b"so lieu"[..], 7));
        assert_eq!(sha256, super::sha256(b"so lieu"));
    }
}
