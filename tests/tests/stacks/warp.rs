//! warp: a response in place of a rejection, because warp has no place for a typed error in one.

use bytes::Bytes;
use http::Response;
use s3err_core::{Failure, S3Layer};
use s3err_tests::http::Server;
use tower::ServiceBuilder;
use warp::Filter as _;
use warp::path::FullPath;

use crate::ObjectError;

pub(crate) fn start(layer: S3Layer) -> Server {
    let is_read = warp::get().or(warp::head()).unify();
    let get = warp::path("photos").and(is_read).and(warp::path::full());
    let get = get.map(|path: FullPath| respond(crate::get(path.as_str())));
    let put = warp::path("photos").and(warp::put()).map(|| respond(crate::put()));
    // A wrong method is not asked about: a route that no filter takes is not found.
    let service = ServiceBuilder::new().layer(layer).service(warp::service(get.or(put)));
    Server::start(async move |listener| crate::hyper::accept(listener, service).await)
}

/// The response of a handler: the object, or the failure for the layer to complete.
fn respond(result: Result<&'static str, ObjectError>) -> Response<Bytes> {
    match result {
        Ok(object) => Response::new(object.into()),
        Err(error) => Failure::from(error).into(),
    }
}
