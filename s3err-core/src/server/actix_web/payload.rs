//! A request's body that tells how far it was read, and is handed back when it is dropped before its end.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::HttpMessage as _;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::http::Version;
use actix_web::http::header::{CONTENT_LENGTH, TRANSFER_ENCODING};
use actix_web::rt::time::{Sleep, sleep};
use actix_web::web::Bytes;
use futures_core::Stream;

use crate::server::layer::DrainLimits;
use crate::server::panicked::catch;

/// A body that is watched.
struct Watched {
    payload: Payload,
    ended: bool,
    /// The bytes that are still to come, if the request said it: whoever has them all need not ask for more.
    left: Option<u64>,
    shared: Rc<Shared>,
}

#[derive(Default)]
struct Shared {
    /// True if the last read had to wait for the client.
    waits: Cell<bool>,
    abandoned: RefCell<Option<Abandoned>>,
}

/// A body that was dropped before its end.
pub(super) struct Abandoned {
    payload: Payload,
    left: Option<u64>,
}

/// Tells what became of a body that somebody else has.
pub(super) struct Watcher(Rc<Shared>);

impl Watcher {
    /// Returns whether the client keeps the server waiting for the body.
    pub(super) fn waits(&self) -> bool {
        self.0.waits.get()
    }

    /// Takes the body, if it was dropped before its end. Whoever still has it may be reading it.
    pub(super) fn abandoned(&self) -> Option<Abandoned> {
        self.0.abandoned.take()
    }
}

/// Watches the body of a request, if it has one.
pub(super) fn watch(request: &mut ServiceRequest) -> Option<Watcher> {
    if is_tunnel(request) {
        return None;
    }
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return None;
    }
    let left = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.trim().parse().ok());
    let shared = Rc::new(Shared::default());
    let watched = Watched { payload, ended: false, left, shared: Rc::clone(&shared) };
    request.set_payload(Payload::Stream { payload: Box::pin(watched) });
    Some(Watcher(shared))
}

/// Returns whether what follows the request is another protocol and not a body, as after a CONNECT: it may have no end.
fn is_tunnel(request: &ServiceRequest) -> bool {
    let has = |name| request.headers().contains_key(name);
    request.version() <= Version::HTTP_11 && !has(CONTENT_LENGTH) && !has(TRANSFER_ENCODING)
}

impl Drop for Watched {
    fn drop(&mut self) {
        if !self.ended {
            let payload = std::mem::replace(&mut self.payload, Payload::None);
            self.shared.abandoned.replace(Some(Abandoned { payload, left: self.left }));
        }
    }
}

impl Stream for Watched {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let polled = Pin::new(&mut self.payload).poll_next(cx);
        self.shared.waits.set(polled.is_pending());
        match &polled {
            Poll::Ready(None) => self.ended = true,
            Poll::Ready(Some(Ok(bytes))) => {
                let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                self.left = self.left.map(|left| left.saturating_sub(len));
                self.ended = self.left == Some(0);
            }
            Poll::Ready(Some(Err(_))) | Poll::Pending => {}
        }
        polled
    }
}

/// An unread body, read within limits. Its end, an error, a panic and a limit are all the same to it.
pub(super) struct Drain {
    payload: Payload,
    left: u64,
    deadline: Pin<Box<Sleep>>,
}

impl Drain {
    /// Returns `None` for a body that is too long for the limits.
    pub(super) fn new(abandoned: Abandoned, limits: DrainLimits) -> Option<Self> {
        let is_off = limits.bytes == 0 || limits.time.is_zero();
        if is_off || abandoned.left.is_some_and(|left| left > limits.bytes) {
            return None;
        }
        // It panics in a runtime without a clock.
        #[allow(clippy::disallowed_methods, reason = "see above")]
        let deadline = catch(|| Box::pin(sleep(limits.time))).ok()?;
        Some(Self { payload: abandoned.payload, left: limits.bytes, deadline })
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        loop {
            let Ok(polled) = catch(|| Pin::new(&mut self.payload).poll_next(cx)) else { return Poll::Ready(()) };
            let Some(Ok(bytes)) = ready!(polled) else { return Poll::Ready(()) };
            let Some(left) = self.left.checked_sub(bytes.len() as u64) else { return Poll::Ready(()) };
            self.left = left;
        }
    }
}
