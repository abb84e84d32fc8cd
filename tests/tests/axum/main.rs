//! The layer and the failures of handlers, in a real server, over real connections.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod connection;
mod http2;
mod ids;
mod layers;
mod panics;
mod upgrade;

use std::collections::HashSet;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Path, Query, Request};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::{get, post, put};
use axum::{Json, Router};
use bytes::Bytes;
use s3err_core::{
    ErrorDocument, Failure, Handled, HostId, LogLevel, RequestContext, RequestId, S3Error, S3Layer, StandardError,
};
use s3err_tests::http::{self as client, Server};
use tower_http::catch_panic::CatchPanicLayer;
use tracing::Level;

const HOST: &str = "aG9zdC1pZC1vZi1hLXRlc3Q=";

#[derive(Debug, S3Error)]
#[s3(display)]
enum StorageError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[s3(via = classify)]
    Io(std::io::Error),
}

fn classify(error: &std::io::Error) -> &'static StandardError {
    match error.kind() {
        std::io::ErrorKind::TimedOut => &StandardError::ServiceUnavailable,
        _ => &StandardError::InternalError,
    }
}

#[derive(Debug, S3Error)]
enum GatewayError {
    #[s3(transparent)]
    Storage(StorageError),
    SlowDown {
        #[s3(retry_after)]
        wait: Duration,
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: String,
    },
    TemporaryRedirect {
        #[s3(detail, header = "Location")]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
    },
    #[s3(code = "SignatureDoesNotMatch", close)]
    Refused,
    #[s3(code = "InternalError")]
    Disk {
        #[s3(log)]
        shard: u16,
        source: std::io::Error,
    },
}

/// Ten ways to fail.
async fn fail(Path(way): Path<String>) -> Result<&'static str, Failure> {
    let key = || "cat & dog.jpg".to_owned();
    let disk = || std::io::Error::other("sector 9 of /var/lib/d7");
    match way.as_str() {
        "key" => Err(StorageError::NoSuchKey { key: key() })?,
        "layered" => Err(GatewayError::Storage(StorageError::NoSuchKey { key: key() }))?,
        "boxed" => Err(Box::new(StorageError::NoSuchKey { key: key() }) as Box<dyn S3Error + Send + Sync>)?,
        "io" => Err(StorageError::Io(disk()))?,
        "late" => Err(StorageError::Io(std::io::ErrorKind::TimedOut.into()))?,
        "standard" => Err(StandardError::AccessDenied)?,
        "document" => Err(ErrorDocument::new(StandardError::NoSuchUpload).with_detail("UploadId", "7"))?,
        "slow" => Err(GatewayError::SlowDown { wait: Duration::from_millis(1500) })?,
        "unchanged" => Err(GatewayError::NotModified { etag: "\"7\"".into() })?,
        "elsewhere" => Err(GatewayError::TemporaryRedirect { endpoint: "b.host".into(), bucket: "b".into() })?,
        "refused" => Err(GatewayError::Refused)?,
        "disk" => Err(GatewayError::Disk { shard: 7, source: disk() })?,
        _ => Ok("it went well"),
    }
}

async fn with_headers() -> Response {
    let added = [("access-control-allow-origin", "*"), ("content-encoding", "br"), ("content-length", "3")];
    (added, Failure::from(StandardError::NoSuchKey)).into_response()
}

async fn ids(context: RequestContext) -> String {
    format!("{} {}", context.request_id(), context.host_id().unwrap())
}

#[derive(serde::Deserialize)]
struct Page {
    size: u32,
}

fn routes() -> Router {
    let json = || async { (StatusCode::NOT_FOUND, Json(["not", "s3"])) };
    let draining = || async { (StatusCode::SERVICE_UNAVAILABLE, "draining") };
    Router::new()
        .route("/fail/{way}", get(fail).put(fail))
        .route("/headers", get(with_headers))
        .route("/ids", get(ids))
        .route("/size", put(|body: Bytes| async move { body.len().to_string() }).layer(DefaultBodyLimit::max(8)))
        .route("/unread", post(|| async { "not read" }))
        .route("/page", get(|Query(page): Query<Page>| async move { page.size.to_string() }))
        .route("/panic", get(panics))
        .route("/metrics", get(|| async { "errors_total 0\n" }))
        .route("/json", get(json))
        .route("/status/{status}", get(|Path(status): Path<u16>| async move { StatusCode::from_u16(status).unwrap() }))
        .route("/draining", get(draining))
        .route("/draining/handled", get(move || async move { (Handled, draining().await).into_response() }))
        .route("/draining/route", get(draining).layer(Handled))
        .route("/own", get(own))
        .layer(CatchPanicLayer::new())
}

async fn panics() -> &'static str {
    panic!("secret 7")
}

/// A response that brings its ids along.
async fn own() -> Response {
    let context = RequestContext::new(RequestId::from_static("OWN")).with_host_id(HostId::from_static("SELF"));
    StandardError::NoSuchBucket.to_response(&context).map(axum::body::Body::from)
}

fn serve(app: Router) -> Server {
    Server::start(async |listener| axum::serve(listener, app).await)
}

fn start() -> Server {
    // A body that never comes is not waited for long.
    let layer = S3Layer::new().with_drain_limits(128 << 20, Duration::from_millis(100));
    serve(routes().layer(layer.with_host_id(HostId::from_static(HOST)).with_resource()))
}

#[test]
fn every_way_to_fail_is_answered_for_its_request() {
    let server = start();
    let mut connection = server.connect();
    let mut seen = HashSet::new();
    for (way, status, code, details, level) in [
        ("key", 404, "NoSuchKey", &[("Key", "cat & dog.jpg")][..], Level::INFO),
        ("layered", 404, "NoSuchKey", &[("Key", "cat & dog.jpg")], Level::INFO),
        ("boxed", 404, "NoSuchKey", &[("Key", "cat & dog.jpg")], Level::INFO),
        ("io", 500, "InternalError", &[], Level::ERROR),
        ("late", 503, "ServiceUnavailable", &[], Level::ERROR),
        ("standard", 403, "AccessDenied", &[], Level::INFO),
        ("document", 404, "NoSuchUpload", &[("UploadId", "7")], Level::INFO),
        ("slow", 503, "SlowDown", &[], Level::WARN),
        ("elsewhere", 307, "TemporaryRedirect", &[("Endpoint", "b.host"), ("Bucket", "b")], Level::DEBUG),
        ("disk", 500, "InternalError", &[], Level::ERROR),
    ] {
        let response = connection.get(&format!("/fail/{way}?token=secret"));
        let document = response.document();
        let details: Vec<_> = details.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assert_eq!((response.status, document.code.as_str(), &document.details), (status, code, &details), "{way}");
        assert_eq!(document.resource, Some(format!("/fail/{way}")), "the path, never the query");
        assert_eq!(response.one("x-amz-id-2"), HOST);
        let id = response.one("x-amz-request-id");
        assert!(seen.insert(id.to_owned()), "an id for every request");
        assert_eq!(id.len(), 16);
        assert!(!response.text().contains("sector"), "{}", response.text());
        let logged = server.logged();
        assert_eq!(logged.len(), 1, "once: {logged:?}");
        let event = &logged[0];
        assert_eq!(event.level, level, "{way}");
        assert_eq!((event.field("code"), event.field("request_id")), (Some(code), Some(id)), "{way}");
    }
    assert_eq!(connection.get("/fail/slow").one("x-amz-retry-after"), "1500");
    assert_eq!(connection.get("/fail/elsewhere").one("location"), "b.host");
}

#[test]
fn the_log_has_the_chain_of_causes_and_the_wire_has_not() {
    let server = start();
    let response = server.get("/fail/disk");
    assert_eq!(response.document().message, "We encountered an internal error. Please try again.");
    let fields = &server.logged()[0].fields;
    assert_eq!((fields["log"].as_str(), fields["causes"].as_str()), ("shard=7", "[\"sector 9 of /var/lib/d7\"]"));
    assert_eq!((fields["variant"].as_str(), fields["resource"].as_str()), ("Disk", "/fail/disk"));
}

#[test]
fn what_the_framework_refuses_is_an_s3_error_without_its_words() {
    let server = start();
    let mut connection = server.connect();
    for (method, target, status, code) in [
        ("GET", "/nothing/of/that/name", 404, "NotFound"),
        ("POST", "/metrics", 405, "MethodNotAllowed"),
        ("GET", "/fail/%FF", 400, "InvalidURI"),
        ("GET", "/page?size=many", 400, "InvalidRequest"),
        ("GET", "/panic", 500, "InternalError"),
        ("GET", "/draining", 503, "ServiceUnavailable"),
        ("GET", "/status/401", 403, "AccessDenied"),
        ("GET", "/status/408", 503, "ServiceUnavailable"),
        ("GET", "/status/409", 409, "OperationAborted"),
        ("GET", "/status/411", 411, "MissingContentLength"),
        ("GET", "/status/412", 412, "PreconditionFailed"),
        ("GET", "/status/414", 400, "InvalidURI"),
        ("GET", "/status/416", 416, "InvalidRange"),
        ("GET", "/status/418", 400, "InvalidRequest"),
        ("GET", "/status/429", 503, "SlowDown"),
        ("GET", "/status/431", 400, "RequestHeaderSectionTooLarge"),
        ("GET", "/status/501", 501, "NotImplemented"),
        ("GET", "/status/502", 503, "ServiceUnavailable"),
        ("GET", "/status/507", 500, "InternalError"),
    ] {
        let response = connection.send(&client::Request::new(method, target));
        let document = response.document();
        assert_eq!((response.status, document.code.as_str()), (status, code), "{method} {target}");
        for words in ["Not Found", "Invalid URL", "Invalid UTF", "deserialize", "panicked", "secret", "draining"] {
            assert!(!document.message.contains(words), "{document:?}");
        }
        assert_eq!(document.details, []);
        assert_eq!(server.logged().len(), 1, "{method} {target}");
    }
    assert_eq!(connection.send(&client::Request::new("POST", "/metrics")).one("allow"), "GET,HEAD");
}

#[test]
fn what_is_not_s3s_is_left_alone_but_for_its_ids() {
    let server = start();
    for (target, status, content_type, body) in [
        ("/metrics", 200, "text/plain; charset=utf-8", "errors_total 0\n"),
        ("/json", 404, "application/json", "[\"not\",\"s3\"]"),
        ("/draining/handled", 503, "text/plain; charset=utf-8", "draining"),
        ("/draining/route", 503, "text/plain; charset=utf-8", "draining"),
        ("/fail/not", 200, "text/plain; charset=utf-8", "it went well"),
    ] {
        let response = server.get(target);
        assert_eq!((response.status, response.one("content-type"), response.text()), (status, content_type, body));
        assert_eq!((response.one("x-amz-request-id").len(), response.one("x-amz-id-2")), (16, HOST));
    }
    assert!(server.logged().is_empty());
}

#[test]
fn headers_that_others_added_stay_and_those_of_the_old_body_go() {
    let response = start().get("/headers");
    assert_eq!(response.document().code, "NoSuchKey");
    assert_eq!((response.one("access-control-allow-origin"), response.header("content-encoding")), ("*", None));
}

#[test]
fn a_middleware_around_the_layer_sees_what_was_refused_as_what_failed() {
    async fn label(mut response: Response) -> Response {
        if let Some(failure) = response.extensions().get::<Failure>() {
            let variant = HeaderValue::from_static(failure.error().variant());
            response.headers_mut().insert("x-label", variant);
        }
        response
    }
    let layered = routes().layer(CatchPanicLayer::new()).layer(S3Layer::new());
    let server = serve(layered.layer(axum::middleware::map_response(label)));
    for (target, label) in [
        ("/fail/key", Some("NoSuchKey")),
        ("/no/such/route", Some("NotFound")),
        ("/panic", Some("InternalError")),
        ("/metrics", None),
        ("/draining/handled", None),
        ("/json", None),
    ] {
        assert_eq!(server.get(target).header("x-label"), label, "{target}");
    }
}

#[test]
fn a_layer_in_a_layer_does_nothing() {
    let inner = S3Layer::new().with_host_id(HostId::from_static("INNER"));
    let server = serve(routes().layer(inner).layer(S3Layer::new().with_host_id(HostId::from_static(HOST))));
    let response = server.get("/fail/key");
    assert_eq!((response.document().resource, response.one("x-amz-id-2")), (None, HOST));
    assert_eq!(server.logged().len(), 1);
}

#[test]
fn the_level_is_the_callers() {
    let quiet = S3Layer::new().with_level(|error| (error.code() == "SlowDown").then_some(LogLevel::Error));
    let server = serve(routes().layer(quiet));
    let _ = server.get("/fail/key");
    assert!(server.logged().is_empty());
    let _ = server.get("/fail/slow");
    assert_eq!(server.logged()[0].level, Level::ERROR);
}

#[test]
fn the_region_of_the_server_is_told_to_a_head() {
    let server = serve(routes().layer(S3Layer::new().with_bucket_region("eu-west-1")));
    assert_eq!(server.send(&client::Request::new("HEAD", "/fail/standard")).one("x-amz-bucket-region"), "eu-west-1");
    assert_eq!(server.get("/fail/elsewhere").one("x-amz-bucket-region"), "eu-west-1");
    assert!(server.get("/fail/key").header("x-amz-bucket-region").is_none());
}

#[test]
fn a_route_of_its_own_service_is_answered_too() {
    // Not only handlers: whatever speaks tower, here one that answers with a failure from a middleware.
    let refuse = |headers: HeaderMap, request: Request, next: axum::middleware::Next| async move {
        if headers.contains_key(header::AUTHORIZATION) {
            return Ok(next.run(request).await);
        }
        Err(Failure::from(StandardError::AccessDenied))
    };
    let server = serve(routes().layer(axum::middleware::from_fn(refuse)).layer(S3Layer::new()));
    let mut connection = server.connect();
    assert_eq!(connection.get("/metrics").document().code, "AccessDenied");
    assert_eq!(connection.send(&client::Request::get("/metrics").with_header("Authorization", "x")).status, 200);
}

#[test]
fn a_failure_and_a_layer_are_shown_without_secrets() {
    #[derive(Debug, S3Error)]
    enum Expired {
        ExpiredToken {
            #[s3(detail = "Token-0")]
            token: &'static str,
        },
    }
    let failure = Failure::from(Expired::ExpiredToken { token: "secret" });
    assert_eq!(failure.to_string(), "ExpiredToken: The provided token has expired.");
    assert_eq!(failure.error().details()[0].value, "secret");
    let shown = format!("{failure:?} {:?}", S3Layer::default().with_bucket_region("eu-west-1"));
    assert!(shown.contains("ExpiredToken") && shown.contains("eu-west-1") && !shown.contains("secret"), "{shown}");
}
