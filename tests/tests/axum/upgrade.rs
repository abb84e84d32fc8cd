//! Connections that go on in another protocol.

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::any;
use hyper_util::rt::TokioIo;
use s3err_core::{Failure, S3Layer, StandardError};
use s3err_tests::upgrade::{assert_echoes, assert_switches_and_echoes, denied, upgrade};

use crate::serve;

/// Takes the connection over, if the client asks for that, and sends back what comes.
async fn echo(mut request: Request) -> Result<Response, Failure> {
    if request.uri().path() == "/denied" || request.uri().host() == Some("denied") {
        Err(StandardError::AccessDenied)?;
    }
    let is_tunnel = request.method() == Method::CONNECT;
    let upgrade = hyper::upgrade::on(&mut request);
    tokio::spawn(async move {
        let (mut from, mut to) = tokio::io::split(TokioIo::new(upgrade.await.unwrap()));
        tokio::io::copy(&mut from, &mut to).await
    });
    if is_tunnel {
        return Ok(Body::empty().into_response());
    }
    let headers = [(header::CONNECTION, "upgrade"), (header::UPGRADE, "websocket")];
    Ok((StatusCode::SWITCHING_PROTOCOLS, headers).into_response())
}

#[test]
fn a_connection_is_handed_over_after_a_101() {
    let server = serve(Router::new().fallback(echo).layer(S3Layer::new()));
    assert_switches_and_echoes(&server);
}

#[test]
fn a_connection_is_handed_over_after_a_connect() {
    let server = serve(Router::new().fallback(echo).layer(S3Layer::new()));
    let mut connection = server.connect();
    connection.write("CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n");
    let response = connection.read_response("HEAD");
    assert_eq!((response.status, response.header("connection"), response.ids().0.len()), (200, None, 16));
    assert_echoes(&mut connection);
}

#[test]
fn a_request_for_another_protocol_fails_as_any() {
    let server = serve(Router::new().fallback(echo).layer(S3Layer::new()));
    let mut connection = server.connect();
    for request in denied() {
        connection.write(request);
        let response = connection.read_response("GET");
        assert_eq!((response.status, response.document().code.as_str()), (403, "AccessDenied"));
    }
}

/// Nobody reads the body of the request, which would close a connection that speaks HTTP.
#[test]
fn a_connection_that_goes_on_in_another_protocol_is_not_closed() {
    let switching = || async {
        (StatusCode::SWITCHING_PROTOCOLS, [(header::CONNECTION, "upgrade"), (header::UPGRADE, "websocket")])
    };
    let server = serve(Router::new().route("/", any(switching)).layer(S3Layer::new()));
    for length in ["0", "3"] {
        let mut connection = server.connect();
        connection.write(upgrade("/").with_header("Content-Length", length).to_bytes());
        let response = connection.read_response("HEAD");
        assert_eq!((response.status, response.one("connection")), (101, "upgrade"), "{length}");
    }
}
