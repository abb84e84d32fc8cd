//! The same over HTTP/2, as a client sees it that speaks nothing else.

use s3err_tests::http::Request;

use crate::{HOST, start};

#[test]
fn failures_are_the_same_and_no_connection_is_closed() {
    let unread = vec![b'x'; 100_000];
    let responses = start().send_over_http_2(&[
        Request::get("/fail/key"),
        Request::get("/fail/refused"),
        Request::put("/fail/slow", unread),
        Request::get("/nothing"),
        Request::put("/size", "more than eight bytes"),
    ]);
    let expected = [
        (404, "NoSuchKey"),
        (403, "SignatureDoesNotMatch"),
        (503, "SlowDown"),
        (404, "NotFound"),
        (400, "EntityTooLarge"),
    ];
    assert_eq!(responses.len(), expected.len());
    for (response, (status, code)) in responses.iter().zip(expected) {
        assert_eq!((response.status, response.document().code.as_str()), (status, code));
        assert_eq!(response.one("x-amz-id-2"), HOST);
        assert_eq!(response.header("connection"), None);
    }
}

#[test]
fn a_head_and_a_304_have_no_body() {
    let responses = start().send_over_http_2(&[Request::new("HEAD", "/fail/key"), Request::get("/fail/unchanged")]);
    assert_eq!(responses[0].status, 404);
    assert_eq!(responses[0].one("content-type"), "application/xml");
    assert_eq!(responses[1].status, 304);
    assert_eq!((responses[1].header("content-type"), responses[1].header("content-length")), (None, None));
    assert!(responses.iter().all(|response| response.body.is_empty()));
}
