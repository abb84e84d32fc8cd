//! The static description of a type's errors.

use http::StatusCode;

use crate::fault::Fault;
use crate::retry::{Retry, RetryClass};

/// A type that lists its errors. Derived together with [`S3Error`](macro@crate::S3Error).
///
/// Tests and tools read the list; [`Reference`](crate::Reference) makes a page of it. Guide:
/// [testing your errors](crate::guide::tests).
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
/// let specs = ObjectError::SPECS.iter();
/// let codes: Vec<_> = specs.map(|spec| (spec.code, spec.status.as_u16())).collect();
/// assert_eq!(codes, [("NoSuchKey", 404), ("SlowDown", 503)]);
/// let no_such_key = &ObjectError::SPECS[0];
/// assert_eq!(no_such_key.details[0].name, "Key");
/// assert_eq!(no_such_key.docs, "The key is not in the index.");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not describe its errors",
    label = "derive `S3Error`, which implements `Describe` too"
)]
pub trait Describe {
    /// The type's own errors in the order of its variants. Variants that take everything from another error
    /// (`transparent`, `via`, `other`) have none.
    const SPECS: &'static [ErrorSpec];
}

/// The static description of one error: its code, status, message and fields.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct ErrorSpec {
    /// The variant's Rust name; for a struct, its name.
    pub variant: &'static str,
    /// S3's error code.
    pub code: &'static str,
    /// The HTTP status.
    pub status: StatusCode,
    /// The side that is to blame.
    pub fault: Fault,
    /// The retry class: whether it is worth another try.
    pub retry: RetryClass,
    /// The message, with its placeholders as they were written. Empty when it is the value's `Display`.
    pub message: &'static str,
    /// The details, in wire order.
    pub details: &'static [FieldSpec],
    /// The error's own headers, and `retry-after` and `x-amz-retry-after` where it tells how long to wait.
    pub headers: &'static [FieldSpec],
    /// The names of the fields that go into the log alone.
    pub log: &'static [&'static str],
    /// The variant's doc comment.
    pub docs: &'static str,
    /// True if the connection is to be closed.
    pub close: bool,
    pub(crate) has_formatted_message: bool,
    /// The document of an error that has values, from the code to the last detail, each value's element empty.
    pub(crate) document: &'static str,
    /// The length of those elements, which are the document's last. Of 16 bits, because every row of a program has one.
    pub(crate) values_len: u16,
}

/// The description of a detail or a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldSpec {
    /// The element's or header's name.
    pub name: &'static str,
    /// True if it can be left out.
    pub optional: bool,
    /// True if it is kept out of logs.
    pub sensitive: bool,
    /// The value that the variant gives it, with its placeholders as they were written. `None` if it is a field's.
    pub value: Option<&'static str>,
}

/// The description of an error whose fault and retry class follow from its status. For generated code alone.
#[doc(hidden)]
#[must_use]
#[allow(clippy::indexing_slicing)] // called in constants alone, where an index out of bounds does not compile
pub const fn error(variant: &'static str, code: &'static str, status: u16, message: &'static str) -> ErrorSpec {
    let mut spec = BY_STATUS[(status - FIRST_STATUS) as usize];
    spec.variant = variant;
    spec.code = code;
    spec.message = message;
    spec
}

/// The lowest status of an error.
const FIRST_STATUS: u16 = 300;

/// The description that follows from each status, with all else empty. It is worked out here, because otherwise the
/// compiler would do so for every row of every program.
#[allow(clippy::indexing_slicing)] // an index out of bounds does not compile
static BY_STATUS: [ErrorSpec; 300] = {
    let mut rows = [blank(FIRST_STATUS); 300];
    let mut row = 0_u16;
    while row < 300 {
        rows[row as usize] = blank(FIRST_STATUS + row);
        row += 1;
    }
    rows
};

/// The description of an error of which only the status is known.
const fn blank(status: u16) -> ErrorSpec {
    let status = match StatusCode::from_u16(status) {
        Ok(status) => status,
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR,
    };
    ErrorSpec {
        variant: "",
        code: "",
        status,
        fault: Fault::from_status(status),
        retry: Retry::from_status(status).class(),
        message: "",
        details: &[],
        headers: &[],
        log: &[],
        docs: "",
        close: false,
        has_formatted_message: false,
        document: "",
        values_len: 0,
    }
}

/// The description of a detail or a header that is always there and may be logged. For generated code alone.
#[doc(hidden)]
#[must_use]
pub const fn field(name: &'static str) -> FieldSpec {
    FieldSpec { name, optional: false, sensitive: false, value: None }
}

/// The length of an element without text.
pub(crate) const fn empty_len(name: &str) -> usize {
    "<></>".len() + 2 * name.len()
}

/// Setters for generated code alone, so that fields can be added. A row sets only what differs from the default.
#[doc(hidden)]
impl ErrorSpec {
    #[must_use]
    pub const fn fault(mut self, fault: Fault) -> Self {
        self.fault = fault;
        self
    }

    #[must_use]
    pub const fn retry(mut self, retry: RetryClass) -> Self {
        self.retry = retry;
        self
    }

    #[must_use]
    pub const fn details(mut self, details: &'static [FieldSpec]) -> Self {
        self.details = details;
        self
    }

    #[must_use]
    pub const fn headers(mut self, headers: &'static [FieldSpec]) -> Self {
        self.headers = headers;
        self
    }

    #[must_use]
    pub const fn log(mut self, log: &'static [&'static str]) -> Self {
        self.log = log;
        self
    }

    #[must_use]
    pub const fn docs(mut self, docs: &'static str) -> Self {
        self.docs = docs;
        self
    }

    #[must_use]
    pub const fn close(mut self) -> Self {
        self.close = true;
        self
    }

    /// The message is the first of the values that belong into the document.
    #[must_use]
    pub const fn formatted_message(mut self) -> Self {
        self.has_formatted_message = true;
        self
    }

    /// The document, from the code to the last detail, with the elements of the values empty.
    #[allow(clippy::cast_possible_truncation)] // asserted
    #[must_use]
    pub const fn document(mut self, document: &'static str) -> Self {
        self.document = document;
        let mut len = if self.has_formatted_message { empty_len("Message") } else { 0 };
        let mut details = self.details;
        while let [detail, rest @ ..] = details {
            len += empty_len(detail.name);
            details = rest;
        }
        assert!(len <= u16::MAX as usize, "the names of the details are longer than 64 KiB");
        self.values_len = len as u16;
        self
    }
}

#[doc(hidden)]
impl FieldSpec {
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    #[must_use]
    pub const fn sensitive(mut self) -> Self {
        self.sensitive = true;
        self
    }

    #[must_use]
    pub const fn value(mut self, value: &'static str) -> Self {
        self.value = Some(value);
        self
    }
}
