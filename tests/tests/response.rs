//! The HTTP response: status, headers, and when there is a body.

use std::time::Duration;

use http::{Method, Version};
use s3err_core::{HostId, RequestContext, RequestId, S3Error, StandardError};
use s3err_tests::headers::respond;
use s3err_tests::{HOST_ID, REQUEST_ID, context};

const USUAL: [&str; 3] = ["content-type", "x-amz-id-2", "x-amz-request-id"];

fn head() -> RequestContext {
    context().with_method(Method::HEAD)
}

#[derive(Debug, S3Error)]
enum Elsewhere {
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "x-amz-bucket-region")]
        region: String,
    },
    #[s3(header("Location", "http://{endpoint}/{key}"))]
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        key: String,
    },
    #[s3(code = "AuthorizationHeaderMalformed")]
    WrongRegion {
        #[s3(detail)]
        region: String,
    },
}

fn permanent(region: &str) -> Elsewhere {
    Elsewhere::PermanentRedirect {
        endpoint: "b.s3.eu-west-1.amazonaws.com".into(),
        bucket: "b".into(),
        region: region.into(),
    }
}

fn temporary(key: &str) -> Elsewhere {
    Elsewhere::TemporaryRedirect {
        endpoint: "quotes.s3-4c25d83b.amazonaws.com".into(),
        bucket: "quotes".into(),
        key: key.into(),
    }
}

#[test]
fn every_response_has_its_ids_and_its_type_and_no_more() {
    for error in [StandardError::NoSuchKey, StandardError::InternalError, StandardError::SlowDown] {
        assert_eq!(respond(&error, &context()).names(), USUAL, "{}", error.code());
    }
    let without_host = RequestContext::new(RequestId::from_static(REQUEST_ID));
    assert_eq!(respond(&StandardError::NoSuchKey, &without_host).names(), ["content-type", "x-amz-request-id"]);
}

#[test]
fn ids_are_the_same_in_header_and_document() {
    let context = RequestContext::new(RequestId::from_static("a")).with_host_id(HostId::from_static("._:/+=-"));
    let answer = respond(&StandardError::NoSuchKey, &context);
    let document = answer.document.clone().unwrap();
    assert_eq!((answer.text("x-amz-request-id"), answer.text("x-amz-id-2")), (Some("a"), Some("._:/+=-")));
    assert_eq!((document.request_id.as_deref(), document.host_id.as_deref()), (Some("a"), Some("._:/+=-")));
}

#[test]
fn a_head_has_status_and_headers_of_the_get_and_no_body() {
    let errors: [&dyn S3Error; 4] =
        [&StandardError::NoSuchKey, &StandardError::SlowDown, &permanent("eu-west-1"), &temporary("nelson.txt")];
    for error in errors {
        let (get, head) = (respond(error, &context()), respond(error, &head()));
        assert_eq!((head.status, &head.headers), (get.status, &get.headers), "{}", error.code());
        assert!(head.document.is_none() && get.document.is_some(), "{}", error.code());
    }
}

#[test]
fn every_other_method_has_a_body() {
    for method in [Method::GET, Method::PUT, Method::POST, Method::DELETE, Method::OPTIONS, Method::PATCH] {
        assert!(respond(&StandardError::NoSuchKey, &context().with_method(method)).document.is_some());
    }
}

#[test]
fn what_was_not_modified_has_neither_body_nor_type() {
    #[derive(Debug, S3Error)]
    struct NotModified {
        #[s3(header = "ETag")]
        etag: &'static str,
    }

    for context in [context(), head()] {
        let answer = respond(&NotModified { etag: "\"abc\"" }, &context);
        assert_eq!((answer.status, answer.document.is_none()), (304, true));
        assert_eq!(answer.names(), ["etag", "x-amz-id-2", "x-amz-request-id"]);
        assert_eq!(answer.text("etag"), Some("\"abc\""));
    }
}

#[test]
fn the_version_is_that_of_the_request() {
    for version in [Version::HTTP_10, Version::HTTP_11, Version::HTTP_2, Version::HTTP_3] {
        let response = StandardError::NoSuchKey.to_response(&context().with_version(version));
        assert_eq!(response.version(), version);
    }
}

#[test]
fn the_region_of_the_bucket_goes_with_redirects_wrong_regions_and_heads() {
    #[derive(Debug, S3Error)]
    #[s3(code = "AuthorizationQueryParametersError")]
    struct Presigned {
        #[s3(detail)]
        region: &'static str,
    }

    let wrong = Elsewhere::WrongRegion { region: "eu-west-1".into() };
    let with_region: [&dyn S3Error; 6] = [
        &temporary("k"),
        &StandardError::Redirect,
        &wrong,
        &Presigned { region: "eu-west-1" },
        &StandardError::IllegalLocationConstraintException,
        &StandardError::InvalidToken,
    ];
    for error in with_region {
        let answer = respond(error, &context().with_bucket_region("eu-west-1"));
        assert_eq!(answer.text("x-amz-bucket-region"), Some("eu-west-1"), "{}", error.code());
        assert_eq!(respond(error, &context()).header("x-amz-bucket-region"), None, "{}", error.code());
    }
    for error in [StandardError::NoSuchKey, StandardError::AccessDenied, StandardError::NotModified] {
        let answer = respond(&error, &context().with_bucket_region("eu-west-1"));
        assert_eq!(answer.header("x-amz-bucket-region"), None, "{}", error.code());
        let answer = respond(&error, &head().with_bucket_region(String::from("eu-west-1")));
        assert_eq!(answer.text("x-amz-bucket-region"), Some("eu-west-1"), "{}", error.code());
    }
}

#[test]
fn the_region_of_the_error_goes_before_that_of_the_bucket() {
    for context in [context(), head()] {
        let answer = respond(&permanent("ap-northeast-1"), &context.with_bucket_region("eu-west-1"));
        assert_eq!(answer.text("x-amz-bucket-region"), Some("ap-northeast-1"));
    }
}

#[test]
fn a_permanent_redirect_has_no_location_and_a_temporary_one_has() {
    let answer = respond(&permanent("eu-west-1"), &context());
    assert_eq!((answer.status, answer.header("location")), (301, None));
    assert_eq!(answer.document.unwrap().detail_names(), ["Endpoint", "Bucket"]);
    let answer = respond(&temporary("nelson.txt?rk=8d47490b"), &context());
    // The documentation's example: samples/TemporaryRedirect-docs.
    let location = "http://quotes.s3-4c25d83b.amazonaws.com/nelson.txt?rk=8d47490b";
    assert_eq!((answer.status, answer.text("location")), (307, Some(location)));
    assert_eq!(answer.document.unwrap().detail_names(), ["Endpoint", "Bucket"]);
}

#[test]
fn a_region_that_cannot_be_sent_is_left_out() {
    for region in ["eu-west-1\r\nx-evil: 1", "a\nb", "a\0b", "\u{7F}"] {
        let from_context = respond(&temporary("k"), &context().with_bucket_region(region));
        assert_eq!(from_context.names(), ["content-type", "location", "x-amz-id-2", "x-amz-request-id"], "{region:?}");
        assert_eq!(respond(&permanent(region), &context()).names(), USUAL, "{region:?}");
    }
}

#[derive(Debug, S3Error)]
struct SlowDown {
    #[s3(retry_after)]
    wait: Option<Duration>,
}

#[test]
fn a_wait_is_rounded_up_to_seconds_and_to_milliseconds() {
    let table = [
        (Duration::ZERO, "0", "0"),
        (Duration::from_nanos(1), "1", "1"),
        (Duration::from_micros(999), "1", "1"),
        (Duration::from_millis(1), "1", "1"),
        (Duration::new(0, 1_000_001), "1", "2"),
        (Duration::from_millis(999), "1", "999"),
        (Duration::from_secs(1), "1", "1000"),
        (Duration::new(1, 1), "2", "1001"),
        (Duration::from_millis(1500), "2", "1500"),
        (Duration::from_secs(60), "60", "60000"),
        (Duration::from_secs(u64::MAX), "18446744073709551615", "18446744073709551615000"),
    ];
    for (wait, seconds, millis) in table {
        let error = SlowDown { wait: Some(wait) };
        assert_eq!(error.retry().wait(), Some(wait));
        let answer = respond(&error, &context());
        assert_eq!(answer.text("x-amz-retry-after"), Some(millis), "{wait:?}");
        assert_eq!(answer.text("retry-after"), Some(seconds), "{wait:?}");
    }
    assert_eq!(respond(&SlowDown { wait: None }, &context()).names(), USUAL);
    assert_eq!(SlowDown { wait: None }.retry().wait(), None);
}

#[test]
fn the_longest_wait_is_rounded_up_as_any() {
    let answer = respond(&SlowDown { wait: Some(Duration::MAX) }, &context());
    assert_eq!(answer.text("x-amz-retry-after"), Some("18446744073709551616000"));
    assert_eq!(answer.text("retry-after"), Some("18446744073709551616"));
}

#[test]
fn the_connection_is_closed_by_the_error_or_by_the_context_and_on_http_1_only() {
    #[derive(Debug, S3Error)]
    enum Upload {
        #[s3(close)]
        EntityTooLarge,
        NoSuchKey,
    }

    assert!(Upload::EntityTooLarge.close() && !Upload::NoSuchKey.close());
    let table = [
        (Version::HTTP_09, true),
        (Version::HTTP_10, true),
        (Version::HTTP_11, true),
        (Version::HTTP_2, false),
        (Version::HTTP_3, false),
    ];
    for (version, closes) in table {
        let read = context().with_version(version);
        let unread = read.clone().with_unread_body(true);
        for (error, context, asks) in [
            (Upload::EntityTooLarge, &read, true),
            (Upload::EntityTooLarge, &unread, true),
            (Upload::NoSuchKey, &unread, true),
            (Upload::NoSuchKey, &read, false),
        ] {
            let expected = (asks && closes).then_some("close");
            assert_eq!(respond(&error, context).text("connection"), expected, "{version:?} {}", error.code());
        }
    }
    let unset = context().with_unread_body(true).with_unread_body(false);
    assert_eq!(respond(&Upload::NoSuchKey, &unset).header("connection"), None);
}

#[test]
fn headers_of_the_error_merge_with_those_of_every_response() {
    #[derive(Debug, S3Error)]
    #[s3(code = "MethodNotAllowed", header("Allow", "DELETE"), header("x-amz-delete-marker", "true"))]
    struct DeleteMarker {
        #[s3(header = "Last-Modified")]
        last_modified: &'static str,
    }

    let answer = respond(&DeleteMarker { last_modified: "Thu, 01 Jan 1970 00:00:00 GMT" }, &context());
    let names = ["allow", "content-type", "last-modified", "x-amz-delete-marker", "x-amz-id-2", "x-amz-request-id"];
    assert_eq!((answer.status, answer.names()), (405, names.to_vec()));
    assert_eq!((answer.text("allow"), answer.text("x-amz-delete-marker")), (Some("DELETE"), Some("true")));
    assert_eq!(answer.text("last-modified"), Some("Thu, 01 Jan 1970 00:00:00 GMT"));
}

#[test]
fn a_header_that_cannot_be_sent_is_left_out_and_never_split() {
    #[derive(Debug, S3Error)]
    #[s3(code = "InvalidRange", header("Content-Range", "bytes */{size}"))]
    struct Range<'a> {
        size: &'a str,
        #[s3(header = "ETag")]
        etag: &'a str,
    }

    for bad in ["5\r\nx-evil: 1", "5\nx-evil: 1", "5\r", "\0", "\u{1}", "\u{7F}"] {
        let answer = respond(&Range { size: bad, etag: "e" }, &context());
        assert_eq!(answer.names(), ["content-type", "etag", "x-amz-id-2", "x-amz-request-id"], "{bad:?}");
        let answer = respond(&Range { size: "5", etag: bad }, &context());
        assert_eq!(answer.names(), ["content-range", "content-type", "x-amz-id-2", "x-amz-request-id"], "{bad:?}");
    }
    for good in ["", "a b\tc", "\"abc\"", "\u{e9}\u{20AC}"] {
        let answer = respond(&Range { size: good, etag: good }, &context());
        assert_eq!(answer.header("etag"), Some(good.as_bytes()));
        assert_eq!(answer.header("content-range"), Some(format!("bytes */{good}").as_bytes()));
    }
}

#[test]
fn sensitive_headers_are_marked_for_whoever_logs_them() {
    #[derive(Debug, S3Error)]
    #[s3(code = "ExpiredToken", header("x-amz-meta-plain", "plain"))]
    struct Token {
        #[s3(header = "x-amz-meta-token", sensitive)]
        token: &'static str,
        #[s3(header = "x-amz-meta-open")]
        open: &'static str,
    }

    let answer = respond(&Token { token: "secret", open: "open" }, &context());
    assert_eq!(answer.text("x-amz-meta-token"), Some("secret"));
    let marked: Vec<_> = answer.headers.iter().filter(|(_, value)| value.is_sensitive()).collect();
    assert_eq!(marked.len(), 1);
    assert!(answer.headers["x-amz-meta-token"].is_sensitive());
    assert!(!format!("{:?}", answer.headers).contains("secret"));
}

#[test]
fn the_context_says_what_it_was_given() {
    let context = context()
        .with_resource("/b/k")
        .with_method(Method::PUT)
        .with_version(Version::HTTP_2)
        .with_bucket_region("eu-west-1")
        .with_unread_body(true);
    assert_eq!(context.request_id().as_str(), REQUEST_ID);
    assert_eq!(context.host_id().map(HostId::as_str), Some(HOST_ID));
    assert_eq!((context.resource(), context.bucket_region()), (Some("/b/k"), Some("eu-west-1")));
    assert_eq!((context.method(), context.version(), context.unread_body()), (&Method::PUT, Version::HTTP_2, true));
    let plain = RequestContext::new(RequestId::from_static("a"));
    assert_eq!((plain.host_id(), plain.resource(), plain.bucket_region()), (None, None, None));
    assert_eq!((plain.method(), plain.version(), plain.unread_body()), (&Method::GET, Version::HTTP_11, false));
}

#[test]
fn ids_have_1_to_128_letters_digits_and_a_few_signs() {
    let long = "a".repeat(128);
    for good in ["a", "404", "a._:/+=-Z9", REQUEST_ID, HOST_ID, &long] {
        assert_eq!(RequestId::try_from(good).unwrap().as_str(), good);
        assert_eq!(HostId::try_from(good).unwrap().as_str(), good);
    }
    let too_long = "a".repeat(129);
    for bad in ["", " ", "a b", "a\r\n", "a<b", "a&b", "\u{e9}", "a\0", &too_long] {
        assert!(RequestId::try_from(bad).is_err() && HostId::try_from(bad).is_err(), "{bad:?}");
    }
}
