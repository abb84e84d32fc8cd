//! A request's body that tells how far it was read, is handed back when it is dropped before its end, and is then read
//! on within limits, so that the client's writing ends before the connection is closed.

use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::Buf;
use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;
use tokio::time::Sleep;

use crate::server::layer::DrainLimits;
use crate::server::panicked::catch;

pin_project! {
    /// The body of a request inside [`S3Layer`](crate::S3Layer): the same frames, errors and length as outside.
    ///
    /// Needs the feature `tower`.
    pub struct RequestBody<B: Body> {
        #[pin]
        kind: Kind<B>,
    }
}

pin_project! {
    #[project = KindProjection]
    enum Kind<B: Body> {
        /// There is nothing to read.
        Ended {
            #[pin]
            body: B,
        },
        Watched {
            watched: Watched<B>,
        },
    }
}

/// A body that has something to read.
struct Watched<B> {
    /// Boxed, because it is moved when it is handed back.
    body: Option<Pin<Box<B>>>,
    shared: Arc<Mutex<Shared<B>>>,
}

struct Shared<B> {
    progress: Progress,
    /// The body, once its reader has dropped it.
    returned: Option<Pin<Box<B>>>,
}

/// The state of a body: how far it was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Unasked,
    /// The last read had to wait for the client.
    Waiting,
    Reading,
    Ended,
}

/// Tells what became of a body that somebody else has.
pub(super) struct Watcher<B>(Option<Arc<Mutex<Shared<B>>>>);

/// Watches a body.
pub(super) fn watch<B: Body>(body: B) -> (RequestBody<B>, Watcher<B>) {
    if body.is_end_stream() {
        return (RequestBody { kind: Kind::Ended { body } }, Watcher(None));
    }
    let shared = Arc::new(Mutex::new(Shared { progress: Progress::Unasked, returned: None }));
    let watched = Watched { body: Some(Box::pin(body)), shared: Arc::clone(&shared) };
    (RequestBody { kind: Kind::Watched { watched } }, Watcher(Some(shared)))
}

impl<B> Watcher<B> {
    /// Returns whether the client keeps the server waiting for the body.
    pub(super) fn waits(&self) -> bool {
        self.0.as_ref().is_some_and(|shared| lock(shared).progress == Progress::Waiting)
    }

    /// Returns whether there never was anything to read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// Takes the body, if it was dropped before its end, and tells whether the client was asked for it.
    pub(super) fn abandoned(&self) -> Option<Abandoned<B>> {
        let mut shared = lock(self.0.as_ref()?);
        let body = shared.returned.take()?;
        Some(Abandoned { body, asked: shared.progress != Progress::Unasked })
    }
}

/// A body that was dropped before its end.
pub(super) struct Abandoned<B> {
    pub(super) body: Pin<Box<B>>,
    /// True if somebody began to read: a client that waits for `100 Continue` has got it then.
    pub(super) asked: bool,
}

/// Locks, also what a panic has left locked: there is nothing in it that could be half done.
fn lock<B>(shared: &Mutex<Shared<B>>) -> MutexGuard<'_, Shared<B>> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl<B> Drop for Watched<B> {
    fn drop(&mut self) {
        let mut shared = lock(&self.shared);
        if shared.progress != Progress::Ended {
            shared.returned = self.body.take();
        }
    }
}

/// The result of asking a body for a frame.
type PolledFrame<B> = Poll<Option<Result<Frame<<B as Body>::Data>, <B as Body>::Error>>>;

impl<B: Body> Watched<B> {
    fn poll(&mut self, cx: &mut Context<'_>) -> PolledFrame<B> {
        let Some(body) = &mut self.body else { return Poll::Ready(None) };
        let polled = body.as_mut().poll_frame(cx);
        lock(&self.shared).progress = match &polled {
            Poll::Pending => Progress::Waiting,
            Poll::Ready(None) => Progress::Ended,
            Poll::Ready(Some(_)) if body.is_end_stream() => Progress::Ended,
            Poll::Ready(Some(_)) => Progress::Reading,
        };
        polled
    }
}

impl<B: Body> Body for RequestBody<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        match self.project().kind.project() {
            KindProjection::Ended { body } => body.poll_frame(cx),
            KindProjection::Watched { watched } => watched.poll(cx),
        }
    }

    fn is_end_stream(&self) -> bool {
        match &self.kind {
            Kind::Ended { body } => body.is_end_stream(),
            Kind::Watched { watched } => watched.body.as_ref().is_none_or(Body::is_end_stream),
        }
    }

    fn size_hint(&self) -> SizeHint {
        match &self.kind {
            Kind::Ended { body } => body.size_hint(),
            Kind::Watched { watched } => watched.body.as_ref().map_or_else(SizeHint::default, Body::size_hint),
        }
    }
}

impl<B: Body> fmt::Debug for RequestBody<B> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestBody").finish_non_exhaustive()
    }
}

/// An unread body, read within limits. Its end, an error, a panic and a limit are all the same to it.
pub(super) struct Drain<B> {
    body: Pin<Box<B>>,
    left: u64,
    deadline: Pin<Box<Sleep>>,
}

impl<B: Body> Drain<B> {
    /// Returns `None` for a body that is too long for the limits, and where there is no clock to keep to them.
    pub(super) fn new(body: Pin<Box<B>>, limits: DrainLimits) -> Option<Self> {
        if limits.bytes == 0 || limits.time.is_zero() || body.size_hint().lower() > limits.bytes {
            return None;
        }
        let _runtime = tokio::runtime::Handle::try_current().ok()?;
        // It panics in a runtime without a clock, as `Builder` makes it without `enable_time`.
        #[allow(clippy::disallowed_methods, reason = "see above")]
        let deadline = catch(|| Box::pin(tokio::time::sleep(limits.time))).ok()?;
        Some(Self { body, left: limits.bytes, deadline })
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        loop {
            let Ok(polled) = catch(|| self.body.as_mut().poll_frame(cx)) else { return Poll::Ready(()) };
            let Some(Ok(frame)) = ready!(polled) else { return Poll::Ready(()) };
            let read = frame.data_ref().map_or(0, Buf::remaining) as u64;
            let Some(left) = self.left.checked_sub(read) else { return Poll::Ready(()) };
            self.left = left;
        }
    }
}
