//! An error's response in axum's terms.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum_core::body::Body as AnyBody;
use bytes::Bytes;
use http::response::Parts;
use http::{Response, Version};
use http_body::{Body, Frame};

use crate::name::HOP_BY_HOP;
use crate::server::rendered::{OF_THE_BODY, has_content, render};
use crate::{RequestContext, S3Error};

/// The response to `error`.
pub(super) fn response(error: &dyn S3Error, context: &RequestContext) -> Response<AnyBody> {
    let rendered = render(error, context);
    let has_content = has_content(&rendered);
    rendered.map(|body| if has_content { AnyBody::from(body) } else { AnyBody::new(NoBody) })
}

/// The response to `error` with what others have added to the one that it replaces.
pub(super) fn over(mut replaced: Parts, error: &dyn S3Error, context: &RequestContext) -> Response<AnyBody> {
    let (rendered, body) = response(error, context).into_parts();
    for name in OF_THE_BODY {
        replaced.headers.remove(name);
    }
    if context.version() > Version::HTTP_11 {
        for name in HOP_BY_HOP {
            replaced.headers.remove(name);
        }
    }
    replaced.headers.extend(rendered.headers);
    replaced.status = rendered.status;
    Response::from_parts(replaced, body)
}

/// The body of a 304. It has no length: with one of zero, axum would say so in a header that the 200 has not.
struct NoBody;

impl Body for NoBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        true
    }
}
