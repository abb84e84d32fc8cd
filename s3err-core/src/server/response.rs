//! An error's response, before it is put into a framework's terms.

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{Method, Response, StatusCode};

use crate::catalogue::{BODY_HEADERS, CHECKSUM_PREFIX};
use crate::context::RequestContext;
use crate::error::S3Error;
use crate::response::{self, set};

/// The headers that describe the content of a success, and that an error may set for its own.
const OF_THE_CONTENT: [&str; 10] = [
    "accept-ranges",
    "age",
    "cache-control",
    "content-disposition",
    "content-language",
    "content-location",
    "content-range",
    "etag",
    "expires",
    "last-modified",
];

/// Returns whether a header describes a body, and goes with it when an error's takes its place.
pub(super) fn is_of_the_body(name: &str) -> bool {
    BODY_HEADERS.contains(&name) || OF_THE_CONTENT.contains(&name) || name.starts_with(CHECKSUM_PREFIX)
}

/// Returns the response to `error`. A HEAD is told the length of what a GET would have had.
pub(super) fn render(error: &dyn S3Error, context: &RequestContext) -> Response<Bytes> {
    let mut response = error.to_response(context);
    if *context.method() == Method::HEAD && has_content(&response) {
        let length = error.to_bytes(context).len();
        set(response.headers_mut(), CONTENT_LENGTH, Some(length.into()));
    }
    response
}

/// Returns whether the response has a document, or to a HEAD would have one. A 304 has none.
pub(super) fn has_content(response: &Response<Bytes>) -> bool {
    !response::has_no_content(response.status())
}

/// Returns whether a response that is not an error has to end its connection. One after which the connection speaks
/// another protocol does not end a request.
pub(super) fn closes(status: StatusCode, context: &RequestContext) -> bool {
    !switches(status, context.method()) && response::closes(context, false)
}

/// Returns whether the connection goes on in another protocol after this response.
pub(super) fn switches(status: StatusCode, method: &Method) -> bool {
    status.is_informational() || (status.is_success() && *method == Method::CONNECT)
}
