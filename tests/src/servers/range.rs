//! The header `Range`.

use std::ops::Range;

/// The part of an object that a request is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Requested {
    /// All of it. There is no range, or one that HTTP lets a server ignore: several of them, or one that cannot be parsed.
    Whole,
    /// These bytes.
    Part(Range<usize>),
    /// Bytes that the object does not have.
    Unsatisfiable,
}

/// The part of an object of `size` bytes that `header` is for.
#[must_use]
pub fn requested(header: Option<&str>, size: usize) -> Requested {
    let Some((first, last)) = header.and_then(|range| range.strip_prefix("bytes=")?.split_once('-')) else {
        return Requested::Whole;
    };
    let range = match (digits(first), digits(last)) {
        (Some(first), Some(last)) if first <= last => first..size.min(last.saturating_add(1)),
        (Some(first), None) if last.is_empty() => first..size,
        (None, Some(suffix)) if first.is_empty() => size.saturating_sub(suffix)..size,
        _ => return Requested::Whole,
    };
    if range.is_empty() { Requested::Unsatisfiable } else { Requested::Part(range) }
}

/// A number of digits alone, without the sign that `parse` would take. What is too large for any object stays so.
#[must_use]
pub fn digits(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(usize::MAX))
}

/// The value of `Content-Range`.
#[must_use]
pub fn content_range(range: &Range<usize>, size: usize) -> String {
    format!("bytes {}-{}/{size}", range.start, range.end.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::{Requested, requested};

    #[test]
    fn ranges_are_those_of_http() {
        // RFC 9110, section 14.1.2, of an object of 10 bytes.
        for (header, expected) in [
            ("bytes=0-1", Requested::Part(0..2)),
            ("bytes=9-", Requested::Part(9..10)),
            ("bytes=8-99", Requested::Part(8..10)),
            ("bytes=-3", Requested::Part(7..10)),
            ("bytes=-99", Requested::Part(0..10)),
            ("bytes=10-", Requested::Unsatisfiable),
            ("bytes=99999999999999999999-", Requested::Unsatisfiable),
            ("bytes=-0", Requested::Unsatisfiable),
            ("bytes=5-4", Requested::Whole),
            ("bytes=+1-2", Requested::Whole),
            ("bytes=0-1,3-4", Requested::Whole),
            ("bytes=-", Requested::Whole),
            ("items=0-1", Requested::Whole),
        ] {
            assert_eq!(requested(Some(header), 10), expected, "{header}");
        }
        assert_eq!(requested(None, 10), Requested::Whole);
        assert_eq!(requested(Some("bytes=0-"), 0), Requested::Unsatisfiable);
    }
}
