//! Errors that are put together where they happen.

use std::fmt;
use std::time::Duration;

use http::StatusCode;

use super::ErrorDocument;
use crate::standard::StandardError;

/// **One-off errors.** An error that happens in one place, and that no client reads into a type, needs no variant of
/// its own: each of these gives an [`ErrorDocument`], which is an [`S3Error`](crate::S3Error) and can be changed
/// further.
///
/// ```
/// use s3err_core::{S3Error, StandardError};
///
/// let error = StandardError::InvalidArgument
///     .with_message("Argument max-keys must be an integer")
///     .with_detail("ArgumentName", "max-keys");
/// assert_eq!((error.code(), error.status().as_u16()), ("InvalidArgument", 400));
/// assert_eq!(error.detail("ArgumentName"), Some("max-keys"));
/// ```
impl StandardError {
    /// This error with another message.
    #[must_use]
    pub fn with_message(self, message: impl Into<String>) -> ErrorDocument {
        ErrorDocument::new(self).with_message(message)
    }

    /// This error with a detail. A name that a detail cannot have is ignored.
    #[must_use]
    pub fn with_detail(self, name: impl Into<String>, value: impl fmt::Display) -> ErrorDocument {
        ErrorDocument::new(self).with_detail(name, value)
    }

    /// This error with another status. One outside 300 to 599 is ignored.
    #[must_use]
    pub fn with_status(self, status: impl TryInto<StatusCode>) -> ErrorDocument {
        ErrorDocument::new(self).with_status(status)
    }

    /// This error with a header. One that cannot be sent is ignored.
    #[must_use]
    pub fn with_header(self, name: &str, value: impl fmt::Display) -> ErrorDocument {
        ErrorDocument::new(self).with_header(name, value)
    }

    /// This error with the time that a client should wait before it tries again.
    ///
    /// ```
    /// use std::time::Duration;
    /// use s3err_core::{S3Error, StandardError};
    ///
    /// let busy = StandardError::SlowDown.with_retry_after(Duration::from_millis(1_500));
    /// assert_eq!(busy.retry().wait(), Some(Duration::from_millis(1_500)));
    /// assert_eq!(busy.header("retry-after"), Some("2"));
    /// assert_eq!(busy.header("x-amz-retry-after"), Some("1500"));
    /// ```
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> ErrorDocument {
        ErrorDocument::new(self).with_retry_after(wait)
    }
}

impl ErrorDocument {
    /// Sets the time that a client should wait before it tries again: `Retry-After` in seconds and `x-amz-retry-after`
    /// in milliseconds, both rounded up.
    #[must_use]
    pub fn with_retry_after(self, wait: Duration) -> Self {
        let nanos = wait.as_nanos();
        self.with_header("Retry-After", nanos.div_ceil(1_000_000_000))
            .with_header("x-amz-retry-after", nanos.div_ceil(1_000_000))
    }
}
