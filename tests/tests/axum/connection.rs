//! What becomes of the connection, and of the body that a response has or has not.

use crate::server::{Answer, Connection, Server};
use crate::{HOST, document, start};

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

fn start_and_connect() -> (Server, Connection) {
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
