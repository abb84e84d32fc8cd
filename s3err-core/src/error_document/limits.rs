//! How much of an answer is read.

/// What a document may cost before it is refused.
///
/// ```
/// use s3err_core::{ErrorDocument, Limits, ParseError};
///
/// let body = b"<Error><Code>NoSuchKey</Code><Message>0123456789</Message></Error>";
/// let error = ErrorDocument::parse_within(body, &Limits::default().with_text(8)).unwrap_err();
/// assert_eq!(error.to_string(), "the text of an element has more than 8 bytes, raise `Limits::with_text` to read it");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(super) size: usize,
    pub(super) depth: usize,
    pub(super) elements: usize,
    pub(super) text: usize,
}

impl Default for Limits {
    /// 1 MiB, elements within elements 16 deep, 256 elements, 256 KiB of text in each: far more than S3 sends, whose
    /// largest error echoes a request's 8 KiB of headers in hex.
    fn default() -> Self {
        Self { size: 1 << 20, depth: 16, elements: 256, text: 256 << 10 }
    }
}

impl Limits {
    /// The most bytes that a document may have.
    #[must_use]
    pub const fn with_size(self, bytes: usize) -> Self {
        Self { size: bytes, ..self }
    }

    /// How deep elements may stand within elements.
    #[must_use]
    pub const fn with_depth(self, depth: usize) -> Self {
        Self { depth, ..self }
    }

    /// How many elements a document may have.
    #[must_use]
    pub const fn with_elements(self, elements: usize) -> Self {
        Self { elements, ..self }
    }

    /// The most bytes of text that an element may have.
    #[must_use]
    pub const fn with_text(self, bytes: usize) -> Self {
        Self { text: bytes, ..self }
    }
}
