//! A request's body that tells whether it was read to its end.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, ready};

use actix_web::HttpMessage as _;
use actix_web::dev::{Payload, ServiceRequest};
use actix_web::error::PayloadError;
use actix_web::http::Version;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::web::Bytes;
use futures_core::Stream;

/// A body that is watched.
struct Watched {
    payload: Payload,
    reached: bool,
    /// How many bytes there are to come, if the request said it: whoever has them all need not ask for more.
    left: Option<u64>,
    abandoned: Rc<Cell<bool>>,
}

/// What is known of a body that somebody else has.
pub(super) struct Watcher(Rc<Cell<bool>>);

impl Watcher {
    /// Whether the body was given up before its end. Whoever still has it may be reading it.
    pub(super) fn abandoned(&self) -> bool {
        self.0.get()
    }
}

/// Watches the body of a request, if it has one and its connection cannot go on without its end.
pub(super) fn watch(request: &mut ServiceRequest) -> Option<Watcher> {
    if request.version() > Version::HTTP_11 {
        return None;
    }
    let payload = request.take_payload();
    if matches!(payload, Payload::None) {
        return None;
    }
    let left = request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.trim().parse().ok());
    let abandoned = Rc::new(Cell::new(false));
    let watched = Watched { payload, reached: false, left, abandoned: Rc::clone(&abandoned) };
    request.set_payload(Payload::Stream { payload: Box::pin(watched) });
    Some(Watcher(abandoned))
}

impl Drop for Watched {
    fn drop(&mut self) {
        if !self.reached {
            self.abandoned.set(true);
        }
    }
}

impl Stream for Watched {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let item = ready!(Pin::new(&mut self.payload).poll_next(cx));
        match &item {
            None => self.reached = true,
            Some(Ok(bytes)) => {
                let len = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                self.left = self.left.map(|left| left.saturating_sub(len));
                self.reached = self.left == Some(0);
            }
            Some(Err(_)) => {}
        }
        Poll::Ready(item)
    }
}
