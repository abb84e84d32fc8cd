//! An error's response in actix-web's terms.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::HttpResponse;
use actix_web::body::{self, BodySize, BoxBody, MessageBody};
use actix_web::http::ConnectionType;
use actix_web::web::Bytes;
use http::Response;
use http::header::{CONNECTION, CONTENT_LENGTH};

use super::convert;
use crate::server::response::{has_content, is_of_the_body};

/// Returns an error's response with what others have added to the one that it replaces.
pub(super) fn over(replaced: HttpResponse, rendered: Response<Bytes>) -> HttpResponse {
    let has_content = has_content(&rendered);
    let (parts, document) = rendered.into_parts();
    let has_length = parts.headers.contains_key(CONTENT_LENGTH);
    let mut response = replaced.set_body(if has_length {
        BoxBody::new(NoBytes)
    } else if has_content {
        BoxBody::new(document)
    } else {
        // An empty body would be sent with its length.
        BoxBody::new(body::None::new())
    });
    let head = response.head_mut();
    head.status = convert::status_back(parts.status);
    head.reason = None;
    let of_the_body: Vec<_> = head.headers.keys().filter(|name| is_of_the_body(name.as_str())).cloned().collect();
    for name in of_the_body {
        head.headers.remove(name);
    }
    if has_length {
        head.no_chunking(true);
    }
    for (name, value) in &parts.headers {
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

/// The body for a HEAD: no byte.
///
/// The length of what a GET would have had is in a header of its own, and not in `size`: when another request waits
/// after this one on its connection, the server no longer knows that this was a HEAD, and would miss the bytes.
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
