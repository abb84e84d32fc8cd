//! The data of a request that its error does not hold.

use std::borrow::Cow;
use std::fmt::Display;

use http::{Method, Request, Version};

use crate::id::{HostId, RequestId};
use crate::{name, value};

/// The request that an error answers: its ids, its method, what it asked for.
///
/// [`S3Layer`](crate::S3Layer) makes one for each request, and a handler may take it as an argument. Guides:
/// [axum](crate::guide::axum), [any other framework](crate::guide::tower), [none](crate::guide::hyper).
///
/// ```
/// use s3err_core::http::Request;
/// use s3err_core::{HostId, RequestContext, RequestId, S3Error, StandardError};
///
/// let request = Request::head("/mybucket/myfoto.jpg").body(())?;
/// let context = RequestContext::of(&request, RequestId::random())
///     .with_host_id(HostId::from_static("aG9zdA=="))
///     .with_resource(request.uri().path());
/// let response = StandardError::NoSuchKey.to_response(&context);
/// assert_eq!(response.status(), 404);
/// assert!(response.body().is_empty(), "a HEAD is answered without a body");
/// # Ok::<(), s3err_core::http::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestContext {
    request_id: RequestId,
    host_id: Option<HostId>,
    details: Vec<(Cow<'static, str>, String)>,
    resource: Option<String>,
    method: Method,
    version: Version,
    bucket_region: Option<Cow<'static, str>>,
    unread_body: bool,
}

impl RequestContext {
    /// The context of a GET over HTTP/1.1 with this id, whose body was read to its end.
    ///
    /// A HEAD that is answered with this context gets a body: prefer [`of`](Self::of), which knows the method.
    #[must_use]
    pub const fn new(request_id: RequestId) -> Self {
        Self {
            request_id,
            host_id: None,
            details: Vec::new(),
            resource: None,
            method: Method::GET,
            version: Version::HTTP_11,
            bucket_region: None,
            unread_body: false,
        }
    }

    /// The context of this request: its method and its version.
    ///
    /// ```
    /// use s3err_core::http::{Method, Request};
    /// use s3err_core::{RequestContext, RequestId};
    ///
    /// let request = Request::head("/mybucket/myfoto.jpg").body(())?;
    /// let context = RequestContext::of(&request, RequestId::random());
    /// assert_eq!(context.method(), Method::HEAD);
    /// # Ok::<(), s3err_core::http::Error>(())
    /// ```
    #[must_use]
    pub fn of<B>(request: &Request<B>, request_id: RequestId) -> Self {
        Self::new(request_id).with_method(request.method().clone()).with_version(request.version())
    }

    /// Names the host that answers: `x-amz-id-2` and `<HostId>`.
    #[must_use]
    pub fn with_host_id(mut self, host_id: HostId) -> Self {
        self.host_id = Some(host_id);
        self
    }

    /// Names what was asked for, as a path: `<Resource>`. Leave out the query, which can hold a token.
    #[must_use]
    pub fn with_resource(mut self, resource: impl Into<String>) -> Self {
        self.resource = Some(resource.into());
        self
    }

    /// Adds a detail that this server gives every error, after the error's own details and before `Resource`.
    ///
    /// One of a name that the error has itself, or that was added before, is left out, and so is one whose name is not
    /// that of a detail: not an XML name, or one of the document's own.
    ///
    /// ```
    /// use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
    ///
    /// let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"))
    ///     .with_detail("Region", "garage");
    /// let document = StandardError::SlowDown.to_xml(&context);
    /// assert!(document.contains("</Message><Region>garage</Region><RequestId>"));
    /// ```
    #[must_use]
    pub fn with_detail(mut self, name: impl Into<Cow<'static, str>>, value: impl Display) -> Self {
        let name = name.into();
        if name::is_detail_name(&name) && self.details().all(|(earlier, _)| earlier != name) {
            self.details.push((name, value::to_text(&value)));
        }
        self
    }

    /// Sets the request's method: a HEAD is answered without a body.
    #[must_use]
    pub fn with_method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// Sets the request's version: `Connection: close` is sent on HTTP/1 only.
    #[must_use]
    pub fn with_version(mut self, version: Version) -> Self {
        self.version = version;
        self
    }

    /// Sets the region of the request's bucket: sent as `x-amz-bucket-region` with redirects, wrong-region responses,
    /// `InvalidToken` and every response to a HEAD, where the error has no such header of its own.
    #[must_use]
    pub fn with_bucket_region(mut self, region: impl Into<Cow<'static, str>>) -> Self {
        self.bucket_region = Some(region.into());
        self
    }

    /// Says whether the request's body was left unread: then an HTTP/1 connection has to be closed.
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

    /// The details that this server adds to every error, by name and value.
    pub fn details(&self) -> impl Iterator<Item = (&str, &str)> {
        self.details.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The resource that was asked for.
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

    /// Returns whether the request's body was left unread.
    #[must_use]
    pub fn unread_body(&self) -> bool {
        self.unread_body
    }
}
