//! Connections: where a server listens, and what it takes from each client.

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use http_body_util::BodyExt as _;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

/// Listens on a port of 127.0.0.1; 0 stands for a free one.
///
/// # Errors
///
/// Returns an error if the port cannot be had; the message says what to do about it.
pub async fn bind(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| match error.kind() {
        io::ErrorKind::AddrInUse => io::Error::new(error.kind(), format!("port {port} is in use: try `--port 0`")),
        io::ErrorKind::PermissionDenied => {
            io::Error::new(error.kind(), format!("port {port} is not for everyone: try `--port 0`"))
        }
        _ => error,
    })
}

/// Prints where a server listens, for programs in the first line, and for people what to try. Nobody has to read it: a
/// closed output is not a reason to stop.
pub fn announce(address: SocketAddr, lines: &[String]) {
    let mut out = io::stdout().lock();
    let _ = writeln!(out, "listening on http://{address}")
        .and_then(|()| out.flush())
        .and_then(|()| lines.iter().try_for_each(|line| writeln!(out, "{line}")))
        .and_then(|()| out.flush());
}

/// Serves every connection, for ever. One on which nothing was asked for or answered for the time `idle` is closed: hyper
/// has such a limit for HTTP/1 alone, and none before it knows the version.
pub async fn accept(listener: TcpListener, http: auto::Builder<TokioExecutor>, idle: Duration, app: Router) {
    loop {
        let Ok((connection, _)) = listener.accept().await else {
            // Too many files are open, say; others will be closed.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // A small response must not wait for the client's acknowledgement of the one before it.
        let _ = connection.set_nodelay(true);
        let (http, app) = (http.clone(), TowerToHyperService::new(app.clone()));
        let requests = Requests::default();
        let service = {
            let requests = requests.clone();
            service_fn(move |request| {
                let (open, response) = (requests.open(), app.call(request));
                // The request is open until its response is sent, or given up.
                async move { response.await.map(|response| response.map(|body| held(body, open))) }
            })
        };
        tokio::spawn(async move {
            let mut served = pin!(http.serve_connection(TokioIo::new(connection), service));
            // That a client breaks the connection off is not an error of ours.
            while tokio::time::timeout(idle, &mut served).await.is_err() && requests.took_place() {}
        });
    }
}

/// The requests of a connection.
#[derive(Clone, Default)]
struct Requests {
    /// Since somebody asked last.
    count: Arc<AtomicUsize>,
    /// Has a clone for each that is not answered yet.
    open: Arc<()>,
}

impl Requests {
    fn open(&self) -> Arc<()> {
        self.count.fetch_add(1, Ordering::Relaxed);
        Arc::clone(&self.open)
    }

    /// Returns whether there were any since the last time, or there still are.
    fn took_place(&self) -> bool {
        // One is the server's own, and one the service's.
        self.count.swap(0, Ordering::Relaxed) > 0 || Arc::strong_count(&self.open) > 2
    }
}

/// A body that holds something for as long as it is there.
fn held(body: Body, what: Arc<()>) -> Body {
    Body::new(body.map_frame(move |frame| {
        let _ = &what;
        frame
    }))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::time::Duration;

    use axum::Router;
    use axum::body::{Body, Bytes, HttpBody};
    use axum::routing::get;
    use hyper::body::Frame;
    use hyper_util::rt::TokioExecutor;
    use hyper_util::server::conn::auto;
    use tokio::net::TcpStream;
    use tokio::time::{Sleep, sleep, timeout};

    use super::{accept, bind};

    const IDLE: Duration = Duration::from_millis(100);

    /// A body whose data come later than its head.
    struct Late {
        wait: Pin<Box<Sleep>>,
        is_sent: bool,
    }

    impl HttpBody for Late {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            cx: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
            if self.is_sent {
                return Poll::Ready(None);
            }
            self.is_sent = self.wait.as_mut().poll(cx).is_ready();
            if self.is_sent { Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(b"slow"))))) } else { Poll::Pending }
        }
    }

    /// Connects with HTTP/2 to a server that has a handler and a body which take longer than `IDLE`.
    async fn connect() -> (h2::client::SendRequest<Bytes>, tokio::task::JoinHandle<Result<(), h2::Error>>) {
        let slow = || async {
            sleep(IDLE * 4).await;
            "slow"
        };
        let late = || async { Body::new(Late { wait: Box::pin(sleep(IDLE * 4)), is_sent: false }) };
        let app = Router::new().route("/slow", get(slow)).route("/late", get(late));
        let listener = bind(0).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(accept(listener, auto::Builder::new(TokioExecutor::new()), IDLE, app));
        let connection = TcpStream::connect(address).await.unwrap();
        let (client, connection) = h2::client::handshake(connection).await.unwrap();
        (client, tokio::spawn(connection))
    }

    #[tokio::test]
    async fn an_idle_connection_is_closed_and_a_slow_response_is_not_cut_off() {
        for path in ["/slow", "/late"] {
            let (client, connection) = connect().await;
            let mut client = client.ready().await.unwrap();
            let request = http::Request::get(format!("http://localhost{path}")).body(()).unwrap();
            let response = client.send_request(request, true).unwrap().0.await.unwrap();
            assert_eq!(response.into_body().data().await.unwrap().unwrap(), "slow", "{path}");
            assert!(timeout(IDLE * 10, connection).await.is_ok(), "open after {path}");
        }
        let (_client, connection) = connect().await;
        assert!(timeout(IDLE * 10, connection).await.is_ok(), "open without a request");
    }
}
