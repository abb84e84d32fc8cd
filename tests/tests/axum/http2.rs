//! The same over HTTP/2, as a client sees it that speaks nothing else.

use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode};
use bytes::Bytes;
use http_body_util::BodyExt as _;
use hyper::client::conn::http2;
use hyper_util::rt::{TokioExecutor, TokioIo};
use s3err_tests::document;
use tokio::net::TcpStream;

use super::{HOST, start};

/// The answers to requests over one connection.
fn ask(requests: Vec<Request<Body>>) -> Vec<Response<Bytes>> {
    let server = start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let stream = TcpStream::connect(server.address).await.unwrap();
        let (mut sender, connection) = http2::handshake(TokioExecutor::new(), TokioIo::new(stream)).await.unwrap();
        let driver = tokio::spawn(connection);
        let mut answers = Vec::new();
        for request in requests {
            let (parts, body) = sender.send_request(request).await.unwrap().into_parts();
            answers.push(Response::from_parts(parts, body.collect().await.unwrap().to_bytes()));
        }
        drop(sender);
        driver.await.unwrap().unwrap();
        answers
    })
}

fn request(method: Method, path: &str, body: impl Into<Body>) -> Request<Body> {
    Request::builder().method(method).uri(format!("http://localhost{path}")).body(body.into()).unwrap()
}

#[test]
fn failures_are_the_same_and_no_connection_is_closed() {
    let unread = Body::from(vec![b'x'; 100_000]);
    let answers = ask(vec![
        request(Method::GET, "/fail/key", Body::empty()),
        request(Method::GET, "/fail/refused", Body::empty()),
        request(Method::PUT, "/fail/slow", unread),
        request(Method::GET, "/nothing", Body::empty()),
        request(Method::PUT, "/size", "more than eight bytes"),
    ]);
    let expected = [
        (404, "NoSuchKey"),
        (403, "SignatureDoesNotMatch"),
        (503, "SlowDown"),
        (404, "NotFound"),
        (400, "EntityTooLarge"),
    ];
    assert_eq!(answers.len(), expected.len());
    for (answer, (status, code)) in answers.iter().zip(expected) {
        let document = document::read(std::str::from_utf8(answer.body()).unwrap());
        assert_eq!((answer.status().as_u16(), document.code.as_str()), (status, code));
        assert_eq!(answer.headers()["x-amz-request-id"].to_str().ok(), document.request_id.as_deref());
        assert_eq!(answer.headers()["x-amz-id-2"], HOST);
        assert!(!answer.headers().contains_key("connection"));
    }
}

#[test]
fn a_head_and_a_304_have_no_body() {
    let answers = ask(vec![
        request(Method::HEAD, "/fail/key", Body::empty()),
        request(Method::GET, "/fail/unchanged", Body::empty()),
    ]);
    assert_eq!(answers[0].status(), StatusCode::NOT_FOUND);
    assert_eq!(answers[0].headers()["content-type"], "application/xml");
    assert_eq!(answers[1].status(), StatusCode::NOT_MODIFIED);
    assert!(!answers[1].headers().contains_key("content-type") && !answers[1].headers().contains_key("content-length"));
    assert!(answers.iter().all(|answer| answer.body().is_empty()));
}
