//! A walk over the elements of a document: the only file that knows the XML library.
//!
//! It takes what S3's clients take: any prefix, no declaration, comments, CDATA. S3 itself writes control characters as
//! references that XML forbids; they are read.

use std::borrow::Cow;
use std::fmt;

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::Event;

use super::entity::push_reference;
use super::limits::Limits;
use super::parse_error::{Exceeded, Found, ParseError};
use crate::catalogue::is_sensitive;
use crate::document::into_string;
use crate::excerpt::Excerpt;

pub(super) struct Walk<'a> {
    reader: Reader<&'a [u8]>,
    limits: &'a Limits,
    /// The bytes before the text that is read.
    skipped: usize,
    depth: usize,
    elements: usize,
}

/// The start tag of an element, or the whole of one that is written `<a/>`.
pub(super) struct Open {
    pub(super) name: String,
    pub(super) is_empty: bool,
    /// Its number in the document, from 1.
    pub(super) number: usize,
}

enum Piece<'a> {
    Open(Open),
    Text(Cow<'a, str>),
    Close,
    End,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, skipped: usize, limits: &'a Limits) -> Self {
        Self { reader: Reader::from_str(text), limits, skipped, depth: 0, elements: 0 }
    }

    /// The root element. It exceeds no limit yet, so that a document of another kind is told whatever its size.
    pub(super) fn root(&mut self) -> Result<Open, ParseError> {
        loop {
            match self.next()? {
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) => return Err(ParseError::NotAnError(Found::Text)),
                Piece::Open(open) => return Ok(open),
                Piece::Close | Piece::End => return Err(ParseError::NotAnError(Found::Nothing)),
            }
        }
    }

    /// The next child of the element that is open; `None` at its end.
    pub(super) fn child(&mut self) -> Result<Option<Open>, ParseError> {
        self.within_limits(self.depth)?; // the root was let in without being asked
        loop {
            match self.next()? {
                Piece::Open(open) => return Ok(Some(open)),
                Piece::Text(_) => {}
                Piece::Close => return Ok(None),
                Piece::End => return Err(self.broken("the document ends within an element")),
            }
        }
    }

    /// The text of an element with that of its children, and whether one of them is sensitive. The text of a sensitive
    /// one is part of it only if it `keeps_secrets`.
    pub(super) fn text(&mut self, open: &Open, keeps_secrets: bool) -> Result<(String, bool), ParseError> {
        let (mut all, mut len, mut has_secret) = (String::new(), 0, false);
        if open.is_empty {
            return Ok((all, has_secret));
        }
        let inside = self.depth;
        // The depth at which the sensitive element begins that is open.
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
                Piece::Open(open) => {
                    if is_sensitive(&open.name) {
                        has_secret = true;
                        hidden = hidden.or((!open.is_empty).then_some(self.depth));
                    }
                }
                Piece::Close if self.depth < inside => return Ok((all, has_secret)),
                Piece::Close => hidden = hidden.filter(|depth| *depth <= self.depth),
                Piece::End => return Err(self.broken("the document ends within an element")),
            }
        }
    }

    /// Reads past an element.
    pub(super) fn skip(&mut self, open: &Open) -> Result<(), ParseError> {
        self.text(open, false).map(drop)
    }

    /// Reads to the end of the document, where only blanks may follow the root.
    pub(super) fn finish(&mut self) -> Result<(), ParseError> {
        loop {
            match self.next()? {
                Piece::End => return Ok(()),
                Piece::Text(text) if text.trim().is_empty() => {}
                Piece::Text(_) | Piece::Open(_) | Piece::Close => {
                    return Err(self.broken("something follows the root element"));
                }
            }
        }
    }

    /// The numbers of the elements around the first `Code` that is at most two levels below the root, outermost first.
    pub(super) fn path_to_code(&mut self) -> Result<Vec<usize>, ParseError> {
        let mut path = Vec::new();
        loop {
            match self.next()? {
                Piece::Open(open) if open.name == "Code" && (1..=3).contains(&path.len()) => return Ok(path),
                Piece::Open(open) if !open.is_empty => path.push(open.number),
                Piece::Open(_) | Piece::Text(_) => {}
                Piece::Close => drop(path.pop()),
                Piece::End => return Err(ParseError::NotAnError(Found::NoCode)),
            }
        }
    }

    /// The next piece that says something.
    fn next(&mut self) -> Result<Piece<'a>, ParseError> {
        loop {
            let event = self.reader.read_event().map_err(|error| self.broken(Reason(&error)))?;
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

    fn open(&mut self, name: &str, is_empty: bool) -> Result<Piece<'a>, ParseError> {
        self.elements += 1;
        if self.elements > 1 {
            self.within_limits(self.depth + 1)?;
        }
        Ok(Piece::Open(Open { name: name.to_owned(), is_empty, number: self.elements }))
    }

    /// Checks that the document so far, with an element at `depth`, is within the limits.
    pub(super) fn within_limits(&self, depth: usize) -> Result<(), ParseError> {
        if depth > self.limits.depth {
            return Err(ParseError::TooLarge(Exceeded::Depth(self.limits.depth)));
        }
        if self.elements > self.limits.elements {
            return Err(ParseError::TooLarge(Exceeded::Elements(self.limits.elements)));
        }
        Ok(())
    }

    fn broken(&self, reason: impl fmt::Display) -> ParseError {
        let position = usize::try_from(self.reader.buffer_position()).map_or(usize::MAX, |read| read + self.skipped);
        ParseError::Broken { position, reason: reason.to_string() }
    }
}

/// A mistake in words that quote no more of the document than is needed: the library's own hold names of any length.
struct Reason<'a>(&'a Error);

impl fmt::Display for Reason<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                write!(f, "expected `</{}>`, found `</{}>`", Excerpt(expected), Excerpt(found))
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => {
                write!(f, "`</{}>` closes nothing", Excerpt(name))
            }
            Error::IllFormed(IllFormedError::UnclosedReference) => f.write_str("`&` without a `;` after its name"),
            Error::Syntax(error) => error.fmt(f),
            other => Excerpt(&other.to_string()).fmt(f),
        }
    }
}
