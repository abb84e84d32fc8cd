//! axum: failures as responses, the request's context as an extractor, the mark in a tuple.

use std::convert::Infallible;

use axum_core::body::Body;
use axum_core::extract::FromRequestParts;
use axum_core::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use http::request::Parts;

use super::extensions::Handled;
use super::failure::Failure;
use super::layer::context_without_layer;
use super::response::render;
use super::tower::{given, of_error};
use crate::context::RequestContext;

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
        let rendered = of_error::<Body>(render(self.error(), &context_without_layer(None)));
        let mut response = rendered.map(Body::new);
        response.extensions_mut().insert(self);
        response
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
