//! The retry class: whether a client should try again, and when.

use std::time::Duration;

use http::StatusCode;

/// The retry class of an error, and how long to wait before the next try if that is known.
///
/// ```
/// use std::time::Duration;
/// use s3err_core::{Retry, RetryClass, S3Error, StandardError};
///
/// assert_eq!(StandardError::SlowDown.retry(), Retry::THROTTLING);
/// assert_eq!(StandardError::NoSuchKey.retry(), Retry::NEVER);
///
/// let retry = Retry::TRANSIENT.with_wait(Duration::from_secs(2));
/// assert_eq!(retry.class(), RetryClass::Transient);
/// assert_eq!(retry.wait(), Some(Duration::from_secs(2)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Retry {
    class: RetryClass,
    wait: Option<Duration>,
}

/// The three ways in which S3's clients treat an error when they decide about a retry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RetryClass {
    /// The same request gives the same error.
    Never,
    /// The same request may succeed in a moment.
    Transient,
    /// The same request may succeed when fewer are sent.
    Throttling,
}

impl Retry {
    /// Not to be tried again.
    pub const NEVER: Self = Self::new(RetryClass::Never);
    /// Worth another try.
    pub const TRANSIENT: Self = Self::new(RetryClass::Transient);
    /// Worth another try, at a lower rate.
    pub const THROTTLING: Self = Self::new(RetryClass::Throttling);

    /// A retry of this class, with no wait known.
    #[must_use]
    pub const fn new(class: RetryClass) -> Self {
        Self { class, wait: None }
    }

    /// Returns the class that clients assume by the status alone: 429 and 509 are throttling, 408, 500, 502, 503, 504
    /// and 507 transient.
    ///
    /// Source: the status lists of botocore (`_retry.json`, `retries/standard.py`) and the AWS SDKs; RFC 4918, section
    /// 11.5, for 507.
    #[must_use]
    pub const fn from_status(status: StatusCode) -> Self {
        match status.as_u16() {
            429 | 509 => Self::THROTTLING,
            408 | 500 | 502 | 503 | 504 | 507 => Self::TRANSIENT,
            _ => Self::NEVER,
        }
    }

    /// The same class, to be tried after `wait`: sent as `Retry-After` and `x-amz-retry-after`.
    #[must_use]
    pub const fn with_wait(self, wait: Duration) -> Self {
        Self { class: self.class, wait: Some(wait) }
    }

    /// The class.
    #[must_use]
    pub const fn class(self) -> RetryClass {
        self.class
    }

    /// Returns how long the client should wait before it tries again.
    #[must_use]
    pub const fn wait(self) -> Option<Duration> {
        self.wait
    }
}
