//! An error's response, before it is put into a framework's terms.

use bytes::Bytes;
use http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use http::{Method, Response};

use crate::{RequestContext, S3Error};

/// What describes a body, and goes with it when an error's takes its place.
pub(super) const OF_THE_BODY: [&str; 4] = ["content-type", "content-length", "content-encoding", "transfer-encoding"];

/// The response to `error`. A HEAD is told the length of what a GET would have had.
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
