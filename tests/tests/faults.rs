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

/// The status, and the code of the error in the document, if there is one.
fn outcome(response: &Response) -> (u16, Option<String>) {
    let text = response.text();
    let code = text.split_once("<Error><Code>").and_then(|(_, rest)| rest.split_once("</Code>"));
    (response.status, code.map(|(code, _)| code.to_owned()))
}

#[test]
fn each_path_does_what_the_documentation_says() {
    const COPY: &[(&str, &str)] = &[("x-amz-copy-source", "b/k")];
    const DELETE: &str = "<Delete><Object><Key>SlowDown/a</Key></Object><Object><Key>b</Key></Object></Delete>";
    const OK: (u16, &str) = (200, "");
    let server = Faults::start();
    let signed = |region| {
        format!("AWS4-HMAC-SHA256 Credential=AK/20260101/{region}/s3/aws4_request, SignedHeaders=host, Signature=0")
    };
    // The kinds of the documentation's columns, and what a request for a bucket elsewhere gets.
    for (kind, authorization, is_here) in [
        ("signed for eu-west-1", Some(signed("eu-west-1")), true),
        ("signed for us-east-1", Some(signed("us-east-1")), false),
        ("signed with SigV2", Some("AWS AK:c2lnbmF0dXJl".to_owned()), false),
        ("unsigned", None, false),
    ] {
        let redirect = if is_here { OK } else { (301, "PermanentRedirect") };
        let wrong = if is_here { OK } else { (400, "AuthorizationHeaderMalformed") };
        for (method, target, more, body, (status, code)) in [
            ("GET", "/s3err/SlowDown", [].as_slice(), "", (503, "SlowDown")),
            ("PUT", "/s3err/NoSuchKey/a?b", &[], "body", (404, "NoSuchKey")),
            ("GET", "/s3err/nosuchkey/a", &[], "", (404, "NoSuchKey")),
            ("PATCH", "/s3err-nosuchbucket", &[], "", (404, "NoSuchBucket")),
            ("GET", "/s3err-slowdown/a/b?acl", &[], "", (503, "SlowDown")),
            ("GET", "/s3err/ok/a", &[], "", OK),
            ("PUT", "/s3err/ok/a", &[], "body", OK),
            ("PUT", "/s3err/ok/a", COPY, "", OK),
            ("DELETE", "/s3err/ok/a", &[], "", (204, "")),
            ("POST", "/s3err/ok/a?uploads", &[], "", OK),
            ("PUT", "/s3err/embedded/InternalError/a", COPY, "", (200, "InternalError")),
            ("POST", "/s3err/embedded/InternalError/a?uploadId=u", &[], "", (200, "InternalError")),
            ("PUT", "/s3err/embedded/InternalError/a", &[], "body", OK),
            ("POST", "/s3err?delete", &[], DELETE, OK),
            ("GET", "/s3err", &[], "", OK),
            ("HEAD", "/s3err", &[], "", OK),
            ("GET", "/s3err?location", &[], "", OK),
            ("GET", "/s3err-redirect?location", &[], "", OK),
            ("GET", "/s3err-wrongregion?location", &[], "", OK),
            ("GET", "/", &[], "", OK),
            ("GET", "/s3err-redirect", &[], "", redirect),
            ("GET", "/s3err-redirect/a", &[], "", redirect),
            ("PUT", "/s3err-redirect/a", &[], "body", redirect),
            ("GET", "/s3err-wrongregion", &[], "", wrong),
            ("GET", "/s3err-wrongregion/a", &[], "", wrong),
            ("GET", "/s3err-skew/a", &[], "", OK),
            ("GET", "/s3err-skew/a", &[("x-amz-date", "20260101T000000Z")], "", (403, "RequestTimeTooSkewed")),
            ("GET", "/another", &[], "", (404, "NoSuchBucket")),
            ("GET", "/another/a", &[], "", (404, "NoSuchBucket")),
            ("GET", "/s3err/ok/a?acl", &[], "", (501, "NotImplemented")),
            ("PUT", "/s3err?versioning", &[], "", (501, "NotImplemented")),
        ] {
            let mut request = Request::new(method, target).with_body(body);
            for (name, value) in
                more.iter().copied().chain(authorization.iter().map(|value| ("Authorization", value.as_str())))
            {
                request = request.with_header(name, value);
            }
            let response = Connection::open(server.address()).send(&request);
            let expected = Some(code).filter(|code| !code.is_empty()).map(str::to_owned);
            assert_eq!(outcome(&response), (status, expected), "{method} {target}, {kind}");
        }
        // The path is counted, however it is signed.
        let target = format!("/s3err/flaky/SlowDown/2/{}", kind.replace(' ', "-"));
        let statuses: Vec<_> = (0..3).map(|_| ask(server.address(), "GET", &target, &[]).status).collect();
        assert_eq!(statuses, [503, 503, 200], "{target}");
    }
    let deleted = Connection::open(server.address()).send(&Request::new("POST", "/s3err?delete").with_body(DELETE));
    assert!(deleted.text().contains("<Error><Key>SlowDown/a</Key><Code>SlowDown</Code>"), "{}", deleted.text());
    assert!(deleted.text().contains("<Deleted><Key>b</Key></Deleted>"), "{}", deleted.text());
}

#[test]
fn the_conditions_and_the_parts_of_a_success_are_honoured() {
    let server = Faults::start();
    let get = |target: &str, name, value: &str| ask(server.address(), "GET", target, &[(name, value)]);
    let plain = get("/s3err/ok/x", "x-none", "");
    let (tag, modified) = (plain.header("etag").unwrap(), plain.header("last-modified").unwrap());
    // RFC 9110, section 13.2.2.
    for (name, value, status) in [
        ("If-Match", tag, 200),
        ("If-Match", "\"other\"", 412),
        ("If-None-Match", tag, 304),
        ("If-None-Match", "\"other\"", 200),
        ("If-Modified-Since", modified, 304),
        ("If-Unmodified-Since", modified, 200),
        ("If-Unmodified-Since", "Sun, 06 Nov 1994 08:49:37 GMT", 412),
    ] {
        let response = get("/s3err/ok/x", name, value);
        assert_eq!(response.status, status, "{name}: {value}");
        assert_eq!(response.header("etag").is_some(), status != 412, "{name}: {value}");
    }
    let first = get("/s3err/ok/x?partNumber=1", "x-none", "");
    assert_eq!((first.status, first.header("content-range"), first.text()), (206, Some("bytes 0-2/3"), "ok\n"));
    let second = get("/s3err/ok/x?partNumber=2", "x-none", "");
    assert_eq!((second.status, second.document().code.as_str()), (416, "InvalidPartNumber"));
}

#[test]
fn each_empty_list_is_of_what_was_asked_for() {
    let server = Faults::start();
    for (target, root) in [
        ("/s3err?list-type=2", "ListBucketResult"),
        ("/s3err?versions", "ListVersionsResult"),
        ("/s3err?uploads", "ListMultipartUploadsResult"),
        ("/s3err/ok/x?uploadId=u", "ListPartsResult"),
    ] {
        let response = ask(server.address(), "GET", target, &[]);
        assert_eq!(response.status, 200, "{target}");
        assert!(response.text().contains(&format!("<{root} xmlns=")), "{target}: {}", response.text());
    }
}
