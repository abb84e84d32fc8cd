//! A failure as a response.

use axum_core::response::{IntoResponse, Response};

use super::rendered;
use crate::Failure;
use crate::server::layer::context_without_layer;

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
/// let app: Router = Router::new().route("/{bucket}/{*key}", get(get_object)).layer(S3Layer::new());
/// ```
impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let mut response = rendered::response(self.error(), &context_without_layer(None));
        // Which version it goes out in, the server knows.
        *response.version_mut() = http::Version::default();
        response.extensions_mut().insert(self);
        response
    }
}
