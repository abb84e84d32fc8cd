//! The request's context as an argument of a handler.

use std::convert::Infallible;

use axum_core::extract::FromRequestParts;
use http::request::Parts;

use super::ids;
use crate::RequestContext;
use crate::server::layer::context_without_layer;

/// The context that [`S3Layer`](crate::S3Layer) made; without the layer one with random ids.
///
/// ```
/// use s3err_core::{RequestContext, StandardError};
///
/// // A copy that fails after its 200 went out: the error inside has the ids of the headers.
/// async fn copy(context: RequestContext) -> ([(&'static str, &'static str); 1], bytes::Bytes) {
///     ([("content-type", "application/xml")], context.to_embedded(&StandardError::InternalError))
/// }
/// # let _: axum::Router = axum::Router::new().route("/", axum::routing::put(copy));
/// ```
impl<S: Sync> FromRequestParts<S> for RequestContext {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get().cloned().unwrap_or_else(|| {
            context_without_layer(ids::given(&parts.extensions))
                .with_method(parts.method.clone())
                .with_version(parts.version)
        }))
    }
}
