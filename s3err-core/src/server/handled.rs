//! The mark of responses that are not S3's.

/// Marks a response as intentional: [`S3Layer`](crate::S3Layer) leaves its status and body unchanged.
///
/// The layer makes an S3 error of every response of 400 or above whose body is plain text, nothing or `{}`, because that
/// is how frameworks reject requests. Mark a response that a handler gives in that shape on purpose, or its whole route: see
/// the examples at the framework's implementations below.
///
/// A [`Failure`](crate::Failure) is sent as the error that it is, marked or not.
///
/// Needs the feature `tower` or `actix-web`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handled;
