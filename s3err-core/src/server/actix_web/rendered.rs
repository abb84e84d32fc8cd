//! An error's response in actix-web's terms.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::ConnectionType;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, TRANSFER_ENCODING};
use actix_web::web::Bytes;
use http::header::CONNECTION;
use http::response::Parts;
use http::{Method, StatusCode};

use super::convert;
use crate::{RequestContext, S3Error};

/// What describes a body that is replaced.
const OF_THE_BODY: [HeaderName; 4] = [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING, TRANSFER_ENCODING];

/// The response to an error.
pub(super) struct Rendered {
    parts: Parts,
    body: BoxBody,
    /// To a HEAD, how long the document is.
    length: Option<usize>,
}

impl Rendered {
    pub(super) fn of(error: &dyn S3Error, context: &RequestContext) -> Self {
        let (parts, body) = error.to_response(context).into_parts();
        let has_content = parts.headers.contains_key(http::header::CONTENT_TYPE);
        let length = (has_content && *context.method() == Method::HEAD).then(|| error.to_bytes(context).len());
        let body = if length.is_some() {
            BoxBody::new(NoBytes)
        } else if parts.status == StatusCode::NOT_MODIFIED {
            // An empty body would be sent with its length.
            BoxBody::new(body::None::new())
        } else {
            BoxBody::new(body)
        };
        Self { parts, body, length }
    }

    /// This response with what others have added to the one that it replaces.
    pub(super) fn over(self, response: HttpResponse) -> HttpResponse {
        let mut response = response.set_body(self.body);
        let head = response.head_mut();
        head.status = convert::status_back(self.parts.status);
        head.reason = None;
        for name in OF_THE_BODY {
            head.headers.remove(name);
        }
        if let Some(length) = self.length {
            head.headers.insert(CONTENT_LENGTH, length.into());
            head.no_chunking(true);
        }
        for (name, value) in &self.parts.headers {
            // The server goes by this, and not by the header.
            if name == CONNECTION && value.as_bytes().eq_ignore_ascii_case(b"close") {
                head.set_connection_type(ConnectionType::Close);
            }
            if let Some((name, value)) = convert::header_back(name, value) {
                head.headers.insert(name, value);
            }
        }
        response
    }
}

/// The body for a HEAD: no byte.
///
/// The length of what a GET would have had stands in a header of its own, and not in `size`: when another request waits
/// behind this one on its connection, the server no longer knows that this was a HEAD, and would miss the bytes.
struct NoBytes;

impl MessageBody for NoBytes {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Infallible>>> {
        Poll::Ready(None)
    }
}
