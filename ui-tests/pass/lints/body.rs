// The program of `lints-denied.rs` and `lints-forbidden.rs`: one type with everything, one with nothing.

use std::time::Duration;

use s3err_core::{S3Error, StandardError};

/// An enum with everything.
#[derive(Debug, S3Error)]
#[s3(display)]
pub enum Error<'a, T: std::fmt::Debug> {
    /// With everything.
    #[s3(code = "NoSuchTenant", status = 404, message = "no {tenant} {generic:?}", header("x-amz-tenant", "{tenant}"))]
    Declared {
        /// Text.
        #[s3(detail, header = "x-amz-name")]
        tenant: String,
        /// Borrowed.
        #[s3(detail)]
        borrowed: &'a str,
        /// Generic.
        #[s3(detail)]
        generic: Option<T>,
        /// With a function.
        #[s3(detail(with = hex), sensitive)]
        hex: Option<u64>,
        /// A wait.
        #[s3(retry_after)]
        wait: Option<Duration>,
        /// The origin.
        source: std::io::Error,
        /// A path.
        #[s3(log)]
        path: String,
    },
    /// Transparent.
    #[s3(transparent)]
    Standard(StandardError),
    /// Classified.
    #[s3(via = classify)]
    Io(std::io::Error),
    /// Nothing.
    SlowDown,
}

/// A struct.
#[derive(Clone, Copy, Debug, S3Error)]
pub struct NoSuchKey;

/// A tuple.
#[derive(Clone, Copy, Debug, S3Error)]
#[s3(code = "NoSuchBucket", message = "no {0}")]
pub struct Tuple(#[s3(detail = "BucketName")] pub u8);

fn hex(number: &u64) -> String {
    format!("{number:x}")
}

fn classify(_: &std::io::Error) -> &'static StandardError {
    &StandardError::SlowDown
}

fn main() {
    assert_eq!(Error::<'_, u8>::SlowDown.code(), NoSuchKey.code().replace("NoSuchKey", "SlowDown"));
}
