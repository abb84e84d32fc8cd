//! A failure as a response.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

use super::convert;
use super::rendered::Rendered;
use crate::Failure;
use crate::server::layer::context_without_layer;

/// ```
/// use actix_web::{App, test, web};
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
/// # actix_web::rt::System::new().block_on(async {
/// let app = App::new().wrap(S3Layer::new()).route("/{bucket}/{key:.*}", web::get().to(get_object));
/// let app = test::init_service(app).await;
/// let response = test::call_service(&app, test::TestRequest::with_uri("/photos/cat.jpg").to_request()).await;
/// assert_eq!(response.status(), 404);
/// assert!(response.headers().contains_key("x-amz-request-id"));
/// let body = test::read_body(response).await;
/// assert!(body.windows(18).any(|part| part == b"<Key>cat.jpg</Key>"));
/// # });
/// ```
///
/// A handler that returns `Result<_, actix_web::Error>` has to say so: `.map_err(Failure::from)?`.
impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        convert::status_back(self.error().status())
    }

    fn error_response(&self) -> HttpResponse {
        let rendered = Rendered::of(self.error(), &context_without_layer(None));
        let mut response = rendered.over(HttpResponse::new(self.status_code()));
        response.extensions_mut().insert(self.clone());
        response
    }
}
