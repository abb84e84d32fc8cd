//! The whole HTTP response.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Version};

use crate::context::RequestContext;
use crate::facts::HeadFacts;
use crate::header::HeaderVisitor;
use crate::name;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amz-request-id");
const HOST_ID: HeaderName = HeaderName::from_static("x-amz-id-2");
const BUCKET_REGION: HeaderName = HeaderName::from_static("x-amz-bucket-region");
const AMZ_RETRY_AFTER: HeaderName = HeaderName::from_static("x-amz-retry-after");

/// Most responses have the two ids, the type and one or two of the error's own.
const USUAL_HEADERS: usize = 6;

/// The longest value of a header, in bytes: what servers and clients commonly take for a line.
const MAX_VALUE: usize = 8 * 1024;

/// The room that the headers of one error have together, in lines and in bytes: Python's client takes a hundred lines,
/// that of Node.js 16 KiB for all of them.
pub(crate) struct Room {
    lines: usize,
    bytes: usize,
}

impl Room {
    const WHOLE: Self = Self { lines: 64, bytes: 12 * 1024 };

    /// The room that is left beside these headers.
    pub(crate) fn beside(headers: &HeaderMap) -> Self {
        let mut room = Self::WHOLE;
        for (name, value) in headers {
            room.take(name, value);
        }
        room
    }

    /// Takes the room of a header. Returns `false` when there is not enough.
    pub(crate) fn take(&mut self, name: &HeaderName, value: &HeaderValue) -> bool {
        let bytes = name.as_str().len() + ": \r\n".len() + value.len();
        let left = self.lines.checked_sub(1).zip(self.bytes.checked_sub(bytes));
        if let Some((lines, bytes)) = left {
            *self = Self { lines, bytes };
        }
        left.is_some()
    }
}

/// The codes with which S3 tells the bucket's region, besides redirects: the request was sent to another, or signed
/// with a token that may be another's.
const WITH_REGION: [&str; 4] = [
    "AuthorizationHeaderMalformed",
    "AuthorizationQueryParametersError",
    "IllegalLocationConstraintException",
    "InvalidToken",
];

/// The type of every document: no more than this, and no less.
pub(crate) const XML: HeaderValue = HeaderValue::from_static("application/xml");

/// The response to an error with a body in one of its formats, which a HEAD and some statuses go without.
pub(crate) fn build(
    error: &HeadFacts<'_>,
    context: &RequestContext,
    status: StatusCode,
    content_type: HeaderValue,
    body: &dyn Fn() -> Bytes,
) -> Response<Bytes> {
    let head = context.method() == Method::HEAD;
    let body = if head || has_no_content(status) { Bytes::new() } else { body() };
    let mut response = Response::new(body);
    *response.status_mut() = status;
    *response.version_mut() = context.version();
    let mut headers = HeaderMap::with_capacity(USUAL_HEADERS);
    set(&mut headers, REQUEST_ID, Some(context.request_id().as_header().clone()));
    if let Some(host_id) = context.host_id() {
        set(&mut headers, HOST_ID, Some(host_id.as_header().clone()));
    }
    add_error_headers(&mut headers, error, context);
    if !has_no_content(status) {
        set(&mut headers, CONTENT_TYPE, Some(content_type));
    }
    if let Some(region) = context.bucket_region()
        && (head || is_redirect(status) || WITH_REGION.contains(&error.code))
    {
        add(&mut headers, BUCKET_REGION, region);
    }
    if let Some(wait) = error.wait {
        add(&mut headers, RETRY_AFTER, &ceil_seconds(wait).to_string());
        add(&mut headers, AMZ_RETRY_AFTER, &ceil_millis(wait).to_string());
    }
    if closes(context, error.close) {
        set(&mut headers, CONNECTION, Some(HeaderValue::from_static("close")));
    }
    *response.headers_mut() = headers;
    response
}

/// The headers that every response has.
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub(crate) fn ids(context: &RequestContext) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let host_id = context.host_id().map(|id| (HOST_ID, id.as_header().clone()));
    std::iter::once((REQUEST_ID, context.request_id().as_header().clone())).chain(host_id)
}

/// Returns whether a header is an id.
#[cfg(feature = "tower")]
pub(crate) fn is_id(name: &HeaderName) -> bool {
    name == REQUEST_ID || name == HOST_ID
}

/// Returns whether a response ends its connection: for itself, or because the request was not read.
pub(crate) fn closes(context: &RequestContext, asks_for_it: bool) -> bool {
    is_http_1(context.version()) && (asks_for_it || context.unread_body())
}

/// The value of a header, unless it cannot be sent: because of a character, or because it is too long.
pub(crate) fn header_value(value: &[u8]) -> Option<HeaderValue> {
    HeaderValue::from_bytes(value).ok().filter(|value| value.len() <= MAX_VALUE)
}

/// Sets a header, unless there are too many to hold one more.
pub(crate) fn set(headers: &mut HeaderMap, name: HeaderName, value: Option<HeaderValue>) {
    if let Some(value) = value {
        let _ = headers.try_insert(name, value);
    }
}

/// Adds the error's own headers: those that can be sent, are the error's to set, and were not there before.
fn add_error_headers(headers: &mut HeaderMap, error: &HeadFacts<'_>, context: &RequestContext) {
    let mut room = Room::WHOLE;
    let mut visit = |name: &str, value: &[u8], sensitive: bool| {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
        // Of the connection, an error may say that it ends, where HTTP has connections of its own.
        let is_allowed = name != CONNECTION || (is_http_1(context.version()) && value.eq_ignore_ascii_case(b"close"));
        if !is_allowed || !name::is_header_of_an_error(name.as_str()) || headers.contains_key(&name) {
            return;
        }
        if let Some(mut value) = header_value(value).filter(|value| room.take(&name, value)) {
            value.set_sensitive(sensitive);
            set(headers, name, Some(value));
        }
    };
    (error.headers)(&mut HeaderVisitor::from_bytes(&mut visit));
}

/// Adds a header unless the error has one of this name.
fn add(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if !headers.contains_key(&name) {
        set(headers, name, header_value(value.as_bytes()));
    }
}

/// Returns whether responses of this status have neither a body nor a type.
pub(crate) fn has_no_content(status: StatusCode) -> bool {
    status.is_informational()
        || matches!(status, StatusCode::NO_CONTENT | StatusCode::RESET_CONTENT | StatusCode::NOT_MODIFIED)
}

fn is_redirect(status: StatusCode) -> bool {
    status.is_redirection() && status != StatusCode::NOT_MODIFIED
}

fn is_http_1(version: Version) -> bool {
    version <= Version::HTTP_11
}

fn ceil_seconds(wait: Duration) -> u128 {
    wait.as_nanos().div_ceil(1_000_000_000)
}

fn ceil_millis(wait: Duration) -> u128 {
    wait.as_nanos().div_ceil(1_000_000)
}
