//! What belongs to a request and not to its error.

use std::borrow::Cow;

use http::{Method, Version};

use crate::{HostId, RequestId};

/// What a response needs to know of the request it answers.
///
/// Without more than the request id: a GET over HTTP/1.1 whose body was read to its end.
///
/// ```
/// use http::{Method, Version};
/// use s3err_core::{HostId, RequestContext, RequestId, S3Error, StandardError};
///
/// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"))
///     .with_host_id(HostId::from_static("aG9zdA=="))
///     .with_resource("/mybucket/myfoto.jpg")
///     .with_method(Method::HEAD)
///     .with_version(Version::HTTP_2);
/// let response = StandardError::NoSuchKey.to_response(&context);
/// assert_eq!(response.status(), 404);
/// assert!(response.body().is_empty(), "a HEAD is answered without a body");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestContext {
    request_id: RequestId,
    host_id: Option<HostId>,
    resource: Option<Cow<'static, str>>,
    method: Method,
    version: Version,
    bucket_region: Option<Cow<'static, str>>,
    unread_body: bool,
}

impl RequestContext {
    /// The context of a request with this id.
    #[must_use]
    pub const fn new(request_id: RequestId) -> Self {
        Self {
            request_id,
            host_id: None,
            resource: None,
            method: Method::GET,
            version: Version::HTTP_11,
            bucket_region: None,
            unread_body: false,
        }
    }

    /// Names the host that answers: `x-amz-id-2` and `<HostId>`.
    #[must_use]
    pub fn with_host_id(mut self, host_id: HostId) -> Self {
        self.host_id = Some(host_id);
        self
    }

    /// Names what was asked for, as a path: `<Resource>`. Never with the query, which can hold a token.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<Cow<'static, str>>) -> Self {
        self.resource = Some(resource.into());
        self
    }

    /// The request's method: a HEAD is answered without a body.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// The request's version: `Connection: close` is sent on HTTP/1 only.
    #[must_use]
    pub fn with_version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }

    /// The region of the request's bucket: sent as `x-amz-bucket-region` with redirects, wrong-region answers and
    /// HEAD, where the error has no such header of its own.
    #[must_use]
    pub fn with_bucket_region(mut self, region: impl Into<Cow<'static, str>>) -> Self {
        self.bucket_region = Some(region.into());
        self
    }

    /// Whether the request's body was left unread: then an HTTP/1 connection has to be closed.
    #[must_use]
    pub fn with_unread_body(mut self, unread: bool) -> Self {
        self.unread_body = unread;
        self
    }

    /// The request's id.
    #[must_use]
    pub fn request_id(&self) -> &RequestId {
        &self.request_id
    }

    /// The answering host's id.
    #[must_use]
    pub fn host_id(&self) -> Option<&HostId> {
        self.host_id.as_ref()
    }

    /// What was asked for.
    #[must_use]
    pub fn resource(&self) -> Option<&str> {
        self.resource.as_deref()
    }

    /// The request's method.
    #[must_use]
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// The request's version.
    #[must_use]
    pub fn version(&self) -> Version {
        self.version
    }

    /// The region of the request's bucket.
    #[must_use]
    pub fn bucket_region(&self) -> Option<&str> {
        self.bucket_region.as_deref()
    }

    /// Whether the request's body was left unread.
    #[must_use]
    pub fn unread_body(&self) -> bool {
        self.unread_body
    }
}
