//! axum: failures as responses, the request's context as an extractor, the mark in a tuple.

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::OnceLock;
use std::task::{Context, Poll};

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use bytes::Bytes;
use http::Method;
use http::request::Parts;
use http_body::{Frame, SizeHint};

use super::extensions::Handled;
use super::failure::Failure;
use super::layer::context_without_layer;
use super::panicked::catch;
use super::response::has_content;
use super::tower::{given, of_error};
use crate::context::RequestContext;
use crate::error::S3Error as _;

/// ```
/// use axum::{Router, routing::get};
/// use s3err_core::{Failure, S3Error, S3Layer};
///
/// #[derive(Debug, S3Error)]
/// enum GetObjectError {
///     NoSuchKey { #[s3(detail)] key: String },
/// }
///
/// async fn get_object() -> Result<&'static str, Failure> {
///     Err(GetObjectError::NoSuchKey { key: "cat.jpg".into() })?
/// }
///
/// let app: Router = Router::new()
///     .route("/{bucket}/{*key}", get(get_object))
///     .layer(S3Layer::new());
/// ```
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        // The head alone, as to a HEAD: the document is rendered when it is asked for.
        let context = context_without_layer(None).with_method(Method::HEAD);
        let head = self.error().to_response(&context);
        let mut response = if has_content(&head) {
            let failure = self.clone();
            head.map(|_| Body::new(Document { failure, context, rendered: OnceLock::new(), is_read: false }))
        } else {
            of_error::<Body>(head).map(Body::new)
        };
        response.extensions_mut().insert(self);
        response
    }
}

/// The document of a failure. The layer sends another in its place, and does not ask for this one.
struct Document {
    failure: Failure,
    context: RequestContext,
    rendered: OnceLock<Bytes>,
    is_read: bool,
}

impl Document {
    /// A panic becomes another document, because nothing of the user's is around that could catch it here.
    fn rendered(&self) -> &Bytes {
        let render = || self.failure.error().to_bytes(&self.context);
        let rendered = || catch(render).unwrap_or_else(|panicked| panicked.to_bytes(&self.context));
        self.rendered.get_or_init(rendered)
    }
}

impl http_body::Body for Document {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let was_read = std::mem::replace(&mut self.is_read, true);
        Poll::Ready((!was_read).then(|| Ok(Frame::data(self.rendered().clone()))))
    }

    fn is_end_stream(&self) -> bool {
        self.is_read
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(if self.is_read { 0 } else { self.rendered().len() as u64 })
    }
}

/// The context that [`S3Layer`](crate::S3Layer) made; without the layer one with random ids.
///
/// ```
/// use s3err_core::{RequestContext, S3Error, StandardError};
///
/// // A copy that fails after its 200 went out: the error inside has the ids of the headers.
/// async fn copy(context: RequestContext) -> ([(&'static str, &'static str); 1], bytes::Bytes) {
///     ([("content-type", "application/xml")], StandardError::InternalError.to_embedded(&context))
/// }
/// # let _: axum::Router = axum::Router::new().route("/", axum::routing::put(copy));
/// ```
impl<S: Sync> FromRequestParts<S> for RequestContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_else(|| {
            context_without_layer(given(&parts.extensions))
                .with_method(parts.method.clone())
                .with_version(parts.version)
        }))
    }
}

/// Marks one response.
///
/// ```
/// use s3err_core::http::StatusCode;
/// use s3err_core::Handled;
///
/// async fn health() -> (StatusCode, Handled, &'static str) {
///     (StatusCode::SERVICE_UNAVAILABLE, Handled, "draining")
/// }
/// # let _: axum::Router = axum::Router::new().route("/", axum::routing::get(health));
/// ```
impl IntoResponseParts for Handled {
    type Error = Infallible;

    fn into_response_parts(self, mut parts: ResponseParts) -> Result<ResponseParts, Infallible> {
        parts.extensions_mut().insert(self);
        Ok(parts)
    }
}
