//! The end of a response, and whether its connection goes on.

use http::Version;
use s3err_core::S3Layer;
use s3err_tests::http::{Request, VERSIONS};

use crate::app::start;

#[test]
fn a_head_has_the_headers_of_its_get_and_no_byte_more() {
    let server = start(Some(S3Layer::new()));
    for path in
        ["/fail/k", "/fail/slow", "/fail/panic", "/way/failure", "/way/words", "/no/such/route", "/nested/fail/k"]
    {
        for version in VERSIONS {
            let [get, head] = ["GET", "HEAD"].map(|method| server.send_over(version, &Request::new(method, path)));
            assert_eq!(head.status, get.status, "{path}");
            assert!(head.body.is_empty(), "{path}: {head:?}");
            for name in ["content-type", "content-length", "retry-after", "connection"] {
                assert_eq!(head.header(name), get.header(name), "{path}: {name}");
            }
            assert_eq!(head.header("content-type"), Some("application/xml"), "{path}");
            let _ = head.ids();
        }
        // What follows the head is the next response.
        let mut connection = server.connect();
        let [head, metrics] = [Request::new("HEAD", path), Request::get("/metrics")].map(|request| request.to_bytes());
        connection.write([head, metrics].concat());
        assert!(connection.read_response("HEAD").status >= 400, "{path}");
        assert_eq!(connection.read_response("GET").text(), "errors_total 0\n", "{path}");
    }
}

#[test]
fn a_304_has_neither_body_nor_type_nor_length() {
    let server = start(Some(S3Layer::new()));
    for method in ["GET", "HEAD"] {
        let request = Request::new(method, "/fail/not-modified");
        for version in VERSIONS {
            let response = server.send_over(version, &request);
            assert_eq!((response.status, response.header("etag")), (304, Some("\"e\"")));
            assert!(response.body.is_empty());
            assert_eq!(
                (response.header("content-type"), response.header("content-length")),
                (None, None),
                "{version:?}"
            );
            let _ = response.ids();
        }
        let mut connection = server.connect();
        connection.write([request.to_bytes(), Request::get("/metrics").to_bytes()].concat());
        assert_eq!(connection.read_response(method).status, 304);
        assert_eq!(connection.read_response("GET").text(), "errors_total 0\n");
    }
}

#[test]
fn an_http_1_connection_ends_where_the_body_was_left_or_the_error_says_so() {
    let server = start(Some(S3Layer::new()));
    let put = |path: &str, len| Request::put(path, vec![b'a'; len]);
    for (request, status, ends) in [
        (Request::get("/fail/k"), 404, false),
        (Request::get("/fail/panic"), 500, false),
        (Request::get("/no/such/route"), 404, false),
        (Request::new("PUT", "/fail/k"), 404, false),
        (Request::new("PUT", "/fail/k").with_header("content-length", "0"), 404, false),
        (put("/read/k", 4), 404, false),
        (put("/exactly", 9), 200, false),
        (Request::get("/fail/close"), 400, true),
        (put("/fail/k", 4), 404, true),
        (put("/fail/panic", 4), 500, true),
        (put("/way/failure", 4), 404, true),
        (put("/no/such/route", 4), 404, true),
        (put("/ignored", 4), 200, true),
        (put("/read/k", 1000), 400, true),
        // More than the sockets hold.
        (put("/fail/k", 8 << 20), 404, true),
    ] {
        let what = format!("{} {} {}", request.method, request.target, request.body.len());
        let mut connection = server.connect();
        connection.write_if_open(request.to_bytes());
        let response = connection.read_response(&request.method);
        assert_eq!((response.status, response.header("connection")), (status, ends.then_some("close")), "{what}");
        if ends {
            connection.assert_closed();
        } else {
            connection.write(Request::get("/metrics").to_bytes());
            assert_eq!(connection.read_response("GET").text(), "errors_total 0\n", "{what}");
        }
    }
}

/// The AWS CLI waits to be asked for empty files too, and misreads what follows on a connection where it was not.
#[test]
fn a_client_that_waits_is_asked_before_it_is_answered_with_nothing_to_send_too() {
    let server = start(Some(S3Layer::new()));
    let mut connection = server.connect();
    for (path, body, status) in
        [("/read/k", "", 404), ("/ignored", "", 200), ("/no/such/route", "", 404), ("/read/k", "body", 404)]
    {
        let len = body.len().to_string();
        let head = Request::new("PUT", path).with_header("content-length", &len).with_header("expect", "100-continue");
        connection.write(head.to_bytes());
        connection.assert_continue();
        connection.write(body);
        let response = connection.read_response("PUT");
        assert_eq!((response.status, response.header("connection")), (status, None), "{path} {len}");
    }
}

#[test]
fn the_answer_to_an_unread_chunked_body_arrives_whole() {
    let server = start(Some(S3Layer::new()));
    for (path, status, ends) in [
        ("/fail/k", 404, true),
        ("/no/such/route", 404, true),
        ("/by-hand/holding", 403, true),
        ("/ignored", 200, true),
        ("/read/k", 404, false),
        ("/read/panic", 500, false),
    ] {
        let mut connection = server.connect();
        connection.write(Request::new("PUT", path).with_header("transfer-encoding", "chunked").to_bytes());
        connection.write("4\r\nbody\r\n");
        let mut response = None;
        if ends {
            response = Some(connection.read_response("PUT"));
        }
        connection.write_if_open(b"0\r\n\r\n");
        let response = response.unwrap_or_else(|| connection.read_response("PUT"));
        assert_eq!((response.status, response.header("connection")), (status, ends.then_some("close")), "{path}");
        if status == 200 {
            assert_eq!(response.text(), "ignored");
        } else {
            let _ = response.document();
        }
        if ends {
            connection.assert_closed();
        }
    }
}

#[test]
fn an_http_2_connection_is_never_told_to_close() {
    let server = start(Some(S3Layer::new()));
    for request in [Request::get("/fail/close"), Request::put("/fail/k", "body"), Request::put("/ignored", "body")] {
        assert_eq!(server.send_over(Version::HTTP_2, &request).header("connection"), None, "{request:?}");
    }
}
