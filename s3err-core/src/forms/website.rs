//! The website endpoint: a page for a browser, and headers for a program.

use std::fmt::Display;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

use super::push;
use crate::{RequestContext, S3Error, detail, escape, response, value};

impl RequestContext {
    /// The response of a website endpoint: an HTML page with code, message, details and ids as a list, and the headers
    /// `x-amz-error-code`, `x-amz-error-message` and `x-amz-error-detail-*`, which alone tell an answer to a HEAD apart.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = context.to_website_response(&StandardError::NoSuchKey);
    /// assert_eq!(response.headers()["x-amz-error-code"], "NoSuchKey");
    /// assert!(response.body().starts_with(b"<html><head><title>404 Not Found</title></head>"));
    /// ```
    #[must_use]
    pub fn to_website_response(&self, error: &dyn S3Error) -> Response<Bytes> {
        let content_type = HeaderValue::from_static("text/html; charset=utf-8");
        let mut response = response::build(error, self, error.status(), content_type, &|| self.page(error).into());
        add_headers(response.headers_mut(), error);
        response
    }

    fn page(&self, error: &dyn S3Error) -> Vec<u8> {
        let status = title(error.status());
        let mut out = Vec::new();
        push(&mut out, &["<html><head><title>", &status, "</title></head><body><h1>", &status, "</h1><ul>"]);
        push_item(&mut out, "Code", &error.code());
        push_item(&mut out, "Message", &error.message());
        for detail in &detail::collect(error) {
            push_item(&mut out, &detail.name, &detail.value);
        }
        push_item(&mut out, "RequestId", self.request_id());
        if let Some(host_id) = self.host_id() {
            push_item(&mut out, "HostId", host_id);
        }
        push(&mut out, &["</ul><hr/></body></html>"]);
        out
    }
}

/// `404 Not Found`
fn title(status: StatusCode) -> String {
    status
        .canonical_reason()
        .map_or_else(|| status.as_str().to_owned(), |reason| format!("{} {reason}", status.as_str()))
}

fn push_item(out: &mut Vec<u8>, name: &str, text: &dyn Display) {
    push(out, &["<li>", name, ": "]);
    escape::push_display(out, text);
    push(out, &["</li>"]);
}

/// Headers that cannot be sent are left out.
fn add_headers(headers: &mut HeaderMap, error: &dyn S3Error) {
    let mut add = |name: String, text: &dyn Display, sensitive: bool| {
        let name = HeaderName::try_from(name);
        let value = HeaderValue::from_maybe_shared(Bytes::from(value::to_text(text)));
        if let (Ok(name), Ok(mut value)) = (name, value) {
            value.set_sensitive(sensitive);
            headers.insert(name, value);
        }
    };
    add("x-amz-error-code".to_owned(), &error.code(), false);
    add("x-amz-error-message".to_owned(), &error.message(), false);
    for detail in &detail::collect(error) {
        add(format!("x-amz-error-detail-{}", detail.name), &detail.value, detail.sensitive);
    }
}
