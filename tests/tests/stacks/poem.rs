//! poem: its endpoint as a tower service, because its own adapter for layers keeps poem's request.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use http_body_util::combinators::BoxBody;
use hyper::body::Incoming;
use poem::http::StatusCode;
use poem::web::{LocalAddr, RemoteAddr};
use poem::{Endpoint, IntoResponse as _, Route, get, handler};
use s3err_core::{Failure, RequestBody, S3Layer};
use s3err_tests::http::Server;
use std::io;
use std::sync::Arc;
use tower::ServiceBuilder;

use crate::ObjectError;

pub(crate) fn start(layer: S3Layer) -> Server {
    let app = Arc::new(Route::new().at("/photos/*key", get(get_object).head(get_object).put(put_object)));
    let service = ServiceBuilder::new().layer(layer).service_fn(move |request| call(Arc::clone(&app), request));
    Server::start(async move |listener| crate::hyper::accept(listener, service).await)
}

#[handler]
fn get_object(uri: &http::Uri) -> poem::Result<&'static str> {
    crate::get(uri.path()).map_err(fail)
}

#[handler]
fn put_object() -> poem::Result<&'static str> {
    crate::put().map_err(fail)
}

/// Carries a failure through poem, which asks for a status of its own.
fn fail(error: ObjectError) -> poem::Error {
    poem::Error::new(Failure::from(error), StatusCode::INTERNAL_SERVER_ERROR)
}

/// Calls an endpoint of poem, and takes the failure out of its error.
async fn call(
    app: Arc<impl Endpoint>,
    request: Request<RequestBody<Incoming>>,
) -> Result<Response<BoxBody<Bytes, io::Error>>, Failure> {
    let (parts, body) = request.into_parts();
    let parts = (parts, LocalAddr::default(), RemoteAddr::default(), http::uri::Scheme::HTTP).into();
    let body = poem::Body::from(body.map_err(io::Error::other).boxed());
    match app.call(poem::Request::from_parts(parts, body)).await {
        Ok(response) => Ok(response.into_response().into()),
        Err(error) => match error.downcast::<Failure>() {
            Ok(failure) => Err(failure),
            Err(error) => Ok(error.into_response().into()),
        },
    }
}
