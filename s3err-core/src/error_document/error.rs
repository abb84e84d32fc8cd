//! Why an answer is no error document.

use std::error::Error;
use std::fmt;

use crate::foreign::Foreign;

/// Why [`ErrorDocument::parse`](crate::ErrorDocument::parse) gave none.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// It is something else than an S3 error.
    NotAnError(Found),
    /// It begins as an S3 error, and is not well-formed.
    Broken {
        /// How many bytes of it could be read.
        position: usize,
        /// What is wrong there.
        reason: String,
    },
    /// It is larger than it may be.
    TooLarge(Exceeded),
}

/// What was found instead of an S3 error.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Found {
    /// Nothing, or blanks.
    Nothing,
    /// An HTML page.
    Html,
    /// JSON.
    Json,
    /// Text that is no XML.
    Text,
    /// An XML document with this root element.
    Document(String),
    /// An `Error` element without a code.
    NoCode,
}

/// A limit that a document exceeds, with its value.
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
            Self::NotAnError(found) => write!(f, "not an S3 error but {found}, go by the status"),
            Self::Broken { position, reason } => {
                write!(f, "a broken S3 error ({reason} at byte {position}), go by the status or read the answer again")
            }
            Self::TooLarge(exceeded) => exceeded.fmt(f),
        }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nothing => f.write_str("an empty answer"),
            Self::Html => f.write_str("an HTML page"),
            Self::Json => f.write_str("JSON"),
            Self::Text => f.write_str("text"),
            Self::Document(root) => write!(f, "a document `{}`", Foreign(root)),
            Self::NoCode => f.write_str("an `Error` without a `Code`"),
        }
    }
}

impl fmt::Display for Exceeded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, limit, setter) = match self {
            Self::Size(limit) => ("the document has more than", format!("{limit} bytes"), "size"),
            Self::Depth(limit) => ("elements stand within elements more than", format!("{limit} deep"), "depth"),
            Self::Elements(limit) => ("the document has more than", format!("{limit} elements"), "elements"),
            Self::Text(limit) => ("the text of an element has more than", format!("{limit} bytes"), "text"),
        };
        write!(f, "{what} {limit}, raise `Limits::with_{setter}` to read it")
    }
}

impl Error for ParseError {}
