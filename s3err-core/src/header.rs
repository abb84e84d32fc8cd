//! Headers that belong to an error and not to every response.

use std::fmt;

use http::HeaderValue;

use crate::value;

/// Receives the headers of an error.
///
/// ```
/// use s3err_core::{HeaderVisitor, S3Error};
///
/// #[derive(Debug, S3Error)]
/// #[s3(code = "InvalidRange", header("Content-Range", "bytes */{size}"))]
/// struct PastTheEnd { size: u64 }
///
/// let mut seen = Vec::new();
/// let mut visit = |name: &str, value: &dyn std::fmt::Display, _sensitive: bool| {
///     seen.push(format!("{name}: {value}"));
/// };
/// PastTheEnd { size: 5 }.visit_headers(&mut HeaderVisitor::new(&mut visit));
/// assert_eq!(seen, ["content-range: bytes */5"]);
/// ```
pub struct HeaderVisitor<'v> {
    visit: Visit<'v>,
}

/// The function that is called for each header.
enum Visit<'v> {
    Text(&'v mut dyn FnMut(&str, &dyn fmt::Display, bool)),
    /// Takes bytes: what another server sent need not be text.
    Bytes(&'v mut dyn FnMut(&str, &[u8], bool)),
}

impl<'v> HeaderVisitor<'v> {
    /// A visitor that calls `visit` with the name, the value and whether it is sensitive.
    pub fn new(visit: &'v mut dyn FnMut(&str, &dyn fmt::Display, bool)) -> Self {
        Self { visit: Visit::Text(visit) }
    }

    pub(crate) fn from_bytes(visit: &'v mut dyn FnMut(&str, &[u8], bool)) -> Self {
        Self { visit: Visit::Bytes(visit) }
    }

    /// Adds a header. It is left out of a response when its name or value cannot be sent, when its value is longer than
    /// 8 KiB or the headers of the error more than 64 or 12 KiB together, when it was there before, and when it is not
    /// an error's to set: because every response has it already (`x-amz-request-id`, `x-amz-id-2`), because it
    /// describes the body (`Content-Type`, `Content-Encoding`, `Digest`, `x-amz-checksum-crc32`) or the connection
    /// (`Trailer`, `Upgrade`, `Connection` with anything but `close`), or because SDKs would take it for the request's
    /// id (`x-amzn-requestid`).
    pub fn push(&mut self, name: &str, value: &dyn fmt::Display) {
        self.push_text(name, value, false);
    }

    /// Adds a header that goes on the wire, but never into a log.
    pub fn push_sensitive(&mut self, name: &str, value: &dyn fmt::Display) {
        self.push_text(name, value, true);
    }

    pub(crate) fn push_text(&mut self, name: &str, value: &dyn fmt::Display, sensitive: bool) {
        match &mut self.visit {
            Visit::Text(visit) => visit(name, value, sensitive),
            Visit::Bytes(visit) => visit(name, value::to_text(value).as_bytes(), sensitive),
        }
    }

    /// Adds a header as it came.
    pub(crate) fn push_received(&mut self, name: &str, value: &HeaderValue) {
        match &mut self.visit {
            Visit::Text(visit) => visit(name, &String::from_utf8_lossy(value.as_bytes()), value.is_sensitive()),
            Visit::Bytes(visit) => visit(name, value.as_bytes(), value.is_sensitive()),
        }
    }
}

impl fmt::Debug for HeaderVisitor<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HeaderVisitor").finish_non_exhaustive()
    }
}
