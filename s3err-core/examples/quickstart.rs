//! Six errors of an S3-compatible server, each as a value, as its client receives it, and as the server logs it.
//!
//! ```text
//! cargo run -p s3err-core --example quickstart
//! ```

use std::env;
use std::io::{self, IsTerminal};
use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response};
use s3err_core::{HostId, RequestContext, RequestId, S3Error};

/// The errors of an object.
#[derive(Debug, S3Error)]
#[s3(display)]
enum ObjectError {
    /// The key is not in the index.
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(log)]
        shard: u16,
    },
    /// The body is not what its digest promised.
    #[s3(code = "BadDigest", close)]
    DigestDiffers {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    /// Signed for another region.
    #[s3(
        code = "AuthorizationHeaderMalformed",
        message = "The authorization header is malformed; the region '{given}' is wrong; expecting '{region}'"
    )]
    WrongRegion {
        given: String,
        #[s3(detail)]
        region: &'static str,
    },
    /// Too many requests of one tenant.
    #[s3(code = "SlowDown")]
    Throttled {
        #[s3(log)]
        tenant: &'static str,
        #[s3(retry_after)]
        wait: Duration,
    },
    /// The client has it already.
    NotModified {
        #[s3(header = "ETag")]
        etag: &'static str,
    },
}

/// One of the errors, and what its request was.
struct Case {
    title: &'static str,
    method: Method,
    error: ObjectError,
    /// The parts of the value that the response does not have.
    inside: &'static str,
}

fn cases() -> [Case; 6] {
    let missing = || ObjectError::NoSuchKey { key: "photos/cat & dog\u{1}.jpg".into(), shard: 7 };
    let shard = "`shard` is in the log and not in the response";
    [
        Case { title: "GET of a key that is missing", method: Method::GET, error: missing(), inside: shard },
        Case {
            title: "PUT whose body was damaged on the way",
            method: Method::PUT,
            error: ObjectError::DigestDiffers {
                calculated_digest: "1B2M2Y8AsgTpgAmY7PhCfg==".into(),
                expected_digest: "XrY7u+Ae7tCTyyK7j1rNww==".into(),
            },
            inside: "nothing: both fields are details",
        },
        Case {
            title: "GET signed for another region",
            method: Method::GET,
            error: ObjectError::WrongRegion { given: "us-east-1".into(), region: "eu-central-1" },
            inside: "nothing: the message names `given`, and `region` is a detail",
        },
        Case {
            title: "GET of a tenant that sends too many",
            method: Method::GET,
            error: ObjectError::Throttled { tenant: "acme", wait: Duration::from_millis(1500) },
            inside: "`tenant` is in the log and not in the response",
        },
        Case { title: "HEAD of a key that is missing", method: Method::HEAD, error: missing(), inside: shard },
        Case {
            title: "GET with the ETag that the client has",
            method: Method::GET,
            error: ObjectError::NotModified { etag: "\"9b2cf535f27731c974343645a3985328\"" },
            inside: "nothing: `etag` is a header",
        },
    ]
}

fn main() {
    // Bold where somebody can see it.
    let is_bold = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let (bold, plain) = if is_bold { ("\x1b[1m", "\x1b[0m") } else { ("", "") };
    for (number, Case { title, method, error, inside }) in (1..).zip(cases()) {
        let context = RequestContext::new(request_id(number))
            .with_host_id(HostId::from_static("Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg=="))
            .with_resource("/album/photos/cat & dog\u{1}.jpg")
            .with_method(method)
            .with_bucket_region("eu-central-1");
        println!("{bold}# {title}{plain}");
        println!("\n{bold}the value{plain}\n{error:?}");
        println!("\n{bold}the response{plain}");
        print(&error.to_response(&context));
        println!("\n{bold}the log{plain}\n{}", error.to_log_record(&context));
        println!("\n{bold}stayed inside{plain}\n{inside}\n");
    }
}

/// A server takes the id of each request from its middleware; here they are counted.
fn request_id(number: u8) -> RequestId {
    format!("4442587FB7D0A2F{number}").parse().unwrap_or(RequestId::from_static("4442587FB7D0A2F9"))
}

/// Prints a response as it goes over the wire.
fn print(response: &Response<Bytes>) {
    println!("{:?} {}", response.version(), response.status());
    for (name, value) in response.headers() {
        println!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    match response.body().as_ref() {
        [] => println!("\n(no body)"),
        body => println!("\n{}", String::from_utf8_lossy(body)),
    }
}
