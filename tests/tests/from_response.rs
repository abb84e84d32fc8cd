//! A whole response is read as the error it is, and passed on as this server's own.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use s3err_core::{
    ErrorDocument, Exceeded, Fault, Found, Limits, ParseError, Retry, RetryClass, S3Error, StandardError,
};
use s3err_tests::document::render;
use s3err_tests::headers::respond;
use s3err_tests::{HOST_ID, REQUEST_ID, context};

const BODY: &str = "<Error><Code>NoSuchKey</Code><Message>gone</Message><Key>a</Key><RequestId>BACKEND1</RequestId>\
    <HostId>BACKENDHOST</HostId><Resource>/backend/a</Resource></Error>";

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        headers.append(HeaderName::from_bytes(name.as_bytes()).unwrap(), HeaderValue::from_str(value).unwrap());
    }
    headers
}

fn read(status: u16, pairs: &[(&str, &str)], body: &str) -> Result<ErrorDocument, ParseError> {
    ErrorDocument::from_response(StatusCode::from_u16(status).unwrap(), &headers(pairs), body.as_bytes())
}

fn details(error: &dyn S3Error) -> Vec<(String, String)> {
    error.details().into_iter().map(|detail| (detail.name, detail.value)).collect()
}

fn of_code(code: &str) -> String {
    format!("<Error><Code>{code}</Code><Message>m</Message></Error>")
}

#[test]
fn an_answer_to_a_head_goes_by_its_status() {
    for (status, code) in [
        (301, "PermanentRedirect"),
        (304, "NotModified"),
        (307, "TemporaryRedirect"),
        (403, "AccessDenied"),
        (404, "NoSuchKey"),
        (405, "MethodNotAllowed"),
        (411, "MissingContentLength"),
        (412, "PreconditionFailed"),
        (416, "InvalidRange"),
        (500, "InternalError"),
        (501, "NotImplemented"),
        (503, "ServiceUnavailable"),
    ] {
        let error = read(status, &[], "").unwrap();
        assert_eq!((error.code(), error.status().as_u16()), (code, status));
        assert_eq!(error.received_status().map(|status| status.as_u16()), Some(status));
        assert!(!error.message().is_empty(), "{status}");
    }
    // A status that stands for no error of S3's gives its reason, without the blanks, as the AWS SDK for Go has it.
    for (status, code) in [(302, "Found"), (406, "NotAcceptable"), (410, "Gone"), (422, "UnprocessableEntity")] {
        let error = read(status, &[], " \n").unwrap();
        assert_eq!((error.code(), error.status().as_u16()), (code, status));
    }
    // One that has no reason either gives its number, as botocore has it (parsers.py:1439).
    for status in [399, 419, 460, 499] {
        let error = read(status, &[], "").unwrap();
        assert_eq!((error.code(), error.status().as_u16()), (&*status.to_string(), status));
        assert!(error.message().contains(error.code()), "{}", error.message());
        assert_eq!((error.variant(), respond(&error, &context()).status), ("ErrorDocument", status));
    }
    for status in 300..600 {
        let error = read(status, &[], "").unwrap();
        assert_eq!(error.received_status().map(|status| status.as_u16()), Some(status));
        assert_eq!(error.status().as_u16(), status);
    }
    for status in [100, 200, 204, 206, 600, 999] {
        assert_eq!(read(status, &[], ""), Err(ParseError::NotAnError(Found::Nothing)), "{status}");
    }
}

#[test]
fn headers_say_what_a_body_does_not() {
    let own = "The specified key does not exist.";
    let key = [("Key".to_owned(), "a".to_owned())].to_vec();
    let html = "<html><body>404</body></html>";
    let aws = [("x-amz-error-code", "NoSuchKey"), ("x-amz-error-message", "gone"), ("x-amz-error-detail-Key", "a")];
    let minio = [("x-minio-error-code", "\"NoSuchKey\""), ("x-minio-error-desc", "\"gone \"far\"\"")];
    let plain = [("x-minio-error-code", "XMinioServerNotInitialized"), ("x-minio-error-desc", "wait")];
    for (status, pairs, body, code, said, message, details) in [
        (404, &aws[..], "", "NoSuchKey", 404, "gone", key.clone()),
        (404, &aws, html, "NoSuchKey", 404, "gone", key),
        (404, &aws[..1], "{}", "NoSuchKey", 404, own, Vec::new()),
        (404, &minio, "", "NoSuchKey", 404, "gone \"far\"", Vec::new()),
        (403, &minio[1..], "", "AccessDenied", 403, "gone \"far\"", Vec::new()),
        (418, &plain, "", "XMinioServerNotInitialized", 418, "wait", Vec::new()),
    ] {
        let error = read(status, pairs, body).unwrap();
        assert_eq!((error.code(), error.status().as_u16(), &*error.message()), (code, said, message), "{pairs:?}");
        assert_eq!(self::details(&error), details, "{pairs:?}");
    }
    // A document takes precedence over the headers.
    assert_eq!(read(403, &[("x-amz-error-code", "AccessDenied")], BODY).unwrap().code(), "NoSuchKey");
}

#[test]
fn a_status_that_is_not_an_errors_gives_an_error_only_with_one() {
    for (status, body, expected) in [
        (200, "<html/>", Some(Found::Html)),
        (204, "{\"code\":1}", Some(Found::Json)),
        (206, "Service Unavailable", Some(Found::Text)),
        (200, "<CopyObjectResult/>", Some(Found::Document("CopyObjectResult".into()))),
        (200, "<errorResponse><Code>A</Code></errorResponse>", Some(Found::Document("errorResponse".into()))),
        (200, "<Error/>", Some(Found::NoCode)),
        (600, "", Some(Found::Nothing)),
        (200, "<Error><Code>NoSuchKey", None),
    ] {
        match (read(status, &[], body), expected) {
            (Err(ParseError::NotAnError(found)), Some(expected)) => assert_eq!(found, expected),
            (Err(ParseError::Broken { .. }), None) => {}
            (other, _) => panic!("{status} {body}: {other:?}"),
        }
    }
}

/// Tells whether this is why a body could not be read.
type Why = fn(&ParseError) -> bool;

#[test]
fn an_error_status_gives_an_error_whatever_the_body() {
    let large = format!("<Error><Code>A</Code><Message>{}</Message></Error>", "x".repeat(1 << 20));
    let deep = format!("<Error><Code>A</Code>{}", "<a>".repeat(20));
    let bodies: [(&[u8], Why); 12] = [
        (b"", |error| *error == ParseError::NotAnError(Found::Nothing)),
        (b" \r\n", |error| *error == ParseError::NotAnError(Found::Nothing)),
        (b"<html><body>Bad Gateway</body></html>", |error| *error == ParseError::NotAnError(Found::Html)),
        (b"upstream connect error", |error| *error == ParseError::NotAnError(Found::Text)),
        (b"{\"error\":1}", |error| *error == ParseError::NotAnError(Found::Json)),
        (b"\x1f\x8b\x08\x00", |error| *error == ParseError::NotAnError(Found::Compressed("gzip".into()))),
        (b"<a/>", |error| *error == ParseError::NotAnError(Found::Document("a".into()))),
        (b"<Error/>", |error| *error == ParseError::NotAnError(Found::NoCode)),
        (b"<?xml version=\"1.0\" encoding=\"ebcdic\"?><Error/>", |error| {
            *error == ParseError::UnknownEncoding("ebcdic".into())
        }),
        (b"<Error><Code>Slow", |error| matches!(error, ParseError::Broken { .. })),
        (large.as_bytes(), |error| *error == ParseError::TooLarge(Exceeded::Size(1 << 20))),
        (deep.as_bytes(), |error| *error == ParseError::TooLarge(Exceeded::Depth(16))),
    ];
    let busy = headers(&[("retry-after", "7"), ("x-amz-request-id", "ABC"), ("x-amz-id-2", "HOST")]);
    for status in 300..600 {
        let status = StatusCode::from_u16(status).unwrap();
        for (body, unread) in &bodies {
            let error = ErrorDocument::from_response(status, &busy, body).unwrap();
            assert_eq!((error.status(), error.received_status()), (status, Some(status)));
            assert_eq!((error.request_id(), error.host_id()), (Some("ABC"), Some("HOST")));
            assert_eq!(error.retry().wait(), Some(Duration::from_secs(7)));
            assert_eq!(error.retry().class(), Retry::from_status(status).class(), "{status}: the class of the status");
            assert!(error.unread().is_some_and(unread), "{body:?}: {:?}", error.unread());
            assert!(error.message().contains(status.as_str()) && !error.message().contains("key"), "{error}");
            assert!(
                error.to_log_record(&context()).to_string().contains("backend_body"),
                "the log says what was there"
            );
        }
        assert_eq!(read(status.as_u16(), &[], &of_code("NoSuchKey")).unwrap().unread(), None);
    }
}

#[test]
fn other_roots_are_read_under_an_error_status_alone() {
    for (body, code, message, id) in [
        ("<errorResponse><Code>A</Code><Message>m</Message></errorResponse>", "A", "m", None),
        ("<error><Message>m</Message><Code>A</Code><RequestId>r</RequestId></error>", "A", "m", Some("r")),
        (
            "<e xmlns='urn:x'><Errors><Error><Code>A</Code><Key>k</Key></Error></Errors><RequestID>r</RequestID></e>",
            "A",
            "",
            Some("r"),
        ),
        ("<ErrorResponse><Errors><Error><Code>A</Code></Error></Errors></ErrorResponse>", "A", "", None),
        ("<e><a><Code>A</Code></a><b><Code>B</Code></b></e>", "A", "", None),
        ("<e><a><Key/></a><b><Code>B</Code></b></e>", "B", "", None),
        ("<e><HostId>h</HostId><a/><b><RequestId>r</RequestId><Code>B</Code></b></e>", "B", "", Some("r")),
    ] {
        let error = read(403, &[], body).unwrap();
        assert_eq!((error.code(), error.unread(), error.request_id()), (code, None, id), "{body}");
        assert_eq!((&*error.message(), error.status().as_u16()), (message, 403), "{body}");
        assert!(read(200, &[], body).is_err() && ErrorDocument::parse(body.as_bytes()).is_err(), "{body}");
    }
    for body in [
        "<e><a><b><c><Code>A</Code></c></b></a></e>",
        "<html><Code>A</Code></html>",
        "<e><Code/></e>",
        "<Code>A</Code>",
    ] {
        assert!(read(403, &[], body).unwrap().unread().is_some(), "{body}");
    }
}

#[test]
fn a_status_alone_stands_for_no_more_than_it_says() {
    let location = [("location", "https://elsewhere.example/")];
    for (status, pairs, code, class) in [
        (301, &[][..], "PermanentRedirect", RetryClass::Never),
        (301, &location, "MovedPermanently", RetryClass::Never), // S3's has no Location
        (307, &location, "TemporaryRedirect", RetryClass::Never),
        (400, &[], "BadRequest", RetryClass::Never),
        (401, &[], "Unauthorized", RetryClass::Never),
        (409, &[], "Conflict", RetryClass::Never), // which conflict it does not say
        (413, &[], "PayloadTooLarge", RetryClass::Never),
        (429, &[], "SlowDown", RetryClass::Throttling),
        (502, &[], "InternalError", RetryClass::Transient),
        (504, &[], "InternalError", RetryClass::Transient),
        (505, &[], "HTTPVersionNotSupported", RetryClass::Never),
    ] {
        let error = read(status, pairs, "").unwrap();
        assert_eq!((error.code(), error.retry().class()), (code, class), "{status} {pairs:?}");
        let location = error.header("location").filter(|_| status != 301 || !pairs.is_empty());
        assert_eq!(respond(&error, &context()).text("location"), location, "{status} {pairs:?}");
    }
    let message = |status| read(status, &[], "").unwrap().message().into_owned();
    assert_eq!(message(404), "The server responded with status 404 (Not Found).");
    assert_eq!(message(499), "The server responded with status 499.");
}

#[test]
fn an_error_inside_a_success_stays_an_error() {
    for (code, status) in [("InternalError", 500), ("SlowDown", 503), ("PreconditionFailed", 412), ("OfMyOwn", 500)] {
        let body = format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n \n  {}", of_code(code));
        let error = read(200, &[], &body).unwrap();
        assert_eq!((error.status().as_u16(), error.received_status()), (status, Some(StatusCode::OK)), "{code}");
        assert_eq!(respond(&error, &context()).status, status);
    }
    for (received, status) in
        [(418, 418), (300, 300), (599, 599), (204, 500), (100, 500), (299, 500), (600, 500), (999, 500)]
    {
        assert_eq!(read(received, &[], &of_code("OfMyOwn")).unwrap().status().as_u16(), status, "{received}");
        let expected = if (300..600).contains(&received) { received } else { 404 };
        assert_eq!(read(received, &[], &of_code("NoSuchKey")).unwrap().status().as_u16(), expected, "{received}");
    }
    let parsed = ErrorDocument::parse(of_code("OfMyOwn").as_bytes()).unwrap();
    assert_eq!((parsed.status().as_u16(), parsed.received_status()), (500, None));
}

#[test]
fn the_rest_goes_by_the_code_or_by_the_status() {
    let known = read(200, &[], &of_code("SlowDown")).unwrap();
    assert_eq!((known.fault(), known.retry(), known.variant()), (Fault::Server, Retry::THROTTLING, "SlowDown"));
    assert_eq!(known.standard(), Some(StandardError::SlowDown));
    for (status, fault, retry) in [
        (418, Fault::Client, Retry::NEVER),
        (429, Fault::Client, Retry::THROTTLING),
        (503, Fault::Server, Retry::TRANSIENT),
    ] {
        let own = read(status, &[], &of_code("OfMyOwn")).unwrap();
        assert_eq!((own.fault(), own.retry(), own.variant()), (fault, retry, "ErrorDocument"), "{status}");
        assert_eq!(own.standard(), None);
    }
}

#[test]
fn a_code_has_no_blanks_around_it_wherever_it_comes_from() {
    for error in [
        read(404, &[], "<Error><Code>\n NoSuchKey </Code></Error>").unwrap(),
        read(404, &[("x-amz-error-code", " NoSuchKey ")], "").unwrap(),
        ErrorDocument::custom(" NoSuchKey\n", 404, "m"),
    ] {
        assert_eq!((error.code(), error.standard()), ("NoSuchKey", Some(StandardError::NoSuchKey)));
    }
}

#[test]
fn an_id_has_no_blanks_around_it_wherever_it_comes_from() {
    let body = "<Error><Code>A</Code><RequestId> \n R </RequestId></Error>";
    let headers = [("x-amz-request-id", " R "), ("x-amz-id-2", "  ")];
    for error in [read(400, &[], body).unwrap(), read(400, &headers, "").unwrap()] {
        assert_eq!((error.request_id(), error.host_id()), (Some("R"), None));
    }
}

#[test]
fn a_checksum_of_a_body_is_not_passed_on_with_another_body() {
    let error = read(404, &[("x-amz-checksum-crc32", "AAAAAA=="), ("x-amz-delete-marker", "true")], "").unwrap();
    let response = respond(&error.with_header("X-Amz-Checksum-SHA256", "a"), &context());
    assert!(response.names().iter().all(|name| !name.contains("checksum")), "{:?}", response.names());
    assert_eq!(response.text("x-amz-delete-marker"), Some("true"));
}

#[test]
fn ids_come_from_the_headers_where_the_body_has_none() {
    let sent = [("x-amz-request-id", "HEADERID"), ("x-amz-id-2", "HEADERHOST"), ("x-amzn-requestid", "OTHER")];
    let bare = of_code("NoSuchKey");
    let empty = bare.replace("</Error>", "<RequestId></RequestId><HostId> </HostId></Error>");
    for (pairs, body, expected) in [
        (&sent[..], BODY, (Some("BACKEND1"), Some("BACKENDHOST"))),
        (&sent, &bare, (Some("HEADERID"), Some("HEADERHOST"))),
        (&sent, "", (Some("HEADERID"), Some("HEADERHOST"))),
        (&sent, &empty, (Some("HEADERID"), Some("HEADERHOST"))),
        (&[], &empty, (Some(""), Some(""))),
        (&sent[..1], &bare, (Some("HEADERID"), None)),
        (&sent[2..], &bare, (None, None)),
        (&[], BODY, (Some("BACKEND1"), Some("BACKENDHOST"))),
    ] {
        let error = read(404, pairs, body).unwrap();
        assert_eq!((error.request_id(), error.host_id()), expected, "{pairs:?} {body}");
    }
}

const KEPT: &[(&str, &str)] = &[
    ("allow", "GET"),
    ("content-range", "bytes */5"),
    ("etag", "\"0\""),
    ("last-modified", "Wed, 21 Oct 2015 07:28:00 GMT"),
    ("location", "http://b.example/"),
    ("retry-after", "Wed, 21 Oct 2015 07:28:00 GMT"),
    ("x-amz-bucket-region", "eu-west-1"),
    ("x-amz-delete-marker", "true"),
    ("x-amz-meta-any", "\u{E9}"),
    ("x-amz-version-id", "3"),
];

const DROPPED: &[(&str, &str)] = &[
    ("connection", "close"),
    ("content-encoding", "gzip"),
    ("content-length", "204"),
    ("content-type", "text/plain"),
    ("date", "Wed, 21 Oct 2015 07:28:00 GMT"),
    ("server", "AmazonS3"),
    ("set-cookie", "a=b"),
    ("transfer-encoding", "chunked"),
    ("www-authenticate", "Basic"),
    ("x-amz-id-2", "BACKENDHOST"),
    ("x-amz-request-id", "BACKEND1"),
    ("x-amzn-errortype", "NoSuchKey"),
    ("x-amzn-requestid", "BACKEND1"),
    ("x-other", "a"),
];

#[test]
fn an_error_passed_on_keeps_its_headers_and_takes_the_ids_of_the_request() {
    let error = read(404, &[KEPT, DROPPED].concat(), BODY).unwrap();
    let answer = respond(&error, &context().with_resource("/front/a"));
    for (name, value) in KEPT {
        assert_eq!(answer.header(name), Some(value.as_bytes()), "{name}");
    }
    let mut names: Vec<_> = KEPT.iter().map(|(name, _)| *name).collect();
    names.extend(["content-type", "x-amz-request-id", "x-amz-id-2"]);
    names.sort_unstable();
    assert_eq!(answer.names(), names);
    let document = answer.document.unwrap();
    assert_eq!((document.request_id.as_deref(), document.host_id.as_deref()), (Some(REQUEST_ID), Some(HOST_ID)));
    assert_eq!(document.resource.as_deref(), Some("/front/a"));
    assert_eq!((document.code.as_str(), document.message.as_str()), ("NoSuchKey", "gone"));
    assert_eq!(document.details, [("Key".to_owned(), "a".to_owned())]);

    let head = respond(&error, &context().with_method(Method::HEAD));
    assert_eq!((head.status, head.document.is_none(), head.text("etag")), (404, true, Some("\"0\"")));
    assert_eq!(render(&error).resource, None, "the backend's resource is none of this request's");
    let (line, xml) = (error.to_log_record(&context()).to_string(), error.to_xml(&context()));
    for id in ["BACKEND1", "BACKENDHOST"] {
        assert!(line.contains(id) && !xml.contains(id), "{line} {xml}");
    }
    // The error's own region takes precedence over the context's; of a repeated header the first counts.
    let regions =
        read(301, &[("x-amz-bucket-region", "a"), ("x-amz-bucket-region", "b")], &of_code("PermanentRedirect"));
    assert_eq!(respond(&regions.unwrap(), &context().with_bucket_region("c")).text("x-amz-bucket-region"), Some("a"));
}

#[test]
fn the_wait_is_that_of_the_headers() {
    let date = "Wed, 21 Oct 2015 07:28:00 GMT";
    for (pairs, wait, seconds, millis) in [
        (&[][..], None, None, None),
        (&[("retry-after", "60")], Some(60_000), Some("60"), Some("60000")),
        (&[("x-amz-retry-after", "1500")], Some(1500), Some("2"), Some("1500")),
        (&[("retry-after", "60"), ("x-amz-retry-after", "1500")], Some(1500), Some("60"), Some("1500")),
        (&[("retry-after", "5"), ("x-amz-retry-after", "soon")], Some(5000), Some("5"), Some("soon")),
        (&[("retry-after", date)], None, Some(date), None),
        (&[("retry-after", "-1")], None, Some("-1"), None),
        (&[("retry-after", "0")], Some(0), Some("0"), Some("0")),
    ] {
        let error = read(503, pairs, &of_code("SlowDown")).unwrap();
        assert_eq!(error.retry().class(), RetryClass::Throttling);
        assert_eq!(error.retry().wait(), wait.map(Duration::from_millis), "{pairs:?}");
        let answer = respond(&error, &context());
        assert_eq!((answer.text("retry-after"), answer.text("x-amz-retry-after")), (seconds, millis), "{pairs:?}");
    }
}

#[test]
fn what_is_sensitive_shows_in_no_debug_and_no_log() {
    let names = ["Token-0", "StringToSign", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"];
    let inside = names.map(|name| format!("<{name}>secret</{name}>")).concat();
    let body = format!("<Error><Code>ExpiredToken</Code><Message/>{inside}<Open>shown</Open></Error>");
    let built = names.iter().fold(ErrorDocument::new(StandardError::ExpiredToken), |error, name| {
        error.with_detail(*name, "old").with_detail(*name, "secret")
    });
    for error in [read(400, &[], &body).unwrap(), built.with_detail("Open", "shown")] {
        for text in [format!("{error:?}"), format!("{error:#?}"), error.to_log_record(&context()).to_string()] {
            assert!(!text.contains("secret") && text.contains("shown"), "{text}");
        }
        assert_eq!(render(&error).detail("Token-0"), Some("secret"), "it goes on the wire");
        assert!(error.details().iter().all(|detail| detail.sensitive == (detail.name != "Open")));
    }
}

#[test]
fn what_is_sensitive_inside_a_shown_element_is_left_out_of_it() {
    let secrets = "<Token-0>secret<In>secret</In><StringToSign/>secret</Token-0><StringToSign>secret</StringToSign>\
        <a:CanonicalRequestBytes xmlns:a=\"b\"><![CDATA[secret]]></a:CanonicalRequestBytes><Token-0/>";
    let filled = |name: &str, text: &str| format!("<{name}>{text}{secrets}<In>+</In></{name}>");
    let error = filled("Code", "Own") + &filled("Message", "m") + &filled("Resource", "/r");
    for ids in [["RequestId", "HostId"], ["RequestID", "HostId"]] {
        let ids = filled(ids[0], "R") + &filled(ids[1], "H");
        for body in [
            format!("<Error>{error}{ids}</Error>"),
            format!("<ErrorResponse><Error>{error}</Error>{ids}</ErrorResponse>"),
        ] {
            let document = read(403, &[], &body).unwrap();
            assert_eq!((document.code(), &*document.message(), document.resource()), ("Own+", "m+", Some("/r+")));
            assert_eq!((document.request_id(), document.host_id()), (Some("R+"), Some("H+")));
            assert!(
                !document.to_log_record(&context()).to_string().contains("secret") && document.details().is_empty()
            );
            assert!(!format!("{document:?}{document:#?}{document}").contains("secret"));
        }
    }
    // A detail can be marked, and so it comes back whole.
    let around = read(403, &[], &format!("<Error><Code>Own</Code>{}</Error>", filled("Around", "a"))).unwrap();
    assert_eq!(around.detail("Around"), Some("asecretsecretsecretsecretsecret+"));
    assert!(around.details().iter().all(|detail| detail.sensitive));
}

#[test]
fn a_document_is_built() {
    let error = ErrorDocument::new(StandardError::InvalidRange);
    assert_eq!((error.code(), error.status().as_u16(), error.received_status()), ("InvalidRange", 416, None));
    assert_eq!(error.message(), StandardError::InvalidRange.message());
    let error = ["", "1a", "a b", "a:b", "-a", "a\n", "<a>", "Code", "Message", "Resource", "RequestId", "HostId"]
        .into_iter()
        .fold(error, |error, name| error.with_detail(name, "bad"));
    let error = error.with_detail("B", "1").with_detail("A-1", "2").with_detail("B", "3 & 4").with_message("<none>");
    let expected = [("B", "3 & 4"), ("A-1", "2")].map(|(name, text)| (name.to_owned(), text.to_owned()));
    assert_eq!(details(&error), expected);
    assert_eq!((error.detail("B"), error.detail("b"), &*error.message()), (Some("3 & 4"), None, "<none>"));

    let own =
        ["Content-Type", "content-length", "transfer-encoding", "X-Amz-Request-Id", "x-amz-id-2", "x-amzn-requestid"];
    let bad = ["", "a b", "a:b", "a\r\nb", "\u{E9}"];
    let error = own.into_iter().chain(bad).fold(error, |error, name| error.with_header(name, "bad"));
    let error = ["a\r\nset-cookie: b", "a\nb", "\0"].into_iter().fold(error, |e, value| e.with_header("x-a", value));
    let error = error.with_header("Allow", "GET").with_header("ALLOW", "PUT").with_header("x-own", "1");
    assert_eq!((error.header("allow"), error.header("X-Own"), error.header("x-a")), (Some("PUT"), Some("1"), None));
    let error = error.with_status(StatusCode::IM_A_TEAPOT);
    let answer = respond(&error, &context());
    assert_eq!(answer.status, 418);
    assert_eq!(answer.names(), ["allow", "content-type", "x-amz-id-2", "x-amz-request-id", "x-own"]);
    assert_eq!(answer.document.unwrap().details, expected);
    assert_eq!(error.to_string(), "<none>");
    assert_eq!(error.clone(), error);
    assert_ne!(error.clone().with_detail("C", ""), error);
}

#[test]
fn of_many_details_the_first_of_a_name_is_read_and_the_last_one_set() {
    for count in [2, 3, 63, 64, 65, 66, 200] {
        let names: Vec<_> = (0..count).map(|number| format!("D{number}")).collect();
        let twice =
            |value: &str| names.iter().fold(String::new(), |all, name| format!("{all}<{name}>{value}{name}</{name}>"));
        // A comment leaves the document to the other reader.
        for comment in ["", "<!---->"] {
            let body = format!("<Error><Code>A</Code>{comment}{}{}</Error>", twice("first "), twice("second "));
            let limits = Limits::default().with_elements(1000);
            let read = ErrorDocument::parse_within(body.as_bytes(), &limits).unwrap();
            let expected: Vec<_> = names.iter().map(|name| (name.clone(), format!("first {name}"))).collect();
            assert_eq!(details(&read), expected, "{count}");
            let changed = names.iter().fold(read.clone(), |read, name| read.with_detail(name, "third"));
            let changed = changed.with_detail("New", "fourth").with_detail("New", "fifth");
            let mut expected: Vec<_> = names.iter().map(|name| (name.clone(), "third".to_owned())).collect();
            expected.push(("New".into(), "fifth".into()));
            assert_eq!(details(&changed), expected, "{count}");
            assert_eq!(read.detail("D1"), Some("first D1"), "a clone is changed alone");
        }
    }
}

#[test]
fn an_empty_code_in_a_header_is_none() {
    for pair in [("x-amz-error-code", ""), ("x-minio-error-code", "\"\""), ("x-minio-error-code", "\" \"")] {
        assert_eq!(read(404, &[pair], "").unwrap().code(), "NoSuchKey", "{pair:?}");
    }
    let code = read(404, &[("x-minio-error-code", "\" NoSuchUpload \"")], "").unwrap();
    assert_eq!(code.code(), "NoSuchUpload", "as in a document, the blanks around it do not count");
}

#[test]
fn of_repeated_detail_headers_the_first_counts() {
    let pairs = [("x-amz-error-code", "NoSuchKey"), ("x-amz-error-detail-Key", "a"), ("x-amz-error-detail-key", "b")];
    assert_eq!(render(&read(404, &pairs, "").unwrap()).details, [("Key".to_owned(), "a".to_owned())]);
}

#[test]
fn details_of_headers_are_spelled_as_s3_spells_them() {
    let pairs = [("x-amz-error-code", "NoSuchBucket"), ("x-amz-error-detail-BucketName", "b")];
    assert_eq!(read(404, &pairs, "").unwrap().detail("BucketName"), Some("b"));
}

#[test]
fn what_is_sensitive_in_a_header_shows_in_no_debug_and_no_log() {
    for name in ["x-amz-error-detail-Token-0", "x-amz-error-detail-StringToSign"] {
        let received = read(400, &[("x-amz-error-code", "ExpiredToken"), (name, "secret")], "").unwrap();
        let built = ErrorDocument::new(StandardError::ExpiredToken).with_header(name, "secret");
        for error in [received, built.with_header("x-own", "shown")] {
            assert!(!error.to_log_record(&context()).to_string().contains("secret"), "{name} in the log");
            assert!(!format!("{error:?}").contains("secret"), "{name} in Debug");
            let response = error.to_response(&context());
            let sent = &response.headers()[name];
            assert!(sent.is_sensitive() && sent == "secret", "{name} in the response");
        }
    }
}

#[test]
fn a_message_in_utf_8_is_read_from_a_header() {
    let pairs =
        [("x-amz-error-code", "NoSuchKey"), ("x-amz-error-message", "caf\u{E9}"), ("x-amz-error-detail-Key", "\u{E9}")];
    let error = read(404, &pairs, "").unwrap();
    assert_eq!((&*error.message(), error.detail("Key")), ("caf\u{E9}", Some("\u{E9}")));
}

#[test]
fn a_header_that_is_no_utf_8_is_passed_on_as_it_came() {
    let value = HeaderValue::from_bytes(b"caf\xE9").unwrap();
    let headers = HeaderMap::from_iter([(HeaderName::from_static("x-amz-meta-a"), value)]);
    let error = ErrorDocument::from_response(StatusCode::NOT_FOUND, &headers, BODY.as_bytes()).unwrap();
    assert_eq!(respond(&error, &context()).header("x-amz-meta-a"), Some(b"caf\xE9".as_slice()));
}

#[test]
fn headers_that_are_not_the_errors_are_read_but_not_passed_on_nor_shown() {
    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum TenantError {
        #[s3(code = "Quota", status = 403, message = "The quota is used up.")]
        Quota {
            #[s3(header = "X-Quota")]
            quota: u64,
        },
    }

    let response = TenantError::Quota { quota: 7 }.to_response(&context());
    let mut headers = response.headers().clone();
    headers.insert("set-cookie", HeaderValue::from_static("secret"));
    let document = ErrorDocument::from_response(response.status(), &headers, response.body()).unwrap();
    assert_eq!(TenantError::try_from(&document), Ok(TenantError::Quota { quota: 7 }));
    assert!(!format!("{document:?}").contains("secret"));
    let passed_on = respond(&document, &context());
    assert!(passed_on.header("x-quota").is_none() && passed_on.header("set-cookie").is_none());
}

#[test]
fn lines_of_allow_are_one_list() {
    let allow = read(405, &[("allow", "GET"), ("allow", "PUT")], &of_code("MethodNotAllowed")).unwrap();
    assert_eq!(respond(&allow, &context()).text("allow"), Some("GET, PUT"));
}

#[test]
fn a_reason_that_is_a_code_of_another_status_keeps_the_status_that_came() {
    for (status, code) in [(308, "PermanentRedirect"), (408, "RequestTimeout")] {
        let error = read(status, &[], "").unwrap();
        assert_eq!((error.code(), error.status().as_u16()), (code, status));
    }
}

#[test]
fn a_header_marked_sensitive_stays_so() {
    let mut value = HeaderValue::from_static("secret");
    value.set_sensitive(true);
    let headers = HeaderMap::from_iter([(HeaderName::from_static("x-amz-meta-a"), value)]);
    let error = ErrorDocument::from_response(StatusCode::NOT_FOUND, &headers, BODY.as_bytes()).unwrap();
    assert!(!format!("{error:?}").contains("secret"));
}

#[test]
fn the_query_of_a_url_in_a_header_is_not_shown() {
    let signed = "https://b.example/k?X-Amz-Security-Token=SECRET&X-Amz-Signature=SECRET";
    let (in_fragment, of_user) = ("https://b.example/k#token=SECRET", "https://AKIA:SECRET@b.example/k");
    for url in [signed, in_fragment, of_user] {
        let error = read(400, &[("x-amz-website-redirect-location", url)], "").unwrap();
        let shown = format!("{error:?}");
        assert!(shown.contains("b.example/k") && !shown.contains("SECRET"), "{shown}");
    }
    let resource = "<Error><Code>AccessDenied</Code><Resource>/b/k?X-Amz-Signature=SECRET</Resource></Error>";
    let error = read(403, &[], resource).unwrap();
    assert!(!format!("{error:?}").contains("SECRET"), "{error:?}");
    for (status, name) in [(307, "location"), (304, "content-location")] {
        let error = read(status, &[(name, signed)], "").unwrap();
        let shown = format!("{error:?}{error:#?}");
        assert!(shown.contains("https://b.example/k") && !shown.contains("SECRET"), "{shown}");
        assert_eq!(respond(&error, &context()).text(name), Some(signed), "it is sent whole");
    }
}

#[test]
fn no_location_goes_out_with_a_permanent_redirect() {
    let moved = read(301, &[("location", "https://example.com/")], &of_code("PermanentRedirect")).unwrap();
    assert_eq!(respond(&moved, &context()).header("location"), None);
    let built = |status: u16| ErrorDocument::custom("PermanentRedirect", status, "m").with_header("Location", "/");
    assert_eq!(respond(&built(301), &context()).header("location"), None);
    assert_eq!(respond(&built(308), &context()).text("location"), Some("/"), "a 308 is none of S3's");
    let elsewhere = read(307, &[("location", "https://example.com/")], &of_code("TemporaryRedirect")).unwrap();
    assert_eq!(respond(&elsewhere, &context()).text("location"), Some("https://example.com/"));
}

#[test]
fn what_a_stranger_wrote_is_shown_short_and_without_control_characters() {
    let body = format!("<x\u{1b}{}/>", "y".repeat(10_000));
    let shown = ErrorDocument::parse(body.as_bytes()).unwrap_err().to_string();
    assert!(shown.len() < 200 && !shown.contains(char::is_control), "{shown:?}");
    let shown = "\u{1b}".repeat(1_000).parse::<StandardError>().unwrap_err().to_string();
    assert!(shown.len() < 600 && !shown.contains(char::is_control), "{shown:?}");
}
