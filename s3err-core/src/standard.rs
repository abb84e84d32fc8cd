//! S3's own errors, without data.

s3err_derive::standard_error! {
    /// Every error of S3's XML protocols, by its code: for mapping, for test fakes, for one-liners.
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
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    #[s3(crate = crate, display)]
    #[non_exhaustive]
    pub enum StandardError {}
}
