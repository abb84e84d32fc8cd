//! The error that a status stands for when nothing else tells.

use http::StatusCode;

/// Returns whether a status is that of an error.
pub(super) fn is_of_an_error(status: StatusCode) -> bool {
    (300..600).contains(&status.as_u16())
}

/// The code that a status stands for.
///
/// Where S3 has one code for what the status says, it is that code. Else it is the reason phrase without blanks
/// (`Gone`), as the AWS SDK for Go has it; of a status without one the number (`499`), as botocore has it. So a 409 is
/// `Conflict`: which conflict, and whether another try helps, it does not say. A 301 `is_followed` if it has a
/// `Location`, and is not S3's redirect then, which never has one.
pub(super) fn code(status: StatusCode, is_followed: bool) -> String {
    let known = match status.as_u16() {
        301 if !is_followed => "PermanentRedirect",
        304 => "NotModified",
        307 => "TemporaryRedirect",
        400 => "BadRequest",
        403 => "AccessDenied",
        404 => "NoSuchKey",
        405 => "MethodNotAllowed",
        411 => "MissingContentLength",
        412 => "PreconditionFailed",
        416 => "InvalidRange",
        429 | 509 => "SlowDown",
        500 | 502 | 504 => "InternalError",
        501 => "NotImplemented",
        503 => "ServiceUnavailable",
        _ => status.canonical_reason().unwrap_or(status.as_str()),
    };
    known.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A message that says no more than the status: S3's own would name a key or a header of which nothing is known.
pub(super) fn message(status: StatusCode) -> String {
    let reason = status.canonical_reason().map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("The server responded with status {}{reason}.", status.as_str())
}
