//! The activity on a connection: what a server has to know before it closes one that is idle.

use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, ready};

use axum::body::Body;
use http_body_util::BodyExt as _;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;

/// The number of bytes that count as a part of a response. What keeps a connection of HTTP/2 alive is less.
const RESPONSE: usize = 1024;

/// Counts the requests of a connection, and the bytes that its client took.
#[derive(Clone, Debug, Default)]
pub(super) struct Activity {
    asked: Arc<AtomicUsize>,
    written: Arc<AtomicUsize>,
    /// Has a clone for each request that is not answered yet.
    open: Arc<()>,
}

impl Activity {
    /// Notes a request, which is open for as long as the result is kept.
    pub(super) fn ask(&self) -> Arc<()> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        Arc::clone(&self.open)
    }

    /// Returns whether anybody asked since the last time, waits for a response or is receiving one.
    pub(super) fn took_place(&self) -> bool {
        let asked = self.asked.swap(0, Ordering::Relaxed);
        let written = self.written.swap(0, Ordering::Relaxed);
        // One is the server's own, and one the service's.
        asked > 0 || written > RESPONSE || Arc::strong_count(&self.open) > 2
    }

    /// A connection whose bytes are counted here.
    pub(super) fn of(&self, connection: TcpStream) -> Counted {
        Counted { connection, written: Arc::clone(&self.written) }
    }
}

/// A body that keeps its request open. hyper drops it with its last piece, which may be long on its way then.
pub(super) fn held(body: Body, request: Arc<()>) -> Body {
    Body::new(body.map_frame(move |frame| {
        let _ = &request;
        frame
    }))
}

#[derive(Debug)]
pub(super) struct Counted {
    connection: TcpStream,
    written: Arc<AtomicUsize>,
}

impl Counted {
    fn count(&self, written: io::Result<usize>) -> Poll<io::Result<usize>> {
        if let Ok(written) = written {
            self.written.fetch_add(written, Ordering::Relaxed);
        }
        Poll::Ready(written)
    }
}

impl AsyncRead for Counted {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.connection).poll_read(cx, buffer)
    }
}

impl AsyncWrite for Counted {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, data: &[u8]) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.connection).poll_write(cx, data));
        self.count(written)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        data: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = ready!(Pin::new(&mut self.connection).poll_write_vectored(cx, data));
        self.count(written)
    }

    fn is_write_vectored(&self) -> bool {
        self.connection.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.connection).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.connection).poll_shutdown(cx)
    }
}
