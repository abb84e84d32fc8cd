//! axum.

use axum::Router;
use axum::extract::Request;
use axum::routing::get;
use s3err_core::{Failure, S3Layer};
use s3err_tests::http::Server;

pub(crate) fn start(layer: S3Layer) -> Server {
    let app = Router::new().route("/photos/{*key}", get(get_object).put(put_object)).layer(layer);
    Server::start(async move |listener| axum::serve(listener, app).await.unwrap())
}

async fn get_object(request: Request) -> Result<&'static str, Failure> {
    Ok(crate::get(request.uri().path())?)
}

async fn put_object() -> Result<&'static str, Failure> {
    Ok(crate::put()?)
}
