//! The request's context as an argument of a handler.

use std::convert::Infallible;
use std::future::{Ready, ready};

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::convert;
use crate::RequestContext;
use crate::server::layer::context_without_layer;

/// The context that [`S3Layer`](crate::S3Layer) made; without the layer one with random ids.
///
/// ```
/// use actix_web::{HttpResponse, web};
/// use s3err_core::{RequestContext, StandardError};
///
/// // A copy that fails after its 200 went out: the error inside has the ids of the headers.
/// async fn copy(context: RequestContext) -> HttpResponse {
///     HttpResponse::Ok().content_type("application/xml").body(context.to_embedded(&StandardError::InternalError))
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
