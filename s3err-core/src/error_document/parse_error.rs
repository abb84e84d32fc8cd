//! The error returned when something is not an S3 error.

use std::error::Error;
use std::fmt;

use crate::excerpt::Excerpt;

/// The error returned when a body cannot be read as an S3 error.
///
/// Its `Display` is one line of some hundred characters, whatever was read: a name that a stranger chose is escaped and
/// cut.
///
/// ```
/// use s3err_core::{ErrorDocument, Found, ParseError};
///
/// let error = ErrorDocument::parse(b"<html><body>Bad Gateway</body></html>").unwrap_err();
/// assert_eq!(error, ParseError::NotAnError(Found::Html));
/// assert_eq!(error.to_string(), "expected an S3 error, found an HTML page");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// Something other than an S3 error.
    NotAnError(Found),
    /// Something other than a `DeleteResult`, where one was expected.
    NotADeleteResult(Found),
    /// An encoding other than UTF-8, UTF-16, US-ASCII and ISO-8859-1, by its name.
    UnknownEncoding(String),
    /// The beginning of a document that is not well-formed.
    Broken {
        /// The number of bytes that could be read. In a document that is not UTF-8, of its text as UTF-8.
        position: usize,
        /// The mistake.
        reason: String,
    },
    /// A document that exceeds a limit.
    TooLarge(Exceeded),
}

/// The kind of body that was found instead.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// Nothing, or blanks.
    Nothing,
    /// An HTML page.
    Html,
    /// JSON that is not an error of S3's JSON format.
    Json,
    /// Text that is not XML.
    Text,
    /// A compressed body, by its encoding: decompress it first.
    Compressed(String),
    /// An XML document, by its root element.
    Document(String),
    /// An `Error` element without a code.
    NoCode,
}

/// The limit that a document exceeds, with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Exceeded {
    /// The size of the document in bytes.
    Size(usize),
    /// The depth of elements within elements.
    Depth(usize),
    /// The number of elements.
    Elements(usize),
    /// The bytes of text in an element.
    Text(usize),
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnError(found) => write!(f, "expected an S3 error, found {found}"),
            Self::NotADeleteResult(found) => write!(f, "expected a `DeleteResult`, found {found}"),
            Self::UnknownEncoding(name) => {
                let name = Excerpt(name);
                write!(f, "unknown encoding `{name}`, expected UTF-8, UTF-16, US-ASCII or ISO-8859-1")
            }
            Self::Broken { position, reason } => {
                write!(f, "malformed document at byte {position}: {}", Excerpt(reason))
            }
            Self::TooLarge(exceeded) => exceeded.fmt(f),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("an empty body"),
            Self::Html => f.write_str("an HTML page"),
            Self::Json => f.write_str("JSON"),
            Self::Text => f.write_str("text"),
            Self::Compressed(encoding) => {
                write!(f, "a body compressed with `{}`, decompress it first", Excerpt(encoding))
            }
            Self::Document(root) => write!(f, "a document `{}`", Excerpt(root)),
            Self::NoCode => f.write_str("an `Error` without a `Code`"),
        }
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (limit, what, setter) = match self {
            Self::Size(limit) => (limit, "bytes", "size"),
            Self::Depth(limit) => (limit, "levels of elements", "depth"),
            Self::Elements(limit) => (limit, "elements", "elements"),
            Self::Text(limit) => (limit, "bytes of text in an element", "text"),
        };
        write!(f, "the document has more than {limit} {what}, raise `Limits::with_{setter}` to read it")
    }
}

impl Error for ParseError {}
