//! Six answers of an S3-compatible server, each as its client receives it: status line, headers, body.
//!
//! ```text
//! cargo run -p s3err-core --example quickstart
//! ```

use std::time::Duration;

use bytes::Bytes;
use http::{Method, Response};
use s3err_core::{HostId, RequestContext, RequestId, S3Error};

/// What can go wrong with an object.
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

fn main() {
    let missing = || ObjectError::NoSuchKey { key: "photos/cat & dog\u{1}.jpg".into(), shard: 7 };
    let digest = ObjectError::DigestDiffers {
        calculated_digest: "1B2M2Y8AsgTpgAmY7PhCfg==".into(),
        expected_digest: "XrY7u+Ae7tCTyyK7j1rNww==".into(),
    };
    let region = ObjectError::WrongRegion { given: "us-east-1".into(), region: "eu-central-1" };
    let throttled = ObjectError::Throttled { tenant: "acme", wait: Duration::from_millis(1500) };
    let fresh = ObjectError::NotModified { etag: "\"9b2cf535f27731c974343645a3985328\"" };

    let answers = [
        ("GET of a key that is missing", missing(), Method::GET),
        ("PUT whose body was damaged on the way", digest, Method::PUT),
        ("GET signed for another region", region, Method::GET),
        ("GET of a tenant that sends too many", throttled, Method::GET),
        ("HEAD of a key that is missing", missing(), Method::HEAD),
        ("GET with the ETag that the client has", fresh, Method::GET),
    ];
    for (number, (title, error, method)) in (1..).zip(answers) {
        let context = RequestContext::new(request_id(number))
            .with_host_id(HostId::from_static("Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg=="))
            .with_resource("/album/photos/cat & dog\u{1}.jpg")
            .with_method(method)
            .with_bucket_region("eu-central-1");
        println!("# {title}");
        print(&error.to_response(&context));
    }
}

/// A server takes the id of each request from its middleware; here they are counted.
fn request_id(number: u8) -> RequestId {
    format!("4442587FB7D0A2F{number}").parse().unwrap_or(RequestId::from_static("4442587FB7D0A2F9"))
}

/// Writes a response as it goes over the wire.
fn print(response: &Response<Bytes>) {
    println!("{:?} {}", response.version(), response.status());
    for (name, value) in response.headers() {
        println!("{name}: {}", String::from_utf8_lossy(value.as_bytes()));
    }
    println!("\n{}\n", String::from_utf8_lossy(response.body()));
}
