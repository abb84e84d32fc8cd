//! A framework's own refusal, as an S3 error.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use http::StatusCode;

use crate::{Failure, Fault, Retry, S3Error, StandardError};

/// What a framework answered before, or instead of, a handler.
///
/// To a client only its status tells what happened: its words are the framework's, and can hold what must not leave the
/// server.
pub(super) struct Refusal<'a> {
    error: StandardError,
    refused: StatusCode,
    cause: Option<&'a (dyn Error + 'static)>,
}

impl Refusal<'_> {
    /// The refusal that an answer is: one of 400 or above that is plain text or has no type.
    pub(super) fn of(status: StatusCode, content_type: Option<&[u8]>, path: &str) -> Option<Self> {
        let refused = status >= StatusCode::BAD_REQUEST && content_type.is_none_or(is_plain_text);
        refused.then(|| Self { error: standard(status, path), refused: status, cause: None })
    }

    /// What a middleware around the layer finds, as it finds what a handler failed with.
    pub(super) fn failure(&self) -> Failure {
        self.error.into()
    }
}

#[cfg(feature = "actix-web")]
impl<'a> Refusal<'a> {
    /// With what the framework says of it, for the log.
    pub(super) fn because_of(self, cause: Option<&'a (dyn Error + 'static)>) -> Self {
        Self { cause, ..self }
    }
}

fn is_plain_text(content_type: &[u8]) -> bool {
    let essence = content_type.split(|byte| *byte == b';').next().unwrap_or_default();
    essence.trim_ascii().eq_ignore_ascii_case(b"text/plain")
}

/// S3's error for what a framework says by a status.
fn standard(status: StatusCode, path: &str) -> StandardError {
    match status.as_u16() {
        // A path that is no UTF-8 is refused where it is taken apart; else it was the query, a header or the body.
        400 if !is_utf8(path) => StandardError::InvalidURI,
        401 | 403 => StandardError::AccessDenied,
        // No route: what the path names may well be there.
        404 => StandardError::NotFound,
        405 => StandardError::MethodNotAllowed,
        408 => StandardError::RequestTimeout,
        409 => StandardError::OperationAborted,
        411 => StandardError::MissingContentLength,
        412 => StandardError::PreconditionFailed,
        413 => StandardError::EntityTooLarge,
        414 => StandardError::InvalidURI,
        416 => StandardError::InvalidRange,
        429 => StandardError::SlowDown,
        431 => StandardError::RequestHeaderSectionTooLarge,
        501 => StandardError::NotImplemented,
        502..=504 => StandardError::ServiceUnavailable,
        500..=599 => StandardError::InternalError,
        _ => StandardError::InvalidRequest,
    }
}

/// Whether a path is UTF-8 once it is decoded.
fn is_utf8(path: &str) -> bool {
    percent_encoding::percent_decode_str(path).decode_utf8().is_ok()
}

impl S3Error for Refusal<'_> {
    fn code(&self) -> &str {
        self.error.code()
    }

    fn status(&self) -> StatusCode {
        self.error.status()
    }

    fn message(&self) -> Cow<'_, str> {
        self.error.message()
    }

    fn fault(&self) -> Fault {
        self.error.fault()
    }

    fn retry(&self) -> Retry {
        self.error.retry()
    }

    fn variant(&self) -> &'static str {
        self.error.variant()
    }

    fn visit_log(&self, log: &mut dyn FnMut(&'static str, &dyn fmt::Display)) {
        log("refused_with", &self.refused.as_u16());
    }

    fn origin(&self) -> Option<&(dyn Error + 'static)> {
        self.cause
    }
}
