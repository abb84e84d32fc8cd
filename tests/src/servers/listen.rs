//! Connections: where a server listens, and what it takes from each client.

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::time::Duration;

use axum::Router;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;

use super::activity::{Activity, held};

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

/// Serves every connection, for ever. One on which nothing was asked for or answered for the time `idle` is closed, and so
/// is one whose client does not take the answer: hyper has such a limit for HTTP/1 alone, and none before it knows the
/// version.
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
        let activity = Activity::default();
        let connection = activity.of(connection);
        let service = {
            let activity = activity.clone();
            service_fn(move |request| {
                let (open, response) = (activity.ask(), app.call(request));
                async move { response.await.map(|response| response.map(|body| held(body, open))) }
            })
        };
        tokio::spawn(async move {
            let mut served = pin!(http.serve_connection(TokioIo::new(connection), service));
            // That a client breaks the connection off is not an error of ours.
            while tokio::time::timeout(idle, &mut served).await.is_err() && activity.took_place() {}
        });
    }
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;
    use std::net::SocketAddr;
    use std::pin::Pin;
    use std::task::{Context, Poll};
    use std::time::Duration;

    use axum::Router;
    use axum::body::{Body, Bytes, HttpBody};
    use axum::routing::get;
    use hyper::body::Frame;
    use hyper_util::rt::TokioExecutor;
    use hyper_util::server::conn::auto;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpStream;
    use tokio::time::{Sleep, sleep, timeout};

    use super::{accept, bind};

    const IDLE: Duration = Duration::from_millis(100);
    /// More than the buffers of two sockets.
    const LARGE: usize = 32 * 1024 * 1024;

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

    /// Starts a server that has a handler and a body which take longer than `IDLE`, and a large one.
    async fn start() -> SocketAddr {
        let slow = || async {
            sleep(IDLE * 4).await;
            "slow"
        };
        let late = || async { Body::new(Late { wait: Box::pin(sleep(IDLE * 4)), is_sent: false }) };
        let large = || async { Bytes::from(vec![0; LARGE]) };
        let app = Router::new().route("/slow", get(slow)).route("/late", get(late)).route("/large", get(large));
        let listener = bind(0).await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(accept(listener, auto::Builder::new(TokioExecutor::new()), IDLE, app));
        address
    }

    /// Connects with HTTP/2.
    async fn connect() -> (h2::client::SendRequest<Bytes>, tokio::task::JoinHandle<Result<(), h2::Error>>) {
        let connection = TcpStream::connect(start().await).await.unwrap();
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

    /// Asks for the large body by HTTP/1 and reads it, with a wait after each of the first pieces; gives what came.
    async fn take(mut waits: usize, wait: Duration) -> usize {
        let mut connection = TcpStream::connect(start().await).await.unwrap();
        connection.write_all(b"GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
        let (mut taken, mut buffer) = (0, vec![0; LARGE / 64]);
        loop {
            match connection.read(&mut buffer).await {
                Ok(0) | Err(_) => return taken,
                Ok(read) => taken += read,
            }
            if waits > 0 {
                waits -= 1;
                sleep(wait).await;
            }
        }
    }

    #[tokio::test]
    async fn a_client_may_take_its_time_and_not_stop() {
        assert!(take(64, IDLE / 8).await > LARGE, "a slow client gets all");
        assert!(take(1, IDLE * 10).await < LARGE, "one that stops does not");
    }
}
