//! Results of operations that answer 200 before they know: what is a success, what is an error, and which keys failed.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use http::HeaderMap;
use s3err_core::{DeleteError, ErrorDocument, Exceeded, Found, Limits, ParseError, RetryClass, S3Error, StandardError};
use s3err_tests::context;

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

fn embedded(body: &[u8]) -> Option<ErrorDocument> {
    let headers = HeaderMap::from_iter([("x-amz-request-id".parse().unwrap(), "ABC".parse().unwrap())]);
    ErrorDocument::from_embedded(&headers, body, "CopyObjectResult")
}

#[test]
fn a_whole_result_is_the_success() {
    let utf_16: Vec<u8> = "\u{feff}<CopyObjectResult/>".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let long = format!("<CopyObjectResult><ETag>{}</ETag></CopyObjectResult>", "x".repeat(2 << 20));
    for body in [
        "<CopyObjectResult/>",
        "<CopyObjectResult></CopyObjectResult>\n",
        "  \n <CopyObjectResult><ETag>&quot;e&quot;</ETag></CopyObjectResult>",
        "<?xml version=\"1.0\"?>\n \n<CopyObjectResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><A><B/></A></CopyObjectResult>",
        "<s3:CopyObjectResult xmlns:s3='u'><Code>A</Code></s3:CopyObjectResult>",
        &long,
    ] {
        assert_eq!(embedded(body.as_bytes()), None, "{body:.100}");
    }
    assert_eq!(embedded(&utf_16), None);
}

#[test]
fn silence_and_half_a_result_are_errors_that_are_worth_another_try() {
    let blanks = format!("{DECLARATION}{}", " ".repeat(2 << 20));
    for body in [
        "",
        " \n ",
        DECLARATION,
        &blanks,
        "<CopyObjectRes",
        "<CopyObjectResult><ETag>",
        "<CopyObjectResult></CopyObject>",
        "<CopyObjectResult/><Error/>",
        "<CopyPartResult/>",
        "<html/>",
        "<Error/>",
        "<Error><Code>Slow",
        "ok",
    ] {
        let error = embedded(body.as_bytes()).unwrap();
        assert_eq!((error.code(), error.status().as_u16(), error.request_id()), ("InternalError", 500, Some("ABC")));
        assert_eq!(error.retry().class(), RetryClass::Transient);
        assert!(error.unread().is_some() && error.message() != StandardError::InternalError.message(), "{body:.100}");
        assert_eq!(error.to_response(&context()).status(), 500);
    }
}

#[test]
fn an_error_in_a_200_is_that_error() {
    for (body, code, status) in [
        ("<Error><Code>SlowDown</Code><Message>later</Message></Error>", "SlowDown", 503),
        ("  \n<Error><Code>PreconditionFailed</Code></Error>", "PreconditionFailed", 412),
        ("<Error><Code>Own</Code></Error>", "Own", 500),
    ] {
        for before in ["", DECLARATION, "   "] {
            let error = embedded(format!("{before}{body}").as_bytes()).unwrap();
            assert_eq!((error.code(), error.status().as_u16(), error.unread()), (code, status, None));
        }
    }
}

#[test]
fn every_key_that_failed_is_read() {
    let body = "<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Deleted><Key>a</Key></Deleted>\
        <Error><Key> b &amp; c\n</Key><VersionId>v</VersionId><Code>AccessDenied</Code><Message>no</Message></Error>\
        <Error><Code>SlowDown</Code><Message/><Key>d</Key><VersionId/></Error><Error/><Other><Error/></Other>\
        <Error><Key>e</Key><Message>m</Message><Resource>/e</Resource><Extra>x</Extra></Error></DeleteResult>";
    for body in [body.to_owned(), format!("{DECLARATION}{body}\n"), body.replace("<Error/>", "<Error></Error>")] {
        let errors = DeleteError::parse_all(body.as_bytes()).unwrap();
        let read: Vec<_> = errors
            .iter()
            .map(|error| (error.key(), error.version_id(), error.error().code(), error.error().status().as_u16()))
            .collect();
        let expected = [
            (" b & c\n", Some("v"), "AccessDenied", 403),
            ("d", None, "SlowDown", 503),
            ("", None, "InternalError", 500), // a failure without a code is one all the same
            ("e", None, "InternalError", 500),
        ];
        assert_eq!(read, expected);
        let [denied, slow, _, last] = &errors[..] else { panic!() };
        assert_eq!(
            (denied.error().retry().class(), slow.error().retry().class()),
            (RetryClass::Never, RetryClass::Throttling)
        );
        assert_eq!(
            (&*last.error().message(), last.error().detail("Extra"), last.error().detail("Key")),
            ("m", Some("x"), None)
        );
        assert_eq!(last.error().unread(), Some(&ParseError::NotAnError(Found::NoCode)));
    }
    assert_eq!(DeleteError::parse_all(b"<DeleteResult/>"), Ok(Vec::new()));
}

#[test]
fn a_thousand_long_keys_are_within_the_limits() {
    let long = |n: usize| format!("{n:0>4}{}", "&".repeat(1020));
    let entry = |n: usize| {
        let error = StandardError::AccessDenied;
        error.to_delete_entry(&long(n), Some("3sL4kqtJlcpXroDTDmJ+rmSpXd3dIbrHY+MTRCxf3vjVBH40Nr8X8gdRQBpUMLUo"))
    };
    let body: String = (0..1000).map(entry).collect();
    let body = format!("<DeleteResult>{body}</DeleteResult>");
    assert!(body.len() > 5 << 20, "{} bytes", body.len());
    let errors = DeleteError::parse_all(body.as_bytes()).unwrap();
    assert_eq!((errors.len(), errors[999].key()), (1000, &*long(999)));
    // Deleted, and nothing of it an error: the result is told from an error before its size is.
    let body = body.replace("<Error>", "<Deleted>").replace("</Error>", "</Deleted>");
    assert_eq!(DeleteError::parse_all(body.as_bytes()), Ok(Vec::new()));
    let read = ErrorDocument::from_response(http::StatusCode::OK, &HeaderMap::new(), body.as_bytes());
    assert_eq!(read, Err(ParseError::NotAnError(Found::Document("DeleteResult".into()))));
}

#[test]
fn what_is_not_a_delete_result_is_told() {
    let limits = Limits::default().with_size(40);
    let long = format!("<DeleteResult>{}</DeleteResult>", " ".repeat(40));
    let not = |found| Err(ParseError::NotADeleteResult(found));
    for (body, expected) in [
        ("", not(Found::Nothing)),
        ("{}", not(Found::Json)),
        ("<html>", not(Found::Html)),
        ("<Error><Code>SlowDown</Code></Error>", not(Found::Document("Error".into()))),
        ("<Error><Code>SlowDown</Code><Message/></Error>", not(Found::Document("Error".into()))), // too large as well
        (long.as_str(), Err(ParseError::TooLarge(Exceeded::Size(40)))),
    ] {
        assert_eq!(DeleteError::parse_all_within(body.as_bytes(), &limits), expected, "{body}");
    }
    for body in ["<DeleteResult><Error>", "<DeleteResult/>x", "<DeleteResult><Error></DeleteResult>"] {
        assert!(matches!(DeleteError::parse_all(body.as_bytes()), Err(ParseError::Broken { .. })), "{body}");
    }
}
