//! S3 Control: the document in a wrapper.

use bytes::Bytes;
use http::Response;

use super::{push, push_details, push_element};
use crate::document::DECLARATION;
use crate::{RequestContext, S3Error, response};

impl RequestContext {
    /// The response of S3 Control: `Error` in an `ErrorResponse` of its namespace, the ids outside `Error`.
    ///
    /// The AWS SDK for Go reads an `UnknownError` where the wrapper is missing.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    /// let response = context.to_control_response(&StandardError::NoSuchAccessPoint);
    /// assert!(response.body().ends_with(b"</Error><RequestId>4442587FB7D0A2F9</RequestId></ErrorResponse>"));
    /// ```
    #[must_use]
    pub fn to_control_response(&self, error: &dyn S3Error) -> Response<Bytes> {
        let body = || {
            let mut out = Vec::new();
            let namespace = "http://awss3control.amazonaws.com/doc/2018-08-20/";
            push(&mut out, &[DECLARATION, "<ErrorResponse xmlns=\"", namespace, "\"><Error>"]);
            push_element(&mut out, "Code", error.code());
            push_element(&mut out, "Message", &error.message());
            push_details(&mut out, error);
            if let Some(resource) = self.resource() {
                push_element(&mut out, "Resource", resource);
            }
            push(&mut out, &["</Error>"]);
            push_element(&mut out, "RequestId", self.request_id().as_str());
            if let Some(host_id) = self.host_id() {
                push_element(&mut out, "HostId", host_id.as_str());
            }
            push(&mut out, &["</ErrorResponse>"]);
            out.into()
        };
        response::build(error, self, error.status(), response::XML, &body)
    }
}
