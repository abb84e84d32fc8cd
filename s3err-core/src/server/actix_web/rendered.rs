//! An error's response in actix-web's terms.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::ConnectionType;
use actix_web::web::Bytes;
use http::header::{CONNECTION, CONTENT_LENGTH};
use http::response::Parts;

use super::convert;
use crate::server::rendered::{OF_THE_BODY, has_content, render};
use crate::{RequestContext, S3Error};

/// The response to an error.
pub(super) struct Rendered {
    parts: Parts,
    body: BoxBody,
}

impl Rendered {
    pub(super) fn of(error: &dyn S3Error, context: &RequestContext) -> Self {
        let rendered = render(error, context);
        let has_content = has_content(&rendered);
        let (parts, body) = rendered.into_parts();
        let body = if parts.headers.contains_key(CONTENT_LENGTH) {
            BoxBody::new(NoBytes)
        } else if has_content {
            BoxBody::new(body)
        } else {
            // An empty body would be sent with its length.
            BoxBody::new(body::None::new())
        };
        Self { parts, body }
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
        if self.parts.headers.contains_key(CONTENT_LENGTH) {
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
