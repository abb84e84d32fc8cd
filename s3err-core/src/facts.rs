//! The facts of an error as plain data: the formats know these, and not the trait.

use std::borrow::Cow;
use std::time::Duration;

use http::StatusCode;

use crate::detail::Detail;
use crate::fault::Fault;
use crate::header::HeaderVisitor;

/// The facts that the head of a response needs.
pub(crate) struct HeadFacts<'e> {
    pub(crate) code: &'e str,
    /// From 300 to 599.
    pub(crate) status: StatusCode,
    /// The time that the client should wait.
    pub(crate) wait: Option<Duration>,
    /// The connection is to be closed.
    pub(crate) close: bool,
    /// Visits the error's own headers.
    pub(crate) headers: &'e dyn Fn(&mut HeaderVisitor<'_>),
}

/// The facts that every format but the REST document and the log needs.
pub(crate) struct Facts<'e> {
    pub(crate) head: &'e HeadFacts<'e>,
    pub(crate) message: Cow<'e, str>,
    pub(crate) fault: Fault,
    /// The error's details, and after them those that the server adds to every error.
    pub(crate) details: Vec<Detail>,
}
