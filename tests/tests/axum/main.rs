//! The layer and the failures of handlers, in a real server, over real connections.
#![allow(clippy::indexing_slicing, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod http2;
mod server;

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
use s3err_tests::document::Document;
use server::{Answer, Server};
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
        .route("/draining/answer", get(move || async move { (Handled, draining().await).into_response() }))
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

fn start() -> Server {
    Server::start(routes().layer(S3Layer::new().with_host_id(HostId::from_static(HOST)).with_resource()))
}

/// An error document whose ids are those of its headers, each there once.
fn document(answer: &Answer) -> Document {
    let document = s3err_tests::document::read(&answer.body);
    assert_eq!(document.request_id.as_deref(), Some(answer.one("x-amz-request-id")));
    assert_eq!(document.host_id.as_deref(), Some(answer.one("x-amz-id-2")));
    assert_eq!(answer.one("content-type"), "application/xml");
    answer.one("date");
    document
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
        let answer = connection.ask("GET", &format!("/fail/{way}?token=secret"), "");
        let document = document(&answer);
        let details: Vec<_> = details.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assert_eq!((answer.status, document.code.as_str(), &document.details), (status, code, &details), "{way}");
        assert_eq!(document.resource, Some(format!("/fail/{way}")), "the path, never the query");
        assert_eq!(answer.one("x-amz-id-2"), HOST);
        let id = answer.one("x-amz-request-id");
        assert!(seen.insert(id.to_owned()), "an id for every request");
        assert_eq!(id.len(), 16);
        assert!(!answer.body.contains("sector"), "{}", answer.body);
        let logged = server.logged();
        assert_eq!(logged.len(), 1, "once: {logged:?}");
        let (logged_at, _, fields) = &logged[0];
        assert_eq!((*logged_at, fields["code"].as_str(), fields["request_id"].as_str()), (level, code, id), "{way}");
    }
    assert_eq!(connection.ask("GET", "/fail/slow", "").one("x-amz-retry-after"), "1500");
    assert_eq!(connection.ask("GET", "/fail/elsewhere", "").one("location"), "b.host");
}

#[test]
fn the_log_has_the_chain_of_causes_and_the_wire_has_not() {
    let server = start();
    let answer = server.ask("GET", "/fail/disk");
    assert_eq!(document(&answer).message, "We encountered an internal error. Please try again.");
    let fields = &server.logged()[0].2;
    assert_eq!((fields["log"].as_str(), fields["causes"].as_str()), ("shard=7", "[\"sector 9 of /var/lib/d7\"]"));
    assert_eq!((fields["variant"].as_str(), fields["resource"].as_str()), ("Disk", "/fail/disk"));
}

#[test]
fn what_the_framework_refuses_is_an_s3_error_without_its_words() {
    let server = start();
    let mut connection = server.connect();
    for (method, target, headers, status, code) in [
        ("GET", "/nothing/of/that/name", "", 404, "NotFound"),
        ("POST", "/metrics", "", 405, "MethodNotAllowed"),
        ("GET", "/fail/%FF", "", 400, "InvalidURI"),
        ("GET", "/page?size=many", "", 400, "InvalidRequest"),
        ("GET", "/panic", "", 500, "InternalError"),
        ("GET", "/draining", "", 503, "ServiceUnavailable"),
        ("GET", "/status/401", "", 403, "AccessDenied"),
        ("GET", "/status/408", "", 400, "RequestTimeout"),
        ("GET", "/status/409", "", 409, "OperationAborted"),
        ("GET", "/status/411", "", 411, "MissingContentLength"),
        ("GET", "/status/412", "", 412, "PreconditionFailed"),
        ("GET", "/status/414", "", 400, "InvalidURI"),
        ("GET", "/status/416", "", 416, "InvalidRange"),
        ("GET", "/status/418", "", 400, "InvalidRequest"),
        ("GET", "/status/429", "", 503, "SlowDown"),
        ("GET", "/status/431", "", 400, "RequestHeaderSectionTooLarge"),
        ("GET", "/status/501", "", 501, "NotImplemented"),
        ("GET", "/status/502", "", 503, "ServiceUnavailable"),
        ("GET", "/status/507", "", 500, "InternalError"),
    ] {
        let answer = connection.ask(method, target, headers);
        let document = document(&answer);
        assert_eq!((answer.status, document.code.as_str()), (status, code), "{method} {target}");
        for words in ["Not Found", "Invalid URL", "Invalid UTF", "deserialize", "panicked", "secret", "draining"] {
            assert!(!document.message.contains(words), "{document:?}");
        }
        assert_eq!(document.details, []);
        assert_eq!(server.logged().len(), 1, "{method} {target}");
    }
    assert_eq!(connection.ask("POST", "/metrics", "").one("allow"), "GET,HEAD");
}

#[test]
fn a_body_that_is_too_large_is_refused_and_the_connection_closed() {
    let server = start();
    let mut connection = server.connect();
    let read = connection.ask("PUT", "/size", "Content-Length: 3\r\n\r\nabc");
    assert_eq!((read.status, read.body.as_str(), read.all("connection")), (200, "3", vec![]));
    connection.send("PUT /size HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nabcdefghi");
    let answer = connection.answer("PUT");
    assert_eq!((answer.status, document(&answer).code.as_str()), (400, "EntityTooLarge"));
    assert_eq!(answer.one("connection"), "close");
    assert!(connection.is_closed());
}

#[test]
fn a_request_whose_body_was_not_read_closes_the_connection() {
    let server = start();
    for (method, target, status) in [("POST", "/unread", 200), ("PUT", "/fail/key", 404), ("DELETE", "/metrics", 405)] {
        let mut connection = server.connect();
        let without_body = connection.ask(method, target, "Content-Length: 0\r\n");
        assert_eq!((without_body.status, without_body.all("connection")), (status, vec![]));
        // Of the body nothing is sent, as by a client that waits for an answer to `Expect`.
        let answer = connection.ask(method, target, "Content-Length: 1000000\r\n");
        assert_eq!((answer.status, answer.one("connection")), (status, "close"), "{method} {target}");
        assert!(connection.is_closed());
    }
}

#[test]
fn a_client_that_waits_to_send_nothing_gets_its_connection_closed() {
    let server = start();
    for (target, status) in [("/size", 200), ("/fail/key", 404), ("/nothing", 404)] {
        let mut connection = server.connect();
        let answer = connection.ask("PUT", target, "Content-Length: 0\r\nExpect: 100-continue\r\n");
        assert_eq!((answer.status, answer.one("connection")), (status, "close"), "{target}");
        assert!(connection.is_closed());
    }
}

#[test]
fn a_client_that_waited_and_was_asked_keeps_its_connection() {
    let server = start();
    let mut connection = server.connect();
    for body in ["abc", "d"] {
        let length = body.len();
        connection.send(&format!(
            "PUT /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: {length}\r\nExpect: 100-Continue\r\n\r\n"
        ));
        assert_eq!(connection.line(), "HTTP/1.1 100 Continue");
        assert_eq!(connection.line(), "");
        connection.send(body);
        let answer = connection.answer("PUT");
        assert_eq!(
            (answer.status, answer.body.as_str(), answer.all("connection")),
            (200, length.to_string().as_str(), vec![])
        );
    }
}

#[test]
fn an_error_that_leaves_bodies_unread_closes_the_connection() {
    let mut connection = start_and_connect();
    let answer = connection.1.ask("GET", "/fail/refused", "");
    assert_eq!((answer.status, answer.one("connection")), (403, "close"));
    assert!(connection.1.is_closed());
}

fn start_and_connect() -> (Server, server::Connection) {
    let server = start();
    let connection = server.connect();
    (server, connection)
}

#[test]
fn a_head_has_the_headers_of_its_get_and_no_byte_of_a_body() {
    let (_server, mut connection) = start_and_connect();
    for target in ["/fail/key", "/fail/elsewhere", "/nothing", "/fail/%FF"] {
        let get = connection.ask("GET", target, "");
        // A byte of a body would be taken for the start of the next answer.
        let head = connection.ask("HEAD", target, "");
        let essential = |answer: &Answer| {
            let of_the_request = ["date", "x-amz-request-id"];
            let mut headers = answer.headers.clone();
            headers.retain(|(name, _)| !of_the_request.contains(&name.as_str()));
            headers.sort();
            (answer.status, headers)
        };
        assert_eq!(essential(&head), essential(&get), "{target}");
    }
}

#[test]
fn a_304_has_neither_body_nor_type_nor_length() {
    let (_server, mut connection) = start_and_connect();
    for method in ["GET", "HEAD", "GET"] {
        let answer = connection.ask(method, "/fail/unchanged", "");
        assert_eq!((answer.status, answer.one("etag")), (304, "\"7\""));
        assert_eq!([answer.all("content-type"), answer.all("content-length")], [vec![], vec![]] as [Vec<&str>; 2]);
        assert_eq!((answer.one("x-amz-request-id").len(), answer.one("x-amz-id-2")), (16, HOST));
    }
}

#[test]
fn what_is_not_s3s_is_left_alone_but_for_its_ids() {
    let server = start();
    for (target, status, content_type, body) in [
        ("/metrics", 200, "text/plain; charset=utf-8", "errors_total 0\n"),
        ("/json", 404, "application/json", "[\"not\",\"s3\"]"),
        ("/draining/answer", 503, "text/plain; charset=utf-8", "draining"),
        ("/draining/route", 503, "text/plain; charset=utf-8", "draining"),
        ("/fail/not", 200, "text/plain; charset=utf-8", "it went well"),
    ] {
        let answer = server.ask("GET", target);
        assert_eq!((answer.status, answer.one("content-type"), answer.body.as_str()), (status, content_type, body));
        assert_eq!((answer.one("x-amz-request-id").len(), answer.one("x-amz-id-2")), (16, HOST));
    }
    assert!(server.logged().is_empty());
}

#[test]
fn ids_that_a_response_brings_along_stay() {
    let answer = start().ask("GET", "/own");
    assert_eq!((document(&answer).request_id.as_deref(), answer.one("x-amz-request-id")), (Some("OWN"), "OWN"));
    assert_eq!(answer.one("x-amz-id-2"), "SELF");
}

#[test]
fn a_handler_sees_the_ids_of_its_response() {
    let answer = start().ask("GET", "/ids");
    assert_eq!(answer.body, format!("{} {HOST}", answer.one("x-amz-request-id")));
}

#[test]
fn headers_that_others_added_stay_and_those_of_the_old_body_go() {
    let answer = start().ask("GET", "/headers");
    assert_eq!(document(&answer).code, "NoSuchKey");
    assert_eq!((answer.one("access-control-allow-origin"), answer.all("content-encoding")), ("*", vec![]));
}

#[test]
fn the_id_is_the_one_that_the_stack_has() {
    #[derive(Clone)]
    struct Always(&'static str);
    impl tower_http::request_id::MakeRequestId for Always {
        fn make_request_id<B>(&mut self, _: &http::Request<B>) -> Option<tower_http::request_id::RequestId> {
            Some(tower_http::request_id::RequestId::new(HeaderValue::from_static(self.0)))
        }
    }
    impl tower_http_06::request_id::MakeRequestId for Always {
        fn make_request_id<B>(&mut self, _: &http::Request<B>) -> Option<tower_http_06::request_id::RequestId> {
            Some(tower_http_06::request_id::RequestId::new(HeaderValue::from_static(self.0)))
        }
    }
    async fn insert(mut request: Request) -> Request {
        request.extensions_mut().insert(RequestId::from_static("GIVEN"));
        request
    }
    use tower_http::request_id::SetRequestIdLayer;
    let app = || routes().layer(S3Layer::new());
    for (app, expected) in [
        (app().layer(SetRequestIdLayer::x_request_id(Always("of-a-uuid"))), "of-a-uuid"),
        (app().layer(tower_http_06::request_id::SetRequestIdLayer::x_request_id(Always("of-0.6"))), "of-0.6"),
        (app().layer(axum::middleware::map_request(insert)), "GIVEN"),
    ] {
        let server = Server::start(app);
        let answer = server.ask("GET", "/fail/key");
        assert_eq!(document(&answer).request_id.as_deref(), Some(expected));
        assert_eq!(server.logged()[0].2["request_id"], expected);
        assert_eq!(server.ask("GET", "/metrics").one("x-amz-request-id"), expected);
    }
    // One that is good for no id is not taken.
    let server = Server::start(app().layer(SetRequestIdLayer::x_request_id(Always("two words"))));
    assert_eq!(server.ask("GET", "/fail/key").one("x-amz-request-id").len(), 16);
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
    let server = Server::start(layered.layer(axum::middleware::map_response(label)));
    for (target, labels) in [
        ("/fail/key", vec!["NoSuchKey"]),
        ("/no/such/route", vec!["NotFound"]),
        ("/panic", vec!["InternalError"]),
        ("/metrics", vec![]),
        ("/draining/answer", vec![]),
        ("/json", vec![]),
    ] {
        assert_eq!(server.ask("GET", target).all("x-label"), labels, "{target}");
    }
}

#[test]
fn a_layer_in_a_layer_does_nothing() {
    let inner = S3Layer::new().with_host_id(HostId::from_static("INNER"));
    let server = Server::start(routes().layer(inner).layer(S3Layer::new().with_host_id(HostId::from_static(HOST))));
    let answer = server.ask("GET", "/fail/key");
    assert_eq!((document(&answer).resource, answer.one("x-amz-id-2")), (None, HOST));
    assert_eq!(server.logged().len(), 1);
}

#[test]
fn without_the_layer_ids_are_random() {
    let server = Server::start(routes());
    let [first, second] = [server.ask("GET", "/fail/key"), server.ask("GET", "/fail/key")];
    assert_eq!((document(&first).code, document(&second).code), ("NoSuchKey".into(), "NoSuchKey".into()));
    assert_ne!(first.one("x-amz-request-id"), second.one("x-amz-request-id"));
    let [ids, others] = [server.ask("GET", "/ids").body, server.ask("GET", "/ids").body];
    assert!(ids.len() == 16 + 1 + 76 && ids != others, "{ids} {others}");
}

#[test]
fn the_level_is_the_callers() {
    let quiet = S3Layer::new().with_level(|error| (error.code() == "SlowDown").then_some(LogLevel::Error));
    let server = Server::start(routes().layer(quiet));
    server.ask("GET", "/fail/key");
    assert!(server.logged().is_empty());
    server.ask("GET", "/fail/slow");
    assert_eq!(server.logged()[0].0, Level::ERROR);
}

#[test]
fn the_region_of_the_server_is_told_to_a_head() {
    let server = Server::start(routes().layer(S3Layer::new().with_bucket_region("eu-west-1")));
    assert_eq!(server.ask("HEAD", "/fail/standard").one("x-amz-bucket-region"), "eu-west-1");
    assert_eq!(server.ask("GET", "/fail/elsewhere").one("x-amz-bucket-region"), "eu-west-1");
    assert!(server.ask("GET", "/fail/key").all("x-amz-bucket-region").is_empty());
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
    let server = Server::start(routes().layer(axum::middleware::from_fn(refuse)).layer(S3Layer::new()));
    let mut connection = server.connect();
    assert_eq!(document(&connection.ask("GET", "/metrics", "")).code, "AccessDenied");
    assert_eq!(connection.ask("GET", "/metrics", "Authorization: x\r\n").status, 200);
}

#[test]
fn many_requests_at_once_keep_their_own_ids() {
    let server = start();
    let ids: Vec<String> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..16)
            .map(|client| {
                let mut connection = server.connect();
                scope.spawn(move || {
                    let ways = ["key", "disk", "slow", "not"];
                    (0..100)
                        .map(|round| {
                            let way = ways[(client + round) % ways.len()];
                            let answer = connection.ask("GET", &format!("/fail/{way}"), "");
                            if way != "not" {
                                document(&answer);
                            }
                            answer.one("x-amz-request-id").to_owned()
                        })
                        .collect::<Vec<_>>()
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    assert_eq!(ids.iter().collect::<HashSet<_>>().len(), 1600);
}

#[test]
fn a_random_id_looks_like_s3s_and_never_like_a_number() {
    for _ in 0..10_000 {
        let id = RequestId::random();
        assert!(id.as_str().bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit()), "{id}");
        assert!(id.as_str().len() == 16 && id.as_str().parse::<f64>().is_err(), "{id}");
        let host = HostId::random();
        assert!(host.as_str().len() == 76 && host.as_str().ends_with('='), "{host}");
    }
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
