//! Conditional requests, by RFC 9110, section 13.

use axum::http::HeaderMap;

use super::clock::{self, Time};

/// The headers of a condition, in the order in which they count.
pub type Names = [&'static str; 4];

/// The headers of a request that reads.
pub const READ: Names = ["If-Match", "If-Unmodified-Since", "If-None-Match", "If-Modified-Since"];

/// The facts about an object that conditions ask for.
#[derive(Clone, Copy, Debug)]
pub struct Validators<'a> {
    /// With its quotes.
    pub etag: &'a str,
    /// The time of its last modification.
    pub modified: Time,
}

impl Validators<'_> {
    /// Returns the condition that does not hold. A time counts only where no tag was given.
    #[must_use]
    pub fn failed(self, headers: &HeaderMap, names: Names) -> Option<&'static str> {
        let [if_match, if_unmodified_since, if_none_match, if_modified_since] = names;
        let modified_since = |name| {
            let since = text(headers, name).and_then(clock::from_http)?;
            Some(self.modified.timestamp() > since.timestamp())
        };
        let tagged = |name| text(headers, name).map(|tags| matches(tags, self.etag));
        match tagged(if_match) {
            Some(false) => return Some(if_match),
            None if modified_since(if_unmodified_since) == Some(true) => return Some(if_unmodified_since),
            _ => {}
        }
        match tagged(if_none_match) {
            Some(true) => Some(if_none_match),
            None if modified_since(if_modified_since) == Some(false) => Some(if_modified_since),
            _ => None,
        }
    }

    /// Returns whether the object is still the one of which a client wants the rest; it would put a part of another
    /// after the wrong data.
    #[must_use]
    pub fn allow_range(self, headers: &HeaderMap) -> bool {
        let is_same = |given: &str| match clock::from_http(given) {
            Some(time) => time.timestamp() == self.modified.timestamp(),
            None => given == self.etag,
        };
        headers.get("If-Range").is_none_or(|given| given.to_str().is_ok_and(is_same))
    }
}

/// A header, as far as it is ASCII.
#[must_use]
pub fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Returns whether one of the tags, quoted or not, is the object's.
#[must_use]
pub fn matches(tags: &str, etag: &str) -> bool {
    tags.split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"') == etag.trim_matches('"'))
}
