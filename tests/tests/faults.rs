//! The server `faults`, started as a test of a client starts it.
#![allow(clippy::unwrap_used, reason = "a test that panics has failed")]

use std::io::Read;
use std::net::{SocketAddr, TcpStream};

use s3err_tests::faults::Faults;
use s3err_tests::http::{Connection, Request, Response};

fn ask(address: SocketAddr, method: &str, target: &str, headers: &[(&str, &str)]) -> Response {
    let request =
        headers.iter().fold(Request::new(method, target), |request, (name, value)| request.with_header(name, value));
    Connection::open(address).send(&request)
}

#[test]
fn it_serves_from_any_test_and_ends_when_dropped() {
    let server = Faults::start();
    let other = Faults::start();
    assert_ne!(server.address(), other.address());
    assert_eq!(server.url(), format!("http://{}", server.address()));
    let address = server.address();
    let idle = TcpStream::connect(address).unwrap();
    let response = ask(address, "GET", "/s3err/NoSuchKey/cat.jpg", &[]);
    assert_eq!((response.status, response.document().code.as_str()), (404, "NoSuchKey"));
    drop(server);
    assert!(TcpStream::connect(address).is_err(), "the port is closed");
    assert_eq!((&idle).read(&mut [0; 1]).unwrap_or(0), 0, "connections are closed");
    assert_eq!(ask(other.address(), "GET", "/s3err/ok/x", &[]).text(), "ok\n");
}

#[tokio::test]
async fn it_may_be_used_from_within_a_runtime() {
    let server = Faults::start();
    let address = server.address();
    let status = tokio::task::spawn_blocking(move || ask(address, "GET", "/s3err/ok/x", &[]).status).await.unwrap();
    assert_eq!(status, 200);
}

#[test]
fn what_is_not_signed_for_a_bucket_of_another_region_is_sent_there() {
    let server = Faults::start();
    let credential = |region| {
        format!(
            "Authorization: AWS4-HMAC-SHA256 Credential=AK/20260101/{region}/s3/aws4_request, SignedHeaders=host, Signature=0"
        )
    };
    let (here, home) = (credential("eu-west-1"), credential("us-east-1"));
    let version_2 = "AWS AK:c2lnbmF0dXJl";
    for (headers, redirect, region) in [
        (vec![], 301, 400),
        (vec![("Authorization", version_2)], 301, 400),
        (vec![("Authorization", home.as_str())], 301, 400),
        (vec![("Authorization", here.as_str())], 200, 200),
    ] {
        for key in ["", "/key"] {
            for method in ["GET", "HEAD"] {
                let moved = ask(server.address(), method, &format!("/s3err-redirect{key}"), &headers);
                assert_eq!(moved.status, redirect, "{method} {key} {headers:?}");
                assert_eq!(moved.header("location"), None);
                let wrong = ask(server.address(), method, &format!("/s3err-wrongregion{key}"), &headers);
                assert_eq!(wrong.status, region, "{method} {key} {headers:?}");
                if redirect == 301 || key.is_empty() {
                    assert_eq!(moved.header("x-amz-bucket-region"), Some("eu-west-1"), "{method} {key} {headers:?}");
                }
            }
        }
    }
}

#[test]
fn a_range_of_a_success_is_a_part_of_it() {
    let server = Faults::start();
    // The object is three bytes long: "ok" and a line feed.
    for (range, status, content_range, body) in [
        ("bytes=0-1", 206, Some("bytes 0-1/3"), "ok"),
        ("bytes=-1", 206, Some("bytes 2-2/3"), "\n"),
        ("bytes=1-", 206, Some("bytes 1-2/3"), "k\n"),
        ("bytes=5-4", 200, None, "ok\n"),
    ] {
        for target in ["/s3err/ok/x", "/s3err/flaky/SlowDown/0/x", "/s3err/embedded/InternalError/x"] {
            let response = ask(server.address(), "GET", target, &[("Range", range)]);
            assert_eq!(
                (response.status, response.header("content-range"), response.text()),
                (status, content_range, body)
            );
        }
        let head = ask(server.address(), "HEAD", "/s3err/ok/x", &[("Range", range)]);
        assert_eq!((head.status, head.header("content-range"), head.text()), (status, content_range, ""));
    }
    let behind = ask(server.address(), "GET", "/s3err/ok/x", &[("Range", "bytes=3-")]);
    assert_eq!((behind.status, behind.document().code.as_str()), (416, "InvalidRange"));
    assert_eq!(behind.header("content-range"), Some("bytes */3"));
    assert!(behind.text().contains("<ActualObjectSize>3</ActualObjectSize>"), "{}", behind.text());
}

#[test]
fn a_detail_that_the_request_gives_no_value_for_is_left_out() {
    let server = Faults::start();
    for (target, element, value) in [
        ("/s3err/NoSuchUpload/k", "UploadId", None),
        ("/s3err/NoSuchUpload/k?uploadId=", "UploadId", None),
        ("/s3err/NoSuchUpload/k?uploadId=u", "UploadId", Some("u")),
        ("/s3err/NoSuchVersion/k", "VersionId", None),
        ("/s3err/NoSuchVersion/k?versionId=v", "VersionId", Some("v")),
        ("/s3err-nosuchkey", "Key", None),
        ("/s3err-nosuchkey/k", "Key", Some("k")),
    ] {
        let response = ask(server.address(), "GET", target, &[]);
        let expected = value.map(|value| format!("<{element}>{value}</{element}>"));
        assert_eq!(
            response.text().contains(&format!("<{element}>")),
            expected.is_some(),
            "{target}: {}",
            response.text()
        );
        assert!(expected.is_none_or(|expected| response.text().contains(&expected)), "{target}: {}", response.text());
    }
}
