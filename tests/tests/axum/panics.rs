//! Panics and excess outside of handlers, where the layer calls what is not its own.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::Router;
use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use hyper::body::{Frame, SizeHint};
use s3err_core::{Failure, S3Layer, StandardError};
use s3err_tests::http::Server;
use s3err_tests::panicking::{ByHand, Panicking};
use tower::{Layer, Service, ServiceExt as _, service_fn};

use crate::serve;

/// A body that panics when it is read, or already when it is asked how long it is.
struct PanickingBody {
    at_once: bool,
}

impl HttpBody for PanickingBody {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        panic!("secret")
    }

    fn size_hint(&self) -> SizeHint {
        assert!(!self.at_once, "secret");
        SizeHint::with_exact(2)
    }
}

/// A service that panics when it is asked whether it is ready.
#[derive(Clone)]
struct Unready;

impl Service<Request<s3err_core::RequestBody<Body>>> for Unready {
    type Response = Response;
    type Error = Infallible;
    type Future = std::future::Ready<Result<Response, Self::Error>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Self::Error>> {
        panic!("secret")
    }

    fn call(&mut self, _: Request<s3err_core::RequestBody<Body>>) -> Self::Future {
        std::future::ready(Ok("never asked".into_response()))
    }
}

/// Asserts that there is one response, and one event that knows of the panic or not.
fn assert_answered(server: &Server, target: &str, code: &str, panic: Option<&str>) {
    let response = server.get(target);
    assert_eq!(response.document().code, code, "{target}");
    assert!(!response.text().contains("secret"), "{target}");
    let events = server.logged();
    assert_eq!(events.len(), 1, "{target}: {events:?}");
    assert_eq!((events[0].field("code"), events[0].field("log")), (Some(code), panic), "{target}");
}

#[test]
fn a_body_that_panics_while_the_layer_reads_it_is_a_handler_that_panics() {
    let body = |content_type: &'static str, at_once| async move {
        (StatusCode::NOT_FOUND, [("content-type", content_type)], Body::new(PanickingBody { at_once }))
    };
    let routes = Router::new()
        .route("/object", get(move || body("application/json", false)))
        .route("/xml", get(move || body("application/xml", false)))
        .route("/plain", get(move || body("text/plain", true)));
    let server = serve(routes.layer(S3Layer::new().with_foreign_documents()));
    assert_answered(&server, "/object", "InternalError", Some("panic=secret"));
    assert_answered(&server, "/xml", "InternalError", Some("panic=secret"));
    assert_answered(&server, "/plain", "NotFound", Some("rejected_with=404"));
}

#[test]
fn whatever_method_of_an_error_panics_there_is_one_response_and_one_event() {
    let fail = async |request: Request| Failure::from(ByHand::of_path(request.uri().path()));
    let server = serve(Router::new().fallback(fail).layer(S3Layer::new()));
    for method in ByHand::METHODS {
        let response = server.get(&format!("/panics/{method}"));
        assert!(["InvalidArgument", "InternalError"].contains(&response.document().code.as_str()), "{method}");
        let events = server.logged();
        assert_eq!(events.len(), 1, "{method}: {events:?}");
        assert_eq!(events[0].field("log"), Some("panic=secret"), "{method}");
    }
}

#[test]
fn without_the_layer_a_document_that_panics_becomes_another_one() {
    let fail = async |request: Request| Failure::from(Panicking::of_path(request.uri().path()));
    let server = serve(Router::new().fallback(fail));
    for (times, code) in [(0, "InternalError"), (8, "InvalidArgument")] {
        let response = server.get(&format!("/panics/detail/{times}"));
        assert_eq!((response.status, response.document().code.as_str()), (400, code), "{times}");
        assert!(!response.text().contains("secret"), "{times}");
    }
}

#[test]
fn a_service_that_panics_before_it_is_ready_is_one_that_panics() {
    let service = S3Layer::new().layer(Unready);
    let server = serve(Router::new().fallback_service(service));
    for _ in 0..2 {
        assert_answered(&server, "/", "InternalError", Some("panic=secret"));
    }
}

/// The payload of a panic that panics again when it is dropped, and so does the payload of that one.
struct Again(bool);

impl Drop for Again {
    fn drop(&mut self) {
        if self.0 {
            std::panic::panic_any(Again(true));
        }
    }
}

#[test]
fn a_panic_that_panics_again_is_a_panic() {
    let server = serve(
        Router::new().fallback(async || -> &'static str { std::panic::panic_any(Again(true)) }).layer(S3Layer::new()),
    );
    assert_answered(&server, "/", "InternalError", Some("panic=\"not a string\""));
}

/// A subscriber that panics at every event.
struct Broken;

impl tracing::Subscriber for Broken {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::Id {
        tracing::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::Id, _: &tracing::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        panic!("secret")
    }
    fn enter(&self, _: &tracing::Id) {}
    fn exit(&self, _: &tracing::Id) {}
}

#[tokio::test]
async fn a_subscriber_that_panics_costs_no_client_its_response() {
    let _guard = tracing::subscriber::set_default(Broken);
    let app = Router::new().fallback(async || Failure::from(StandardError::NoSuchKey)).layer(S3Layer::new());
    let response = app.oneshot(Request::new(Body::empty())).await.unwrap();
    assert_eq!(response.status(), 404);
}

/// As many headers as a map can hold.
fn full() -> HeaderMap {
    let mut headers = HeaderMap::new();
    for number in 0.. {
        let name = HeaderName::try_from(format!("x-{number}")).unwrap();
        if headers.try_insert(name, HeaderValue::from_static("1")).is_err() {
            break;
        }
    }
    assert!(headers.len() > 20_000);
    headers
}

/// Routers set headers themselves and panic there, so this goes without one.
#[tokio::test]
async fn a_response_with_more_headers_than_a_map_can_hold_is_a_response() {
    for (status, failure) in [(200, None), (404, None), (404, Some(Failure::from(StandardError::NoSuchKey)))] {
        let service = service_fn(|_: Request<s3err_core::RequestBody<Body>>| {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::from_u16(status).unwrap();
            *response.headers_mut() = full();
            response.extensions_mut().extend(
                failure
                    .clone()
                    .map(|failure| {
                        let mut extensions = http::Extensions::new();
                        extensions.insert(failure);
                        extensions
                    })
                    .unwrap_or_default(),
            );
            async { Ok::<_, Infallible>(response) }
        });
        let service = S3Layer::new().with_resource().layer(service);
        let response = service.oneshot(Request::new(Body::empty())).await.unwrap();
        assert_eq!(response.status(), status);
    }
}
