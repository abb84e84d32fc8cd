//! From bytes to the parts of an error document: the only file that reads XML.
//!
//! It takes what S3's clients take: any order of elements, namespaces, a wrapper, no declaration, blanks and a byte order
//! mark before it, comments, CDATA. S3 itself writes control characters as references that XML forbids; they are read.

use std::borrow::Cow;
use std::fmt;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::error::{Exceeded, Found, ParseError};
use super::flat;
use super::limits::Limits;
use super::parts::{Parts, push_reference};
use crate::document::into_string;
use crate::standard::is_sensitive;

/// Reads a document.
pub(super) fn read(body: &[u8], limits: &Limits) -> Result<Parts, ParseError> {
    if body.len() > limits.size {
        return Err(ParseError::TooLarge(Exceeded::Size(limits.size)));
    }
    let body_without_mark = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    if let Some(parts) = flat::read(body_without_mark.trim_ascii_start(), limits) {
        return Ok(parts);
    }
    let all = std::str::from_utf8(body).map_or_else(|_| String::from_utf8_lossy(body), Cow::Borrowed);
    // In either order: what keeps a connection alive goes before the document of a backend, mark and all.
    let text = all.trim_start_matches(|c: char| c == '\u{FEFF}' || c.is_whitespace());
    if let Some(found) = something_else(text) {
        return Err(ParseError::NotAnError(found));
    }
    let skipped = all.len() - text.len();
    let mut walk = Walk { reader: Reader::from_str(text), limits, skipped, depth: 0, elements: 0, texts: Vec::new() };
    walk.read()
}

/// What is no XML at all, told by its first characters.
fn something_else(text: &str) -> Option<Found> {
    let begins_with = |tag: &str| text.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    match text.chars().next() {
        None => Some(Found::Nothing),
        Some('{' | '[') => Some(Found::Json),
        Some('<') if begins_with("<html") || begins_with("<!doctype html") => Some(Found::Html),
        Some('<') => None,
        Some(_) => Some(Found::Text),
    }
}

struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    limits: &'a Limits,
    /// The bytes before the part that is read.
    skipped: usize,
    depth: usize,
    elements: usize,
    texts: Vec<u8>,
}

/// An element begins (and ends at once, if it is empty), text goes on, or the element around ends.
enum Piece<'a> {
    Open { name: String, empty: bool },
    Text(Cow<'a, str>),
    Close,
    End,
}

impl<'a> Walk<'a> {
    fn read(&mut self) -> Result<Parts, ParseError> {
        let mut parts = Parts::default();
        loop {
            match self.next()? {
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) => return Err(ParseError::NotAnError(Found::Text)),
                Piece::Open { name, empty } => {
                    match name.as_str() {
                        "Error" | "ErrorResponse" if empty => {}
                        "Error" => self.error(&mut parts)?,
                        "ErrorResponse" => self.wrapper(&mut parts)?,
                        _ if name.eq_ignore_ascii_case("html") => return Err(ParseError::NotAnError(Found::Html)),
                        _ => return Err(ParseError::NotAnError(Found::Document(name))),
                    }
                    break;
                }
                Piece::Close | Piece::End => return Err(ParseError::NotAnError(Found::Nothing)),
            }
        }
        self.nothing_follows()?;
        parts.texts = into_string(std::mem::take(&mut self.texts));
        Ok(parts)
    }

    /// `ErrorResponse`: an `Error` with the ids beside it.
    fn wrapper(&mut self, parts: &mut Parts) -> Result<(), ParseError> {
        while let Some((name, empty)) = self.child()? {
            match name.as_str() {
                "Error" if !empty && parts.code.is_none() => self.error(parts)?,
                _ if empty => {}
                "Code" | "Message" | "RequestId" | "RequestID" | "HostId" => self.field(&name, empty, parts)?,
                _ => drop(self.text(false)?),
            }
        }
        Ok(())
    }

    /// The children of `Error`.
    fn error(&mut self, parts: &mut Parts) -> Result<(), ParseError> {
        while let Some((name, empty)) = self.child()? {
            self.field(&name, empty, parts)?;
        }
        Ok(())
    }

    /// A child with its text.
    fn field(&mut self, name: &str, empty: bool, parts: &mut Parts) -> Result<(), ParseError> {
        // A detail is marked as secret; what is shown everywhere goes without.
        let keeps_secrets = parts.own(name.as_bytes()).is_none();
        let (text, secret) = if empty { (String::new(), false) } else { self.text(keeps_secrets)? };
        let start = self.texts.len();
        self.texts.extend_from_slice(text.as_bytes());
        parts.take(name.as_bytes(), start..self.texts.len(), &mut self.texts, secret);
        Ok(())
    }

    /// The next child of the element that is open; `None` at its end.
    fn child(&mut self) -> Result<Option<(String, bool)>, ParseError> {
        loop {
            match self.next()? {
                Piece::Open { name, empty } => return Ok(Some((name, empty))),
                Piece::Text(_) => {}
                Piece::Close => return Ok(None),
                Piece::End => return Err(self.broken("the document ends within an element")),
            }
        }
    }

    /// The text of the element that is open, that of its children with it, and whether one of them is secret. The text of a
    /// secret one is in it only if it `keeps_secrets`.
    fn text(&mut self, keeps_secrets: bool) -> Result<(String, bool), ParseError> {
        let inside = self.depth;
        let mut all = String::new();
        let mut len = 0;
        let mut secret = false;
        // How deep the secret element begins that is open.
        let mut hidden = None;
        loop {
            match self.next()? {
                Piece::Text(text) => {
                    len += text.len();
                    if len > self.limits.text {
                        return Err(ParseError::TooLarge(Exceeded::Text(self.limits.text)));
                    }
                    if keeps_secrets || hidden.is_none() {
                        all.push_str(&text);
                    }
                }
                Piece::Close if self.depth < inside => return Ok((all, secret)),
                Piece::Open { name, empty } => {
                    if is_sensitive(&name) {
                        secret = true;
                        hidden = hidden.or((!empty).then_some(self.depth));
                    }
                }
                Piece::Close => hidden = hidden.filter(|depth| *depth <= self.depth),
                Piece::End => return Err(self.broken("the document ends within an element")),
            }
        }
    }

    fn nothing_follows(&mut self) -> Result<(), ParseError> {
        loop {
            match self.next()? {
                Piece::End => return Ok(()),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) | Piece::Open { .. } | Piece::Close => {
                    return Err(self.broken("something follows the error"));
                }
            }
        }
    }

    /// The next piece that says something.
    fn next(&mut self) -> Result<Piece<'a>, ParseError> {
        loop {
            let event = self.reader.read_event().map_err(|error| self.broken(error))?;
            return Ok(match event {
                Event::Start(start) => {
                    let open = self.open(start.local_name().as_ref(), false)?;
                    self.depth += 1;
                    open
                }
                Event::Empty(start) => self.open(start.local_name().as_ref(), true)?,
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    Piece::Close
                }
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let mut text = Vec::new();
                    push_reference(&mut text, reference.as_bytes());
                    Piece::Text(Cow::Owned(into_string(text)))
                }
                Event::Eof => Piece::End,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    fn open(&mut self, name: &str, empty: bool) -> Result<Piece<'a>, ParseError> {
        if self.depth >= self.limits.depth {
            return Err(ParseError::TooLarge(Exceeded::Depth(self.limits.depth)));
        }
        self.elements += 1;
        if self.elements > self.limits.elements {
            return Err(ParseError::TooLarge(Exceeded::Elements(self.limits.elements)));
        }
        Ok(Piece::Open { name: name.to_owned(), empty })
    }

    fn broken(&self, reason: impl fmt::Display) -> ParseError {
        let position = usize::try_from(self.reader.buffer_position()).map_or(usize::MAX, |read| read + self.skipped);
        ParseError::Broken { position, reason: reason.to_string() }
    }
}
