//! A server that answers any S3 error on demand: for tests of S3 clients, and of programs that use them.
//!
//! ```text
//! cargo run -p s3err-core --example faults -- --port 9000
//! curl -i http://127.0.0.1:9000/s3err/SlowDown/cat.jpg
//! ```
//!
//! It listens on 127.0.0.1 alone, takes path-style addresses, and checks no signature. `CODE` is a code of S3's, spelt
//! exactly; any other text there stands for `NoSuchKey`.
//!
//! | request | answer |
//! |---|---|
//! | `/s3err/CODE`, `/s3err/CODE/<anything>` | the error |
//! | `/s3err-<code in lower case>`, with any key or none | the error, where a client asks for a bucket |
//! | `/s3err/ok/<anything>` | success |
//! | `/s3err/flaky/CODE/N/<token>` | the error for the first N requests to this path, then success |
//! | `/s3err/embedded/CODE/<anything>` | to a copy, and to the completion of an upload: the error inside a 200; else success |
//! | `POST /s3err?delete` | `DeleteObjects`: an error for every key whose first segment is a code |
//! | `/s3err-redirect` | 301 `PermanentRedirect` to `eu-west-1` for what is signed for another region, else success |
//! | `/s3err-wrongregion` | the same with 400 `AuthorizationHeaderMalformed` |
//! | `/s3err-skew` | a clock that is an hour ahead, and 403 `RequestTimeTooSkewed` for what is signed by another |
//! | any other bucket | `NoSuchBucket` |

mod answer;
mod asked;
mod clock;
mod delete;
mod flaky;
mod injected;
mod options;
mod received;
mod success;
mod xml;

use std::io::{self, Write};
use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use axum::Router;
use axum::serve::ListenerExt;
use s3err_core::S3Layer;
use tokio::net::TcpListener;

use crate::flaky::Flaky;
use crate::options::Options;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(usage) => {
            eprintln!("{usage}");
            return ExitCode::from(2);
        }
    };
    match run(&options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("faults: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served = runtime.block_on(async {
        match options.lifetime {
            Some(lifetime) => tokio::time::timeout(lifetime, serve(options.port)).await.unwrap_or(Ok(())),
            None => serve(options.port).await,
        }
    });
    // Clients that keep their connections open do not hold it up.
    runtime.shutdown_background();
    served
}

async fn serve(port: u16) -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    announce(listener.local_addr()?);
    // A small answer must not wait for the client's acknowledgement of the one before it.
    let listener = listener.tap_io(|connection| drop(connection.set_nodelay(true)));
    axum::serve(listener, app()).await
}

fn app() -> Router {
    Router::new().fallback(answer::answer).with_state(Flaky::default()).layer(S3Layer::new().with_resource())
}

/// Tells where it listens, to a program in the first line and to people in the second. Nobody has to read it: that the
/// other end is closed is no reason to stop.
fn announce(address: SocketAddr) {
    let mut out = io::stdout();
    let _ = writeln!(out, "listening on http://{address}")
        .and_then(|()| out.flush())
        .and_then(|()| writeln!(out, "try: curl -i http://{address}/s3err/NoSuchKey/cat.jpg"))
        .and_then(|()| out.flush());
}
