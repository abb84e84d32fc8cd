//! The layer as a service around others.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum_core::BoxError;
use axum_core::body::Body;
use bytes::Bytes;
use http::header::EXPECT;
use http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::exchange::Exchange;
use super::{body, ids};
use crate::S3Layer;
use crate::server::layer::Layered;

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
        let exchange = Exchange::new(self.layer.clone(), context, uri, watcher);
        S3Future { future: Some(future), exchange: Some(exchange) }
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
