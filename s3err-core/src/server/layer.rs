//! What the layer is told, and what it makes of a request and of an error.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use http::{Method, Version};

use crate::{HostId, LogLevel, RequestContext, RequestId, S3Error};

/// The layer around all handlers of an S3 server, with the feature `axum` or `actix-web`.
///
/// - Every response, good or bad, has `x-amz-request-id` and `x-amz-id-2`. Ids that a response brings along stay, so that
///   they agree with its body.
/// - Every [`Failure`](crate::Failure) of a handler is answered for this request: with its ids in headers and document,
///   without a body for a HEAD, with `Connection: close` on HTTP/1 where the error asks for it.
/// - An HTTP/1 connection is closed too when a handler left the request's body unread: the rest of it would be taken for
///   the next request. So it is when a client that waits for `100 Continue` has nothing to send, and is not asked to.
/// - The framework's own refusals become S3 errors: what is 400 or above, plain text or without a type, and not marked as
///   [`Handled`](crate::Handled). The framework's words are not repeated. Whatever has another type, such as JSON, is left alone.
/// - Every error that is answered is logged once, as an event of `tracing` (see
///   [`LogRecord::emit`](crate::LogRecord::emit)). One inside a 200 is not seen.
/// - Handlers find the request's [`RequestContext`] among the extensions of the request: for forms that they write
///   themselves, such as the error inside a 200.
/// - A handler that panics is answered with `InternalError`: by this layer in actix-web, in axum with `tower-http`'s
///   `CatchPanicLayer` inside of it.
///
/// One around another does nothing.
///
/// # The request's id
///
/// A [`RequestId`] among the request's extensions, else (axum) the one of `tower_http::request_id` when its
/// `SetRequestIdLayer` is around this layer and it is good for a [`RequestId`], else a random one.
#[derive(Clone)]
pub struct S3Layer(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    host_id: HostId,
    resource: bool,
    bucket_region: Option<Cow<'static, str>>,
    level: Arc<LevelOf>,
}

/// At which level an error is logged, if at all.
type LevelOf = dyn Fn(&dyn S3Error) -> Option<LogLevel> + Send + Sync;

/// Says in a request that a layer is around already.
#[derive(Clone, Copy)]
pub(super) struct Layered;

/// The context of a request that no layer is around: with a random host id, and a random id unless it has one.
pub(super) fn context_without_layer(id: Option<RequestId>) -> RequestContext {
    RequestContext::new(id.unwrap_or_else(RequestId::random)).with_host_id(HostId::random())
}

impl S3Layer {
    /// A layer with a random host id, without resources, that logs all errors at their own level.
    #[must_use]
    pub fn new() -> Self {
        let level: Arc<LevelOf> = Arc::new(|error| Some(LogLevel::of(error)));
        Self(Arc::new(Settings { host_id: HostId::random(), resource: false, bucket_region: None, level }))
    }

    /// The host id of every response. Never one that is made of a machine's name: every client sees it.
    #[must_use]
    pub fn with_host_id(self, host_id: HostId) -> Self {
        self.with(|settings| settings.host_id = host_id)
    }

    /// Names in every error what was asked for: the path of the request, never its query, which can hold a token.
    #[must_use]
    pub fn with_resource(self) -> Self {
        self.with(|settings| settings.resource = true)
    }

    /// The region of all buckets of this server: `x-amz-bucket-region` of redirects, wrong-region errors and HEAD. Where
    /// every bucket has its own, the error says it: `#[s3(header = "x-amz-bucket-region")]`.
    #[must_use]
    pub fn with_bucket_region(self, region: impl Into<Cow<'static, str>>) -> Self {
        let region = region.into();
        self.with(|settings| settings.bucket_region = Some(region))
    }

    /// At which level an error is logged, and with `None` that it is not. Default: [`LogLevel::of`].
    /// The function is called once for each error, so that it can count them too.
    ///
    /// ```
    /// use s3err_core::{LogLevel, S3Layer};
    ///
    /// // Of what clients do wrong only the wrong signatures are of interest.
    /// let layer = S3Layer::new().with_level(|error| match LogLevel::of(error) {
    ///     LogLevel::Info if error.code() != "SignatureDoesNotMatch" => None,
    ///     level => Some(level),
    /// });
    /// ```
    #[must_use]
    pub fn with_level(self, level: impl Fn(&dyn S3Error) -> Option<LogLevel> + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.level = Arc::new(level))
    }

    fn with(mut self, change: impl FnOnce(&mut Settings)) -> Self {
        change(Arc::make_mut(&mut self.0));
        self
    }

    /// The context of a request.
    pub(super) fn context(
        &self,
        id: Option<RequestId>,
        method: Method,
        version: Version,
        path: &str,
    ) -> RequestContext {
        let settings = &*self.0;
        let mut context = RequestContext::new(id.unwrap_or_else(RequestId::random))
            .with_host_id(settings.host_id.clone())
            .with_method(method)
            .with_version(version);
        if settings.resource {
            context = context.with_resource(path.to_owned());
        }
        if let Some(region) = &settings.bucket_region {
            context = context.with_bucket_region(region.clone());
        }
        context
    }

    pub(super) fn log(&self, error: &dyn S3Error, context: &RequestContext) {
        if let Some(level) = (self.0.level)(error) {
            context.log(error).emit_at(level);
        }
    }
}

impl Default for S3Layer {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for S3Layer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("S3Layer")
            .field("host_id", &self.0.host_id)
            .field("resource", &self.0.resource)
            .field("bucket_region", &self.0.bucket_region)
            .finish_non_exhaustive()
    }
}
