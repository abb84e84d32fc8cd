//! Panics and excess outside of handlers, where the layer calls what is not its own.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, fn_service};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web::{self, Bytes, ServiceConfig};
use actix_web::{App, Error, HttpRequest, HttpResponse, ResponseError, rt};
use s3err_core::{Failure, S3Layer};
use s3err_tests::http::Server;
use s3err_tests::panicking::ByHand;

use crate::serve::serve;

/// A body that panics when it is read, or already when it is asked how long it is.
struct Panicking {
    at_once: bool,
}

impl MessageBody for Panicking {
    type Error = Error;

    fn size(&self) -> BodySize {
        assert!(!self.at_once, "secret");
        BodySize::Sized(2)
    }

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        panic!("secret")
    }

    fn try_into_bytes(self) -> Result<Bytes, Self> {
        panic!("secret")
    }
}

/// An error of a middleware whose response panics, or whose words do.
#[derive(Debug)]
struct Broken {
    response: bool,
}

impl fmt::Display for Broken {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("secret")
    }
}

impl ResponseError for Broken {
    fn error_response(&self) -> HttpResponse {
        assert!(!self.response, "secret");
        HttpResponse::new(StatusCode::FORBIDDEN)
    }
}

async fn breaking(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    match request.path() {
        "/way/response" => Err(Broken { response: true }.into()),
        "/way/words" => Err(Broken { response: false }.into()),
        _ => next.call(request).await,
    }
}

fn body(content_type: &str, at_once: bool) -> HttpResponse {
    HttpResponse::NotFound().content_type(content_type).body(Panicking { at_once })
}

fn routes(config: &mut ServiceConfig) {
    config
        .route("/object", web::get().to(async || body("application/json", false)))
        .route("/xml", web::get().to(async || body("application/xml", false)))
        .route("/plain", web::get().to(async || body("text/plain", true)))
        .service(web::scope("/way").wrap(from_fn(breaking)))
        .route("/handler/response", web::get().to(async || Err::<&str, _>(Broken { response: true })))
        .route("/handler/words", web::get().to(async || Err::<&str, _>(Broken { response: false })));
}

/// Asserts that there is one response, and one event that knows of the panic or not.
fn assert_answered(server: &Server, target: &str, code: &str, panic: &str) {
    let response = server.get(target);
    assert_eq!(response.document().code, code, "{target}");
    assert!(!response.text().contains("secret"), "{target}");
    let events = server.logged();
    assert_eq!(events.len(), 1, "{target}: {events:?}");
    assert_eq!(events[0].field("log"), Some(panic), "{target}");
}

#[test]
fn a_body_that_panics_while_the_layer_reads_it_is_a_handler_that_panics() {
    let server = serve(S3Layer::new().with_foreign_documents(), routes);
    assert_answered(&server, "/object", "InternalError", "panic=secret");
    assert_answered(&server, "/xml", "InternalError", "panic=secret");
    assert_answered(&server, "/plain", "InternalError", "panic=secret");
}

#[test]
fn an_error_that_panics_when_it_is_asked_for_its_response_is_a_panic() {
    let server = serve(S3Layer::new(), routes);
    for target in ["/way/response", "/handler/response"] {
        assert_answered(&server, target, "InternalError", "panic=secret");
    }
    // Its response is there, and only the log needs the words.
    for target in ["/way/words", "/handler/words"] {
        assert_answered(&server, target, "AccessDenied", "panic=secret");
    }
}

#[test]
fn whatever_method_of_an_error_panics_there_is_one_response_and_one_event() {
    fn routes(config: &mut ServiceConfig) {
        let fail = async |request: HttpRequest| Err::<&str, _>(Failure::from(ByHand::of_path(request.path())));
        config.default_service(web::to(fail));
    }
    let server = serve(S3Layer::new(), routes);
    for method in ByHand::METHODS {
        let response = server.get(&format!("/panics/{method}"));
        assert!(["InvalidArgument", "InternalError"].contains(&response.document().code.as_str()), "{method}");
        let events = server.logged();
        assert_eq!(events.len(), 1, "{method}: {events:?}");
        assert_eq!(events[0].field("log"), Some("panic=secret"), "{method}");
    }
}

/// A service that panics when it is asked whether it is ready.
struct Unready<S>(S);

impl<S: Service<ServiceRequest>> Service<ServiceRequest> for Unready<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&self, _: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        panic!("secret")
    }

    fn call(&self, request: ServiceRequest) -> S::Future {
        self.0.call(request)
    }
}

#[test]
fn a_service_that_panics_before_it_is_ready_is_one_that_panics() {
    rt::System::new().block_on(async {
        let inner = fn_service(async |request: ServiceRequest| {
            Ok::<_, Error>(request.into_response(HttpResponse::Ok().finish()))
        });
        let service = S3Layer::new().new_transform(Unready(inner)).await.unwrap();
        std::future::poll_fn(|cx| service.poll_ready(cx)).await.unwrap();
        let response = service.call(TestRequest::default().to_srv_request()).await.unwrap();
        assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(response.headers().contains_key("x-amz-request-id"));
    });
}

#[test]
fn a_response_with_more_headers_than_a_map_can_hold_is_a_response() {
    rt::System::new().block_on(async {
        let excess = async || {
            let mut response = HttpResponse::NotFound().content_type("application/json").body("{}");
            for number in 0..40_000 {
                let name = HeaderName::try_from(format!("x-{number}")).unwrap();
                response.headers_mut().insert(name, HeaderValue::from_static("1"));
            }
            response
        };
        let app = App::new().default_service(web::to(excess)).wrap(S3Layer::new().with_foreign_documents());
        let app = init_service(app).await;
        let response = call_service(&app, TestRequest::default().to_request()).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
    });
}
