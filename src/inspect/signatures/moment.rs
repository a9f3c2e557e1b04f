//! Moments, told in the time of Vietnam.

use std::time::Duration;

use serde::Serialize;
use x509_cert::der::DateTime;

/// Vietnam is seven hours ahead of UTC all year.
const AHEAD: u64 = 7 * 3600;

/// A moment: seconds since 1970 in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(u64);

impl Moment {
    pub(super) fn at(since_1970: Duration) -> Self {
        Self(since_1970.as_secs())
    }

    /// Year, month, day, hour, minute and second in Vietnam.
    fn local(self) -> Option<DateTime> {
        DateTime::from_unix_duration(Duration::from_secs(self.0.checked_add(AHEAD)?)).ok()
    }

    /// `09:12:33 ngày 05/01/2026` without the word: time and day, in Vietnam.
    #[must_use]
    pub fn spoken(self) -> Option<(String, String)> {
        let it = self.local()?;
        let time = format!("{:02}:{:02}:{:02}", it.hour(), it.minutes(), it.seconds());
        Some((time, format!("{:02}/{:02}/{}", it.day(), it.month(), it.year())))
    }
}

impl Serialize for Moment {
    /// `2026-01-05T09:12:33+07:00`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.local().map(|it| {
            let day = format!("{:04}-{:02}-{:02}", it.year(), it.month(), it.day());
            format!("{day}T{:02}:{:02}:{:02}+07:00", it.hour(), it.minutes(), it.seconds())
        });
        text.serialize(serializer)
    }
}

/// `D:20260105091233+07'00'` (ISO 32000-1, 7.9.4).
pub(super) fn of_pdf(text: &[u8]) -> Option<Moment> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.strip_prefix("D:").unwrap_or(text);
    let (digits, zone) = text.split_at_checked(14)?;
    let utc = civil(digits)?;
    let mut parts = zone.get(1..).unwrap_or_default().split('\'');
    let mut part = || parts.next().and_then(|it| it.parse::<u64>().ok()).filter(|it| *it < 60);
    let offset = part().unwrap_or(0) * 3600 + part().unwrap_or(0) * 60;
    match zone.as_bytes().first() {
        Some(b'+') => utc.checked_sub(offset).map(Moment),
        Some(b'-') => utc.checked_add(offset).map(Moment),
        _ => Some(Moment(utc)),
    }
}

/// `20260105021233.5Z`, as time stamps have it: always UTC.
pub(super) fn of_stamp(text: &[u8]) -> Option<Moment> {
    let text = std::str::from_utf8(text).ok()?.strip_suffix('Z')?;
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    civil(whole).map(Moment)
}

/// Seconds since 1970 of `20260105091233`.
fn civil(digits: &str) -> Option<u64> {
    if digits.len() != 14 || !digits.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits[from..to].parse::<u8>().ok();
    let year = digits[..4].parse().ok()?;
    let moment =
        DateTime::new(year, part(4, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?, part(12, 14)?);
    moment.ok().map(|it| it.unix_duration().as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_told_in_the_time_of_vietnam() {
        let check = |moment: Option<Moment>, expected: &str| {
            assert_eq!(serde_json::to_value(moment).unwrap(), expected);
        };
        check(of_pdf(b"D:20260105091233+07'00'"), "2026-01-05T09:12:33+07:00");
        check(of_pdf(b"D:20260105021233Z"), "2026-01-05T09:12:33+07:00");
        check(of_stamp(b"20251231170000.25Z"), "2026-01-01T00:00:00+07:00");
        let spoken = of_stamp(b"20251231170001Z").unwrap().spoken().unwrap();
        assert_eq!((spoken.0.as_str(), spoken.1.as_str()), ("00:00:01", "01/01/2026"));
        for bad in [&b""[..], b"D:2026", b"D:20261305091233Z", b"D:2026010509123\xff"] {
            assert_eq!(of_pdf(bad), None);
        }
    }
}
