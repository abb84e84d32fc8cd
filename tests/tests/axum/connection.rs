//! The fate of the connection, and of the body that a response has or has not.

use std::time::{Duration, Instant};

use s3err_core::S3Layer;
use s3err_tests::http::{Connection, PATIENCE, Request, Response, Server};

use crate::{HOST, routes, serve, start};

#[test]
fn a_body_that_is_too_large_is_refused_and_the_connection_closed() {
    let server = start();
    let mut connection = server.connect();
    let read = connection.send(&Request::put("/size", "abc"));
    assert_eq!((read.status, read.text(), read.header("connection")), (200, "3", None));
    connection.write("PUT /size HTTP/1.1\r\nHost: h\r\nContent-Length: 1000000\r\n\r\nabcdefghi");
    let response = connection.read_response("PUT");
    assert_eq!((response.status, response.document().code.as_str()), (400, "EntityTooLarge"));
    assert_eq!(response.one("connection"), "close");
    connection.assert_closed();
}

#[test]
fn a_request_whose_body_was_not_read_closes_the_connection() {
    let server = start();
    for (method, target, status) in [("POST", "/unread", 200), ("PUT", "/fail/key", 404), ("DELETE", "/metrics", 405)] {
        let mut connection = server.connect();
        let request = Request::new(method, target);
        let without_body = connection.send(&request.clone().with_header("Content-Length", "0"));
        assert_eq!((without_body.status, without_body.header("connection")), (status, None));
        // Of the body nothing is sent: the layer waits for it no longer than its limits say.
        let response = connection.send(&request.with_header("Content-Length", "1000000"));
        assert_eq!((response.status, response.one("connection")), (status, "close"), "{method} {target}");
        connection.assert_closed();
    }
}

/// A PUT that is sent without its body, until the server asks for it.
fn waiting(target: &str, length: &str) -> Request {
    Request::new("PUT", target).with_header("Content-Length", length).with_header("Expect", "100-Continue")
}

#[test]
fn a_client_that_waits_to_send_nothing_gets_its_connection_closed() {
    let server = start();
    for (target, status) in [("/size", 200), ("/fail/key", 404), ("/nothing", 404)] {
        let mut connection = server.connect();
        let response = connection.send(&waiting(target, "0"));
        assert_eq!((response.status, response.one("connection")), (status, "close"), "{target}");
        connection.assert_closed();
    }
}

#[test]
fn a_client_that_waited_and_was_asked_keeps_its_connection() {
    let server = start();
    let mut connection = server.connect();
    for body in ["abc", "d"] {
        let length = body.len().to_string();
        connection.write(waiting("/size", &length).to_bytes());
        connection.assert_continue();
        connection.write(body);
        let response = connection.read_response("PUT");
        assert_eq!((response.status, response.text(), response.header("connection")), (200, length.as_str(), None));
    }
}

#[test]
fn an_error_that_leaves_bodies_unread_closes_the_connection() {
    let (_server, mut connection) = start_and_connect();
    let response = connection.get("/fail/refused");
    assert_eq!((response.status, response.one("connection")), (403, "close"));
    connection.assert_closed();
}

fn start_and_connect() -> (Server, Connection) {
    let server = start();
    let connection = server.connect();
    (server, connection)
}

#[test]
fn a_head_has_the_headers_of_its_get_and_no_byte_of_a_body() {
    let (_server, mut connection) = start_and_connect();
    for target in ["/fail/key", "/fail/elsewhere", "/nothing", "/fail/%FF"] {
        let get = connection.get(target);
        // A byte of a body would be taken for the start of the next response.
        let head = connection.send(&Request::new("HEAD", target));
        let essential = |response: &Response| {
            let mut headers = response.headers.clone();
            headers.remove("date");
            headers.remove("x-amz-request-id");
            (response.status, headers)
        };
        assert_eq!(essential(&head), essential(&get), "{target}");
    }
}

#[test]
fn a_304_has_neither_body_nor_type_nor_length() {
    let (_server, mut connection) = start_and_connect();
    for method in ["GET", "HEAD", "GET"] {
        let response = connection.send(&Request::new(method, "/fail/unchanged"));
        assert_eq!((response.status, response.one("etag")), (304, "\"7\""));
        assert_eq!((response.header("content-type"), response.header("content-length")), (None, None));
        assert_eq!((response.one("x-amz-request-id").len(), response.one("x-amz-id-2")), (16, HOST));
    }
}

#[test]
fn a_body_that_nobody_read_is_read_to_its_end_before_the_response() {
    let server = serve(routes().layer(S3Layer::new()));
    for mebibytes in [1, 8, 64] {
        let mut connection = server.connect();
        connection.write(Request::put("/fail/key", vec![b'a'; mebibytes << 20]).to_bytes());
        let response = connection.read_response("PUT");
        assert_eq!((response.status, response.one("connection")), (404, "close"), "{mebibytes} MiB");
        assert_eq!(response.document().code, "NoSuchKey");
        connection.assert_closed();
    }
}

#[test]
fn a_slow_client_holds_its_connection_no_longer_than_the_limits() {
    let limit = Duration::from_millis(300);
    let server = serve(routes().layer(S3Layer::new().with_drain_limits(1000, limit)));
    let put = |length: &str| Request::new("PUT", "/fail/key").with_header("Content-Length", length);
    // Time.
    let mut connection = server.connect();
    let start = Instant::now();
    connection.write(put("100").to_bytes());
    let mut slow = connection.try_clone();
    let dripping = std::thread::spawn(move || {
        for _ in 0..20 {
            std::thread::sleep(Duration::from_millis(50));
            slow.write_if_open("a");
        }
    });
    assert_eq!((connection.read_response("PUT").status, start.elapsed() >= limit), (404, true));
    assert!(start.elapsed() < limit * 3, "{:?}", start.elapsed());
    connection.assert_closed();
    dripping.join().unwrap();
    // Bytes, announced or not.
    let chunked = Request::new("PUT", "/fail/key").with_header("Transfer-Encoding", "chunked");
    for (request, body) in [(put("1001"), String::new()), (chunked, format!("3E9\r\n{}\r\n", "a".repeat(1001)))] {
        let mut connection = server.connect();
        let start = Instant::now();
        connection.write(request.to_bytes());
        connection.write(body);
        assert_eq!(connection.read_response("PUT").status, 404);
        assert!(start.elapsed() < limit, "{:?}", start.elapsed());
    }
}

#[test]
fn a_client_that_waits_to_be_asked_gets_its_response_at_once() {
    let server = serve(routes().layer(S3Layer::new().with_drain_limits(u64::MAX, PATIENCE)));
    let start = Instant::now();
    let response = server.send(&waiting("/fail/key", "1000000"));
    assert_eq!((response.status, response.one("connection")), (404, "close"));
    assert!(start.elapsed() < PATIENCE / 4);
}
