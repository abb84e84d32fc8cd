//! An error's response, before it is put into a framework's terms.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{Method, Response, StatusCode};

use crate::context::RequestContext;
use crate::error::S3Error;
use crate::response;

/// What describes a body and goes with it when an error's takes its place.
pub(super) const OF_THE_BODY: [&str; 19] = [
    "accept-ranges",
    "age",
    "cache-control",
    "content-digest",
    "content-disposition",
    "content-encoding",
    "content-language",
    "content-length",
    "content-location",
    "content-md5",
    "content-range",
    "content-type",
    "digest",
    "etag",
    "expires",
    "last-modified",
    "repr-digest",
    "trailer",
    "transfer-encoding",
];

/// Returns the response to `error`. A HEAD is told the length of what a GET would have had.
pub(super) fn render(error: &dyn S3Error, context: &RequestContext) -> Response<Bytes> {
    let mut response = error.to_response(context);
    if *context.method() == Method::HEAD && has_content(&response) {
        let length = error.to_bytes(context).len();
        response.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    response
}

/// Whether the response has a document, or to a HEAD would have one. A 304 has none.
pub(super) fn has_content(response: &Response<Bytes>) -> bool {
    response.headers().contains_key(CONTENT_TYPE)
}

/// Whether a response that is not an error has to end its connection. One after which the connection speaks another
/// protocol does not end a request.
pub(super) fn closes(status: StatusCode, context: &RequestContext) -> bool {
    !switches(status, context.method()) && response::closes(context, false)
}

/// Whether the connection goes on in another protocol after this response.
pub(super) fn switches(status: StatusCode, method: &Method) -> bool {
    status.is_informational() || (status.is_success() && *method == Method::CONNECT)
}
