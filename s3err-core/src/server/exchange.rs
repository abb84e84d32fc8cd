//! A request that waits for its response: what that response is, and how an error is sent and logged.

use bytes::Bytes;
use http::{HeaderMap, Method, Response, StatusCode};

use crate::context::RequestContext;
use crate::error::S3Error;
use crate::error_document::ErrorDocument;
use crate::server::extensions::FailureSlot;
use crate::server::failure::Failure;
use crate::server::layer::S3Layer;
use crate::server::panicked::{Panicked, catch};
use crate::server::response::render;
use crate::standard::StandardError;

/// The part of a request that is kept until its response is there.
pub(super) struct Exchange {
    pub(super) layer: S3Layer,
    pub(super) context: RequestContext,
    pub(super) slot: FailureSlot,
    pub(super) preflight: Option<Preflight>,
}

/// The part of a request on which the error for a rejection depends.
pub(super) struct Asked<'a> {
    pub(super) path: &'a str,
    pub(super) preflight: Option<&'a Preflight>,
    /// True if the server was reading the request's body, and the client kept it waiting.
    pub(super) waits_for_client: bool,
}

/// A response as far as it tells what it is.
pub(super) struct Seen<'a> {
    pub(super) status: StatusCode,
    pub(super) content_type: Option<&'a [u8]>,
    /// The length of the body, where it is known.
    pub(super) length: Option<u64>,
    pub(super) failure: Option<&'a Failure>,
    pub(super) handled: bool,
    /// True if a layer inside has sent it as an error.
    pub(super) answered: bool,
}

/// A decision about a response.
pub(super) enum Verdict {
    /// It stands for this error.
    Error(Failure),
    /// The framework rejected the request.
    Rejection,
    /// Its body has to be read first, if it has no more bytes than this.
    Read(u64),
    /// It is sent as it is, with ids.
    Pass,
}

/// Put into the extensions of a response that is an error's already, and logged.
#[derive(Clone, Copy)]
pub(super) struct Answered;

/// The body of a rejection by one of smithy's servers.
const EMPTY_OBJECT: &[u8] = b"{}";

/// The longest document of another library that is completed: no error of S3's comes near it.
const LONGEST_DOCUMENT: u64 = 256 << 10;

impl Exchange {
    /// Returns what a response is.
    pub(super) fn judge(&self, seen: &Seen<'_>) -> Verdict {
        if seen.answered {
            return Verdict::Pass;
        }
        if let Some(failure) = seen.failure {
            return Verdict::Error(failure.clone());
        }
        if seen.status < StatusCode::MULTIPLE_CHOICES {
            return Verdict::Pass;
        }
        if let Some(failure) = self.slot.take() {
            return Verdict::Error(failure);
        }
        let is_error = seen.status >= StatusCode::BAD_REQUEST;
        let may_be_a_document = self.layer.completes_documents() && seen.content_type.is_none_or(is_xml);
        if seen.handled {
            Verdict::Pass
        } else if may_be_a_document && seen.length != Some(0) {
            Verdict::Read(LONGEST_DOCUMENT)
        } else if is_error && seen.content_type.is_none_or(is_plain_text) {
            Verdict::Rejection
        } else if is_error && seen.length == Some(EMPTY_OBJECT.len() as u64) {
            Verdict::Read(EMPTY_OBJECT.len() as u64)
        } else {
            Verdict::Pass
        }
    }

    /// Returns what a response is whose body had to be read.
    pub(super) fn judge_body(&self, status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Verdict {
        let is_error = status >= StatusCode::BAD_REQUEST;
        if is_error && body == EMPTY_OBJECT {
            return Verdict::Rejection;
        }
        if self.layer.completes_documents()
            && ErrorDocument::parse(body).is_ok()
            && let Ok(document) = ErrorDocument::from_response(status, headers, body)
        {
            return Verdict::Error(document.into());
        }
        if is_error && !headers.contains_key(http::header::CONTENT_TYPE) { Verdict::Rejection } else { Verdict::Pass }
    }

    /// Returns the response to an error, which is logged: the response first, so that a log that panics costs no client
    /// its response.
    ///
    /// Whatever of the error panics, there is one response and one event.
    pub(super) fn respond(&self, error: &dyn S3Error, context: &RequestContext) -> Response<Bytes> {
        match catch(|| render(error, context)) {
            Ok(response) => {
                if let Err(panicked) = catch(|| self.layer.log(error, context)) {
                    self.log_panic(&panicked, context);
                }
                response
            }
            Err(panicked) => {
                self.log_panic(&panicked, context);
                render(&panicked, context)
            }
        }
    }

    /// Logs a panic of what was to be sent or logged; at its own level where the caller's function panics as well. Where
    /// it is the subscriber that panics, nobody can be told.
    fn log_panic(&self, panicked: &Panicked, context: &RequestContext) {
        if catch(|| self.layer.log(panicked, context)).is_err() {
            let _ = catch(|| panicked.to_log_record(context).emit());
        }
    }
}

/// A CORS preflight.
pub(super) struct Preflight {
    /// The method that the browser wants to use.
    method: String,
}

impl Preflight {
    /// Returns the preflight that a request is, if it is one.
    pub(super) fn of<'r>(method: &Method, header: impl Fn(&str) -> Option<&'r [u8]>) -> Option<Self> {
        if *method != Method::OPTIONS {
            return None;
        }
        header("origin")?;
        let requested = header("access-control-request-method")?;
        Some(Self { method: String::from_utf8_lossy(requested).into_owned() })
    }

    /// Returns S3's error for one that is not allowed.
    pub(super) fn forbidden(&self, path: &str) -> ErrorDocument {
        let mut names = path.split('/').filter(|name| !name.is_empty());
        let resource = match (names.next(), names.next()) {
            (None, _) => "SERVICE",
            (_, None) => "BUCKET",
            _ => "OBJECT",
        };
        ErrorDocument::new(StandardError::AccessForbidden)
            .with_message(NOT_ALLOWED)
            .with_detail("Method", &self.method)
            .with_detail("ResourceType", resource)
    }
}

/// S3's message, word for word.
const NOT_ALLOWED: &str = "CORSResponse: This CORS request is not allowed. This is usually because the evalution of \
    Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by \
    the resource's CORS spec.";

fn is_plain_text(content_type: &[u8]) -> bool {
    is_of_type(content_type, &["text/plain"])
}

fn is_xml(content_type: &[u8]) -> bool {
    is_of_type(content_type, &["application/xml", "text/xml"])
}

fn is_of_type(content_type: &[u8], types: &[&str]) -> bool {
    let essence = content_type.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    types.iter().any(|known| essence.eq_ignore_ascii_case(known.as_bytes()))
}
