//! The way out for what is not S3's.

/// Says that an answer is meant as it is: [`S3Layer`](crate::S3Layer) leaves its body and status alone.
///
/// The layer makes an S3 error of every answer of 400 or above whose body is plain text or nothing, because that is how
/// frameworks refuse. An answer that a handler gives in that shape on purpose is marked, or its whole route is: see the
/// examples at the framework's implementations below.
///
/// With the feature `axum` or `actix-web`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Handled;
