//! The details that a server adds to every error, and errors that are put together where they happen.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use std::borrow::Cow;
use std::error::Error;
use std::io;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use http::{Method, Request, Version};
use s3err_core::{
    ErrorDocument, Failure, HeaderVisitor, RequestContext, RequestId, S3Error, StandardError, find_in_chain,
};
use s3err_tests::context;
use s3err_tests::document::parse;

#[derive(Debug, S3Error)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: &'static str,
        #[s3(detail = "Region")]
        region: Option<&'static str>,
    },
}

fn missing(region: Option<&'static str>) -> ObjectError {
    ObjectError::NoSuchKey { key: "a", region }
}

#[test]
fn a_detail_of_the_server_follows_those_of_the_error_unless_it_has_one() {
    let context = context().with_detail("Region", "gar & age").with_detail("Region", "twice").with_detail("a b", "bad");
    let details = |error: &dyn S3Error| parse(&error.to_xml(&context)).0.details;
    let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    assert_eq!(details(&missing(None)), owned(&[("Key", "a"), ("Region", "gar & age")]));
    assert_eq!(details(&missing(Some("own"))), owned(&[("Key", "a"), ("Region", "own")]));
    assert_eq!(details(&StandardError::SlowDown), owned(&[("Region", "gar & age")]));
    let built = StandardError::SlowDown.with_detail("Key", "b");
    assert_eq!(details(&built), owned(&[("Key", "b"), ("Region", "gar & age")]));
    assert_eq!(details(&built.with_detail("Region", "own")), owned(&[("Key", "b"), ("Region", "own")]));
    for error in [&missing(None) as &dyn S3Error, &missing(Some("gar &amp; age"))] {
        for response in [error.to_soap_response(&context), error.to_website_response(&context)] {
            let body = std::str::from_utf8(response.body()).unwrap();
            assert_eq!(body.matches("gar ").count(), 1, "{body}");
        }
    }
}

#[test]
fn a_context_takes_method_and_version_of_the_request() {
    let request = Request::head("/b/k").version(Version::HTTP_2).body(()).unwrap();
    let context = RequestContext::of(&request, RequestId::from_static("A"));
    assert_eq!((context.method(), context.version(), context.resource()), (&Method::HEAD, Version::HTTP_2, None));
    let response = StandardError::NoSuchKey.to_response(&context);
    assert_eq!((response.body().len(), response.version()), (0, Version::HTTP_2));
}

#[test]
fn an_error_of_s3_is_changed_where_it_happens() {
    let error = StandardError::InvalidArgument.with_message("m");
    assert_eq!((error.code(), &*error.message(), error.status().as_u16()), ("InvalidArgument", "m", 400));
    assert_eq!(StandardError::InvalidArgument.with_status(409).status().as_u16(), 409);
    assert_eq!(StandardError::InvalidArgument.with_status(200).status().as_u16(), 400);
    assert_eq!(
        StandardError::InvalidRange.with_header("Content-Range", "bytes */5").header("content-range"),
        Some("bytes */5")
    );
    let busy = StandardError::SlowDown.with_retry_after(Duration::MAX);
    assert_eq!(busy.header("retry-after"), Some("18446744073709551616"));
    let (document, _) = parse(&busy.to_xml(&context()));
    assert_eq!(document.code, "SlowDown");
}

#[test]
fn an_error_is_the_source_in_whatever_holds_it() {
    #[derive(Debug, S3Error)]
    #[s3(default = "InternalError")]
    enum Held {
        A(#[s3(source)] Box<dyn Error>),
        B(#[s3(source)] Box<dyn Error + Send>),
        C(#[s3(source)] Arc<dyn Error + Send + Sync>),
        D(#[s3(source)] Rc<io::Error>),
        E(#[s3(source)] Option<Box<dyn Error + Send + Sync>>),
        F(#[s3(source)] &'static io::Error),
    }
    let io = || io::Error::other("sector 9");
    let leaked: &'static io::Error = Box::leak(Box::new(io()));
    let all = [
        Held::A(io().into()),
        Held::B(Box::new(io())),
        Held::C(Arc::new(io())),
        Held::D(Rc::new(io())),
        Held::E(Some(io().into())),
        Held::F(leaked),
    ];
    for held in all {
        let found = held.origin().and_then(find_in_chain::<io::Error>).map(ToString::to_string);
        assert_eq!(found.as_deref(), Some("sector 9"), "{held:?}");
    }
    assert!(Held::E(None).origin().is_none());
    let failure = Failure::from(Missing(io()));
    assert_eq!(failure.source().map(ToString::to_string).as_deref(), Some("sector 9"));
}

#[derive(Debug, S3Error)]
#[s3(code = "InternalError")]
struct Missing(#[s3(source)] io::Error);

#[test]
fn a_visitor_of_headers_is_told_what_was_received() {
    let document = StandardError::InvalidRange.with_header("ETag", "\"e\"").with_header("x-amz-error-detail-own", "v");
    let mut seen = Vec::new();
    let mut visit = |name: &str, value: &dyn std::fmt::Display, sensitive: bool| {
        seen.push((name.to_owned(), value.to_string(), sensitive));
    };
    let mut visitor = HeaderVisitor::new(&mut visit);
    document.visit_headers(&mut visitor);
    visitor.push_sensitive("x-own", &7);
    assert!(format!("{visitor:?}").contains("HeaderVisitor"));
    let expected = [("etag", "\"e\"", false), ("x-amz-error-detail-own", "v", false), ("x-own", "7", true)];
    assert_eq!(seen, expected.map(|(name, value, sensitive)| (name.to_owned(), value.to_owned(), sensitive)));
}

#[test]
fn a_document_that_no_variant_takes_may_be_boxed() {
    #[derive(Debug, S3Error)]
    #[s3(decode)]
    enum Boxed {
        NoSuchKey,
        #[s3(other)]
        Other(Box<ErrorDocument>),
    }
    let other = Boxed::from(ErrorDocument::custom("Odd", 418, "m"));
    assert_eq!((other.code(), other.status().as_u16(), other.message()), ("Odd", 418, Cow::Borrowed("m")));
    assert!(matches!(Boxed::from(ErrorDocument::new(StandardError::NoSuchKey)), Boxed::NoSuchKey));
}
