//! Connections that go on in another protocol, and headers that go with the body that an error replaces.

use std::time::{Duration, Instant};

use actix_web::web::{self, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder};
use s3err_core::{Failure, S3Layer, StandardError};
use s3err_tests::headers::OF_THE_OLD_BODY;
use s3err_tests::upgrade::{assert_switches_and_echoes, denied, upgrade};

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

#[test]
fn a_connection_is_handed_over_after_a_101() {
    let server = serve(S3Layer::new(), routes);
    assert_switches_and_echoes(&server);
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
    for request in denied() {
        let start = Instant::now();
        let mut connection = server.connect();
        connection.write(request);
        let response = connection.read_response("GET");
        assert_eq!((response.status, response.document().code.as_str()), (403, "AccessDenied"));
        assert!(start.elapsed() < Duration::from_secs(4), "what follows is not a body that could be read to its end");
    }
}

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
