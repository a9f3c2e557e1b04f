//! SHA-256 as people compare it.

use sha2::Digest;
use sha2::Sha256;

/// The SHA-256 of some bytes, in small hexadecimal letters.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
