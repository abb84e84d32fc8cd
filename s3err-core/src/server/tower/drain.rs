//! Reading on where a handler stopped, so that the client's writing ends before the connection is closed.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Buf;
use http_body::Body;
use tokio::time::Sleep;

use crate::server::layer::DrainLimits;
use crate::server::panicked::catch;

/// An unread body, read within limits. Its end, an error and a limit are all the same to it.
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
        let deadline = catch(|| Box::pin(tokio::time::sleep(limits.time))).ok()?;
        Some(Self { body, left: limits.bytes, deadline })
    }

    pub(super) fn poll(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(());
        }
        loop {
            let Some(Ok(frame)) = ready!(self.body.as_mut().poll_frame(cx)) else { return Poll::Ready(()) };
            let read = frame.data_ref().map_or(0, Buf::remaining) as u64;
            let Some(left) = self.left.checked_sub(read) else { return Poll::Ready(()) };
            self.left = left;
        }
    }
}
