//! A failure as a response.

use axum_core::response::{IntoResponse, Response};

use super::body;
use crate::{Failure, HostId, RequestContext, RequestId};

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
        let context = RequestContext::new(RequestId::random()).with_host_id(HostId::random());
        let mut response = body::of_rendered(self.error().to_response(&context));
        // Which version it goes out in, the server knows.
        *response.version_mut() = http::Version::default();
        response.extensions_mut().insert(self);
        response
    }
}
