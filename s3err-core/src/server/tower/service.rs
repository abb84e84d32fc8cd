//! The layer as a service around others.

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http::header::{CONNECTION, CONTENT_TYPE, EXPECT};
use http::response::Parts;
use http::{HeaderValue, Request, Response, Uri, Version};
use http_body::Body;
use pin_project_lite::pin_project;
use tower_layer::Layer;
use tower_service::Service;

use super::body::{self, Abandoned, Drain, RequestBody, Watcher};
use super::ids;
use super::response::{self, ResponseBody};
use crate::error::S3Error;
use crate::response::{ids as ids_of, set};
use crate::server::exchange::{Answered, Asked, Exchange, Preflight, Seen, Verdict};
use crate::server::extensions::FailureSlot;
use crate::server::extensions::Handled;
use crate::server::failure::Failure;
use crate::server::layer::S3Layer;
use crate::server::panicked::{Panicked, catch};
use crate::server::rejection::Rejection;
use crate::server::response::{closes, switches};

/// ```
/// use axum::{Router, routing::get};
/// use s3err_core::S3Layer;
/// use tower_http::request_id::{MakeRequestUuid, SetRequestIdLayer};
///
/// let app: Router = Router::new()
///     .route("/{bucket}", get(|| async { "a listing" }))
///     .layer(S3Layer::new().with_resource())
///     .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid)); // outside: its ids are taken
/// ```
///
/// The inner service receives a [`RequestBody`] around the body that came.
impl<S> Layer<S> for S3Layer {
    type Service = S3Service<S>;

    fn layer(&self, inner: S) -> Self::Service {
        S3Service { inner, layer: self.clone(), unready: None }
    }
}

/// The service of [`S3Layer`].
///
/// A `Failure` that the inner service fails with, as it is or boxed as an error, is sent like one in a response. Other
/// errors pass through.
#[derive(Clone, Debug)]
pub struct S3Service<S> {
    inner: S,
    layer: S3Layer,
    /// The panic of the inner service when it was asked whether it was ready: the next request is answered with it.
    unready: Option<Panicked>,
}

impl<S, B, R> Service<Request<B>> for S3Service<S>
where
    S: Service<Request<RequestBody<B>>, Response = Response<R>>,
    S::Error: 'static,
    B: Body,
    R: Body<Data = Bytes>,
{
    type Response = Response<ResponseBody<R>>;
    type Error = S::Error;
    type Future = S3Future<S::Future, B, R>;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        catch(|| self.inner.poll_ready(cx)).unwrap_or_else(|panicked| {
            self.unready = Some(panicked);
            Poll::Ready(Ok(()))
        })
    }

    fn call(&mut self, request: Request<B>) -> Self::Future {
        let (mut parts, body) = request.into_parts();
        let (body, watcher) = body::watch(body);
        let waiting = parts.extensions.get::<FailureSlot>().is_none().then(|| {
            let header = |name: &str| parts.headers.get(name).map(HeaderValue::as_bytes);
            let id = ids::given(&parts.extensions);
            let exchange = Exchange {
                context: self.layer.context(id, parts.method.clone(), parts.version, parts.uri.path()),
                layer: self.layer.clone(),
                slot: FailureSlot::default(),
                preflight: Preflight::of(&parts.method, header),
            };
            let expects =
                parts.headers.get(EXPECT).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"100-continue"));
            Waiting { exchange, uri: parts.uri.clone(), watcher, expects }
        });
        if let Some(Waiting { exchange, .. }) = &waiting {
            parts.extensions.insert(exchange.context.clone());
            parts.extensions.insert(exchange.slot.clone());
        }
        let inner = &mut self.inner;
        let called = match self.unready.take() {
            None => catch(|| inner.call(Request::from_parts(parts, body))),
            Some(panicked) => Err(panicked),
        };
        let state = match called {
            Ok(future) => State::Running { future },
            Err(panicked) => State::Panicked { panicked: Some(panicked) },
        };
        S3Future { state, waiting }
    }
}

/// The part of a request that is kept. A layer inside of another keeps nothing.
struct Waiting<B> {
    exchange: Exchange,
    uri: Uri,
    watcher: Watcher<B>,
    /// True if the client waits for `100 Continue` before it sends the body.
    expects: bool,
}

pin_project! {
    /// The response of [`S3Service`].
    pub struct S3Future<F, B, R> {
        #[pin]
        state: State<F, B, R>,
        waiting: Option<Waiting<B>>,
    }
}

pin_project! {
    #[project = StateProjection]
    enum State<F, B, R> {
        Running {
            #[pin]
            future: F,
        },
        Panicked {
            panicked: Option<Panicked>,
        },
        Reading {
            reading: Option<Box<Reading<B, R>>>,
        },
        Draining {
            response: Option<Response<ResponseBody<R>>>,
            drain: Drain<B>,
        },
        Done,
    }
}

impl<F, B, R> fmt::Debug for S3Future<F, B, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Future").finish_non_exhaustive()
    }
}

impl<F, B, R, E> Future for S3Future<F, B, R>
where
    F: Future<Output = Result<Response<R>, E>>,
    B: Body,
    R: Body<Data = Bytes>,
    E: 'static,
{
    type Output = Result<Response<ResponseBody<R>>, E>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        loop {
            let next = match this.state.as_mut().project() {
                StateProjection::Running { future } => {
                    let outcome = match catch(|| future.poll(cx)) {
                        Ok(poll) => Ok(ready!(poll)),
                        Err(panicked) => Err(panicked),
                    };
                    // With the future goes what it still held of the request.
                    this.state.set(State::Done);
                    let waiting = this.waiting.take();
                    match outcome {
                        Ok(Ok(response)) => judge(waiting, response),
                        Ok(Err(error)) => match failure_of(waiting.as_ref(), &error) {
                            Some(failure) => Next::Send(fail(waiting, failure)),
                            None => return Poll::Ready(Err(error)),
                        },
                        Err(panicked) => Next::Send(fail(waiting, panicked.into())),
                    }
                }
                StateProjection::Panicked { panicked } => {
                    let Some(panicked) = panicked.take() else { return Poll::Pending };
                    Next::Send(fail(this.waiting.take(), panicked.into()))
                }
                StateProjection::Reading { reading } => {
                    let Some(begun) = reading else { return Poll::Pending };
                    let polled = catch(|| begun.poll(cx));
                    if matches!(polled, Ok(Poll::Pending)) {
                        return Poll::Pending;
                    }
                    let Some(begun) = reading.take() else { return Poll::Pending };
                    Next::Send(match polled {
                        Ok(_) => begun.judge(),
                        Err(panicked) => fail(Some(begun.waiting), panicked.into()),
                    })
                }
                StateProjection::Draining { response, drain } => {
                    ready!(drain.poll(cx));
                    let Some(response) = response.take() else { return Poll::Pending };
                    this.state.set(State::Done);
                    return Poll::Ready(Ok(response));
                }
                StateProjection::Done => return Poll::Pending,
            };
            match next {
                Next::Read(reading) => this.state.set(State::Reading { reading: Some(reading) }),
                Next::Send(Sent { response, drain: Some(drain) }) => {
                    this.state.set(State::Draining { response: Some(response), drain });
                }
                Next::Send(Sent { response, drain: None }) => {
                    this.state.set(State::Done);
                    return Poll::Ready(Ok(response));
                }
            }
        }
    }
}

/// The next step for a response.
enum Next<B, R> {
    Read(Box<Reading<B, R>>),
    Send(Sent<B, R>),
}

/// A response as it is sent, once the unread body of its request is drained.
struct Sent<B, R> {
    response: Response<ResponseBody<R>>,
    drain: Option<Drain<B>>,
}

/// Returns what is next for the response of the inner service.
fn judge<B: Body, R: Body>(waiting: Option<Waiting<B>>, response: Response<R>) -> Next<B, R> {
    let Some(waiting) = waiting else {
        return Next::Send(Sent { response: response.map(ResponseBody::inner), drain: None });
    };
    let (parts, body) = response.into_parts();
    let failure = parts.extensions.get::<Failure>();
    // The body of a failure would be rendered for its length, which does not matter.
    let length = if failure.is_none() { catch(|| body.size_hint().exact()).ok().flatten() } else { None };
    let verdict = waiting.exchange.judge(&Seen {
        status: parts.status,
        content_type: parts.headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes),
        length,
        failure,
        handled: parts.extensions.get::<Handled>().is_some(),
        answered: parts.extensions.get::<Answered>().is_some(),
    });
    match verdict {
        Verdict::Read(limit) => {
            let body = Box::pin(body);
            Next::Read(Box::new(Reading { waiting, parts, body, read: BytesMut::new(), limit, is_whole: false }))
        }
        Verdict::Error(failure) => Next::Send(waiting.send(parts, failure.error(), &failure)),
        Verdict::Rejection => Next::Send(waiting.reject(parts)),
        Verdict::Pass => Next::Send(waiting.pass(parts, ResponseBody::inner(body))),
    }
}

/// Returns the response to what failed without one. Inside of another layer it is that one's to complete.
fn fail<B: Body, R>(waiting: Option<Waiting<B>>, failure: Failure) -> Sent<B, R> {
    let (mut parts, ()) = Response::new(()).into_parts();
    if let Some(waiting) = waiting {
        return waiting.send(parts, failure.error(), &failure);
    }
    parts.status = failure.error().status();
    parts.extensions.insert(failure);
    Sent { response: Response::from_parts(parts, ResponseBody::none()), drain: None }
}

/// Returns the failure that a service's error is, or stands for.
fn failure_of<B, E: 'static>(waiting: Option<&Waiting<B>>, error: &E) -> Option<Failure> {
    let error: &dyn Any = error;
    let boxed = || error.downcast_ref::<Box<dyn Error + Send + Sync>>()?.downcast_ref::<Failure>();
    let itself = error.downcast_ref().or_else(boxed).cloned();
    itself.or_else(|| waiting?.exchange.slot.take())
}

impl<B: Body> Waiting<B> {
    /// Sends an error in the place of a response, and leaves the failure among its extensions.
    fn send<R>(mut self, parts: Parts, error: &dyn S3Error, failure: &Failure) -> Sent<B, R> {
        let drain = self.drain();
        let rendered = self.exchange.respond(error, &self.exchange.context);
        let mut response = response::over(parts, rendered);
        response.extensions_mut().get_or_insert_with(|| failure.clone());
        response.extensions_mut().insert(Answered);
        Sent { response, drain }
    }

    fn reject<R>(self, parts: Parts) -> Sent<B, R> {
        let asked = Asked {
            path: self.uri.path(),
            preflight: self.exchange.preflight.as_ref(),
            waits_for_client: self.watcher.waits(),
        };
        let rejection = Rejection::new(parts.status, &asked, None);
        let failure = rejection.failure();
        self.send(parts, &rejection, &failure)
    }

    /// Sends a response that is not an error with what every response has.
    fn pass<R>(mut self, mut parts: Parts, body: ResponseBody<R>) -> Sent<B, R> {
        let drain = self.drain().filter(|_| !switches(parts.status, self.exchange.context.method()));
        for (name, id) in ids_of(&self.exchange.context) {
            if !parts.headers.contains_key(&name) {
                set(&mut parts.headers, name, Some(id));
            }
        }
        if closes(parts.status, &self.exchange.context) {
            set(&mut parts.headers, CONNECTION, Some(HeaderValue::from_static("close")));
        }
        Sent { response: Response::from_parts(parts, body), drain }
    }

    /// Notes whether the request's body was left unread, and returns what is to be read of it.
    ///
    /// An empty one is never asked for, and counts as unread where the client waits for `100 Continue`: it takes the
    /// response for a rejection, with a body still to come or not. The AWS CLI, which waits with empty files too,
    /// misreads what follows on such a connection.
    fn drain(&mut self) -> Option<Drain<B>> {
        let abandoned = self.watcher.abandoned();
        let unread = abandoned.is_some() || (self.expects && self.watcher.is_empty());
        if unread {
            self.exchange.context = self.exchange.context.clone().with_unread_body(true);
        }
        let Abandoned { body, asked } = abandoned?;
        let still_waits = self.expects && !asked;
        if still_waits || self.exchange.context.version() > Version::HTTP_11 {
            return None;
        }
        Drain::new(body, self.exchange.layer.drain_limits())
    }
}

/// A response whose body tells what it is.
struct Reading<B, R> {
    waiting: Waiting<B>,
    parts: Parts,
    body: Pin<Box<R>>,
    read: BytesMut,
    limit: u64,
    /// True if the body has ended within the limit.
    is_whole: bool,
}

impl<B: Body, R: Body<Data = Bytes>> Reading<B, R> {
    /// Reads on to the end, or to what is over the limit.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        while self.read.len() as u64 <= self.limit {
            match ready!(self.body.as_mut().poll_frame(cx)) {
                Some(Ok(frame)) => {
                    if let Ok(data) = frame.into_data() {
                        self.read.extend_from_slice(&data);
                    }
                }
                // A body that breaks is sent on, and breaks there.
                Some(Err(_)) => return Poll::Ready(()),
                None => {
                    self.is_whole = true;
                    return Poll::Ready(());
                }
            }
        }
        Poll::Ready(())
    }

    fn judge(self) -> Sent<B, R> {
        let Self { waiting, parts, body, read, is_whole, .. } = self;
        let verdict =
            if is_whole { waiting.exchange.judge_body(parts.status, &parts.headers, &read) } else { Verdict::Pass };
        match verdict {
            Verdict::Error(failure) => waiting.send(parts, failure.error(), &failure),
            Verdict::Rejection => waiting.reject(parts),
            Verdict::Read(_) | Verdict::Pass => waiting.pass(parts, ResponseBody::begun(read.freeze(), body)),
        }
    }
}
