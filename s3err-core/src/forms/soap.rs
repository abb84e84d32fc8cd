//! SOAP 1.1.

use bytes::Bytes;
use http::{HeaderValue, Response, StatusCode};

use super::{push, push_details, push_element};
use crate::document::DECLARATION;
use crate::{RequestContext, S3Error, name, response};

impl RequestContext {
    /// The SOAP 1.1 fault: code `Client.` or `Server.` with S3's, the details as children of `detail`, always HTTP 500.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = context.to_soap_response(&StandardError::NoSuchKey);
    /// assert_eq!(response.status(), 500);
    /// let body = std::str::from_utf8(response.body())?;
    /// assert!(body.contains("<faultcode>soapenv:Client.NoSuchKey</faultcode>"));
    /// # Ok::<(), std::str::Utf8Error>(())
    /// ```
    #[must_use]
    pub fn to_soap_response(&self, error: &dyn S3Error) -> Response<Bytes> {
        const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
        let body = || {
            let mut out = Vec::new();
            push(
                &mut out,
                &[DECLARATION, "<soapenv:Envelope xmlns:soapenv=\"", ENVELOPE, "\"><soapenv:Body><soapenv:Fault>"],
            );
            let code = format!("soapenv:{}.{}", error.fault().as_str(), name::as_local_name(error.code()));
            push_element(&mut out, "faultcode", &code);
            push_element(&mut out, "faultstring", &error.message());
            push(&mut out, &["<detail>"]);
            push_details(&mut out, error);
            push(&mut out, &["</detail></soapenv:Fault></soapenv:Body></soapenv:Envelope>"]);
            out.into()
        };
        let content_type = HeaderValue::from_static("text/xml; charset=utf-8");
        response::build(error, self, StatusCode::INTERNAL_SERVER_ERROR, content_type, &body)
    }
}
