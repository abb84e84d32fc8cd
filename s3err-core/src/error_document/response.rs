//! From a whole response: what the body does not say is taken from status and headers.

use bytes::Bytes;
use http::header::ALLOW;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use super::contents::Contents;
use super::error::{Found, ParseError};
use super::limits::Limits;
use super::parts::{self, Span};
use super::{ErrorDocument, belongs_to_the_error, is_of_an_error};
use crate::standard::{DETAILS, is_sensitive};
use crate::{StandardError, name};

/// What the headers of a website endpoint that hold details begin with.
const DETAIL_PREFIX: &str = "x-amz-error-detail-";

impl ErrorDocument {
    /// Reads the error that a response is, within the default [`Limits`].
    ///
    /// It also understands an answer to a HEAD, which has no body: then the code goes by the status and by what headers
    /// say of it (`x-amz-error-code` of S3's website endpoints, `x-minio-error-code`). A status from 300 to 599 that stands
    /// for no error of S3's keeps itself, its code is its reason without blanks (`Gone`), or its number where it has none
    /// (`499`). A success with an `<Error>` inside is an error.
    ///
    /// ```
    /// use http::{HeaderMap, StatusCode};
    /// use s3err_core::{ErrorDocument, S3Error};
    ///
    /// let mut headers = HeaderMap::new();
    /// headers.insert("x-amz-request-id", "Q803X9PKQY923EA9".parse()?);
    /// let head = ErrorDocument::from_response(StatusCode::FORBIDDEN, &headers, b"")?;
    /// assert_eq!((head.code(), head.request_id()), ("AccessDenied", Some("Q803X9PKQY923EA9")));
    ///
    /// let embedded = b"<Error><Code>InternalError</Code><Message>again</Message></Error>";
    /// let inside = ErrorDocument::from_response(StatusCode::OK, &headers, embedded)?;
    /// assert_eq!((inside.status().as_u16(), inside.received_status()), (500, Some(StatusCode::OK)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// When it is no S3 error, is broken, or exceeds a limit.
    pub fn from_response(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Result<Self, ParseError> {
        Self::from_response_within(status, headers, body, &Limits::default())
    }

    /// Reads the error that a response is, within `limits`.
    ///
    /// # Errors
    ///
    /// When it is no S3 error, is broken, or exceeds a limit.
    pub fn from_response_within(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
        limits: &Limits,
    ) -> Result<Self, ParseError> {
        let mut document = match Self::parse_within(body, limits) {
            Err(ParseError::NotAnError(found)) => {
                of_headers(status, headers, &found).ok_or(ParseError::NotAnError(found))?
            }
            read => read?,
        };
        document.0.received_status = Some(status);
        for name in headers.keys() {
            let Some(mut value) = value(headers, name) else { continue };
            if belongs_to_the_error(name) {
                value.set_sensitive(value.is_sensitive() || holds_a_secret(name));
                document.0.headers.insert(name, value);
            } else {
                document.0.other_headers.0.insert(name, value);
            }
        }
        let Contents { texts, request_id, host_id, .. } = &mut *document.0;
        add_id(request_id, texts, headers, "x-amz-request-id");
        add_id(host_id, texts, headers, "x-amz-id-2");
        Ok(document)
    }
}

/// An id that the document does not say, from its header.
fn add_id(id: &mut Option<Span>, texts: &mut String, headers: &HeaderMap, header: &str) {
    if id.as_ref().is_none_or(Span::is_empty)
        && let Some(text) = text(headers, header)
    {
        *id = Some(parts::add(texts, &text));
    }
}

/// The error of a response without a document: by what its headers say, else, where nothing at all was sent, by its status.
fn of_headers(status: StatusCode, headers: &HeaderMap, found: &Found) -> Option<ErrorDocument> {
    if !is_of_an_error(status) {
        return None;
    }
    let code = text(headers, "x-amz-error-code").or_else(|| text(headers, "x-minio-error-code"));
    let code = code.filter(|code| !unquoted(code).is_empty());
    let message = text(headers, "x-amz-error-message").or_else(|| text(headers, "x-minio-error-desc"));
    let mut document = match code.as_deref().map(unquoted) {
        Some(code) => {
            StandardError::of_code(code).map_or_else(|| ErrorDocument::with_code(code, ""), ErrorDocument::new)
        }
        None if *found == Found::Nothing => by_status(status).map_or_else(|| by_reason(status), ErrorDocument::new),
        None => return None,
    };
    if let Some(message) = message {
        document.0.set_message(unquoted(&message));
    }
    for header in headers.keys() {
        let detail = detail_of(header).filter(|detail| name::is_detail_name(detail));
        if let (Some(detail), Some(value)) = (detail, text(headers, header.as_str())) {
            document.0.set_detail(&detail, &value);
        }
    }
    Some(document)
}

/// The value of a header. Of several lines the first counts, but `Allow` is a list, whose lines are one (RFC 9110,
/// section 5.3).
fn value(headers: &HeaderMap, name: &HeaderName) -> Option<HeaderValue> {
    let mut lines = headers.get_all(name).iter();
    let first = lines.next()?;
    if *name != ALLOW {
        return Some(first.clone());
    }
    let (mut list, mut sensitive) = (first.as_bytes().to_vec(), first.is_sensitive());
    for line in lines {
        list.extend_from_slice(b", ");
        list.extend_from_slice(line.as_bytes());
        sensitive |= line.is_sensitive();
    }
    let mut list = HeaderValue::from_maybe_shared(Bytes::from(list)).ok()?;
    list.set_sensitive(sensitive);
    Some(list)
}

fn text(headers: &HeaderMap, name: &str) -> Option<String> {
    std::str::from_utf8(headers.get(name)?.as_bytes()).ok().map(str::to_owned)
}

/// MinIO quotes its text.
fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap_or(text)
}

/// Whether a header is that of a detail that is sensitive by the catalogue.
pub(super) fn holds_a_secret(header: &HeaderName) -> bool {
    detail_of(header).is_some_and(|detail| is_sensitive(&detail))
}

/// The name of the detail that a header holds.
fn detail_of(header: &HeaderName) -> Option<String> {
    header.as_str().strip_prefix(DETAIL_PREFIX).map(spelt)
}

/// The detail whose name, which has lost its case on the way, is `header`: in S3's spelling where S3 has one.
fn spelt(header: &str) -> String {
    let known = DETAILS.iter().find(|detail| detail.eq_ignore_ascii_case(header));
    known.map_or_else(|| capitalised(header), |detail| (*detail).to_owned())
}

fn capitalised(word: &str) -> String {
    let mut word = word.to_owned();
    if let Some(first) = word.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    word
}

/// The error of a status that stands for none of S3's: its reason, as the AWS SDK for Go reads it; of one that has none,
/// such as 499, the number itself, as botocore does.
fn by_reason(status: StatusCode) -> ErrorDocument {
    // Of a code that S3 sends with another status it stays the error of this one.
    let of = |code: &str, message: &str| ErrorDocument::custom(code, status, message);
    match status.canonical_reason() {
        Some(reason) => {
            let mut code = String::new();
            for c in reason.chars() {
                if c.is_ascii_alphanumeric() {
                    code.push(c);
                }
            }
            of(&code, reason)
        }
        None => of(status.as_str(), &format!("The server answered with status {}.", status.as_str())),
    }
}

/// What clients make of a status alone.
fn by_status(status: StatusCode) -> Option<StandardError> {
    Some(match status.as_u16() {
        301 => StandardError::PermanentRedirect,
        304 => StandardError::NotModified,
        307 => StandardError::TemporaryRedirect,
        400 => StandardError::BadRequest,
        403 => StandardError::AccessDenied,
        404 => StandardError::NoSuchKey,
        405 => StandardError::MethodNotAllowed,
        409 => StandardError::OperationAborted,
        411 => StandardError::MissingContentLength,
        412 => StandardError::PreconditionFailed,
        416 => StandardError::InvalidRange,
        429 | 509 => StandardError::SlowDown,
        501 => StandardError::NotImplemented,
        503 => StandardError::ServiceUnavailable,
        500..=599 => StandardError::InternalError,
        _ => return None,
    })
}
