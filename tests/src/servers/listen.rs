//! Connections: where a server listens, and what it takes from each client.

use std::io::{self, Write as _};
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
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

/// Serves every connection, for ever. One that has not asked for anything after `first` is closed: hyper's limits begin
/// when it knows the version of HTTP, which a client may keep from it.
pub async fn accept(listener: TcpListener, http: auto::Builder<TokioExecutor>, first: Duration, app: Router) {
    loop {
        let Ok((connection, _)) = listener.accept().await else {
            // Too many files are open, say; others will be closed.
            tokio::time::sleep(Duration::from_millis(100)).await;
            continue;
        };
        // A small response must not wait for the client's acknowledgement of the one before it.
        let _ = connection.set_nodelay(true);
        let (http, app) = (http.clone(), TowerToHyperService::new(app.clone()));
        let asked = Arc::new(AtomicBool::new(false));
        let service = {
            let asked = Arc::clone(&asked);
            service_fn(move |request| {
                asked.store(true, Ordering::Relaxed);
                app.call(request)
            })
        };
        tokio::spawn(async move {
            let mut served = pin!(http.serve_connection(TokioIo::new(connection), service));
            // That a client breaks the connection off is not an error of ours.
            if tokio::time::timeout(first, &mut served).await.is_err() && asked.load(Ordering::Relaxed) {
                let _ = served.await;
            }
        });
    }
}
