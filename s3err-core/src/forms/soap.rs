//! SOAP 1.1.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};

use super::{push, push_details, push_element};
use crate::context::RequestContext;
use crate::document::DECLARATION;
use crate::facts::Facts;
use crate::{name, response};

/// The SOAP 1.1 fault.
pub(crate) fn response(error: &Facts<'_>, context: &RequestContext) -> Response<Bytes> {
    const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
    let body = || {
        let mut out = Vec::new();
        push(
            &mut out,
            &[DECLARATION, "<soapenv:Envelope xmlns:soapenv=\"", ENVELOPE, "\"><soapenv:Body><soapenv:Fault>"],
        );
        let code = format!("soapenv:{}.{}", error.fault.as_str(), name::as_local_name(error.head.code));
        push_element(&mut out, "faultcode", &code);
        push_element(&mut out, "faultstring", &error.message);
        push(&mut out, &["<detail>"]);
        push_details(&mut out, &error.details);
        push(&mut out, &["</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>"]);
        out.into()
    };
    let content_type = HeaderValue::from_static("text/xml; charset=utf-8");
    response::build(error.head, context, StatusCode::INTERNAL_SERVER_ERROR, content_type, &body)
}
