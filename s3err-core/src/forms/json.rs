//! The AWS REST JSON protocol, which S3 Tables and S3 Vectors speak.

use std::iter;

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Response};
use serde_json::Value;

use super::set_amzn_request_id;
use crate::context::RequestContext;
use crate::facts::Facts;
use crate::response;

const ERROR_TYPE: HeaderName = HeaderName::from_static("x-amzn-errortype");

/// Members that clients read before the header or the message, so no detail may be called like one.
const RESERVED: [&str; 3] = ["__type", "code", "message"];

/// The response of a service that speaks REST JSON.
pub(crate) fn response(error: &Facts<'_>, context: &RequestContext) -> Response<Bytes> {
    let body = || {
        let details = error.details.iter().map(|detail| (&*detail.name, &*detail.value));
        let details = details.filter(|(name, _)| !RESERVED.iter().any(|reserved| reserved.eq_ignore_ascii_case(name)));
        let members = iter::once(("message", &*error.message)).chain(details);
        let members = members.map(|(name, value)| format!("{}:{}", Value::from(name), Value::from(value)));
        format!("{{{}}}", members.collect::<Vec<_>>().join(",")).into()
    };
    let content_type = HeaderValue::from_static("application/json");
    let mut response = response::build(error.head, context, error.head.status, content_type, &body);
    set_amzn_request_id(response.headers_mut(), context);
    response::set(response.headers_mut(), ERROR_TYPE, response::header_value(error.head.code.as_bytes()));
    response
}
