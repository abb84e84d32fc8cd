//! Errors whose `S3Error` is written by hand: nothing that they say breaks a document or a response.

use std::borrow::Cow;
use std::fmt::{self, Display};

use http::{Method, StatusCode, Version};
use s3err_core::{DetailVisitor, Fault, HeaderVisitor, Retry, S3Error};
use s3err_tests::context;
use s3err_tests::document::{render, render_in};
use s3err_tests::headers::respond;

/// An error with `code`, `status` and `message` alone.
#[derive(Debug)]
struct Least(u16);

impl S3Error for Least {
    fn code(&self) -> &'static str {
        "Least"
    }
    fn status(&self) -> StatusCode {
        StatusCode::from_u16(self.0).unwrap_or_default()
    }
    fn message(&self) -> Cow<'_, str> {
        "m".into()
    }
}

/// An error that says whatever it is told to.
struct Told<'a> {
    code: &'a str,
    message: &'a str,
    details: &'a [(&'a str, &'a str)],
    headers: &'a [(&'a str, &'a str)],
}

const NOTHING: Told<'static> = Told { code: "Told", message: "m", details: &[], headers: &[] };

impl S3Error for Told<'_> {
    fn code(&self) -> &str {
        self.code
    }
    fn status(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }
    fn message(&self) -> Cow<'_, str> {
        self.message.into()
    }
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        for (name, value) in self.details {
            details.push(name, value);
        }
    }
    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        for (name, value) in self.headers {
            headers.push(name, value);
        }
    }
}

#[test]
fn code_status_and_message_are_enough() {
    let document = render_in(&Least(400), &context().with_resource("/r"));
    assert_eq!((document.code.as_str(), document.message.as_str()), ("Least", "m"));
    assert_eq!((document.details, document.resource.as_deref()), (vec![], Some("/r")));
    assert_eq!((Least(400).variant(), Least(400).close()), ("Least", false));
    assert!(Least(400).origin().is_none());
    Least(400).visit_log(&mut |name, _| panic!("{name}"));
}

#[test]
fn fault_and_retry_go_by_the_status() {
    let table = [
        (304, Fault::Client, Retry::NEVER),
        (400, Fault::Client, Retry::NEVER),
        (408, Fault::Client, Retry::TRANSIENT),
        (429, Fault::Client, Retry::THROTTLING),
        (500, Fault::Server, Retry::TRANSIENT),
        (501, Fault::Server, Retry::NEVER),
        (502, Fault::Server, Retry::TRANSIENT),
        (503, Fault::Server, Retry::TRANSIENT),
        (504, Fault::Server, Retry::TRANSIENT),
        (509, Fault::Server, Retry::THROTTLING),
    ];
    for (status, fault, retry) in table {
        assert_eq!((Least(status).fault(), Least(status).retry()), (fault, retry), "{status}");
    }
}

#[test]
fn statuses_without_content_have_none() {
    let answer = respond(&Least(304), &context());
    assert!(answer.document.is_none());
    assert_eq!(answer.names(), ["x-amz-id-2", "x-amz-request-id"]);
    for status in [300, 305, 400, 599] {
        assert!(respond(&Least(status), &context()).document.is_some(), "{status}");
        assert!(respond(&Least(status), &context().with_method(Method::HEAD)).document.is_none(), "{status}");
    }
}

#[test]
fn a_status_that_is_not_an_error_is_sent_as_500() {
    for status in [100, 101, 103, 199, 200, 204, 205, 206, 299, 600, 999] {
        let response = Least(status).to_response(&context());
        assert_eq!(response.status(), 500, "{status}");
        assert!(!response.body().is_empty(), "{status}");
        assert!(Least(status).to_log_record(&context()).to_string().contains("status=500"), "{status}");
    }
}

#[test]
fn any_code_and_message_are_escaped() {
    for text in ["", "<&>\"'", "\r\n", "\0\u{1}\u{FFFF}", "</Code></Error>"] {
        let document = render(&Told { code: text, message: text, ..NOTHING });
        assert_eq!(document.code, document.message);
    }
}

#[test]
fn a_detail_that_would_break_the_document_is_left_out() {
    let details = [
        ("Key", "first"),
        ("Key", "twice"),
        ("Code", "own"),
        ("Message", "own"),
        ("Resource", "own"),
        ("RequestId", "own"),
        ("HostId", "own"),
        ("", "no name"),
        ("1", "no name"),
        ("-a", "no name"),
        ("a b", "no name"),
        ("a:b", "namespace"),
        ("xmlns:a", "namespace"),
        ("a><b", "markup"),
        ("a/", "markup"),
        ("a='b'", "markup"),
        ("a\u{1}", "forbidden"),
        ("key", "another"),
        ("code", "another"),
        ("_", "<&>"),
        ("Größe", ""),
    ];
    let document = render(&Told { details: &details, ..NOTHING });
    let kept: Vec<_> = document.details.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(kept, [("Key", "first"), ("key", "another"), ("code", "another"), ("_", "<&>"), ("Größe", "")]);
}

#[test]
fn a_header_that_would_break_the_response_is_left_out() {
    let headers = [
        ("ETag", "first"),
        ("etag", "twice"),
        ("Content-Type", "text/plain"),
        ("content-length", "0"),
        ("Transfer-Encoding", "chunked"),
        ("x-amz-request-id", "another"),
        ("X-Amz-Id-2", "another"),
        ("x-amzn-RequestId", "another"),
        ("", "no name"),
        ("a b", "no name"),
        ("a:b", "no name"),
        ("a\r\nb", "split"),
        ("x-split", "a\r\nx-evil: 1"),
        ("x-amz-meta-good", "b"),
    ];
    let answer = respond(&Told { headers: &headers, ..NOTHING }, &context());
    assert_eq!(answer.names(), ["content-type", "etag", "x-amz-id-2", "x-amz-meta-good", "x-amz-request-id"]);
    assert_eq!(answer.text("etag"), Some("first"));
}

/// Python's client takes a hundred lines, that of Node.js 16 KiB.
#[test]
fn headers_are_no_more_than_clients_take() {
    struct Many(usize, usize);
    impl S3Error for Many {
        fn code(&self) -> &'static str {
            "Many"
        }
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
        fn visit_details(&self, details: &mut DetailVisitor<'_>) {
            (0..self.0).for_each(|number| details.push(&format!("D{number}"), &"a".repeat(self.1)));
        }
        fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
            (0..self.0).for_each(|number| headers.push(&format!("x-{number}"), &"a".repeat(self.1)));
        }
    }
    for (count, length) in [(0, 0), (3, 100), (3, 1 << 20), (70, 1), (40_000, 1), (20, 1000), (20, 8192), (5, 8193)] {
        let error = Many(count, length);
        for response in [error.to_response(&context()), error.to_website_response(&context())] {
            let lines = response.headers().iter().map(|(name, value)| name.as_str().len() + 4 + value.len());
            let lines: Vec<_> = lines.collect();
            assert!(lines.len() < 80 && lines.iter().sum::<usize>() < 14 << 10, "{count} {length}");
            let sent = response.headers().keys().filter(|name| name.as_str().starts_with("x-0")).count();
            assert_eq!(sent, usize::from(count > 0 && length <= 8192), "{count} {length}");
        }
    }
}

#[test]
fn headers_of_its_own_go_before_those_that_would_be_added() {
    struct Slow;
    impl S3Error for Slow {
        fn code(&self) -> &'static str {
            "SlowDown"
        }
        fn status(&self) -> StatusCode {
            StatusCode::TEMPORARY_REDIRECT
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
        fn retry(&self) -> Retry {
            Retry::THROTTLING.with_wait(std::time::Duration::from_secs(9))
        }
        fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
            headers.push("Retry-After", &"Fri, 31 Dec 1999 23:59:59 GMT");
            headers.push("x-amz-bucket-region", &"own");
            headers.push_sensitive("x-amz-meta-secret", &"s");
        }
    }

    let answer = respond(&Slow, &context().with_bucket_region("contexts"));
    assert_eq!(answer.text("retry-after"), Some("Fri, 31 Dec 1999 23:59:59 GMT"));
    assert_eq!((answer.text("x-amz-retry-after"), answer.text("x-amz-bucket-region")), (Some("9000"), Some("own")));
    assert!(answer.headers["x-amz-meta-secret"].is_sensitive());
}

#[test]
fn a_connection_header_of_its_own_is_for_http_1() {
    let error = Told { headers: &[("Connection", "close")], ..NOTHING };
    for (version, expected) in [(Version::HTTP_11, Some("close")), (Version::HTTP_2, None), (Version::HTTP_3, None)] {
        assert_eq!(respond(&error, &context().with_version(version)).text("connection"), expected, "{version:?}");
    }
}

#[test]
fn what_it_calls_sensitive_shows_in_no_debug() {
    struct Secret;
    impl S3Error for Secret {
        fn code(&self) -> &'static str {
            "ExpiredToken"
        }
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
        fn visit_details(&self, details: &mut DetailVisitor<'_>) {
            details.push_sensitive("Token-0", &"hidden-text");
            details.push("Other", &"shown");
        }
    }

    assert_eq!(render(&Secret).detail("Token-0"), Some("hidden-text"));
    let debug = format!("{:?} {:?}", Secret.details(), &Secret as &dyn S3Error);
    assert!(debug.contains("shown") && !debug.contains("hidden-text"), "{debug}");
}

#[test]
fn a_display_that_fails_ends_its_own_value_alone() {
    struct Broken;
    impl Display for Broken {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("half")?;
            Err(fmt::Error)
        }
    }
    struct Half;
    impl S3Error for Half {
        fn code(&self) -> &'static str {
            "Half"
        }
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
        fn visit_details(&self, details: &mut DetailVisitor<'_>) {
            details.push("A", &Broken);
            details.push("B", &"whole");
        }
    }

    let document = render(&Half);
    assert_eq!((document.detail("A"), document.detail("B")), (Some("half"), Some("whole")));
}

#[test]
fn the_variant_is_the_name_of_the_type() {
    struct Of<T>(T);
    impl<T> S3Error for Of<T> {
        fn code(&self) -> &'static str {
            "Of"
        }
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
    }

    assert_eq!(Of(vec![Of(1).0]).variant(), "Of");
    assert_eq!((&&Least(400)).variant(), "Least");
    assert_eq!((&Least(400) as &dyn S3Error).variant(), "Least");
}

#[test]
fn the_variant_is_the_name_of_a_type_inside_a_generic_impl_as_well() {
    struct Holder<T>(T);
    impl Holder<u8> {
        fn local(&self) -> Box<dyn S3Error> {
            struct Local;
            impl S3Error for Local {
                fn code(&self) -> &'static str {
                    "Local"
                }
                fn status(&self) -> StatusCode {
                    StatusCode::BAD_REQUEST
                }
                fn message(&self) -> Cow<'_, str> {
                    "m".into()
                }
            }
            let _ = self.0;
            Box::new(Local)
        }
    }

    assert_eq!(Holder(1).local().variant(), "Local");
}

#[test]
fn a_derived_error_takes_everything_from_it() {
    #[derive(S3Error)]
    enum Outer<'a> {
        #[s3(transparent)]
        Told(Told<'a>),
    }

    let told = || Told { details: &[("Key", "a&b"), ("Key", "twice")], headers: &[("ETag", "e")], ..NOTHING };
    let (outer, inner) = (respond(&Outer::Told(told()), &context()), respond(&told(), &context()));
    assert_eq!((outer.document, outer.headers), (inner.document, inner.headers));
    assert_eq!(Outer::Told(told()).variant(), "Told");
}

#[test]
fn what_the_catalogue_keeps_secret_is_secret_by_hand_as_well() {
    struct Expired;
    impl S3Error for Expired {
        fn code(&self) -> &'static str {
            "ExpiredToken"
        }
        fn status(&self) -> StatusCode {
            StatusCode::BAD_REQUEST
        }
        fn message(&self) -> Cow<'_, str> {
            "The provided token has expired.".into()
        }
        fn visit_details(&self, details: &mut DetailVisitor<'_>) {
            details.push("Token-0", &"secret");
        }
    }

    assert!(!Expired.to_log_record(&context()).to_string().contains("secret"));
    assert_eq!(render(&Expired).detail("Token-0"), Some("secret"));
}

#[test]
fn a_wrapper_goes_before_what_it_wraps() {
    #[derive(Debug, S3Error)]
    struct NoSuchKey {
        #[s3(detail)]
        key: &'static str,
    }
    struct Wrapper(NoSuchKey);
    impl S3Error for Wrapper {
        fn code(&self) -> &str {
            self.0.code()
        }
        fn status(&self) -> StatusCode {
            self.0.status()
        }
        fn message(&self) -> Cow<'_, str> {
            self.0.message()
        }
        fn visit_details(&self, details: &mut DetailVisitor<'_>) {
            details.push("Key", &"outer");
            self.0.visit_details(details);
        }
    }

    assert_eq!(render(&Wrapper(NoSuchKey { key: "inner" })).details, [("Key".to_owned(), "outer".to_owned())]);
}

#[test]
fn an_override_of_what_is_provided_cannot_bend_the_document() {
    struct Bent;
    impl S3Error for Bent {
        fn code(&self) -> &'static str {
            "NoSuchKey"
        }
        fn status(&self) -> StatusCode {
            StatusCode::NOT_FOUND
        }
        fn message(&self) -> Cow<'_, str> {
            "m".into()
        }
        fn details(&self) -> Vec<s3err_core::Detail> {
            let mut details = StandardDetail { key: "k" }.details();
            for detail in &mut details {
                detail.name = "Key><Injected".into();
            }
            details
        }
    }
    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey")]
    struct StandardDetail {
        #[s3(detail)]
        key: &'static str,
    }

    assert!(!Bent.to_xml(&context()).contains("Injected"));
}
