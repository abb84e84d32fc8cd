//! The website endpoint: a page for a browser, and headers for a program.

use std::fmt::Display;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};

use super::push;
use crate::context::RequestContext;
use crate::facts::Facts;
use crate::response::Room;
use crate::{escape, response};

/// The response of a website endpoint.
pub(crate) fn response(error: &Facts<'_>, context: &RequestContext) -> Response<Bytes> {
    let content_type = HeaderValue::from_static("text/html; charset=utf-8");
    let body = || page(error, context).into();
    let mut response = response::build(error.head, context, error.head.status, content_type, &body);
    add_headers(response.headers_mut(), error);
    response
}

fn page(error: &Facts<'_>, context: &RequestContext) -> Vec<u8> {
    let status = title(error.head.status);
    let mut out = Vec::new();
    push(&mut out, &["<html><head><title>", &status, "</title></head><body><h1>", &status, "</h1><ul>"]);
    push_item(&mut out, "Code", &error.head.code);
    push_item(&mut out, "Message", &error.message);
    for detail in &error.details {
        push_item(&mut out, &detail.name, &detail.value);
    }
    push_item(&mut out, "RequestId", context.request_id());
    if let Some(host_id) = context.host_id() {
        push_item(&mut out, "HostId", host_id);
    }
    push(&mut out, &["</ul><hr/></body></html>"]);
    out
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

/// Adds code, message and details as headers, but those that cannot be sent.
fn add_headers(headers: &mut HeaderMap, error: &Facts<'_>) {
    let mut room = Room::beside(headers);
    let mut add = |name: String, text: &str, sensitive: bool| {
        if let (Ok(name), Some(mut value)) = (HeaderName::try_from(name), response::header_value(text.as_bytes()))
            && room.take(&name, &value)
        {
            value.set_sensitive(sensitive);
            response::set(headers, name, Some(value));
        }
    };
    add("x-amz-error-code".to_owned(), error.head.code, false);
    add("x-amz-error-message".to_owned(), &error.message, false);
    for detail in &error.details {
        add(format!("x-amz-error-detail-{}", detail.name), &detail.value, detail.sensitive);
    }
}
