//! The layer's settings, and the context and log record that follow from them.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use http::{Method, Version};

use crate::context::RequestContext;
use crate::error::S3Error;
use crate::id::{HostId, RequestId};
use crate::log::LogLevel;

/// The layer around all handlers of an S3 server. Needs the feature `tower` (axum, hyper, s3s, warp and whatever else
/// speaks tower) or `actix-web`.
///
/// Guides: [axum](crate::guide::axum), [actix-web](crate::guide::actix_web).
///
/// ```
/// # #[cfg(feature = "_programs")] {
/// use axum::{Router, routing::get};
/// use s3err_core::{Failure, Handled, S3Layer, StandardError};
///
/// async fn get_object() -> Result<&'static str, Failure> {
///     Err(StandardError::NoSuchKey)?
/// }
///
/// let app: Router = Router::new()
///     .route("/-/health", get(|| async { "ok" }).layer(Handled)) // not S3's
///     .route("/{bucket}/{*key}", get(get_object))
///     .layer(S3Layer::new().with_resource());
/// # }
/// ```
///
/// - Every response, good or bad, has `x-amz-request-id` and `x-amz-id-2`. Ids that a response brings along stay, so
///   that they agree with its body.
/// - Every [`Failure`](crate::Failure) of a handler is sent for this request: with its ids in headers and document,
///   without a body for a HEAD, with `Connection: close` on HTTP/1 where the error asks for it.
/// - The framework's rejections become S3 errors: responses of 400 or above that are plain text, without a type or
///   exactly `{}`, and not marked as [`Handled`](crate::Handled). The framework's words are not repeated. Responses of
///   any other type, such as JSON, pass through unchanged.
/// - A rejected CORS preflight is `AccessForbidden`, and a timeout's 408 is the server's fault (`ServiceUnavailable`)
///   unless the client kept the server waiting for the request's body.
/// - A handler that panics is answered with `InternalError`, under `panic = "unwind"`.
/// - An HTTP/1 connection is closed when a handler left the request's body unread, because the rest of it would be
///   taken for the next request. The layer first reads on, within [limits](Self::with_drain_limits): a client that
///   writes its whole request before it reads would otherwise lose the response. It does not where a client still waits
///   for `100 Continue`.
/// - Every error that is sent is logged once, as an event of `tracing` (see
///   [`LogRecord::emit`](crate::LogRecord::emit)). An error inside a 200 is not seen.
/// - Handlers find the request's [`RequestContext`] among the extensions of the request, for formats that they write
///   themselves, such as the error inside a 200; and a [`FailureSlot`](crate::FailureSlot) for errors that the
///   framework cannot carry.
///
/// Nesting a second layer has no effect but one: the inner layer turns panics and failures into responses where
/// middleware between the two, such as CORS, can see them.
///
/// # The request's id
///
/// A [`RequestId`] among the request's extensions, else (tower) the one of `tower_http::request_id` when its
/// `SetRequestIdLayer` is around this layer and it is good for a [`RequestId`], else a random one.
#[derive(Clone)]
pub struct S3Layer(Arc<Settings>);

#[derive(Clone)]
struct Settings {
    host_id: HostId,
    resource: bool,
    bucket_region: Option<Cow<'static, str>>,
    level: Arc<LevelOf>,
    drain: DrainLimits,
    documents: bool,
}

/// The function that gives the level of an error, or nothing for one that is not logged.
type LevelOf = dyn Fn(&dyn S3Error) -> Option<LogLevel> + Send + Sync;

/// The part of an unread body that is read before its connection is closed.
#[derive(Clone, Copy, Debug)]
pub(super) struct DrainLimits {
    pub(super) bytes: u64,
    pub(super) time: Duration,
}

/// Returns the context of a request that no layer is around, with this process's host id, and a random id unless it has
/// one.
pub(super) fn context_without_layer(id: Option<RequestId>) -> RequestContext {
    static HOST_ID: LazyLock<HostId> = LazyLock::new(HostId::random);
    RequestContext::new(id.unwrap_or_else(RequestId::random)).with_host_id(HOST_ID.clone())
}

impl S3Layer {
    /// A layer with a random host id, without resources, that logs all errors at their own level.
    #[must_use]
    pub fn new() -> Self {
        let level: Arc<LevelOf> = Arc::new(|error| Some(LogLevel::from_error(error)));
        Self(Arc::new(Settings {
            host_id: HostId::random(),
            resource: false,
            bucket_region: None,
            level,
            drain: DrainLimits { bytes: 128 << 20, time: Duration::from_secs(5) },
            documents: false,
        }))
    }

    /// Sets the host id of every response. Do not make it of a machine's name: every client sees it.
    #[must_use]
    pub fn with_host_id(self, host_id: HostId) -> Self {
        self.with(|settings| settings.host_id = host_id)
    }

    /// Names in every error what was asked for: the path of the request, never its query, which can hold a token.
    #[must_use]
    pub fn with_resource(self) -> Self {
        self.with(|settings| settings.resource = true)
    }

    /// Sets the region of all buckets of this server: `x-amz-bucket-region` of redirects, wrong-region errors and HEAD.
    /// Where every bucket has its own, the error says it: `#[s3(header = "x-amz-bucket-region")]`.
    #[must_use]
    pub fn with_bucket_region(self, region: impl Into<Cow<'static, str>>) -> Self {
        let region = region.into();
        self.with(|settings| settings.bucket_region = Some(region))
    }

    /// Sets the level at which an error is logged; with `None` it is not logged. The default is
    /// [`LogLevel::from_error`]. The function is called once for each error, so that it can count them too.
    ///
    /// ```
    /// use s3err_core::{LogLevel, S3Layer};
    ///
    /// // Of what clients do wrong only the wrong signatures are of interest.
    /// let layer = S3Layer::new().with_level(|error| match LogLevel::from_error(error) {
    ///     LogLevel::Info if error.code() != "SignatureDoesNotMatch" => None,
    ///     level => Some(level),
    /// });
    /// ```
    #[must_use]
    pub fn with_level(self, level: impl Fn(&dyn S3Error) -> Option<LogLevel> + Send + Sync + 'static) -> Self {
        self.with(|settings| settings.level = Arc::new(level))
    }

    /// Limits what is read of a body that a handler left unread, before an HTTP/1 connection is closed: in bytes and in
    /// time. Zero for either turns this off.
    ///
    /// Default: 128 MiB and 5 seconds. The response is held back until the body has ended or a limit is met. A body
    /// that is announced to be longer is not read at all. A slow client cannot extend the limits: it holds its
    /// connection no longer than the time given here.
    #[must_use]
    pub fn with_drain_limits(self, bytes: u64, time: Duration) -> Self {
        self.with(|settings| settings.drain = DrainLimits { bytes, time })
    }

    /// Completes error documents that another library wrote: a response of 300 or above whose body is an `<Error>`
    /// document is read and sent with the ids of this request, without a body for a HEAD, and is logged. This is for
    /// s3s, which does neither.
    ///
    /// Documents of more than 256 KiB, and those that cannot be read as an error, pass through unchanged.
    #[must_use]
    pub fn with_foreign_documents(self) -> Self {
        self.with(|settings| settings.documents = true)
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

    pub(super) fn drain_limits(&self) -> DrainLimits {
        self.0.drain
    }

    pub(super) fn completes_documents(&self) -> bool {
        self.0.documents
    }

    pub(super) fn log(&self, error: &dyn S3Error, context: &RequestContext) {
        if let Some(level) = (self.0.level)(error).filter(|level| level.is_enabled()) {
            error.to_log_record(context).emit_at(level);
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
            .field("drain", &self.0.drain)
            .field("documents", &self.0.documents)
            .finish_non_exhaustive()
    }
}
