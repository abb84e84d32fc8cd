//! hyper without a framework.

use std::error::Error;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::Full;
use hyper::body::{Body, Incoming};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use hyper_util::service::TowerToHyperService;
use s3err_core::{Failure, RequestBody, S3Layer};
use s3err_tests::http::Server;
use s3err_tests::panicking::Panicking;
use tokio::net::TcpListener;
use tower::{Service, ServiceBuilder};

pub(crate) fn start(layer: S3Layer) -> Server {
    Server::start(async move |listener| accept(listener, ServiceBuilder::new().layer(layer).service_fn(handle)).await)
}

async fn handle(request: Request<RequestBody<Incoming>>) -> Result<Response<Full<Bytes>>, Failure> {
    let path = request.uri().path();
    Ok(match *request.method() {
        Method::GET | Method::HEAD if path.starts_with("/photos/") => Response::new(crate::get(path)?.into()),
        Method::GET if path.starts_with("/panics/") => Err(Panicking::of_path(path))?,
        Method::PUT => Response::new(crate::put()?.into()),
        _ => {
            let mut response = Response::new("no route".into());
            *response.status_mut() = StatusCode::NOT_FOUND;
            response
        }
    })
}

/// Serves HTTP/1 and HTTP/2.
pub(crate) async fn accept<S, B>(listener: TcpListener, service: S)
where
    S: Service<Request<Incoming>, Response = Response<B>> + Clone + Send + 'static,
    S::Future: Send + 'static,
    S::Error: Into<Box<dyn Error + Send + Sync>>,
    B: Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn Error + Send + Sync>>,
{
    loop {
        let (stream, _) = listener.accept().await.unwrap();
        let service = TowerToHyperService::new(service.clone());
        tokio::spawn(async move {
            let builder = auto::Builder::new(TokioExecutor::new());
            // A client that goes away is not of interest here.
            let _ = builder.serve_connection(TokioIo::new(stream), service).await;
        });
    }
}
