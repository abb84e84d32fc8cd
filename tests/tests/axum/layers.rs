//! The layer among others, and inside of another.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{Method, StatusCode};
use axum::routing::{get, put};
use s3err_core::{Failure, Handled, S3Layer, StandardError};
use s3err_tests::headers::OF_THE_OLD_BODY;
use s3err_tests::http::Request;
use tower::ServiceExt as _;
use tower_http::cors::{AllowMethods, AllowOrigin, CorsLayer};
use tower_http::timeout::TimeoutLayer;

use crate::{routes, serve};

#[test]
fn what_describes_the_old_body_goes_with_it() {
    let rejected = || async { (StatusCode::NOT_FOUND, OF_THE_OLD_BODY, "gone") };
    let failed = || async { (OF_THE_OLD_BODY, Failure::from(StandardError::NoSuchKey)) };
    let kept = || async { (StatusCode::NOT_FOUND, [("vary", "origin"), ("x-frame-options", "deny")], "gone") };
    let routes =
        Router::new().route("/rejected", get(rejected)).route("/failed", get(failed)).route("/kept", get(kept));
    let server = serve(routes.layer(S3Layer::new()));
    for target in ["/rejected", "/failed"] {
        let response = server.get(target);
        assert!(["NotFound", "NoSuchKey"].contains(&response.document().code.as_str()), "{target}");
        for (name, _) in OF_THE_OLD_BODY {
            assert_eq!(response.header(name), None, "{target}: {name}");
        }
    }
    let response = server.get("/kept");
    assert_eq!((response.one("vary"), response.one("x-frame-options")), ("origin", "deny"));
}

#[test]
fn a_router_that_a_handler_calls_with_a_request_of_its_own_is_logged_once() {
    let inner = Router::new().fallback(async || Failure::from(StandardError::NoSuchKey)).layer(S3Layer::new());
    let handler = async move || inner.oneshot(http::Request::new(Body::empty())).await;
    let server = serve(Router::new().fallback(handler).layer(S3Layer::new()));
    let response = server.get("/");
    assert_eq!(response.document().code, "NoSuchKey");
    let events = server.logged();
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0].field("request_id"), Some(response.ids().0));
}

#[test]
fn what_is_read_and_is_not_an_error_goes_on_as_it_came() {
    let document = |body: String| (StatusCode::NOT_FOUND, [("content-type", "application/xml")], body);
    let long = format!("<Other>{}</Other>", "a".repeat(300 << 10));
    let sent = long.clone();
    let routes = Router::new()
        .route("/other", get(async move || document("<Other>a</Other>".into())))
        .route("/long", get(async move || document(sent)))
        .route("/empty", get(async move || document(String::new())))
        .route("/error", get(async move || document("<Error><Code>NoSuchKey</Code></Error>".into())));
    let server = serve(routes.layer(S3Layer::new().with_foreign_documents()));
    for (target, body) in [("/other", "<Other>a</Other>"), ("/long", long.as_str()), ("/empty", "")] {
        let response = server.get(target);
        assert!(response.status == 404 && response.text() == body, "{target}");
        assert_eq!((response.ids().0.len(), server.logged().len()), (16, 0), "{target}");
    }
    let completed = server.get("/error");
    assert_eq!(completed.document().request_id.as_deref(), Some(completed.ids().0));
    assert_eq!(server.logged().len(), 1);
}

#[test]
fn a_failure_is_sent_as_the_error_that_it_is_marked_or_not() {
    let marked = || async { (Handled, Failure::from(StandardError::NoSuchKey)) };
    let server = serve(Router::new().route("/", get(marked).layer(Handled)).layer(S3Layer::new().with_resource()));
    assert_eq!(server.get("/").document().resource.as_deref(), Some("/"), "completed by the layer");
}

#[test]
fn a_timeout_is_the_clients_fault_only_while_it_is_waited_for() {
    let slow = || async {
        tokio::time::sleep(Duration::from_secs(60)).await;
        "late"
    };
    let timeout = TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, Duration::from_millis(50));
    let app = Router::new()
        .route("/slow", get(slow).put(slow))
        .route("/read", put(async |body: Bytes| body))
        .route("/read/slow", put(async move |_: Bytes| slow().await))
        .layer(timeout)
        .layer(S3Layer::new().with_drain_limits(100, Duration::from_millis(50)));
    let server = serve(app);
    let put = |target: &str, length: &str| Request::new("PUT", target).with_header("content-length", length);
    for (request, body, status, code) in [
        (Request::get("/slow"), "", 503, "ServiceUnavailable"),
        (put("/read", "3"), "a", 400, "RequestTimeout"),
        (put("/read", "3"), "", 400, "RequestTimeout"),
        (put("/read/slow", "3"), "abc", 503, "ServiceUnavailable"),
        (put("/slow", "3"), "abc", 503, "ServiceUnavailable"),
    ] {
        let mut connection = server.connect();
        connection.write(request.to_bytes());
        connection.write(body);
        let response = connection.read_response(&request.method);
        assert_eq!((response.status, response.document().code.as_str()), (status, code), "{request:?} {body}");
    }
}

#[test]
fn a_refused_preflight_is_access_forbidden() {
    let server = serve(routes().layer(S3Layer::new()));
    let preflight = |target: &str| {
        let request = Request::new("OPTIONS", target).with_header("Origin", "http://elsewhere");
        request.with_header("Access-Control-Request-Method", "PUT")
    };
    for (target, resource) in [("/metrics", "BUCKET"), ("/fail/key", "OBJECT")] {
        let response = server.send(&preflight(target));
        let document = response.document();
        assert_eq!((response.status, document.code.as_str()), (403, "AccessForbidden"));
        let details = [("Method", "PUT"), ("ResourceType", resource)].map(|(name, text)| (name.into(), text.into()));
        assert_eq!(document.details, details);
    }
    assert_eq!(server.send(&preflight("/no/such/route")).document().code, "NotFound");
    assert_eq!(server.send(&Request::new("OPTIONS", "/metrics")).document().code, "MethodNotAllowed");
}

/// In the order of the guide: the layer, CORS, and the layer once more around both.
#[test]
fn a_panic_behind_cors_has_its_headers() {
    let origin = AllowOrigin::exact("http://page".parse().unwrap());
    let cors = CorsLayer::new().allow_origin(origin).allow_methods(AllowMethods::list([Method::GET]));
    let layer = S3Layer::new();
    let app = Router::new()
        .route("/panic", get(async || -> &'static str { panic!("secret") }))
        .route("/failure", get(async || Failure::from(StandardError::NoSuchKey)))
        .layer(layer.clone())
        .layer(cors)
        .layer(layer);
    let server = serve(app);
    for (target, status) in [("/panic", 500), ("/failure", 404), ("/no/such/route", 404)] {
        let response = server.send(&Request::get(target).with_header("Origin", "http://page"));
        assert_eq!((response.status, response.one("access-control-allow-origin")), (status, "http://page"));
        assert!(!response.document().code.is_empty());
        assert_eq!(server.logged().len(), 1, "{target}");
    }
}
