//! S3's own errors, without data.

mod table;

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::str::FromStr;

use http::StatusCode;

use self::table::{ROWS, Row};
use crate::error::S3Error;
use crate::excerpt::Excerpt;
use crate::fault::Fault;
use crate::retry::Retry;

s3err_derive::standard_error! {
    /// Every error of S3, and of the services beside it, by its code: for mapping, for test fakes, for one-liners.
    ///
    /// The [catalogue](crate::guide::catalogue) has the details, headers and retry class of each.
    ///
    /// A dot in a code is dropped: `KMS.NotFoundException` is `StandardError::KMSNotFoundException`. The variants carry
    /// no data, so their documents have no details; declare an error of your own where clients read some.
    ///
    /// ```
    /// use s3err_core::{S3Error, StandardError};
    ///
    /// fn classify(error: &std::io::Error) -> &'static StandardError {
    ///     match error.kind() {
    ///         std::io::ErrorKind::TimedOut => &StandardError::ServiceUnavailable,
    ///         _ => &StandardError::InternalError,
    ///     }
    /// }
    ///
    /// let error = classify(&std::io::ErrorKind::TimedOut.into());
    /// assert_eq!((error.code(), error.status().as_u16()), ("ServiceUnavailable", 503));
    /// ```
    #[derive(Clone, Copy, PartialEq, Eq, Hash)]
    #[non_exhaustive]
    pub enum StandardError {}
}

impl StandardError {
    /// The part of S3 that the code comes from, such as `general`, `select` or `access-points`.
    ///
    /// ```
    /// use s3err_core::StandardError;
    ///
    /// assert_eq!(StandardError::NoSuchKey.family(), "general");
    /// let kms = StandardError::ALL.iter().filter(|error| error.family() == "kms");
    /// assert_eq!(kms.count(), 4);
    /// ```
    #[must_use]
    pub fn family(self) -> &'static str {
        FAMILIES.get(self as usize).copied().unwrap_or_default()
    }

    pub(crate) fn of_code(code: &str) -> Option<Self> {
        let index = ROWS.binary_search_by(|row| row.code().cmp(code)).ok()?;
        Self::ALL.get(index).copied()
    }

    fn row(self) -> &'static Row {
        let [first, ..] = &ROWS;
        ROWS.get(self as usize).unwrap_or(first)
    }
}

// Not derived: what is derived asks `Describe::SPECS`, which is larger than the table.
impl S3Error for StandardError {
    fn code(&self) -> &str {
        self.row().code()
    }

    fn status(&self) -> StatusCode {
        self.row().status
    }

    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.row().message())
    }

    fn fault(&self) -> Fault {
        self.row().fault
    }

    fn retry(&self) -> Retry {
        Retry::new(self.row().retry)
    }

    fn variant(&self) -> &'static str {
        self.row().variant()
    }
}

impl fmt::Display for StandardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.row().message())
    }
}

impl Error for StandardError {}

/// The variant's name, as it would be derived: by the table, which is there already, and not by a match of its own.
impl fmt::Debug for StandardError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.variant())
    }
}

impl FromStr for StandardError {
    type Err = UnknownCode;

    /// The error of a code, in S3's spelling.
    fn from_str(code: &str) -> Result<Self, UnknownCode> {
        Self::of_code(code).ok_or_else(|| UnknownCode { code: code.to_owned() })
    }
}

/// The error returned for a string that is not one of S3's codes.
///
/// ```
/// use s3err_core::StandardError;
///
/// let error = "NoSuchKye".parse::<StandardError>().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "`NoSuchKye` is not an S3 error code: write it as S3 spells it, such as `NoSuchKey`",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnknownCode {
    /// The string.
    pub code: String,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not an S3 error code: write it as S3 spells it, such as `NoSuchKey`", Excerpt(&self.code))
    }
}

impl Error for UnknownCode {}
