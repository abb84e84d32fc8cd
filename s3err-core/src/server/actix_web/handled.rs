//! The mark of a response, and of a whole route.

use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::{Error, HttpResponse};
use pin_project_lite::pin_project;

use crate::Handled;

impl Handled {
    /// Marks one response of actix-web.
    ///
    /// ```
    /// use actix_web::HttpResponse;
    /// use s3err_core::Handled;
    ///
    /// async fn health() -> HttpResponse {
    ///     Handled::mark(HttpResponse::ServiceUnavailable().body("draining"))
    /// }
    /// # let _ = actix_web::App::new().route("/", actix_web::web::get().to(health));
    /// ```
    #[must_use]
    pub fn mark<B>(mut response: HttpResponse<B>) -> HttpResponse<B> {
        response.extensions_mut().insert(Self);
        response
    }
}

/// Marks all responses of a resource, a scope or an app of actix-web.
///
/// ```
/// use actix_web::{App, web};
/// use s3err_core::{Handled, S3Layer};
///
/// let app = App::new()
///     .service(web::resource("/metrics").wrap(Handled).get(async || "errors_total 0\n"))
///     .wrap(S3Layer::new());
/// # let _ = app;
/// ```
impl<S, B> Transform<S, ServiceRequest> for Handled
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = ServiceResponse<B>;
    type Error = Error;
    type Transform = HandledMiddleware<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(HandledMiddleware { inner }))
    }
}

/// The service behind [`Handled`] as a middleware of actix-web.
#[derive(Debug)]
pub struct HandledMiddleware<S> {
    inner: S,
}

impl<S, B> Service<ServiceRequest> for HandledMiddleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    type Response = S::Response;
    type Error = Error;
    type Future = MarkedFuture<S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        MarkedFuture { future: self.inner.call(request) }
    }
}

pin_project! {
    /// The response of a route of actix-web that is marked as [`Handled`].
    #[derive(Debug)]
    pub struct MarkedFuture<F> {
        #[pin]
        future: F,
    }
}

impl<F, B> Future for MarkedFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
{
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(match ready!(self.project().future.poll(cx)) {
            Ok(mut response) => {
                response.response_mut().extensions_mut().insert(Handled);
                Ok(response)
            }
            // What a middleware inside fails with has no response yet that could be marked.
            Err(error) => {
                let response = Handled::mark(error.error_response());
                Err(InternalError::from_response(error, response).into())
            }
        })
    }
}
