//! Where an answer ends, and whether its connection goes on.

use s3err_core::S3Layer;

use crate::app::Server;
use crate::client::{BOTH, Connection, Http, Request};

#[test]
fn a_head_has_the_headers_of_its_get_and_no_byte_more() {
    let server = Server::start(Some(S3Layer::new()));
    for path in
        ["/fail/k", "/fail/slow", "/fail/panic", "/way/failure", "/way/words", "/no/such/route", "/nested/fail/k"]
    {
        for http in BOTH {
            let [get, head] = ["GET", "HEAD"].map(|method| Request::new(method, path).ask(server.address, http));
            assert_eq!(head.status, get.status, "{path}");
            assert!(head.body.is_empty(), "{path}: {head:?}");
            for name in ["content-type", "content-length", "retry-after", "connection"] {
                assert_eq!(head.header(name), get.header(name), "{path}: {name}");
            }
            assert_eq!(head.header("content-type"), Some("application/xml"), "{path}");
            head.ids();
        }
        // What follows the head is the next answer.
        let mut connection = Connection::open(server.address);
        let [head, metrics] =
            [Request::new("HEAD", path), Request::new("GET", "/metrics")].map(|request| request.bytes());
        connection.send(&[head, metrics].concat());
        assert!(connection.answer("HEAD").status >= 400, "{path}");
        assert_eq!(connection.answer("GET").text(), "errors_total 0\n", "{path}");
    }
}

#[test]
fn a_304_has_neither_body_nor_type_nor_length() {
    let server = Server::start(Some(S3Layer::new()));
    for method in ["GET", "HEAD"] {
        let request = Request::new(method, "/fail/not-modified");
        for http in BOTH {
            let answer = request.ask(server.address, http);
            assert_eq!((answer.status, answer.header("etag")), (304, Some("\"e\"")));
            assert!(answer.body.is_empty());
            assert_eq!((answer.header("content-type"), answer.header("content-length")), (None, None), "{http:?}");
            answer.ids();
        }
        let mut connection = Connection::open(server.address);
        connection.send(&[request.bytes(), Request::new("GET", "/metrics").bytes()].concat());
        assert_eq!(connection.answer(method).status, 304);
        assert_eq!(connection.answer("GET").text(), "errors_total 0\n");
    }
}

#[test]
fn an_http_1_connection_ends_where_the_body_was_left_or_the_error_says_so() {
    let server = Server::start(Some(S3Layer::new()));
    let put = |path: &str, len| Request::new("PUT", path).with_body(vec![b'a'; len]);
    for (request, status, ends) in [
        (Request::new("GET", "/fail/k"), 404, false),
        (Request::new("GET", "/fail/panic"), 500, false),
        (Request::new("GET", "/no/such/route"), 404, false),
        (Request::new("PUT", "/fail/k"), 404, false),
        (Request::new("PUT", "/fail/k").with_header("content-length", "0"), 404, false),
        (put("/read/k", 4), 404, false),
        (put("/exactly", 9), 200, false),
        (Request::new("GET", "/fail/close"), 400, true),
        (put("/fail/k", 4), 404, true),
        (put("/fail/panic", 4), 500, true),
        (put("/way/failure", 4), 404, true),
        (put("/no/such/route", 4), 404, true),
        (put("/ignored", 4), 200, true),
        (put("/read/k", 1000), 400, true),
        // More than the sockets hold.
        (put("/fail/k", 8 << 20), 404, true),
    ] {
        let what = format!("{} {} {}", request.method, request.path, request.body.len());
        let mut connection = Connection::open(server.address);
        connection.send_in_vain(&request.bytes());
        let answer = connection.answer(request.method);
        assert_eq!((answer.status, answer.header("connection")), (status, ends.then_some("close")), "{what}");
        if ends {
            connection.assert_ended();
        } else {
            connection.send(&Request::new("GET", "/metrics").bytes());
            assert_eq!(connection.answer("GET").text(), "errors_total 0\n", "{what}");
        }
    }
}

/// The AWS CLI waits to be asked for empty files too, and misreads what follows on a connection where it was not.
#[test]
fn a_client_that_waits_is_asked_before_it_is_answered_with_nothing_to_send_too() {
    let server = Server::start(Some(S3Layer::new()));
    let mut connection = Connection::open(server.address);
    for (path, body, status) in
        [("/read/k", "", 404), ("/ignored", "", 200), ("/no/such/route", "", 404), ("/read/k", "body", 404)]
    {
        let len = body.len();
        let head =
            format!("PUT {path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {len}\r\nexpect: 100-continue\r\n\r\n");
        connection.send(head.as_bytes());
        connection.assert_asked();
        connection.send(body.as_bytes());
        let answer = connection.answer("PUT");
        assert_eq!((answer.status, answer.header("connection")), (status, None), "{path} {len}");
    }
}

#[test]
fn the_answer_to_an_unread_chunked_body_arrives_whole() {
    let server = Server::start(Some(S3Layer::new()));
    for (path, status, ends) in [
        ("/fail/k", 404, true),
        ("/no/such/route", 404, true),
        ("/by-hand/holding", 403, true),
        ("/ignored", 200, true),
        ("/read/k", 404, false),
        ("/read/panic", 500, false),
    ] {
        let mut connection = Connection::open(server.address);
        let head = format!("PUT {path} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n4\r\nbody\r\n");
        connection.send(head.as_bytes());
        let mut answer = None;
        if ends {
            answer = Some(connection.answer("PUT"));
        }
        connection.send_in_vain(b"0\r\n\r\n");
        let answer = answer.unwrap_or_else(|| connection.answer("PUT"));
        assert_eq!((answer.status, answer.header("connection")), (status, ends.then_some("close")), "{path}");
        if status == 200 {
            assert_eq!(answer.text(), "ignored");
        } else {
            answer.document();
        }
        if ends {
            connection.assert_ended();
        }
    }
}

#[test]
fn an_http_2_connection_is_never_told_to_close() {
    let server = Server::start(Some(S3Layer::new()));
    for request in [
        Request::new("GET", "/fail/close"),
        Request::new("PUT", "/fail/k").with_body("body"),
        Request::new("PUT", "/ignored").with_body("body"),
    ] {
        assert_eq!(request.ask(server.address, Http::Two).header("connection"), None, "{request:?}");
    }
}
