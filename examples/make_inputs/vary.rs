//! Differences between units that look like chance and are none.

/// A whole number from `-reach` to `reach`, always the same for the same words (FNV-1a and the
/// finisher of `SplitMix64`).
pub(crate) fn vary(words: &[&str], reach: u16) -> i64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain([0]));
    let mut hash = bytes.fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    hash ^= hash >> 31;
    let reach = i64::from(reach);
    let span = 2 * reach.unsigned_abs() + 1;
    i64::try_from(hash % span).expect("the remainder is below 2^17") - reach
}
