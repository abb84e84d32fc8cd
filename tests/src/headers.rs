//! Responses, with what holds for all of them asserted.

use bytes::Bytes;
use http::{HeaderMap, Method, Response};
use s3err_core::{RequestContext, S3Error};

use crate::document::{self, Document};

/// The response to a request: status, headers, and the document if there is one.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The contents of the body.
    pub document: Option<Document>,
}

impl Answer {
    /// A header's value. Asserts that it is there once at most.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&[u8]> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next();
        assert!(values.next().is_none(), "{name} is sent twice");
        value.map(http::HeaderValue::as_bytes)
    }

    /// The same, as text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.header(name).map(|value| std::str::from_utf8(value).unwrap())
    }

    /// The names of all headers, sorted.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.headers.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        names
    }
}

/// Answers a request with an error.
#[must_use]
pub fn respond<E: S3Error + ?Sized>(error: &E, context: &RequestContext) -> Answer {
    let response = error.to_response(context);
    let is_error = (300..600).contains(&error.status().as_u16());
    assert_eq!(response.status(), if is_error { error.status() } else { http::StatusCode::INTERNAL_SERVER_ERROR });
    assert_eq!(response.version(), context.version());
    let document = body(&response, error, context);
    let answer = Answer { status: response.status().as_u16(), headers: response.headers().clone(), document };
    assert_eq!(answer.text("x-amz-request-id"), Some(context.request_id().as_str()));
    assert_eq!(answer.text("x-amz-id-2"), context.host_id().map(s3err_core::HostId::as_str));
    assert_eq!(answer.header("x-amzn-requestid"), None);
    let content_type = (!has_no_content(answer.status)).then_some("application/xml");
    assert_eq!(answer.text("content-type"), content_type);
    for name in answer.headers.keys() {
        assert!(answer.header(name.as_str()).is_some());
    }
    answer
}

fn body<E: S3Error + ?Sized>(response: &Response<Bytes>, error: &E, context: &RequestContext) -> Option<Document> {
    if context.method() == Method::HEAD || has_no_content(response.status().as_u16()) {
        assert!(response.body().is_empty(), "a body where none is allowed");
        return None;
    }
    assert_eq!(response.body(), &error.to_bytes(context), "the body is the document");
    Some(document::render_in(error, context))
}

/// The statuses that RFC 9110 allows no content with.
fn has_no_content(status: u16) -> bool {
    matches!(status, 100..=199 | 204 | 205 | 304)
}

/// Headers that describe the body that an error replaces.
pub const OF_THE_OLD_BODY: [(&str, &str); 13] = [
    ("accept-ranges", "bytes"),
    ("cache-control", "max-age=3600"),
    ("content-disposition", "attachment"),
    ("content-encoding", "br"),
    ("content-language", "de"),
    ("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
    ("content-range", "bytes 0-3/10"),
    ("digest", "md5=1B2M2Y8AsgTpgAmY7PhCfg=="),
    ("etag", "\"old\""),
    ("expires", "Thu, 01 Jan 2032 00:00:00 GMT"),
    ("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
    ("trailer", "x-sum"),
    ("x-amz-checksum-crc32", "AAAAAA=="),
];
