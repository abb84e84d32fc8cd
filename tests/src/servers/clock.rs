//! Times as S3 writes and reads them.

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};

/// A moment.
pub type Time = DateTime<Utc>;

const HTTP: &str = "%a, %d %b %Y %H:%M:%S GMT";
const BASIC: &str = "%Y%m%dT%H%M%SZ";

/// The most by which the time of a signed request may differ from the server's.
pub const MAX_SKEW: TimeDelta = TimeDelta::minutes(15);

/// The present moment.
#[must_use]
pub fn now() -> Time {
    Utc::now()
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, as headers have it.
#[must_use]
pub fn http(time: Time) -> String {
    time.format(HTTP).to_string()
}

/// `1994-11-06T08:49:37.000Z`, as listings have it.
#[must_use]
pub fn iso(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%S.000Z").to_string()
}

/// `1994-11-06T08:49:37Z`, as errors have it.
#[must_use]
pub fn short(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// `19941106T084937Z`, as signatures of version 4 have it.
#[must_use]
pub fn basic(time: Time) -> String {
    time.format(BASIC).to_string()
}

/// Parses the time of a header, in the two older formats of HTTP too: an ignored condition holds for whoever sent it.
#[must_use]
pub fn from_http(text: &str) -> Option<Time> {
    let date = httpdate::parse_http_date(text).ok().map(Time::from);
    // The day of the week says nothing that the date does not, and some get it wrong.
    let without_day = || {
        let (_, date) = text.split_once(", ")?;
        let time = NaiveDateTime::parse_from_str(date, "%d %b %Y %H:%M:%S GMT").ok()?;
        Some(time.and_utc()).filter(|time| time.timestamp() >= 0)
    };
    date.or_else(without_day)
}

/// Parses the time of a signature of version 4. Before 1970 nothing was signed.
#[must_use]
pub fn from_basic(text: &str) -> Option<Time> {
    let is_basic = text.len() == 16 && text.bytes().all(|c| c.is_ascii_digit() || matches!(c, b'T' | b'Z'));
    let time = NaiveDateTime::parse_from_str(text, BASIC).ok().filter(|_| is_basic)?;
    Some(time.and_utc()).filter(|time| time.timestamp() >= 0)
}

#[cfg(test)]
mod tests {
    use super::{Time, basic, from_basic, from_http, http, iso, short};

    #[test]
    fn every_format_is_of_the_same_moment() {
        // By `date -u -d @SECONDS`.
        for (seconds, header, document, signature) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z", "19700101T000000Z"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00Z", "20000229T000000Z"),
            (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT", "2026-12-31T23:59:59Z", "20261231T235959Z"),
        ] {
            let time = Time::from_timestamp(seconds, 0).unwrap();
            assert_eq!(
                (http(time).as_str(), short(time).as_str(), basic(time).as_str()),
                (header, document, signature)
            );
            assert_eq!(iso(time), document.replace('Z', ".000Z"));
            assert_eq!((from_http(header), from_basic(signature)), (Some(time), Some(time)));
        }
    }

    #[test]
    fn a_wrong_day_of_the_week_does_not_matter() {
        let time = Time::from_timestamp(951_782_400, 0);
        assert_eq!(from_http("Mon, 29 Feb 2000 00:00:00 GMT"), time);
        for text in ["Mon, 30 Feb 2000 00:00:00 GMT", "Fri, 07 Jul 1950 21:53:04 GMT", "29 Feb 2000 00:00:00 GMT"] {
            assert_eq!(from_http(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_not_a_time_of_a_signature_is_none() {
        for text in [
            "",
            "20260101T000000",
            "20260101T000000Zx",
            "20260101 000000Z",
            "20261301T000000Z",
            "20260001T000000Z",
            "20260230T000000Z",
            "20260101T250000Z",
            "2026+101T000000Z",
            "19691231T235959Z",
            "\u{662}\u{660}\u{662}\u{666}0101T000000Z",
            "Thu, 01 Jan 1970 00:00:00 GMT",
        ] {
            assert_eq!(from_basic(text), None, "{text}");
        }
    }
}
