//! Connections that go on in another protocol, and headers that go with the body that an error replaces.

use std::time::{Duration, Instant};

use actix_web::web::{self, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use s3err_core::{Failure, S3Layer, StandardError};
use s3err_tests::http::{Connection, Request};

use crate::serve::serve;

/// Takes the connection over, and sends back what comes.
async fn echo(request: HttpRequest, payload: Payload) -> Result<HttpResponse, Failure> {
    if request.uri().path() == "/denied" || request.uri().host() == Some("denied") {
        Err(StandardError::AccessDenied)?;
    }
    if request.method() == "CONNECT" {
        return Ok(HttpResponse::Ok().finish());
    }
    Ok(HttpResponse::SwitchingProtocols().upgrade("websocket").streaming(payload))
}

/// Switches, and never takes what the client sends.
async fn switching() -> HttpResponse {
    HttpResponse::SwitchingProtocols().upgrade("websocket").finish()
}

fn routes(config: &mut ServiceConfig) {
    config.route("/switching", web::get().to(switching)).default_service(web::to(echo));
}

fn upgrade(target: &str) -> Request {
    Request::get(target).with_header("Connection", "Upgrade").with_header("Upgrade", "websocket")
}

/// Asserts that what is sent comes back.
fn assert_echoes(connection: &mut Connection) {
    for text in ["one", "two"] {
        connection.write(text);
        assert_eq!(connection.read_exactly(3), text.as_bytes());
    }
}

#[test]
fn a_connection_is_handed_over_after_a_101() {
    let server = serve(S3Layer::new(), routes);
    let mut connection = server.connect();
    connection.write(upgrade("/").to_bytes());
    // It has no body, like that to a HEAD.
    let response = connection.read_response("HEAD");
    assert_eq!((response.status, response.one("connection"), response.ids().0.len()), (101, "upgrade", 16));
    assert_echoes(&mut connection);
}

/// actix-web has no tunnels: it closes the connection itself.
#[test]
fn the_connection_of_a_connect_is_as_it_is_without_the_layer() {
    let [with, without] = [Some(S3Layer::new()), None].map(|layer| {
        let server = serve(layer, routes);
        let mut connection = server.connect();
        connection.write("CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n");
        connection.read_response("HEAD")
    });
    assert_eq!((with.status, without.status), (200, 200));
    assert_eq!(with.header("connection"), without.header("connection"));
}

#[test]
fn a_connection_that_goes_on_in_another_protocol_is_not_closed() {
    let server = serve(S3Layer::new(), routes);
    let mut connection = server.connect();
    connection.write(upgrade("/switching").to_bytes());
    let response = connection.read_response("HEAD");
    assert_eq!((response.status, response.one("connection")), (101, "upgrade"));
}

#[test]
fn a_request_for_another_protocol_fails_as_any() {
    let server = serve(S3Layer::new(), routes);
    for request in [upgrade("/denied").to_bytes(), b"CONNECT denied:443 HTTP/1.1\r\nHost: denied:443\r\n\r\n".to_vec()]
    {
        let start = Instant::now();
        let mut connection = server.connect();
        connection.write(request);
        let response = connection.read_response("GET");
        assert_eq!((response.status, response.document().code.as_str()), (403, "AccessDenied"));
        assert!(start.elapsed() < Duration::from_secs(4), "what follows is not a body that could be read to its end");
    }
}

/// Headers that describe the body that an error replaces.
const OF_THE_OLD_BODY: [(&str, &str); 13] = [
    ("accept-ranges", "bytes"),
    ("cache-control", "max-age=3600"),
    ("content-disposition", "attachment"),
    ("content-encoding", "br"),
    ("content-language", "de"),
    ("content-md5", "1B2M2Y8AsgTpgAmY7PhCfg=="),
    ("content-range", "bytes 0-3/10"),
    ("digest", "md5=1B2M2Y8AsgTpgAmY7PhCfg=="),
    ("etag", "\"old\""),
    ("expires", "Thu, 01 Jan 2032 00:00:00 GMT"),
    ("last-modified", "Thu, 01 Jan 2026 00:00:00 GMT"),
    ("trailer", "x-sum"),
    ("x-amz-checksum-crc32", "AAAAAA=="),
];

fn with(mut response: HttpResponseBuilder, headers: &[(&'static str, &'static str)]) -> HttpResponse {
    for header in headers {
        response.insert_header(*header);
    }
    response.content_type("text/plain").body("gone")
}

#[test]
fn what_describes_the_old_body_goes_with_it() {
    fn routes(config: &mut ServiceConfig) {
        let kept = [("vary", "origin"), ("x-frame-options", "deny")];
        config
            .route("/rejected", web::get().to(async || with(HttpResponse::NotFound(), &OF_THE_OLD_BODY)))
            .route("/kept", web::get().to(move || async move { with(HttpResponse::NotFound(), &kept) }));
    }
    let server = serve(S3Layer::new(), routes);
    let response = server.get("/rejected");
    assert_eq!(response.document().code, "NotFound");
    for (name, _) in OF_THE_OLD_BODY {
        assert_eq!(response.header(name), None, "{name}");
    }
    let response = server.get("/kept");
    assert_eq!((response.one("vary"), response.one("x-frame-options")), ("origin", "deny"));
}
