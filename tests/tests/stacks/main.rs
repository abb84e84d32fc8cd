//! One layer around every framework that speaks tower: the same checks for all of them, from one table.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod axum;
mod checks;
mod hyper;
#[cfg(feature = "others")]
mod poem;
#[cfg(feature = "others")]
mod s3s;
#[cfg(feature = "others")]
mod warp;

use s3err_core::{S3Error, S3Layer};
use s3err_tests::http::{Request, Server};

/// The errors of every server here.
#[derive(Debug, S3Error)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: String,
    },
}

/// Answers a GET: a cat, a handler that panics, or no such key.
fn get(path: &str) -> Result<&'static str, ObjectError> {
    match path {
        "/photos/cat.jpg" => Ok("a cat"),
        "/photos/panic" => panic!("secret"),
        path => Err(ObjectError::NoSuchKey { key: path.rsplit('/').next().unwrap().to_owned() }),
    }
}

/// Answers every upload.
fn put() -> Result<&'static str, ObjectError> {
    Err(ObjectError::NoSuchBucket { bucket_name: "photos".to_owned() })
}

/// A framework, and what it answers where it has no handler.
struct Stack {
    name: &'static str,
    start: fn(S3Layer) -> Server,
    unknown: fn() -> Request,
    status: u16,
    code: &'static str,
}

/// Every framework that is built.
fn stacks() -> Vec<Stack> {
    vec![
        Stack { name: "hyper", start: hyper::start, unknown, status: 404, code: "NotFound" },
        Stack { name: "axum", start: axum::start, unknown, status: 404, code: "NotFound" },
        #[cfg(feature = "others")]
        Stack { name: "warp", start: warp::start, unknown, status: 404, code: "NotFound" },
        #[cfg(feature = "others")]
        Stack { name: "poem", start: poem::start, unknown, status: 404, code: "NotFound" },
        // It has a route for everything that S3 has.
        #[cfg(feature = "others")]
        Stack { name: "s3s", start: s3s::start, unknown: s3s::unknown, status: 501, code: "NotImplemented" },
    ]
}

fn unknown() -> Request {
    Request::get("/no/such/route")
}
