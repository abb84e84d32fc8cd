//! Limits to what is read.

/// The limits within which a document is read.
///
/// ```
/// use s3err_core::{ErrorDocument, Limits, ParseError};
///
/// let body = b"<Error><Code>NoSuchKey</Code><Message>0123456789</Message></Error>";
/// let error = ErrorDocument::parse_within(body, &Limits::default().with_text(8)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "the document has more than 8 bytes of text in an element, \
///      raise `Limits::with_text` to read it",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    pub(super) size: usize,
    pub(super) depth: usize,
    pub(super) elements: usize,
    pub(super) text: usize,
}

impl Default for Limits {
    /// 1 MiB, 16 levels of elements, 256 elements, 256 KiB of text in each: far more than S3 sends, whose largest error
    /// echoes a request's 8 KiB of headers in hexadecimal.
    fn default() -> Self {
        Self { size: 1 << 20, depth: 16, elements: 256, text: 256 << 10 }
    }
}

impl Limits {
    /// The limits for the result of DeleteObjects: a thousand keys of 1,024 bytes, each of them escaped and failed.
    pub(super) const DELETE_RESULT: Self = Self { size: 16 << 20, depth: 16, elements: 32 << 10, text: 256 << 10 };

    /// Sets the number of bytes that a document may have. More than 1 GiB is not read whatever the limit.
    #[must_use]
    pub const fn with_size(self, bytes: usize) -> Self {
        Self { size: bytes, ..self }
    }

    /// Sets the number of levels to which elements may be within elements.
    #[must_use]
    pub const fn with_depth(self, depth: usize) -> Self {
        Self { depth, ..self }
    }

    /// Sets the number of elements that a document may have.
    ///
    /// Reading and sending take time in proportion to the number of elements, however many they are.
    #[must_use]
    pub const fn with_elements(self, elements: usize) -> Self {
        Self { elements, ..self }
    }

    /// Sets the number of bytes of text that an element may have.
    #[must_use]
    pub const fn with_text(self, bytes: usize) -> Self {
        Self { text: bytes, ..self }
    }
}
