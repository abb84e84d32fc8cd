//! The three ways in which S3 writes a time.

use chrono::{DateTime, NaiveDateTime, Utc};

pub type Time = DateTime<Utc>;

const HTTP: &str = "%a, %d %b %Y %H:%M:%S GMT";
/// As signatures have it.
pub const BASIC: &str = "%Y%m%dT%H%M%SZ";

pub fn now() -> Time {
    Utc::now()
}

/// `Sun, 06 Nov 1994 08:49:37 GMT`, as headers have it.
pub fn http(time: Time) -> String {
    time.format(HTTP).to_string()
}

/// `1994-11-06T08:49:37.000Z`, as listings have it.
pub fn iso(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%S.000Z").to_string()
}

/// `1994-11-06T08:49:37Z`, as errors have it.
pub fn short(time: Time) -> String {
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Also in the two older forms of HTTP's dates: a condition that is passed over holds for whoever asked.
pub fn from_http(text: &str) -> Option<Time> {
    httpdate::parse_http_date(text).ok().map(Time::from)
}

/// `19941106T084937Z`, as signatures have it. Before 1970 nothing was signed.
pub fn from_basic(text: &str) -> Option<Time> {
    NaiveDateTime::parse_from_str(text, BASIC).ok().map(|time| time.and_utc()).filter(|time| time.timestamp() >= 0)
}
