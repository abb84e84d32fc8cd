//! actix-web: failures as errors of handlers, the request's context as an extractor, the layer as a middleware.

mod convert;
mod handled;
mod payload;
mod response;
mod service;

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpMessage as _, HttpRequest, HttpResponse, ResponseError};

use crate::context::RequestContext;
use crate::server::failure::Failure;
use crate::server::layer::context_without_layer;
use crate::server::response::render;

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
/// let app = App::new()
///     .wrap(S3Layer::new())
///     .route("/{bucket}/{key:.*}", web::get().to(get_object));
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::with_uri("/photos/cat.jpg").to_request();
/// let response = test::call_service(&app, request).await;
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
        let rendered = render(self.error(), &context_without_layer(None));
        let mut response = response::over(HttpResponse::new(self.status_code()), rendered);
        response.extensions_mut().insert(self.clone());
        response
    }
}

/// The context that [`S3Layer`](crate::S3Layer) made; without the layer one with random ids.
///
/// ```
/// use actix_web::{HttpResponse, web};
/// use s3err_core::{RequestContext, S3Error, StandardError};
///
/// // A copy that fails after its 200 went out: the error inside has the ids of the headers.
/// async fn copy(context: RequestContext) -> HttpResponse {
///     let document = StandardError::InternalError.to_embedded(&context);
///     HttpResponse::Ok().content_type("application/xml").body(document)
/// }
/// # let _ = actix_web::App::new().route("/", web::put().to(copy));
/// ```
impl FromRequest for RequestContext {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let extensions = request.extensions();
        ready(Ok(extensions.get().cloned().unwrap_or_else(|| {
            context_without_layer(extensions.get().cloned())
                .with_method(convert::method(request.method()))
                .with_version(convert::version(request.version()))
        })))
    }
}
