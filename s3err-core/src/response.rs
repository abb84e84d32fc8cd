//! The whole HTTP response.

use std::time::Duration;

use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode, Version};

use crate::{HeaderVisitor, RequestContext, S3Error, name};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-amz-request-id");
const HOST_ID: HeaderName = HeaderName::from_static("x-amz-id-2");
const BUCKET_REGION: HeaderName = HeaderName::from_static("x-amz-bucket-region");
const AMZ_RETRY_AFTER: HeaderName = HeaderName::from_static("x-amz-retry-after");

/// Most answers have the two ids, the type and one or two of their own.
const USUAL_HEADERS: usize = 6;

/// The codes that tell a client that it asked in the wrong region, besides redirects.
const WRONG_REGION: [&str; 3] =
    ["AuthorizationHeaderMalformed", "AuthorizationQueryParametersError", "IllegalLocationConstraintException"];

/// The type of every document: no more than this, and no less.
pub(crate) const XML: HeaderValue = HeaderValue::from_static("application/xml");

/// The response to `error` with a body in one of its forms, which a HEAD and some statuses go without.
pub(crate) fn build(
    error: &dyn S3Error,
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
    insert(&mut headers, REQUEST_ID, context.request_id().as_str());
    if let Some(host_id) = context.host_id() {
        insert(&mut headers, HOST_ID, host_id.as_str());
    }
    insert_own(&mut headers, error, context);
    if !has_no_content(status) {
        headers.insert(CONTENT_TYPE, content_type);
    }
    if let Some(region) = context.bucket_region()
        && (head || is_redirect(status) || WRONG_REGION.contains(&error.code()))
    {
        insert(&mut headers, BUCKET_REGION, region);
    }
    if let Some(wait) = error.retry().wait() {
        insert(&mut headers, RETRY_AFTER, &ceil_seconds(wait).to_string());
        insert(&mut headers, AMZ_RETRY_AFTER, &ceil_millis(wait).to_string());
    }
    if closes(context, error.close()) {
        headers.insert(CONNECTION, HeaderValue::from_static("close"));
    }
    *response.headers_mut() = headers;
    response
}

/// The headers that every response has.
#[cfg(any(feature = "tower", feature = "actix-web"))]
pub(crate) fn ids(context: &RequestContext) -> impl Iterator<Item = (HeaderName, HeaderValue)> {
    let host_id = context.host_id().map(|id| (HOST_ID, id.as_str()));
    let ids = [Some((REQUEST_ID, context.request_id().as_str())), host_id];
    ids.into_iter().flatten().filter_map(|(name, id)| Some((name, HeaderValue::from_str(id).ok()?)))
}

/// Whether a response ends its connection: for itself, or because the request was not read.
pub(crate) fn closes(context: &RequestContext, asks_for_it: bool) -> bool {
    is_http_1(context.version()) && (asks_for_it || context.unread_body())
}

/// Adds the error's own headers: those that can be sent, are not every response's, and were not there before.
fn insert_own(headers: &mut HeaderMap, error: &dyn S3Error, context: &RequestContext) {
    let mut visit = |name: &str, value: &[u8], sensitive: bool| {
        let Ok(name) = HeaderName::from_bytes(name.as_bytes()) else { return };
        let of_http_1 = name::HOP_BY_HOP.contains(&name.as_str()) && !is_http_1(context.version());
        if of_http_1 || !name::is_header_of_an_error(name.as_str()) || headers.contains_key(&name) {
            return;
        }
        if let Ok(mut value) = HeaderValue::from_bytes(value) {
            value.set_sensitive(sensitive);
            headers.insert(name, value);
        }
    };
    error.visit_headers(&mut HeaderVisitor::of_bytes(&mut visit));
}

/// Adds a header unless the error has one of this name, or the value cannot be sent.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.entry(name).or_insert(value);
    }
}

/// Statuses whose responses have neither a body nor a type.
fn has_no_content(status: StatusCode) -> bool {
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
