//! A small S3 server in memory: buckets, objects, multipart uploads, listings, conditions, checksums, signatures and
//! canned access lists.
//!
//! Every error is a variant of an enum in `errors`. A handler raises it with `?`, which makes it a
//! [`Failure`](s3err_core::Failure); the [`S3Layer`](s3err_core::S3Layer) around the router completes the response and
//! reports the error as an event of `tracing`, which is printed here.
//!
//! ```text
//! cargo run -p s3err-tests --example gateway -- --port 8014
//! cargo run -p s3err-tests --example gateway -- --access-key-id AK --secret-access-key SK --region us-east-1
//! ```
//!
//! It keeps nothing of a request that it does not store: after 10,000 and after 125,000 of them over HTTP/2, the same 34 KB
//! are allocated. Seen from outside, its memory grows a little, from 11.3 to 12.0 MB in the first 350,000, and is the same
//! after a million: 9 MB of it are pages of the program, and what grows is what glibc keeps free for each thread.
//! `MALLOC_ARENA_MAX=1` has it keep less.
//!
//! One rule decides what is accepted: a header or a subresource that would change what this server does is either done
//! or rejected as S3 rejects it. `accepted` has the table.

#![allow(unreachable_pub, reason = "in a program, `pub` is for its other files")]

mod accepted;
mod acl;
mod arguments;
mod auth;
mod body;
mod buckets;
mod checksums;
mod conditions;
mod copy;
mod delete;
mod errors;
mod listing;
mod multipart;
mod objects;
mod operation;
mod request;
mod route;
mod signing;
mod state;
mod store;
mod version_2;
#[cfg(test)]
mod walk;

use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto;
use s3err_core::{Failure, S3Layer};
use s3err_tests::servers::options::{Command, Stop, number};
use s3err_tests::servers::{listen, log};

use request::Request;
use signing::Credentials;
use state::Gateway;
use store::Store;

/// All that is kept, and all that is on its way in.
const BUDGET: usize = 1024 * 1024 * 1024;

// What a client may take of this server. `axum::serve` sets none of it.

/// The time for the head of a request, and for which a connection may be idle between two.
const HEAD_TIME: Duration = Duration::from_secs(30);
/// The number of headers. hyper's own limit of 100 is too low: S3 takes 2 KB of `x-amz-meta-*`, which may be many.
const MAX_HEADERS: usize = 512;
/// The size of a head, in bytes. What is larger than S3's 8 KB and smaller than this gets an S3 error.
const MAX_HEAD: u32 = 64 * 1024;
/// The time for the whole body of a request: an object is 64 MB at most.
const BODY_TIME: Duration = Duration::from_secs(60);
/// The number of requests that a connection of HTTP/2 may have open.
const MAX_STREAMS: u32 = 128;

/// hyper's server with these limits.
fn http() -> auto::Builder<TokioExecutor> {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_headers(MAX_HEADERS)
        .max_buf_size(MAX_HEAD as usize);
    http.http2()
        .timer(TokioTimer::new())
        .max_header_list_size(MAX_HEAD)
        .max_concurrent_streams(MAX_STREAMS)
        .keep_alive_interval(HEAD_TIME)
        .keep_alive_timeout(HEAD_TIME);
    http
}

/// The one handler: S3 tells its operations apart by query and headers, not by paths alone.
async fn serve(State(gateway): State<Arc<Gateway>>, request: axum::extract::Request) -> Result<Response, Failure> {
    let mut request = Request::new(body::read_small(request).await?)?;
    if request.method == Method::OPTIONS {
        // A browser asks before it signs.
        return route::preflight(&request);
    }
    route::reject_form(&request)?;
    auth::verify(&gateway, &mut request)?;
    route::respond(&gateway, request).await
}

fn main() -> ExitCode {
    COMMAND.finish(run())
}

#[tokio::main]
async fn run() -> Result<(), Stop> {
    let options = Options::read(std::env::args().skip(1))?;
    let listener = listen::bind(options.port).await?;
    let address = listener.local_addr()?;
    listen::announce(address, &options.hints(&format!("http://{address}")));
    if !options.is_quiet {
        log::to_stdout();
    }

    let layer = S3Layer::new().with_resource().with_bucket_region(options.region.clone());
    let gateway = Gateway { store: Store::new(BUDGET), region: options.region, credentials: options.credentials };
    let app = Router::new().fallback(serve).with_state(Arc::new(gateway)).layer(layer);
    listen::accept(listener, http(), HEAD_TIME, app).await;
    Ok(())
}

const COMMAND: Command = Command {
    name: "gateway",
    help: "A small S3 server in memory, with path-style addresses.

Usage: gateway [OPTIONS]

Options:
  --port N                  The port on 127.0.0.1, 8014 by default; 0 takes a free one
  --region NAME             The region, us-east-1 by default
  --access-key-id ID        A user, who has buckets of their own; may be repeated. Without one, signatures are not checked
  --secret-access-key KEY   The key of the user before it
  --quiet                   Do not log the errors
  --help                    Print this",
    options: &["--port", "--region", "--access-key-id", "--secret-access-key"],
    flags: &["--quiet"],
};

/// The command line.
struct Options {
    port: u16,
    region: String,
    credentials: Vec<Credentials>,
    is_quiet: bool,
}

impl Options {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, Stop> {
        let mut options = Self { port: 8014, region: "us-east-1".to_owned(), credentials: Vec::new(), is_quiet: false };
        let mut id = None;
        let misplaced = || Stop::Usage("`--secret-access-key` comes after its `--access-key-id`".to_owned());
        for (name, value) in COMMAND.read(arguments)? {
            match name {
                "--port" => options.port = number(name, &value)?,
                "--region" => options.region = value,
                "--access-key-id" if id.is_none() => id = Some(value),
                "--secret-access-key" => options
                    .credentials
                    .push(Credentials { access_key_id: id.take().ok_or_else(misplaced)?, secret_access_key: value }),
                "--quiet" => options.is_quiet = true,
                _ => return Err(misplaced()),
            }
        }
        if id.is_some() {
            return Err(Stop::Usage("`--access-key-id` needs a `--secret-access-key`".to_owned()));
        }
        Ok(options)
    }

    /// The commands that a person may try.
    fn hints(&self, url: &str) -> Vec<String> {
        let (id, secret, checks) = match self.credentials.first() {
            Some(Credentials { access_key_id, .. }) => (
                access_key_id.as_str(),
                "...",
                "signatures are checked; those of version 2, as in default presigned URLs of boto3 and the AWS CLI, are for us-east-1 alone",
            ),
            None => ("x", "x", "signatures are not checked, because no `--access-key-id` was given"),
        };
        let region = &self.region;
        vec![
            format!("try: curl -i {url}/no-such-bucket/cat.jpg"),
            format!(
                "try: AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY={secret} aws --region {region} --endpoint-url {url} s3 mb s3://photos"
            ),
            checks.to_owned(),
        ]
    }
}
