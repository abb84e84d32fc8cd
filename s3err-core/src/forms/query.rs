//! The AWS query protocol, which STS and IAM speak.

use bytes::Bytes;
use http::{HeaderValue, Response};

use super::{push, push_details, push_element, set_amzn_request_id};
use crate::context::RequestContext;
use crate::document::DECLARATION;
use crate::facts::Facts;
use crate::fault::Fault;
use crate::{escape, response};

/// The namespace of STS: for [`to_query_response`](crate::S3Error::to_query_response).
///
/// Source: the service model of AWS STS (2011-06-15), as botocore 1.44 has it.
pub const STS_NAMESPACE: &str = "https://sts.amazonaws.com/doc/2011-06-15/";

/// The namespace of IAM: for [`to_query_response`](crate::S3Error::to_query_response).
///
/// Source: the service model of AWS IAM (2010-05-08), as botocore 1.44 has it.
pub const IAM_NAMESPACE: &str = "https://iam.amazonaws.com/doc/2010-05-08/";

/// The response of a service that speaks the query protocol.
pub(crate) fn response(error: &Facts<'_>, context: &RequestContext, namespace: &str) -> Response<Bytes> {
    let body = || {
        let mut out = Vec::new();
        push(&mut out, &[DECLARATION, "<ErrorResponse xmlns=\""]);
        // In an attribute a quotation mark would end the value.
        escape::push_escaped(&mut out, &namespace.replace('"', "%22"));
        push(&mut out, &["\"><Error>"]);
        push_element(&mut out, "Type", if error.fault == Fault::Server { "Receiver" } else { "Sender" });
        push_element(&mut out, "Code", error.head.code);
        push_element(&mut out, "Message", &error.message);
        push_details(&mut out, &error.details);
        push(&mut out, &["</Error>"]);
        push_element(&mut out, "RequestId", context.request_id().as_str());
        push(&mut out, &["</ErrorResponse>"]);
        out.into()
    };
    let content_type = HeaderValue::from_static("text/xml");
    let mut response = response::build(error.head, context, error.head.status, content_type, &body);
    set_amzn_request_id(response.headers_mut(), context);
    response
}
