//! Error documents as XML, whatever their shape.

use super::contents::{Contents, Span};
use super::limits::Limits;
use super::parse_error::{Found, ParseError};
use super::walk::{Open, Walk};
use crate::document::into_string;

/// The roots that hold an error.
pub(super) enum Roots {
    /// `Error`, and `ErrorResponse` around it.
    Errors,
    /// Any root around a `Code`, because the status says that it is an error.
    Any,
}

/// Reads a document. `text` begins with `<`, after `skipped` bytes.
pub(super) fn read(text: &str, skipped: usize, limits: &Limits, roots: &Roots) -> Result<Contents, ParseError> {
    match read_error(text, skipped, limits) {
        Err(ParseError::NotAnError(found @ (Found::Document(_) | Found::NoCode))) if matches!(roots, Roots::Any) => {
            read_any(text, skipped, limits).map_err(|error| match error {
                ParseError::NotAnError(Found::NoCode) => ParseError::NotAnError(found),
                other => other,
            })
        }
        read => read,
    }
}

/// The kind of document that begins with `text`, if it has a root.
pub(super) fn root(text: &str) -> Option<Found> {
    Walk::new(text, 0, &Limits::default()).root().ok().map(found)
}

/// Checks that a document is whole and has this root.
pub(super) fn check_result(text: &str, skipped: usize, result_root: &str) -> Result<(), ParseError> {
    // It is not kept, and may be as large as the result of a large operation.
    let limits = Limits { size: usize::MAX, depth: usize::MAX, elements: usize::MAX, text: usize::MAX };
    let mut walk = Walk::new(text, skipped, &limits);
    let root = walk.root()?;
    if root.name != result_root {
        return Err(ParseError::NotAnError(found(root)));
    }
    if !root.is_empty {
        while let Some(open) = walk.child()? {
            walk.skip(&open)?;
        }
    }
    walk.finish()
}

/// A document of another kind.
pub(super) fn found(root: Open) -> Found {
    if root.name.eq_ignore_ascii_case("html") { Found::Html } else { Found::Document(root.name) }
}

/// Contents on their way: the strings are text already, and are checked no more.
#[derive(Default)]
pub(super) struct Reading {
    pub(super) contents: Contents,
    texts: Vec<u8>,
}

impl Reading {
    /// Takes an element that is open.
    pub(super) fn take(&mut self, walk: &mut Walk<'_>, open: &Open) -> Result<(), ParseError> {
        // A detail is marked as sensitive as a whole; what logs show goes without the sensitive part.
        let keeps_secrets = self.contents.own(open.name.as_bytes()).is_none();
        let (text, secret) = walk.text(open, keeps_secrets)?;
        let start = self.texts.len();
        self.texts.extend_from_slice(open.name.as_bytes());
        let name_end = self.texts.len();
        self.texts.extend_from_slice(text.as_bytes());
        let (name, value) = (Span::new(start, name_end), Span::new(name_end, self.texts.len()));
        self.contents.take(&self.texts, name, value, secret);
        Ok(())
    }

    pub(super) fn finish(mut self) -> Contents {
        self.contents.texts = into_string(self.texts);
        self.contents
    }
}

fn read_error(text: &str, skipped: usize, limits: &Limits) -> Result<Contents, ParseError> {
    let mut walk = Walk::new(text, skipped, limits);
    let mut reading = Reading::default();
    let root = walk.root()?;
    let is_wrapper = match root.name.as_str() {
        "Error" => false,
        "ErrorResponse" => true,
        _ => return Err(ParseError::NotAnError(found(root))),
    };
    walk.within_limits(1)?;
    if !root.is_empty {
        if is_wrapper {
            read_wrapper(&mut walk, &mut reading)?;
        } else {
            while let Some(open) = walk.child()? {
                reading.take(&mut walk, &open)?;
            }
        }
    }
    walk.finish()?;
    with_code(reading.finish())
}

/// Reads `ErrorResponse`: an `Error`, and the ids beside it.
fn read_wrapper(walk: &mut Walk<'_>, reading: &mut Reading) -> Result<(), ParseError> {
    while let Some(open) = walk.child()? {
        match open.name.as_str() {
            "Error" if reading.contents.code.is_none() && !open.is_empty => {
                while let Some(open) = walk.child()? {
                    // The query protocol says there whose fault the error is.
                    if open.name == "Type" {
                        walk.skip(&open)?;
                    } else {
                        reading.take(walk, &open)?;
                    }
                }
            }
            "Code" | "Message" | "RequestId" | "RequestID" | "HostId" => reading.take(walk, &open)?,
            _ => walk.skip(&open)?,
        }
    }
    Ok(())
}

/// Reads the children of the element that holds the first `Code`, and the ids beside the elements around it.
fn read_any(text: &str, skipped: usize, limits: &Limits) -> Result<Contents, ParseError> {
    let path = Walk::new(text, skipped, limits).path_to_code()?;
    let mut walk = Walk::new(text, skipped, limits);
    let mut reading = Reading::default();
    walk.root()?;
    let mut level = 1;
    while level > 0 {
        let Some(open) = walk.child()? else {
            level -= 1;
            continue;
        };
        let is_id = matches!(open.name.as_str(), "RequestId" | "RequestID" | "HostId");
        if path.get(level) == Some(&open.number) {
            level += 1;
        } else if level == path.len() || is_id {
            reading.take(&mut walk, &open)?;
        } else {
            walk.skip(&open)?;
        }
    }
    walk.finish()?;
    with_code(reading.finish())
}

/// The contents, if they have what makes them an error.
fn with_code(contents: Contents) -> Result<Contents, ParseError> {
    if contents.has_code() { Ok(contents) } else { Err(ParseError::NotAnError(Found::NoCode)) }
}
