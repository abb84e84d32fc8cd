//! The mark for all responses of a route.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use http::{Request, Response};
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use crate::server::extensions::Handled;

/// Marks all responses of a route, or of a router.
///
/// ```
/// use axum::{Router, routing::get};
/// use s3err_core::{Handled, S3Layer};
///
/// let app: Router = Router::new()
///     .route("/metrics", get(|| async { "errors_total 0\n" }).layer(Handled))
///     .layer(S3Layer::new());
/// ```
impl<S> Layer<S> for Handled {
    type Service = HandledService<S>;

    fn layer(&self, inner: S) -> Self::Service {
        HandledService { inner }
    }
}

/// The service of [`Handled`] as a layer. Needs the feature `tower`.
#[derive(Clone, Debug)]
pub struct HandledService<S> {
    inner: S,
}

impl<S, B, R> Service<Request<B>> for HandledService<S>
where
    S: Service<Request<B>, Response = Response<R>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = HandledFuture<S::Future>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        HandledFuture { future: self.inner.call(request) }
    }
}

pin_project! {
    /// The response of [`HandledService`].
    #[derive(Debug)]
    pub struct HandledFuture<F> {
        #[pin]
        future: F,
    }
}

impl<F, R, E> Future for HandledFuture<F>
where
    F: Future<Output = Result<Response<R>, E>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut result = ready!(self.project().future.poll(cx));
        if let Ok(response) = &mut result {
            response.extensions_mut().insert(Handled);
        }
        Poll::Ready(result)
    }
}
