//! The layer as a middleware.

use std::fmt;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::error::InternalError;
use actix_web::{Error, HttpMessage as _, HttpResponse};
use pin_project_lite::pin_project;

use super::convert;
use super::exchange::Exchange;
use super::panicked::{self, Panicked};
use super::payload;
use crate::S3Layer;
use crate::server::layer::Layered;

/// ```
/// use actix_web::{App, HttpServer, web};
/// use s3err_core::S3Layer;
///
/// // Outside of the closure: else every worker has a host id of its own.
/// let layer = S3Layer::new().with_resource();
/// let server = HttpServer::new(move || {
///     App::new()
///         .route("/{bucket}", web::get().to(async || "a listing"))
///         .wrap(layer.clone()) // last: around all others
/// });
/// # let _ = server.workers(1);
/// ```
///
/// What another middleware inside fails with, as an [`actix_web::Error`], is answered in the same way, and travels on
/// as an error that has this answer. An error that becomes a refusal is in the log as its cause.
///
/// actix-web itself has no answer to a handler that panics: the connection is cut. The layer answers with S3's
/// `InternalError`, and the text of the panic is in the log as its field `panic`. It needs panics that unwind: under
/// `panic = "abort"` the process ends as it does without the layer.
///
/// A head that is no HTTP, or too large, is refused by the server before there is a request, and never comes here.
impl<S, B> Transform<S, ServiceRequest> for S3Layer
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Transform = S3Middleware<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(S3Middleware { inner, layer: self.clone() }))
    }
}

/// The service behind [`S3Layer`] as a middleware of actix-web.
#[derive(Debug)]
pub struct S3Middleware<S> {
    inner: S,
    layer: S3Layer,
}

impl<S, B> Service<ServiceRequest> for S3Middleware<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse;
    type Error = Error;
    type Future = AnsweredFuture<S::Future>;

    fn poll_ready(&self, cx: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let layered = request.extensions().contains::<Layered>();
        if layered {
            return AnsweredFuture { future: Some(self.inner.call(request)), panicked: None, exchange: None };
        }
        let uri = request.uri().clone();
        let id = request.extensions().get().cloned();
        let method = convert::method(request.method());
        let context = self.layer.context(id, method, convert::version(request.version()), uri.path());
        request.extensions_mut().insert(context.clone());
        request.extensions_mut().insert(Layered);
        let watcher = payload::watch(&mut request);
        let (future, panicked) = match panicked::catch(|| self.inner.call(request)) {
            Ok(future) => (Some(future), None),
            Err(panicked) => (None, Some(panicked)),
        };
        let exchange = Some(Exchange::new(self.layer.clone(), context, uri, watcher));
        AnsweredFuture { future, panicked, exchange }
    }
}

pin_project! {
    /// The response of [`S3Middleware`].
    pub struct AnsweredFuture<F> {
        #[pin]
        future: Option<F>,
        panicked: Option<Panicked>,
        exchange: Option<Exchange>,
    }
}

impl<F> fmt::Debug for AnsweredFuture<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnsweredFuture").finish_non_exhaustive()
    }
}

impl<F, B> Future for AnsweredFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse, Error>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        let Some(exchange) = this.exchange else {
            // Inside another layer, which does all of it.
            let Some(future) = this.future.as_pin_mut() else { return Poll::Pending };
            return future.poll(cx).map_ok(ServiceResponse::map_into_boxed_body);
        };
        let polled = match (this.panicked.take(), this.future.as_mut().as_pin_mut()) {
            (Some(panicked), _) => Err(panicked),
            (None, Some(future)) => panicked::catch(|| future.poll(cx)),
            (None, None) => return Poll::Pending,
        };
        let outcome = match polled {
            Ok(poll) => Ok(ready!(poll)),
            Err(panicked) => Err(panicked),
        };
        // With it goes what it still held of the request.
        this.future.set(None);
        Poll::Ready(match outcome {
            Ok(Ok(response)) => {
                let (request, response) = response.into_parts();
                Ok(ServiceResponse::new(request, exchange.answer(response.map_into_boxed_body(), None)))
            }
            // The request is gone, and without it there is no `ServiceResponse`.
            Ok(Err(error)) => {
                let response = exchange.answer(error.error_response(), Some(&error));
                Err(InternalError::from_response(error, response).into())
            }
            Err(panicked) => {
                let response = exchange.report(&panicked).over(HttpResponse::InternalServerError().finish());
                Err(InternalError::from_response(panicked, response).into())
            }
        })
    }
}
