//! From a body to the contents of an error: finds out what the body is, and has it read.

use std::borrow::Cow;

use http::HeaderMap;

use super::contents::Contents;
use super::encoding::{decode, without_blanks};
use super::limits::Limits;
use super::parse_error::{Exceeded, Found, ParseError};
use super::xml::{self, Roots};
use super::{fast, json};

/// The bytes at the beginning of a document that is too large within which its root is looked for.
const HEAD: usize = 4 << 10;

/// The size of a body that no limit lets through: three times as much text, which is the most that it can become, has
/// places that [`Span`](super::contents::Span) can hold.
const LARGEST: usize = 1 << 30;

/// The way to read a body.
pub(super) struct Reader<'a> {
    pub(super) limits: &'a Limits,
    pub(super) roots: Roots,
    /// The headers that came with it: the JSON format has the code there.
    pub(super) headers: Option<&'a HeaderMap>,
}

impl Reader<'_> {
    /// Reads an error into contents that are empty: there they are to stay, and are not moved about.
    pub(super) fn read(&self, body: &[u8], contents: &mut Contents) -> Result<(), ParseError> {
        let (start, _) = without_blanks(body);
        let is_too_large = body.len() > self.limits.size.min(LARGEST);
        if !is_too_large && fast::read(start, self.limits, contents).is_some() {
            return if contents.has_code() { Ok(()) } else { Err(ParseError::NotAnError(Found::NoCode)) };
        }
        let skipped = body.len() - start.len();
        let text = text(body, is_too_large)?;
        if is_too_large {
            let is_error =
                |found: &Found| matches!(found, Found::Document(root) if root == "Error" || root == "ErrorResponse");
            let found = beginning(&text).filter(|found| !is_error(found));
            return Err(found.map_or(ParseError::TooLarge(Exceeded::Size(self.limits.size)), ParseError::NotAnError));
        }
        *contents = match no_xml(&text) {
            None => xml::read(&text, skipped, self.limits, &self.roots)?,
            Some(Found::Json) => json::read(&text, self.limits, self.headers)?,
            Some(found) => return Err(ParseError::NotAnError(found)),
        };
        Ok(())
    }
}

/// The text of a body, or of no more than its beginning.
pub(super) fn text(body: &[u8], only_beginning: bool) -> Result<Cow<'_, str>, ParseError> {
    if let Some(encoding) = compression(body) {
        return Err(ParseError::NotAnError(Found::Compressed(encoding.to_owned())));
    }
    let (start, _) = without_blanks(body);
    match start.get(..HEAD) {
        // A mark goes with the blanks, and is needed only where it is not that of UTF-8.
        Some(head) if only_beginning => decode(head),
        _ => decode(body),
    }
}

/// The kind of a string, as far as its beginning tells.
pub(super) fn beginning(text: &str) -> Option<Found> {
    no_xml(text).or_else(|| xml::root(text))
}

/// The kind of a string that is not XML, by its first character; an HTML page need not be XML.
pub(super) fn no_xml(text: &str) -> Option<Found> {
    let begins_with = |tag: &str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    match text.chars().next() {
        None => Some(Found::Nothing),
        Some('{' | '[') => Some(Found::Json),
        Some('<') if begins_with("<html") || begins_with("<!doctype html") => Some(Found::Html),
        Some('<') => None,
        Some(_) => Some(Found::Text),
    }
}

/// The compression that a body begins as, by the name that `Content-Encoding` has for it.
fn compression(body: &[u8]) -> Option<&'static str> {
    match body {
        [0x1F, 0x8B, ..] => Some("gzip"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Some("zstd"),
        [0x78, 0x01 | 0x9C, ..] => Some("deflate"),
        _ => None,
    }
}
