//! The documents that are counted, and the ways to render and to read them: ours, and what one would write otherwise.

#[cfg(feature = "libraries")]
mod libraries;
mod others;

use std::hint::black_box;

use bytes::Bytes;
use s3err_core::{ErrorDocument, HostId, RequestContext, RequestId, S3Error, hex_bytes};

/// The errors of the documents.
#[derive(Clone, Debug, PartialEq, S3Error)]
#[s3(decode)]
pub enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    SignatureDoesNotMatch {
        #[s3(detail)]
        aws_access_key_id: String,
        #[s3(detail)]
        string_to_sign: String,
        #[s3(detail)]
        signature_provided: String,
        #[s3(detail)]
        string_to_sign_bytes: String,
        #[s3(detail)]
        canonical_request: String,
        #[s3(detail)]
        canonical_request_bytes: String,
    },
}

pub const RESOURCE: &str = "/album/photos/2026/cat-and-dog.jpg";
pub const REQUEST_ID: &str = "4442587FB7D0A2F9";
pub const HOST_ID: &str = "Wd3x60sC5WhLPT+SNpDDAYuUcTBr/RPmNdU0y3Fpmqx1iN4wdioXM4jlYPMbg5MLgVpo9RwgjwM=";

/// A document by its name.
fn documents() -> Vec<(&'static str, Error)> {
    let key = |key: String| Error::NoSuchKey { key };
    vec![
        ("NoSuchKey", key("photos/2026/cat & dog.jpg".into())),
        (
            "BadDigest",
            Error::BadDigest {
                calculated_digest: "1B2M2Y8AsgTpgAmY7PhCfg==".into(),
                expected_digest: "XrY7u+Ae7tCTyyK7j1rNww==".into(),
            },
        ),
        ("SignatureDoesNotMatch", signature_does_not_match("")),
        ("SignatureDoesNotMatch with `&`", signature_does_not_match("a=1&b=2")),
        ("key of 1 KB", key("k".repeat(1024))),
        ("1 KB of markup", key("&<>\"'".chars().cycle().take(1024).collect())),
    ]
}

/// The largest error of S3's. `query` is part of the canonical request.
fn signature_does_not_match(query: &str) -> Error {
    let string_to_sign = format!(
        "AWS4-HMAC-SHA256\n20261123T000000Z\n20261123/us-east-1/s3/aws4_request\n{}",
        "0123456789abcdef".repeat(4)
    );
    let request = format!("PUT\n/album/photos\n{query}\nhost:bucket.s3.amazonaws.com\nx-amz-date:20261123T000000Z\n");
    let canonical_request: String = request.chars().cycle().take(600).collect();
    let (string_to_sign_bytes, canonical_request_bytes) =
        (hex_bytes(&string_to_sign).to_string(), hex_bytes(&canonical_request).to_string());
    Error::SignatureDoesNotMatch {
        aws_access_key_id: "AKIAIOSFODNN7EXAMPLE".into(),
        string_to_sign_bytes,
        string_to_sign,
        signature_provided: "0123456789abcdef".repeat(4),
        canonical_request_bytes,
        canonical_request,
    }
}

/// A way to do something with a document. What it makes is dropped, or kept and never dropped: only making it is
/// counted.
pub struct Case {
    pub task: &'static str,
    pub document: &'static str,
    pub way: &'static str,
    run: Box<dyn FnMut(bool)>,
}

impl Case {
    /// Makes it, and drops it.
    pub fn warm(&mut self) {
        (self.run)(false);
    }

    /// Makes it, and keeps it. The one function that is counted.
    #[inline(never)]
    pub fn counted(&mut self) {
        (self.run)(true);
    }
}

/// All cases. Every way is made sure to give what the others give.
#[must_use]
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let context = RequestContext::new(RequestId::from_static(REQUEST_ID))
        .with_host_id(HostId::from_static(HOST_ID))
        .with_resource(RESOURCE);
    for (document, error) in documents() {
        let expected = error.to_bytes(&context);
        let mut add = |task: &'static str, way: &'static str, run: Box<dyn FnMut(bool)>| {
            cases.push(Case { task, document, way, run });
        };

        let (e, c) = (error.clone(), context.clone());
        add("render", "s3err", make(move || e.to_bytes(&c)));
        for (way, render) in others::RENDER {
            let e = error.clone();
            assert_eq!(meant(&render(&e)), meant(&expected), "{way} renders {document} as it should");
            add("render", way, make(move || Bytes::from(render(&e))));
        }
        let finished = expected.clone();
        add("render", "floor", make(move || Bytes::from(finished.to_vec())));

        let (e, c, mut buffer) = (error.clone(), context.clone(), Vec::with_capacity(1 << 16));
        add(
            "render into a warm buffer",
            "s3err",
            Box::new(move |_| {
                buffer.clear();
                e.write_xml(&c, &mut buffer);
                black_box(&buffer);
            }),
        );

        let (e, c) = (error.clone(), context.clone());
        add("respond", "s3err", make(move || e.to_response(&c)));
        let (e, c) = (error.clone(), context.clone());
        add("respond", "format!", make(move || others::respond(&e, &c)));
        #[cfg(feature = "libraries")]
        {
            let (e, c) = (error.clone(), context.clone());
            add("respond", "s3s, without details", make(move || libraries::respond(&e, &c)));
        }

        if document == "NoSuchKey" {
            let (e, c) = (error.clone(), context.clone().with_method(http::Method::HEAD));
            add("respond to a HEAD", "s3err", make(move || e.to_response(&c)));
        }

        let (read, c) = (ErrorDocument::parse(&expected).expect("an error that can be read"), context.clone());
        assert_eq!(read.to_bytes(&c), expected, "passed on it is what it was");
        add("pass on", "s3err", make(move || read.to_bytes(&c)));

        let body = expected.clone();
        let read = |body: &[u8]| Error::try_from(ErrorDocument::parse(body).ok()?).ok();
        assert_eq!(read(&body).as_ref(), Some(&error));
        add("parse", "s3err", make(move || read(&body)));
        for (way, read) in others::PARSE {
            let body = expected.clone();
            assert_eq!(read(&body).as_ref(), Some(&error), "{way} reads {document} as it should");
            add("parse", way, make(move || read(&body)));
        }
        #[cfg(feature = "libraries")]
        {
            let (sdk, response) = (libraries::Sdk::new(), libraries::Sdk::response(error.status().into(), &expected));
            assert_eq!(sdk.parse(&response), Some((error.code().to_owned(), error.message().into_owned())));
            add("parse", "AWS SDK, without details", make(move || sdk.parse(&response)));
        }
        let e = error.clone();
        add("parse", "floor", make(move || e.clone()));
    }
    cases
}

/// A document without references that need not be there: aws-smithy-xml writes quotes and line feeds as such.
fn meant(document: &[u8]) -> String {
    let text = String::from_utf8_lossy(document);
    text.replace("&quot;", "\"").replace("&apos;", "'").replace("&#xA;", "\n")
}

fn make<T: 'static>(make: impl Fn() -> T + 'static) -> Box<dyn FnMut(bool)> {
    Box::new(move |keep| {
        let made = black_box(make());
        if keep {
            std::mem::forget(made);
        }
    })
}
