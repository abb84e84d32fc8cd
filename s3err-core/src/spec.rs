//! What is known of a type's errors before any of them happens.

use http::StatusCode;

use crate::document::Layout;
use crate::{Fault, Retry, RetryClass};

/// A type that lists its errors. Derived together with [`S3Error`](macro@crate::S3Error).
///
/// ```
/// use s3err_core::{Describe, S3Error};
///
/// #[derive(Debug, S3Error)]
/// enum ObjectError {
///     /// The key is not in the index.
///     NoSuchKey { #[s3(detail)] key: String },
///     SlowDown,
/// }
///
/// let codes: Vec<_> = ObjectError::SPECS.iter().map(|spec| (spec.code, spec.status.as_u16())).collect();
/// assert_eq!(codes, [("NoSuchKey", 404), ("SlowDown", 503)]);
/// let no_such_key = &ObjectError::SPECS[0];
/// assert_eq!(no_such_key.details[0].name, "Key");
/// assert_eq!(no_such_key.docs, "The key is not in the index.");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` describes no errors",
    label = "derive `S3Error` on it: it is described with that"
)]
pub trait Describe {
    /// The type's own errors in the order of its variants. Variants that take everything from another error
    /// (`transparent`, `via`, `other`) have none.
    const SPECS: &'static [ErrorSpec];
}

/// What is declared of one error.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ErrorSpec {
    /// The variant's Rust name; of a struct, its name.
    pub variant: &'static str,
    /// S3's code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// Whose fault it is.
    pub fault: Fault,
    /// Whether it is worth another try.
    pub retry: RetryClass,
    /// The message; with its placeholders as they were written. Empty when it is the value's `Display`.
    pub message: &'static str,
    /// The details, in wire order.
    pub details: &'static [FieldSpec],
    /// The error's own headers, and `retry-after` and `x-amz-retry-after` where it tells how long to wait.
    pub headers: &'static [FieldSpec],
    /// The names of the fields that go into the log alone.
    pub log: &'static [&'static str],
    /// The variant's doc comment.
    pub docs: &'static str,
    /// Whether the connection is to be closed.
    pub close: bool,
    pub(crate) has_formatted_message: bool,
    pub(crate) layout: Layout<'static>,
}

/// What is declared of a detail or a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldSpec {
    /// The element's or header's name.
    pub name: &'static str,
    /// Whether it can be left out.
    pub optional: bool,
    /// Whether it is kept out of logs.
    pub sensitive: bool,
}

/// For generated code alone: what can grow is built by functions, which can too. A row says only what is not usual: that is
/// less for the compiler to check and to evaluate.
#[doc(hidden)]
impl ErrorSpec {
    #[must_use]
    pub const fn __new(
        variant: &'static str,
        code: &'static str,
        status: u16,
        message: &'static str,
        head: &'static str,
    ) -> Self {
        let status = match StatusCode::from_u16(status) {
            Ok(status) => status,
            Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self {
            variant,
            code,
            status,
            fault: Fault::of_status(status),
            retry: Retry::of_status(status).class(),
            message,
            layout: Layout { head, gaps: &[] },
            details: &[],
            headers: &[],
            log: &[],
            docs: "",
            close: false,
            has_formatted_message: false,
        }
    }

    #[must_use]
    pub const fn __fault(mut self, fault: Fault) -> Self {
        self.fault = fault;
        self
    }

    #[must_use]
    pub const fn __retry(mut self, retry: RetryClass) -> Self {
        self.retry = retry;
        self
    }

    #[must_use]
    pub const fn __headers(mut self, headers: &'static [FieldSpec]) -> Self {
        self.headers = headers;
        self
    }

    #[must_use]
    pub const fn __log(mut self, log: &'static [&'static str]) -> Self {
        self.log = log;
        self
    }

    #[must_use]
    pub const fn __docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    #[must_use]
    pub const fn __close(mut self) -> Self {
        self.close = true;
        self
    }

    /// The message is the first of the values, not the text of the layout.
    #[must_use]
    pub const fn __formatted_message(mut self) -> Self {
        self.has_formatted_message = true;
        self
    }
}
