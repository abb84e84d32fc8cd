//! A request's body that tells whether it was read to its end.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use http_body::{Body, Frame, SizeHint};
use pin_project_lite::pin_project;

pin_project! {
    /// A body that is watched.
    pub(super) struct Watched<B> {
        #[pin]
        body: B,
        end: End,
    }
}

/// Where the reading of a body has come to.
struct End {
    reached: bool,
    abandoned: Arc<AtomicBool>,
}

/// What is known of a body that somebody else has.
pub(super) struct Watcher(Arc<AtomicBool>);

impl Watcher {
    /// Whether the body was given up before its end. Whoever still has it may be reading it.
    pub(super) fn abandoned(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// Watches a body, for which the client waits to be asked if it `expects` that.
///
/// An empty one is never asked for, and counts as given up: whoever waits takes the answer for a refusal, with a body
/// still to come or not. The AWS CLI, which waits with empty files too, misreads what follows on such a connection.
pub(super) fn watch<B: Body>(body: B, expects: bool) -> (Watched<B>, Watcher) {
    let reached = body.is_end_stream();
    let abandoned = Arc::new(AtomicBool::new(expects && reached));
    let end = End { reached, abandoned: Arc::clone(&abandoned) };
    (Watched { body, end }, Watcher(abandoned))
}

impl Drop for End {
    fn drop(&mut self) {
        if !self.reached {
            self.abandoned.store(true, Ordering::Release);
        }
    }
}

impl<B: Body> Body for Watched<B> {
    type Data = B::Data;
    type Error = B::Error;

    fn poll_frame(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<B::Data>, B::Error>>> {
        let mut this = self.project();
        let frame = ready!(this.body.as_mut().poll_frame(cx));
        this.end.reached = frame.is_none() || this.body.is_end_stream();
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
