//! An error that a server sends, read and sent on, gives every client the same decision.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use proptest::prelude::*;
use s3err_core::{ErrorDocument, Fault, Retry, S3Error, StandardError};
use s3err_tests::context;
use s3err_tests::document::carried;

/// Everything that a client decides by.
#[derive(Debug, PartialEq)]
struct Decision {
    status: StatusCode,
    code: String,
    message: String,
    retry: Retry,
    fault: Fault,
    details: Vec<(String, String)>,
    headers: Vec<(HeaderName, Vec<HeaderValue>)>,
}

/// The headers that clients read, but for the ids, and for the waits, which are in [`Retry`].
const READ: &[&str] = &[
    "allow",
    "content-range",
    "etag",
    "last-modified",
    "location",
    "x-amz-bucket-region",
    "x-amz-delete-marker",
    "x-amz-version-id",
    "x-amz-error-code",
    "x-amz-error-message",
    "x-minio-error-code",
    "x-minio-error-desc",
];

/// Those that they read of a 304 as well.
const OF_NOT_MODIFIED: &[&str] = &["cache-control", "content-location", "expires", "vary"];

fn decide(status: StatusCode, headers: &HeaderMap, body: &[u8]) -> Decision {
    let error = ErrorDocument::from_response(status, headers, body).unwrap();
    let of_not_modified = OF_NOT_MODIFIED.iter().filter(|_| status == 304);
    let values = |name: &HeaderName| headers.get_all(name).iter().cloned().collect();
    Decision {
        status: error.status(),
        code: carried(error.code()),
        message: carried(&error.message()),
        retry: error.retry(),
        fault: error.fault(),
        details: error.details().into_iter().map(|detail| (detail.name, carried(&detail.value))).collect(),
        headers: READ
            .iter()
            .chain(of_not_modified)
            .map(|name| name.parse().unwrap())
            .map(|name| (HeaderName::clone(&name), values(&name)))
            .collect(),
    }
}

fn code() -> impl Strategy<Value = String> {
    let own = prop_oneof![Just("XMinioServerNotInitialized".to_owned()), "[A-Za-z.]{1,12}", "[ -~]{0,6}[!-~]"];
    prop_oneof![proptest::sample::select(StandardError::ALL).prop_map(|error| error.code().to_owned()), own]
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Bodies that servers, and what is in front of them, send.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let details = proptest::collection::vec(("[A-Z][A-Za-z0-9-]{0,8}", "\\PC{0,12}"), 0..4);
    let document = (code(), "\\PC{0,20}", details).prop_flat_map(|(code, message, details)| {
        let details: Vec<_> =
            details.iter().map(|(name, text)| format!("<{name}>{}</{name}>", escaped(text))).collect();
        let inside =
            format!("<Code>{}</Code><Message>{}</Message>{}", escaped(&code), escaped(&message), details.concat());
        let ids = "<RequestId>BACKEND</RequestId><HostId>HOST</HostId>";
        let json = format!(r#"{{"__type":"{}","message":"m","Key":"k"}}"#, code.replace(['"', '\\'], ""));
        let latin = format!("<?xml version='1.0' encoding='iso-8859-1'?><Error>{inside}</Error>");
        let shapes = [
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error>{inside}{ids}</Error>"),
            format!("<Error xmlns='u'>{inside}</Error>"),
            format!("<ErrorResponse><Error><Type>Sender</Type>{inside}</Error>{ids}</ErrorResponse>"),
            format!("<errorResponse>{inside}</errorResponse>"),
            format!("<Response><Errors><Error>{inside}</Error></Errors><RequestID>R</RequestID></Response>"),
            latin,
            json,
        ];
        let bytes = shapes
            .into_iter()
            .map(String::into_bytes)
            .chain([format!("\u{feff}<Error>{inside}</Error>").encode_utf16().flat_map(u16::to_le_bytes).collect()]);
        proptest::sample::select(bytes.collect::<Vec<_>>())
    });
    let strange: &[&[u8]] = &[
        b"",
        b" \n",
        b"<html><body>Bad Gateway</body></html>",
        b"upstream connect error or disconnect/reset before headers",
        b"{\"error\":1}",
        b"\x1f\x8b\x08\x00\x00",
        b"<Error><Code>Slow",
        b"<Error><Message>m</Message></Error>",
    ];
    prop_oneof![3 => document, 1 => proptest::sample::select(strange).prop_map(<[u8]>::to_vec)]
}

/// A header that servers send with errors.
fn header() -> impl Strategy<Value = (&'static str, &'static str)> {
    proptest::sample::select(&[
        ("retry-after", "7"),
        ("retry-after", "Wed, 21 Oct 2015 07:28:00 GMT"),
        ("x-amz-retry-after", "1500"),
        ("x-amz-retry-after", "soon"),
        ("allow", "GET"),
        ("allow", "PUT"),
        ("etag", "\"0\""),
        ("last-modified", "Wed, 21 Oct 2015 07:28:00 GMT"),
        ("content-range", "bytes */5"),
        ("location", "https://b.example/k?a=b"),
        ("x-amz-bucket-region", "eu-west-1"),
        ("x-amz-delete-marker", "true"),
        ("x-amz-version-id", "3"),
        ("x-amz-request-id", "BACKEND"),
        ("x-amz-id-2", "HOST"),
        ("x-amz-error-code", "NoSuchVersion"),
        ("x-amz-error-message", "gone"),
        ("x-amz-error-detail-key", "a"),
        ("x-minio-error-code", "\"XMinioAdminBucketQuotaExceeded\""),
        ("x-minio-error-desc", "\"full\""),
        ("cache-control", "max-age=300"),
        ("cache-control", "private"),
        ("content-location", "/k"),
        ("expires", "Thu, 01 Jan 2032 00:00:00 GMT"),
        ("vary", "origin"),
        ("content-type", "text/plain"),
        ("content-encoding", "identity"),
        ("server", "nginx"),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passing_on_changes_nothing_but_the_ids(
        status in prop_oneof![300..600_u16, proptest::sample::select(&[301, 304, 307, 400, 403, 404, 409, 412, 429, 500, 502, 503, 507_u16])],
        pairs in proptest::collection::vec(header(), 0..6),
        body in body(),
    ) {
        let status = StatusCode::from_u16(status).unwrap();
        // A 304 has no body (RFC 9110, section 15.4.5).
        let body = if status == StatusCode::NOT_MODIFIED { Vec::new() } else { body };
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            // One line of each: what one with several means is another test's.
            headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
        }
        let before = decide(status, &headers, &body);
        if before.code == "PermanentRedirect" && status == StatusCode::MOVED_PERMANENTLY {
            headers.remove("location"); // S3's redirect has none, and must not get one
        }
        let before = Decision { headers: decide(status, &headers, &body).headers, ..before };
        prop_assert_eq!(before.status, status);
        let error = ErrorDocument::from_response(status, &headers, &body).unwrap();
        let sent = error.to_response(&context());
        prop_assert_eq!(&decide(sent.status(), sent.headers(), sent.body()), &before);
        prop_assert_eq!(&sent.headers()["x-amz-request-id"], s3err_tests::REQUEST_ID);

        // A client that asked by HEAD has status and headers alone.
        let before = decide(status, &headers, b"");
        let error = ErrorDocument::from_response(status, &headers, b"").unwrap();
        let sent = error.to_response(&context().with_method(Method::HEAD));
        prop_assert!(sent.body().is_empty());
        prop_assert_eq!(decide(sent.status(), sent.headers(), b""), before);
    }
}
