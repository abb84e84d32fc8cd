//! Servers that reject every upload without reading it, for `tests/clients/rejected_uploads/run.py`: axum, and with the
//! feature `actix-web` actix-web. `--close-at-once` turns the reading of unread bodies off.
#![allow(clippy::unwrap_used, reason = "a program for a measurement ends where it cannot go on")]

use std::time::Duration;

use axum::Router;
use s3err_core::{Failure, S3Layer, StandardError};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() {
    let closes_at_once = std::env::args().any(|argument| argument == "--close-at-once");
    let layer = S3Layer::new().with_level(|_| None);
    let layer = if closes_at_once { layer.with_drain_limits(0, Duration::ZERO) } else { layer };
    #[cfg(feature = "actix-web")]
    actix(layer.clone());
    let app = Router::new().fallback(async || Failure::from(StandardError::NoSuchBucket)).layer(layer);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("axum http://{}", listener.local_addr().unwrap());
    axum::serve(listener, app).await.unwrap();
}

#[cfg(feature = "actix-web")]
fn actix(layer: S3Layer) {
    use actix_web::{App, HttpServer, web};

    let (bound, wait) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let reject = async || Err::<&str, _>(Failure::from(StandardError::NoSuchBucket));
            let server = HttpServer::new(move || App::new().default_service(web::to(reject)).wrap(layer.clone()));
            let server = server.workers(1).disable_signals().bind(("127.0.0.1", 0)).unwrap();
            bound.send(server.addrs()).unwrap();
            server.run().await.unwrap();
        });
    });
    println!("actix-web http://{}", wait.recv().unwrap().first().unwrap());
}
