//! An error's response in tower's terms.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http::header::CONNECTION;
use http::response::Parts;
use http::{HeaderMap, HeaderName, Response, Version};
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

use crate::catalogue::CONNECTION_HEADERS;
use crate::response::is_id;
use crate::server::failure::Failure;
use crate::server::layer::context_without_layer;
use crate::server::response::{has_content, is_of_the_body, render};

pin_project! {
    /// The body of a response outside of [`S3Layer`](crate::S3Layer): the inner service's, or an error's document.
    ///
    /// Needs the feature `tower`.
    pub struct ResponseBody<R> {
        #[pin]
        kind: Kind<R>,
    }
}

pin_project! {
    #[project = KindProjection]
    enum Kind<R> {
        Inner {
            #[pin]
            body: R,
        },
        Document {
            document: Option<Bytes>,
        },
        /// The body of a 304. It has no length: with one of zero, hyper would send it in a header that the 200 has not.
        None,
        /// A body whose beginning was read by the layer.
        Begun {
            begun: Option<Bytes>,
            body: Pin<Box<R>>,
        },
    }
}

/// An empty body, which CORS and timeouts of tower-http respond with.
impl<R> Default for ResponseBody<R> {
    fn default() -> Self {
        Self { kind: Kind::Document { document: None } }
    }
}

impl<R> ResponseBody<R> {
    pub(super) fn inner(body: R) -> Self {
        Self { kind: Kind::Inner { body } }
    }

    pub(super) fn none() -> Self {
        Self { kind: Kind::None }
    }

    pub(super) fn begun(begun: Bytes, body: Pin<Box<R>>) -> Self {
        Self { kind: Kind::Begun { begun: Some(begun).filter(|begun| !begun.is_empty()), body } }
    }
}

/// Returns an error's response as it is sent.
pub(in crate::server) fn of_error<R>(rendered: Response<Bytes>) -> Response<ResponseBody<R>> {
    let has_content = has_content(&rendered);
    rendered.map(|document| ResponseBody {
        kind: if has_content {
            Kind::Document { document: Some(document).filter(|document| !document.is_empty()) }
        } else {
            Kind::None
        },
    })
}

/// A response for frameworks whose handlers return any `http::Response`, such as warp: for [`S3Layer`](crate::S3Layer)
/// to complete, and with random ids where it is missing.
///
/// ```
/// use s3err_core::{Failure, StandardError};
///
/// let response: http::Response<bytes::Bytes> = Failure::from(StandardError::NoSuchKey).into();
/// assert_eq!(response.status(), 404);
/// assert!(response.extensions().get::<Failure>().is_some());
/// ```
impl<B: From<Bytes>> From<Failure> for Response<B> {
    fn from(failure: Failure) -> Self {
        let mut response = render(failure.error(), &context_without_layer(None)).map(B::from);
        response.extensions_mut().insert(failure);
        response
    }
}

/// Returns an error's response with what others have added to the one that it replaces.
pub(super) fn over<R>(replaced: Parts, rendered: Response<Bytes>) -> Response<ResponseBody<R>> {
    let (mut parts, body) = of_error(rendered).into_parts();
    let has_connections = parts.version <= Version::HTTP_11;
    let stays = |name: &HeaderName, headers: &HeaderMap| {
        !is_id(name) // the layer always has both
            && !is_of_the_body(name.as_str())
            && !headers.contains_key(name)
            && (has_connections || !is_of_the_connection(name))
    };
    let mut others = None;
    for (name, value) in replaced.headers {
        // The second value of a header comes without its name.
        if let Some(name) = name {
            others = Some(name).filter(|name| stays(name, &parts.headers));
        }
        if let Some(name) = &others {
            let _ = parts.headers.try_append(name, value); // it fails where there are too many
        }
    }
    parts.version = replaced.version;
    parts.extensions = replaced.extensions;
    Response::from_parts(parts, body)
}

fn is_of_the_connection(name: &HeaderName) -> bool {
    name == CONNECTION || CONNECTION_HEADERS.contains(&name.as_str())
}

impl<R: Body<Data = Bytes>> Body for ResponseBody<R> {
    type Data = Bytes;
    type Error = R::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, R::Error>>> {
        match self.project().kind.project() {
            KindProjection::Inner { body } => body.poll_frame(cx),
            KindProjection::Document { document } => {
                Poll::Ready(document.take().map(|document| Ok(Frame::data(document))))
            }
            KindProjection::None => Poll::Ready(None),
            KindProjection::Begun { begun, body } => match begun.take() {
                Some(begun) => Poll::Ready(Some(Ok(Frame::data(begun)))),
                None => body.as_mut().poll_frame(cx),
            },
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Inner { body } => body.is_end_stream(),
            Kind::Document { document } => document.is_none(),
            Kind::None => true,
            Kind::Begun { begun, body } => begun.is_none() && body.is_end_stream(),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Inner { body } => body.size_hint(),
            Kind::Document { document } => {
                SizeHint::with_exact(document.as_ref().map_or(0, |document| document.len() as u64))
            }
            Kind::None => SizeHint::default(),
            Kind::Begun { begun, body } => {
                longer(&body.size_hint(), begun.as_ref().map_or(0, |begun| begun.len() as u64))
            }
        }
    }
}

/// Returns the size of a body with this many bytes before it.
fn longer(hint: &SizeHint, bytes: u64) -> SizeHint {
    let mut longer = SizeHint::new();
    longer.set_lower(hint.lower().saturating_add(bytes));
    if let Some(upper) = hint.upper() {
        longer.set_upper(upper.saturating_add(bytes));
    }
    longer
}

impl<R> fmt::Debug for ResponseBody<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
