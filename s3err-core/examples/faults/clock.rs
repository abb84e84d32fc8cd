//! Times as S3 writes them, to the second. What the calendar needs is left to the writer and reader of HTTP dates.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// How far a request's time may be from the server's.
pub(crate) const MAX_SKEW: Duration = Duration::from_secs(15 * 60);

/// `Thu, 01 Jan 2026 00:00:00 GMT`: for headers.
pub(crate) fn http_date(time: SystemTime) -> String {
    // The years that the format has.
    const LAST: Duration = Duration::from_secs(253_402_300_799);
    httpdate::fmt_http_date(time.clamp(UNIX_EPOCH, UNIX_EPOCH + LAST))
}

/// `2026-01-01T00:00:00Z`: for documents.
pub(crate) fn iso_date(time: SystemTime) -> String {
    let date = http_date(time);
    let words: Vec<_> = date.split(' ').collect();
    let [_, day, month, year, clock, _] = words[..] else { return date };
    let month = MONTHS.iter().zip(1..).find(|(name, _)| **name == month).map_or(0, |(_, number)| number);
    format!("{year}-{month:02}-{day}T{clock}Z")
}

/// Reads `20260101T000000Z`, the time of a signature of version 4.
pub(crate) fn of_signature(text: &str) -> Option<SystemTime> {
    let digits = |from: usize, to: usize| text.get(from..to).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
    let month = MONTHS.get(digits(4, 6)?.parse::<usize>().ok()?.checked_sub(1)?)?;
    let (day, year) = (digits(6, 8)?, digits(0, 4)?);
    let (hour, minute, second) = (digits(9, 11)?, digits(11, 13)?, digits(13, 15)?);
    // HTTP's dates have the day of the week as well: of the seven one is right.
    let date = |weekday| format!("{weekday}, {day} {month} {year} {hour}:{minute}:{second} GMT");
    let time = WEEKDAYS.iter().find_map(|weekday| httpdate::parse_http_date(&date(weekday)).ok());
    time.filter(|_| text.get(8..9) == Some("T") && text.get(15..) == Some("Z"))
}

/// How far two times are apart, whichever is first.
pub(crate) fn distance(one: SystemTime, other: SystemTime) -> Duration {
    one.duration_since(other).unwrap_or_else(|error| error.duration())
}

#[cfg(test)]
mod tests {
    use super::{Duration, UNIX_EPOCH, http_date, iso_date, of_signature};

    #[test]
    fn every_form_is_of_the_same_moment() {
        // By `date -u -d @SECONDS`.
        for (seconds, http, iso, signature) in [
            (0, "Thu, 01 Jan 1970 00:00:00 GMT", "1970-01-01T00:00:00Z", "19700101T000000Z"),
            (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT", "2000-02-29T00:00:00Z", "20000229T000000Z"),
            (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT", "2026-12-31T23:59:59Z", "20261231T235959Z"),
        ] {
            let time = UNIX_EPOCH + Duration::from_secs(seconds);
            assert_eq!((http_date(time).as_str(), iso_date(time).as_str()), (http, iso));
            assert_eq!(of_signature(signature), Some(time));
        }
    }

    #[test]
    fn what_is_no_time_of_a_signature_is_none() {
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
            "\u{662}\u{660}\u{662}\u{666}0101T000000Z",
            "Thu, 01 Jan 1970 00:00:00 GMT",
        ] {
            assert_eq!(of_signature(text), None, "{text}");
        }
    }
}
