//! A framework's rejection of a request, as an S3 error.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::detail::DetailVisitor;
use crate::error::S3Error;
use crate::fault::Fault;
use crate::retry::Retry;
use crate::server::exchange::Asked;
use crate::server::failure::Failure;
use crate::standard::StandardError;

/// A response that a framework made before, or instead of, a handler's.
///
/// Only the status tells the client what happened: the words are the framework's, and can hold what must not leave the
/// server.
pub(super) struct Rejection<'a> {
    failure: Failure,
    status: StatusCode,
    /// The framework's reason, for the log.
    cause: Option<&'a (dyn Error + 'static)>,
}

impl<'a> Rejection<'a> {
    pub(super) fn new(status: StatusCode, asked: &Asked<'_>, cause: Option<&'a (dyn Error + 'static)>) -> Self {
        let failure = match asked.preflight {
            Some(preflight) if is_of_a_preflight(status) => preflight.forbidden(asked.path).into(),
            _ => standard(status, asked).into(),
        };
        Self { failure, status, cause }
    }

    /// Returns what a middleware around the layer finds, as it finds what a handler failed with.
    pub(super) fn failure(&self) -> Failure {
        self.failure.clone()
    }
}

/// The statuses with which middleware and routers reject a preflight. One of an unknown route stays a 404.
fn is_of_a_preflight(status: StatusCode) -> bool {
    matches!(status, StatusCode::BAD_REQUEST | StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED)
}

/// S3's error for what a framework says by a status.
fn standard(status: StatusCode, asked: &Asked<'_>) -> StandardError {
    match status.as_u16() {
        // A path that is not UTF-8 is rejected where it is split; else it was the query, a header or the body.
        400 if !is_utf8(asked.path) => StandardError::InvalidURI,
        401 | 403 => StandardError::AccessDenied,
        // No route: what the path names may well be there.
        404 => StandardError::NotFound,
        405 => StandardError::MethodNotAllowed,
        408 if asked.waits_for_client => StandardError::RequestTimeout,
        409 => StandardError::OperationAborted,
        411 => StandardError::MissingContentLength,
        412 => StandardError::PreconditionFailed,
        413 => StandardError::EntityTooLarge,
        414 => StandardError::InvalidURI,
        416 => StandardError::InvalidRange,
        429 => StandardError::SlowDown,
        431 => StandardError::RequestHeaderSectionTooLarge,
        501 => StandardError::NotImplemented,
        // A 408 while nothing was awaited from the client: the server took too long.
        408 | 502..=504 => StandardError::ServiceUnavailable,
        500..=599 => StandardError::InternalError,
        _ => StandardError::InvalidRequest,
    }
}

/// Returns whether a path is UTF-8 once it is decoded.
fn is_utf8(path: &str) -> bool {
    percent_encoding::percent_decode_str(path).decode_utf8().is_ok()
}

impl S3Error for Rejection<'_> {
    fn code(&self) -> &str {
        self.failure.error().code()
    }

    fn status(&self) -> StatusCode {
        self.failure.error().status()
    }

    fn message(&self) -> Cow<'_, str> {
        self.failure.error().message()
    }

    fn fault(&self) -> Fault {
        self.failure.error().fault()
    }

    fn retry(&self) -> Retry {
        self.failure.error().retry()
    }

    fn variant(&self) -> &'static str {
        self.failure.error().variant()
    }

    fn visit_details(&self, visitor: &mut DetailVisitor<'_>) {
        self.failure.error().visit_details(visitor);
    }

    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        log("rejected_with", &self.status.as_u16());
    }

    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        self.cause
    }
}
