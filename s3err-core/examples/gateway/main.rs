//! A small S3 server in memory: buckets, objects, multipart uploads, listings, conditions, checksums and signatures.
//!
//! Every error is a variant of an enum in `errors`. A handler raises it with `?`, which makes it a
//! [`Failure`](s3err_core::Failure); the [`S3Layer`](s3err_core::S3Layer) around the router completes the answer and logs
//! it as an event of `tracing`, which a subscriber of your choice writes where you want it.
//!
//! ```text
//! cargo run -p s3err-core --example gateway -- --port 8014
//! cargo run -p s3err-core --example gateway -- --access-key-id AK --secret-access-key SK --region us-east-1
//! ```

#![allow(unreachable_pub, reason = "in a program, `pub` is for its other files")]

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
mod request;
mod route;
mod store;
mod time;
mod xml;

use std::io::Write as _;
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::Method;
use axum::response::Response;
use s3err_core::{Failure, RequestContext, S3Layer};
use tower_http::catch_panic::CatchPanicLayer;

use auth::Credentials;
use request::Request;
use store::Store;

/// All that is kept, and all that is on its way in.
const BUDGET: usize = 1024 * 1024 * 1024;

struct Gateway {
    store: Store,
    region: String,
    /// If there are none, anything is accepted.
    credentials: Vec<Credentials>,
}

/// The one handler: S3 tells its operations apart by query and headers, not by paths alone.
async fn serve(
    State(gateway): State<Arc<Gateway>>,
    context: RequestContext,
    request: axum::extract::Request,
) -> Result<Response, Failure> {
    let mut request = Request::new(context, body::read_small(request).await?)?;
    if request.method == Method::OPTIONS {
        // A browser asks before it signs.
        return route::preflight(&request);
    }
    auth::verify(&gateway, &mut request)?;
    route::answer(&gateway, request).await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::read(std::env::args().skip(1))?;
    let layer = S3Layer::new().with_resource().with_bucket_region(arguments.region.clone());
    let gateway = Gateway { store: Store::new(BUDGET), region: arguments.region, credentials: arguments.credentials };
    let app = Router::new()
        .fallback(serve)
        .with_state(Arc::new(gateway))
        .layer(CatchPanicLayer::new()) // inside: a panic becomes an InternalError
        .layer(layer);

    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await?;
    let address = listener.local_addr()?;
    println!("listening on http://{address}");
    println!("curl -i http://{address}/no-such-bucket/cat.jpg");
    std::io::stdout().flush()?;
    axum::serve(listener, app).await?;
    Ok(())
}

/// The command line.
struct Arguments {
    port: u16,
    region: String,
    credentials: Vec<Credentials>,
}

impl Arguments {
    /// `--access-key-id` and `--secret-access-key` may stand several times: each pair is a user with buckets of their own.
    fn read(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut read = Self { port: 8014, region: "us-east-1".to_owned(), credentials: Vec::new() };
        let mut id = None;
        while let Some(name) = arguments.next() {
            let value = arguments.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--port" => read.port = value.parse().map_err(|_| format!("{value} is no port"))?,
                "--region" => read.region = value,
                "--access-key-id" => id = Some(value),
                "--secret-access-key" => read.credentials.push(Credentials {
                    access_key_id: id.take().ok_or("--secret-access-key comes after its --access-key-id")?,
                    secret_access_key: value,
                }),
                _ => return Err(format!("{name} is no option")),
            }
        }
        if id.is_some() {
            return Err("--access-key-id needs a --secret-access-key".to_owned());
        }
        Ok(read)
    }
}
