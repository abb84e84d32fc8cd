//! The layer and its service.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum_core::BoxError;
use axum_core::body::Body;
use bytes::Bytes;
use http::header::{CONNECTION, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, EXPECT, TRANSFER_ENCODING};
use http::response::Parts;
use http::{HeaderName, HeaderValue, Method, Request, Response, Uri, Version};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::body::{self, Watcher};
use super::ids;
use crate::server::layer::Layered;
use crate::server::refusal::Refusal;
use crate::{Failure, Handled, RequestContext, S3Error, S3Layer, response};

/// What describes a body that is replaced.
const OF_THE_BODY: [HeaderName; 4] = [CONTENT_TYPE, CONTENT_LENGTH, CONTENT_ENCODING, TRANSFER_ENCODING];

/// ```
/// use axum::{Router, routing::get};
/// use s3err_core::S3Layer;
/// use tower_http::catch_panic::CatchPanicLayer;
/// use tower_http::request_id::{MakeRequestUuid, SetRequestIdLayer};
///
/// let app: Router = Router::new()
///     .route("/{bucket}", get(|| async { "a listing" }))
///     .layer(CatchPanicLayer::new()) // inside: a panic becomes an InternalError
///     .layer(S3Layer::new().with_resource())
///     .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid)); // outside: its ids are taken
/// ```
impl<S> Layer<S> for S3Layer {
    type Service = S3Service<S>;

    fn layer(&self, inner: S) -> Self::Service {
        S3Service { inner, layer: self.clone() }
    }
}

/// The service behind [`S3Layer`].
#[derive(Clone, Debug)]
pub struct S3Service<S> {
    inner: S,
    layer: S3Layer,
}

impl<S, B, R> Service<Request<B>> for S3Service<S>
where
    S: Service<Request<Body>, Response = Response<R>>,
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError>,
    R: http_body::Body<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = S3Future<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        if request.extensions().get::<Layered>().is_some() {
            return S3Future { future: Some(self.inner.call(request.map(Body::new))), exchange: None };
        }
        let (mut parts, body) = request.into_parts();
        let uri = parts.uri.clone();
        let id = ids::given(&parts.extensions);
        let context = self.layer.context(id, parts.method.clone(), parts.version, uri.path());
        parts.extensions.insert(context.clone());
        parts.extensions.insert(Layered);
        let expects =
            parts.headers.get(EXPECT).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"));
        let (body, watcher) = body::watch(body, expects);
        let future = self.inner.call(Request::from_parts(parts, Body::new(body)));
        let layer = self.layer.clone();
        S3Future { future: Some(future), exchange: Some(Exchange { layer, context, uri, watcher }) }
    }
}

pin_project! {
    /// The response of [`S3Service`].
    pub struct S3Future<F> {
        #[pin]
        future: Option<F>,
        exchange: Option<Exchange>,
    }
}

impl<F> std::fmt::Debug for S3Future<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("S3Future").finish_non_exhaustive()
    }
}

impl<F, R, E> Future for S3Future<F>
where
    F: Future<Output = Result<Response<R>, E>>,
    R: http_body::Body<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Output = Result<Response<Body>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let Some(future) = this.future.as_mut().as_pin_mut() else { return Poll::Pending };
        let result = ready!(future.poll(cx));
        // With it goes what it still held of the request.
        this.future.set(None);
        let exchange = this.exchange.take();
        Poll::Ready(result.map(|response| match exchange {
            Some(exchange) => exchange.answer(response.map(Body::new)),
            None => response.map(Body::new),
        }))
    }
}

/// A request that waits for its response.
struct Exchange {
    layer: S3Layer,
    context: RequestContext,
    uri: Uri,
    watcher: Watcher,
}

impl Exchange {
    fn answer(self, response: Response<Body>) -> Response<Body> {
        let context = self.context.with_unread_body(self.watcher.abandoned());
        let (mut parts, body) = response.into_parts();
        let failure = parts.extensions.get::<Failure>().cloned();
        let refusal = || {
            let handled = parts.extensions.get::<Handled>().is_some();
            let content_type = parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
            Refusal::of(parts.status, content_type, self.uri.path()).filter(|_| !handled)
        };
        if let Some(failure) = failure {
            self.layer.log(failure.error(), &context);
            rewrite(parts, failure.error(), &context)
        } else if let Some(refusal) = refusal() {
            self.layer.log(&refusal, &context);
            parts.extensions.insert(refusal.failure());
            rewrite(parts, &refusal, &context)
        } else {
            response::complete(&mut parts.headers, &context);
            Response::from_parts(parts, body)
        }
    }
}

/// The response to `error` with what others have added to the one that it replaces.
fn rewrite(mut parts: Parts, error: &dyn S3Error, context: &RequestContext) -> Response<Body> {
    let (rendered, body) = body::of_rendered(error.to_response(context)).into_parts();
    for name in OF_THE_BODY {
        parts.headers.remove(name);
    }
    if context.version() > Version::HTTP_11 {
        parts.headers.remove(CONNECTION);
    }
    // A HEAD is told the length of what a GET would have had.
    if *context.method() == Method::HEAD && rendered.headers.contains_key(CONTENT_TYPE) {
        parts.headers.insert(CONTENT_LENGTH, error.to_bytes(context).len().into());
    }
    parts.headers.extend(rendered.headers);
    parts.status = rendered.status;
    Response::from_parts(parts, body)
}
