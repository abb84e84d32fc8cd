//! S3 Control: the document in a wrapper.

use bytes::Bytes;
use http::Response;

use super::{push, push_details, push_element};
use crate::context::RequestContext;
use crate::document::DECLARATION;
use crate::facts::Facts;
use crate::response;

/// The response of S3 Control. The model names a namespace, and the recorded responses have none.
pub(crate) fn response(error: &Facts<'_>, context: &RequestContext) -> Response<Bytes> {
    let body = || {
        let mut out = Vec::new();
        push(&mut out, &[DECLARATION, "<ErrorResponse><Error>"]);
        push_element(&mut out, "Code", error.head.code);
        push_element(&mut out, "Message", &error.message);
        push_details(&mut out, &error.details);
        if let Some(resource) = context.resource() {
            push_element(&mut out, "Resource", resource);
        }
        push(&mut out, &["</Error>"]);
        push_element(&mut out, "RequestId", context.request_id().as_str());
        if let Some(host_id) = context.host_id() {
            push_element(&mut out, "HostId", host_id.as_str());
        }
        push(&mut out, &["</ErrorResponse>"]);
        out.into()
    };
    response::build(error.head, context, error.head.status, response::XML, &body)
}
