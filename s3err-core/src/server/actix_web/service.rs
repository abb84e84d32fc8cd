//! The layer as a middleware.

use std::cell::RefCell;
use std::error::Error as StdError;
use std::fmt;
use std::future::{Future, Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform};
use actix_web::http::header::{CONTENT_TYPE, HeaderValue, ORIGIN};
use actix_web::http::{self as theirs, ConnectionType};
use actix_web::test::TestRequest;
use actix_web::web::Bytes;
use actix_web::{Error, HttpMessage as _, HttpRequest, HttpResponse};
use http::{Response, Version};
use pin_project_lite::pin_project;

use super::payload::{self, Drain, Watcher};
use super::{convert, response};
use crate::response::ids;
use crate::server::exchange::{Answered, Asked, Exchange, Preflight, Seen, Verdict};
use crate::server::extensions::FailureSlot;
use crate::server::extensions::Handled;
use crate::server::failure::Failure;
use crate::server::layer::S3Layer;
use crate::server::panicked::{Panicked, catch};
use crate::server::rejection::Rejection;
use crate::server::response::{closes, switches};

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
/// What another middleware inside fails with, as an [`actix_web::Error`], is sent in the same way. An error that
/// becomes a rejection is in the log as its cause.
///
/// actix-web itself has no response for a handler that panics: the connection is cut. The layer sends S3's
/// `InternalError`, and the message of the panic is in the log as its field `panic`. It needs panics that unwind: under
/// `panic = "abort"` the process ends as it does without the layer.
///
/// After a panic, and after an error of a middleware, the request is gone. The response that goes on to middleware
/// around the layer then has a stand-in with the method, URI, version and origin of the request, and without its other
/// headers.
///
/// A head that is not HTTP, or too large, is rejected by the server before there is a request, and never comes here.
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
        ready(Ok(S3Middleware { inner, layer: self.clone(), unready: RefCell::new(None) }))
    }
}

/// The service of [`S3Layer`] as a middleware of actix-web.
#[derive(Debug)]
pub struct S3Middleware<S> {
    inner: S,
    layer: S3Layer,
    /// The panic of the inner service when it was asked whether it was ready: the next request is answered with it.
    unready: RefCell<Option<Panicked>>,
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
        catch(|| self.inner.poll_ready(cx)).unwrap_or_else(|panicked| {
            self.unready.replace(Some(panicked));
            Poll::Ready(Ok(()))
        })
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let stand_in = StandIn::of(&request);
        let layered = request.extensions().contains::<FailureSlot>();
        let exchange = (!layered).then(|| {
            let header = |name: &str| request.headers().get(name).map(HeaderValue::as_bytes);
            let id = request.extensions().get().cloned();
            let method = convert::method(request.method());
            let preflight = Preflight::of(&method, header);
            let version = convert::version(request.version());
            Exchange {
                context: self.layer.context(id, method, version, request.uri().path()),
                layer: self.layer.clone(),
                slot: FailureSlot::default(),
                preflight,
            }
        });
        let waiting = exchange.map(|exchange| {
            request.extensions_mut().insert(exchange.context.clone());
            request.extensions_mut().insert(exchange.slot.clone());
            Waiting { exchange, watcher: payload::watch(&mut request) }
        });
        let called = match self.unready.take() {
            None => catch(|| self.inner.call(request)),
            Some(panicked) => Err(panicked),
        };
        let (future, panicked) = match called {
            Ok(future) => (Some(future), None),
            Err(panicked) => (None, Some(panicked)),
        };
        AnsweredFuture { future, panicked, stand_in, waiting, draining: None }
    }
}

/// The part of a request that is kept. A layer inside of another keeps nothing.
struct Waiting {
    exchange: Exchange,
    watcher: Option<Watcher>,
}

/// A request for middleware around the layer to ask when the real one is gone.
struct StandIn {
    method: theirs::Method,
    uri: theirs::Uri,
    version: theirs::Version,
    origin: Option<HeaderValue>,
}

impl StandIn {
    fn of(request: &ServiceRequest) -> Self {
        Self {
            method: request.method().clone(),
            uri: request.uri().clone(),
            version: request.version(),
            origin: request.headers().get(ORIGIN).cloned(),
        }
    }

    /// Returns the request. actix-web makes them by hand for tests alone.
    fn request(&self) -> HttpRequest {
        let mut request = TestRequest::default().method(self.method.clone()).version(self.version);
        if let Some(origin) = &self.origin {
            request = request.insert_header((ORIGIN, origin.clone()));
        }
        let mut request = request.to_srv_request();
        request.head_mut().uri = self.uri.clone();
        request.into_parts().0
    }
}

pin_project! {
    /// The response of [`S3Middleware`].
    pub struct AnsweredFuture<F> {
        #[pin]
        future: Option<F>,
        panicked: Option<Panicked>,
        stand_in: StandIn,
        waiting: Option<Waiting>,
        draining: Option<(Drain, ServiceResponse)>,
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
        if this.draining.is_none() {
            let polled = match (this.panicked.take(), this.future.as_mut().as_pin_mut()) {
                (Some(panicked), _) => Err(panicked),
                (None, Some(future)) => catch(|| future.poll(cx)),
                (None, None) => return Poll::Pending,
            };
            let outcome = match polled {
                Ok(poll) => Ok(ready!(poll)),
                Err(panicked) => Err(panicked),
            };
            // With it goes what it still held of the request.
            this.future.set(None);
            let path = this.stand_in.uri.path();
            let waiting = this.waiting.take();
            let (request, (response, drain)) = match outcome {
                Ok(Ok(response)) => {
                    let (request, response) = response.into_parts();
                    let response = response.map_into_boxed_body();
                    (request, Waiting::finish(waiting, path, response, None))
                }
                Ok(Err(error)) => {
                    let finished = match catch(|| error.error_response()) {
                        Ok(response) => Waiting::finish(waiting, path, response, Some(&error)),
                        Err(panicked) => Waiting::finish(waiting, path, of_panic(panicked), None),
                    };
                    (this.stand_in.request(), finished)
                }
                Err(panicked) => (this.stand_in.request(), Waiting::finish(waiting, path, of_panic(panicked), None)),
            };
            let response = ServiceResponse::new(request, response);
            match drain {
                Some(drain) => *this.draining = Some((drain, response)),
                None => return Poll::Ready(Ok(response)),
            }
        }
        if let Some((drain, _)) = this.draining {
            ready!(drain.poll(cx));
        }
        match this.draining.take() {
            Some((_, response)) => Poll::Ready(Ok(response)),
            None => Poll::Pending,
        }
    }
}

impl Waiting {
    /// Returns a response as it is sent, and what is to be read of the request first. `error` is what it was made of,
    /// where the response does not say so itself.
    fn finish(
        waiting: Option<Self>,
        path: &str,
        response: HttpResponse,
        error: Option<&Error>,
    ) -> (HttpResponse, Option<Drain>) {
        match waiting {
            Some(waiting) => waiting.answer(path, response, error),
            None => (response, None),
        }
    }

    fn answer(mut self, path: &str, response: HttpResponse, error: Option<&Error>) -> (HttpResponse, Option<Drain>) {
        let (response, verdict) = self.judge(response);
        let drain = self.drain();
        match verdict {
            Verdict::Error(failure) => {
                let rendered = self.exchange.respond(failure.error(), &self.exchange.context);
                (sent(response, rendered, failure), drain)
            }
            Verdict::Rejection => {
                let waits_for_client = self.watcher.as_ref().is_some_and(Watcher::waits);
                let asked = Asked { path, preflight: self.exchange.preflight.as_ref(), waits_for_client };
                let made_of = response.error().or(error).map(|error| error as &(dyn StdError + 'static));
                let rejection = Rejection::new(convert::status(response.status()), &asked, made_of);
                let rendered = self.exchange.respond(&rejection, &self.exchange.context);
                let failure = rejection.failure();
                (sent(response, rendered, failure), drain)
            }
            Verdict::Read(_) | Verdict::Pass => {
                let status = convert::status(response.status());
                let drain = drain.filter(|_| !switches(status, self.exchange.context.method()));
                (self.complete(response), drain)
            }
        }
    }

    /// Returns what a response is. A body is looked at only where it is there at once.
    fn judge(&self, response: HttpResponse) -> (HttpResponse, Verdict) {
        let status = convert::status(response.status());
        let verdict = {
            let extensions = response.extensions();
            self.exchange.judge(&Seen {
                status,
                content_type: response.headers().get(CONTENT_TYPE).map(HeaderValue::as_bytes),
                length: match catch(|| response.body().size()) {
                    Ok(BodySize::None) => Some(0),
                    Ok(BodySize::Sized(length)) => Some(length),
                    Ok(BodySize::Stream) | Err(_) => None,
                },
                failure: extensions.get(),
                handled: extensions.contains::<Handled>(),
                answered: extensions.contains::<Answered>(),
            })
        };
        let Verdict::Read(limit) = verdict else { return (response, verdict) };
        let (response, body) = response.into_parts();
        match catch(|| body.try_into_bytes()) {
            Ok(Ok(bytes)) => {
                let verdict = if bytes.len() as u64 <= limit {
                    self.exchange.judge_body(status, &convert::headers(response.headers()), &bytes)
                } else {
                    Verdict::Pass
                };
                (response.set_body(BoxBody::new(bytes)), verdict)
            }
            Ok(Err(body)) => (response.set_body(body), Verdict::Pass),
            Err(panicked) => (response.set_body(BoxBody::new(())), Verdict::Error(panicked.into())),
        }
    }

    /// Gives a response that is not an error what every response has.
    fn complete(&self, mut response: HttpResponse) -> HttpResponse {
        let context = &self.exchange.context;
        let status = convert::status(response.status());
        let head = response.head_mut();
        for (name, id) in ids(context) {
            if let Some((name, id)) = convert::header_back(&name, &id)
                && !head.headers.contains_key(&name)
            {
                head.headers.insert(name, id);
            }
        }
        if closes(status, context) {
            head.set_connection_type(ConnectionType::Close);
        }
        response
    }

    /// Notes whether the request's body was left unread, and returns what is to be read of it. actix-web sends
    /// `100 Continue` before any handler runs, so that no client still waits for it.
    fn drain(&mut self) -> Option<Drain> {
        let abandoned = self.watcher.as_ref()?.abandoned()?;
        self.exchange.context = self.exchange.context.clone().with_unread_body(true);
        if self.exchange.context.version() > Version::HTTP_11 {
            return None;
        }
        Drain::new(abandoned, self.exchange.layer.drain_limits())
    }
}

/// Returns the response that stands for a panic.
fn of_panic(panicked: Panicked) -> HttpResponse {
    let mut response = HttpResponse::InternalServerError().finish();
    response.extensions_mut().insert(Failure::from(panicked));
    response
}

/// Returns an error's response in the place of another, with the failure among its extensions.
fn sent(replaced: HttpResponse, rendered: Response<Bytes>, failure: Failure) -> HttpResponse {
    let mut response = response::over(replaced, rendered);
    response.extensions_mut().insert(failure);
    response.extensions_mut().insert(Answered);
    response
}
