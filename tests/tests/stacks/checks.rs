//! Rules for every framework.

use std::time::{Duration, Instant};

use http::Version;
use s3err_core::{HostId, S3Layer};
use s3err_tests::http::{Request, Response, Server, VERSIONS};
use s3err_tests::panicking::Panicking;

use crate::{Stack, stacks};

const HOST: &str = "aG9zdC1pZC1vZi1hLXRlc3Q=";

/// Runs a check for every framework over every version.
fn for_all(check: impl Fn(&Stack, &Server, Version)) {
    for stack in stacks() {
        let layer = S3Layer::new().with_host_id(HostId::from_static(HOST)).with_resource().with_foreign_documents();
        let server = (stack.start)(layer);
        for version in VERSIONS {
            eprintln!("{} over {version:?}", stack.name);
            check(&stack, &server, version);
        }
    }
}

/// Asserts that one error was logged, that of this response.
fn assert_logged_once(server: &Server, response: &Response, code: &str) {
    let events = server.logged();
    assert_eq!(events.len(), 1, "{events:?}");
    assert_eq!(events[0].field("code"), Some(code));
    assert_eq!(events[0].field("request_id"), response.header("x-amz-request-id"));
}

#[test]
fn an_error_has_its_details_and_the_ids_of_its_request() {
    for_all(|_, server, version| {
        let response = server.send_over(version, &Request::get("/photos/dog.jpg?token=secret"));
        let document = response.document();
        assert_eq!((response.status, document.code.as_str()), (404, "NoSuchKey"));
        assert_eq!(document.details, [("Key".to_owned(), "dog.jpg".to_owned())]);
        assert_eq!(document.resource.as_deref(), Some("/photos/dog.jpg"));
        assert_eq!(response.ids().1, HOST);
        assert_logged_once(server, &response, "NoSuchKey");
    });
}

#[test]
fn a_head_has_the_headers_of_its_get_and_no_body() {
    for_all(|_, server, version| {
        let get = server.send_over(version, &Request::get("/photos/dog.jpg"));
        assert_logged_once(server, &get, "NoSuchKey");
        let head = server.send_over(version, &Request::new("HEAD", "/photos/dog.jpg"));
        assert_eq!((head.status, head.text()), (404, ""));
        for name in ["content-type", "content-length", "x-amz-id-2"] {
            assert_eq!(head.header(name), get.header(name), "{name}");
        }
        assert_logged_once(server, &head, "NoSuchKey");
    });
}

#[test]
fn a_success_has_ids_and_is_not_logged() {
    for_all(|_, server, version| {
        let response = server.send_over(version, &Request::get("/photos/cat.jpg"));
        assert_eq!((response.status, response.text()), (200, "a cat"));
        assert_eq!((response.ids().0.len(), response.ids().1), (16, HOST));
        assert!(server.logged().is_empty());
    });
}

#[test]
fn what_no_handler_takes_is_an_s3_error() {
    for_all(|stack, server, version| {
        let response = server.send_over(version, &(stack.unknown)());
        assert_eq!((response.status, response.document().code.as_str()), (stack.status, stack.code));
        assert_logged_once(server, &response, stack.code);
    });
}

#[test]
fn a_panic_is_an_internal_error() {
    for_all(|_, server, version| {
        let response = server.send_over(version, &Request::get("/photos/panic"));
        assert_eq!((response.status, response.document().code.as_str()), (500, "InternalError"));
        assert!(!response.text().contains("secret"));
        assert_logged_once(server, &response, "InternalError");
    });
}

#[test]
fn an_upload_that_is_rejected_unread_gets_its_response() {
    for_all(|_, server, version| {
        for length in [4, 1 << 20, 8 << 20] {
            // Over HTTP/1.1 all of it is written before anything is read.
            let response = server.send_over(version, &Request::put("/photos/new.jpg", vec![b'a'; length]));
            assert_eq!((response.status, response.document().code.as_str()), (404, "NoSuchBucket"), "{length}");
            let closes = (version == Version::HTTP_11).then_some("close");
            assert_eq!(response.header("connection"), closes, "{length}");
            assert_logged_once(server, &response, "NoSuchBucket");
        }
    });
}

#[test]
fn an_upload_that_never_comes_is_not_waited_for() {
    let limit = Duration::from_millis(200);
    for stack in stacks() {
        let server = (stack.start)(S3Layer::new().with_drain_limits(1 << 20, limit));
        let start = Instant::now();
        let mut connection = server.connect();
        connection.write(Request::new("PUT", "/photos/new.jpg").with_header("Content-Length", "1000").to_bytes());
        assert_eq!(connection.read_response("PUT").status, 404, "{}", stack.name);
        let elapsed = start.elapsed();
        assert!(elapsed >= limit && elapsed < limit * 10, "{}: {elapsed:?}", stack.name);
        connection.assert_closed();
    }
}

#[test]
fn whatever_of_an_error_panics_there_is_one_response_and_one_event() {
    let loud = || S3Layer::new().with_level(|_| panic!("secret"));
    for (layer, paths) in [
        (S3Layer::new(), Panicking::paths().collect::<Vec<_>>()),
        (loud(), Panicking::paths().chain(["/photos/dog.jpg".to_owned(), "/no/such/route".to_owned()]).collect()),
    ] {
        let server = crate::hyper::start(layer);
        for path in paths {
            let response = server.get(&path);
            let document = response.document();
            assert!([400, 404, 500].contains(&response.status), "{path}: {response:?}");
            assert!(!document.message.contains("secret"), "{path}");
            let events = server.logged();
            assert_eq!(events.len(), 1, "{path}: {events:?}");
            assert_eq!(events[0].field("request_id"), Some(response.ids().0), "{path}");
        }
    }
}
