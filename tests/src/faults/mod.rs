//! A server that responds with any S3 error on demand: for tests of S3 clients, and of programs that use them.
//!
//! As a program it is `cargo run -p s3err-tests --example faults`; a test in Rust starts it by [`Faults::start`]:
//!
//! ```
//! use std::io::{Read, Write};
//!
//! # fn main() -> std::io::Result<()> {
//! let server = s3err_tests::faults::Faults::start();
//!
//! // What your client would do, given `server.url()` as its endpoint:
//! let mut connection = std::net::TcpStream::connect(server.address())?;
//! connection.write_all(b"GET /s3err/SlowDown/cat.jpg HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
//! let mut response = String::new();
//! connection.read_to_string(&mut response)?;
//! assert!(response.starts_with("HTTP/1.1 503 ") && response.contains("<Code>SlowDown</Code>"), "{response}");
//! # Ok(())
//! # }
//! ```
//!
//! It listens on 127.0.0.1 alone, takes path-style addresses, and checks no signature: it reads the region and the time
//! of one. `CODE` is a code of S3's, spelt exactly; anything else there stands for `NoSuchKey`. `OK` is a success: a
//! GET returns `ok` and a line feed, with `Range`, `partNumber` and conditions honoured; a PUT returns the entity tag
//! of its body; copies, multipart uploads, deletions and listings, all of them empty, succeed as well. Nothing is kept,
//! no checksum is compared, no length is needed, and the conditions of a write hold. A subresource that has nothing to
//! do with that, as `?acl`, is `NotImplemented`.
//!
//! | request | signed for `eu-west-1` | signed for another region | unsigned, or with `SigV2` |
//! |---|---|---|---|
//! | `/s3err/CODE`, `/s3err/CODE/<anything>` | the error | the error | the error |
//! | `/s3err-<code in lower case>`, with any key or none | the error | the error | the error |
//! | `/s3err/ok/<anything>` | OK | OK | OK |
//! | `/s3err/flaky/CODE/N/<token>` | the error for the first N requests to this path, then OK | the same | the same |
//! | `/s3err/embedded/CODE/<anything>`: PUT with `x-amz-copy-source`, POST with `?uploadId=` | the error inside a 200 | the same | the same |
//! | `/s3err/embedded/CODE/<anything>`, otherwise | OK | OK | OK |
//! | `POST /s3err?delete` (`DeleteObjects`) | an error for every key whose first segment is a code | the same | the same |
//! | `GET /s3err`, `HEAD /s3err` | an empty listing, `x-amz-bucket-region: us-east-1` | the same | the same |
//! | `GET /<bucket>?location`, of `s3err`, `s3err-redirect` and `s3err-wrongregion` | the region | the region | the region |
//! | `GET /` | the four buckets | the same | the same |
//! | `/s3err-redirect`, with any key or none | OK | 301 `PermanentRedirect`, `x-amz-bucket-region: eu-west-1` | the same 301 |
//! | `/s3err-wrongregion`, with any key or none | OK | 400 `AuthorizationHeaderMalformed` with `Region` | the same 400 |
//! | `/s3err-skew`, with any key or none: its clock is an hour ahead | 403 `RequestTimeTooSkewed`, unless the time of the signature is within 15 minutes of that; then OK | the same | the same; OK without a time |
//! | any other bucket | `NoSuchBucket` | `NoSuchBucket` | `NoSuchBucket` |
//!
//! The `Endpoint` of a redirect is the host that was asked. A client that follows it without taking the region with it
//! goes round for ever, here as at S3 when it signs for the wrong region.
//!
//! A head that takes longer than 30 seconds, or a body that takes longer than 60, ends its connection, and so do 30 seconds
//! without a request.

mod delete;
mod exchange;
mod fixtures;
mod flaky;
mod injected;
mod received;
mod request;
mod success;

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto;
use s3err_core::S3Layer;
use tokio::net::TcpListener;

use self::flaky::Flaky;
use crate::http::Server;
use crate::servers::listen;

/// The time for the head of a request, and for which a connection may be idle between two.
const HEAD_TIME: Duration = Duration::from_secs(30);

/// Serves all that comes in, for ever.
pub async fn serve(listener: TcpListener) {
    let app =
        Router::new().fallback(exchange::respond).with_state(Flaky::default()).layer(S3Layer::new().with_resource());
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_headers(256);
    http.http2().timer(TokioTimer::new()).keep_alive_interval(HEAD_TIME).keep_alive_timeout(HEAD_TIME);
    listen::accept(listener, http, HEAD_TIME, app).await;
}

/// The server on a thread of its own, which ends when this is dropped. It needs no runtime, and may be used from within
/// one.
#[derive(Debug)]
pub struct Faults(Server);

impl Faults {
    /// Starts the server on a free port.
    ///
    /// # Panics
    ///
    /// When no port is free.
    #[must_use]
    pub fn start() -> Self {
        Self(Server::start(serve))
    }

    /// Returns the address on which it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.0.address
    }

    /// The endpoint for a client: `http://127.0.0.1:PORT`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }
}
