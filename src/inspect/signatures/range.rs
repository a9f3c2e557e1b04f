//! Which bytes a signature covers: everything up to an end of the file but the signature itself.

use serde::Serialize;

use crate::inspect::signatures::fields::Signed;

/// What is wrong with the bytes that a signature claims to cover.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// Its ranges overlap, run backwards or leave the file.
    Impossible,
    /// It does not begin with the file.
    NotFromStart,
    /// More is left out than the signature itself.
    Gap,
    /// It ends in the middle of the file's text.
    NotToAnEnd,
}

/// The two runs of bytes that are signed.
pub(super) fn parts<'a>(pdf: &'a [u8], signed: &Signed) -> Option<[&'a [u8]; 2]> {
    let [first, second] = runs(signed)?;
    Some([pdf.get(first.0..first.1)?, pdf.get(second.0..second.1)?])
}

/// Begin and end of each run.
fn runs(signed: &Signed) -> Option<[(usize, usize); 2]> {
    let range: Vec<usize> =
        signed.range.iter().map(|it| usize::try_from(*it).ok()).collect::<Option<_>>()?;
    let [a, b, c, d] = range.as_slice() else { return None };
    let runs = [(*a, a.checked_add(*b)?), (*c, c.checked_add(*d)?)];
    (runs[0].1 <= runs[1].0).then_some(runs)
}

/// Where the bytes end that a signature covers.
pub(super) fn covered(pdf: &[u8], signed: &Signed) -> Result<usize, Fault> {
    let [first, second] = runs(signed).ok_or(Fault::Impossible)?;
    if second.1 > pdf.len() || second.0 == second.1 {
        return Err(Fault::Impossible);
    }
    if first.0 != 0 {
        return Err(Fault::NotFromStart);
    }
    if !is_signature(&pdf[first.1..second.0], &signed.contents) {
        return Err(Fault::Gap);
    }
    let text = pdf[..second.1].trim_ascii_end();
    if text.ends_with(b"%%EOF") { Ok(second.1) } else { Err(Fault::NotToAnEnd) }
}

/// Whether some bytes are the signature in hexadecimal digits and nothing else.
fn is_signature(gap: &[u8], contents: &[u8]) -> bool {
    let digits = gap.strip_prefix(b"<").and_then(|it| it.strip_suffix(b">"));
    let Some(digits) = digits.filter(|it| it.len() == contents.len() * 2) else { return false };
    let value = |digit: u8| char::from(digit).to_digit(16);
    digits.chunks_exact(2).zip(contents).all(|(pair, byte)| {
        let [high, low] = [value(pair[0]), value(pair[1])];
        high.zip(low).is_some_and(|(high, low)| high * 16 + low == u32::from(*byte))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &[u8] = b"%PDF-1.7 a <00ff> b\n%%EOF\nmore";

    #[track_caller]
    fn check(range: &[i64], expected: Result<usize, Fault>) {
        let signed = Signed {
            range: range.to_vec(),
            contents: vec![0, 255],
            format: Vec::new(),
            written: None,
        };
        assert_eq!(covered(FILE, &signed), expected, "{range:?}");
    }

    #[test]
    fn only_the_signature_itself_may_be_left_out() {
        check(&[0, 11, 17, 9], Ok(26));
        check(&[0, 11, 17, 8], Ok(25));
        check(&[0, 11, 17, 13], Err(Fault::NotToAnEnd));
        check(&[0, 11, 17, 3], Err(Fault::NotToAnEnd));
        check(&[0, 10, 17, 9], Err(Fault::Gap));
        check(&[0, 12, 17, 9], Err(Fault::Gap));
        check(&[0, 11, 19, 7], Err(Fault::Gap));
        check(&[1, 10, 17, 9], Err(Fault::NotFromStart));
        check(&[0, 17, 11, 9], Err(Fault::Impossible));
        check(&[0, 11, 17, 99], Err(Fault::Impossible));
        check(&[0, 11, 17, i64::MAX], Err(Fault::Impossible));
        check(&[0, -1, 17, 9], Err(Fault::Impossible));
        check(&[0, 11], Err(Fault::Impossible));
        check(&[0, 11, 17, 9, 3], Err(Fault::Impossible));
        check(&[], Err(Fault::Impossible));
    }
}
