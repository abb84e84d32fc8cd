//! Decoding: what was sent, by this server or another, is the typed error again.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, StatusCode};
use proptest::prelude::*;
use s3err_core::{Describe, ErrorDocument, S3Error, StandardError, hex_bytes};
use s3err_tests::context;
use s3err_tests::document::carried;

fn parse(body: &str) -> ErrorDocument {
    ErrorDocument::parse(body.as_bytes()).unwrap()
}

fn document(code: &str, details: &[(&str, &str)]) -> ErrorDocument {
    let details: Vec<_> = details.iter().map(|(name, text)| format!("<{name}>{text}</{name}>")).collect();
    parse(&format!("<Error><Code>{code}</Code><Message>m</Message>{}</Error>", details.concat()))
}

/// The response of an error as a client reads it.
fn sent(error: &dyn S3Error) -> ErrorDocument {
    let response = error.to_response(&context());
    ErrorDocument::from_response(response.status(), response.headers(), response.body()).unwrap()
}

#[test]
fn every_standard_error_comes_back() {
    assert_eq!(StandardError::ALL.len(), StandardError::SPECS.len());
    for error in StandardError::ALL {
        let read = parse(&error.to_xml(&context()));
        assert_eq!((read.standard(), read.code().parse()), (Some(*error), Ok(*error)));
        assert_eq!((read.status(), read.message()), (error.status(), error.message()), "{error:?}");
        assert_eq!((read.fault(), read.retry(), read.variant()), (error.fault(), error.retry(), error.variant()));
        assert_eq!(read.to_xml(&context()), error.to_xml(&context()), "{error:?}");
        if error.status() != StatusCode::NOT_MODIFIED {
            assert_eq!(sent(error).standard(), Some(*error));
        }
    }
}

#[derive(Clone, Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Every {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    NoSuchVersion {
        #[s3(detail)]
        key: Option<String>,
        #[s3(detail(parse = boxed))]
        version_id: Option<Box<str>>,
    },
    InvalidRange {
        #[s3(detail)]
        actual_object_size: u64,
        #[s3(detail = "Offset")]
        offset: Option<i128>,
        #[s3(header = "ETag")]
        etag: String,
        #[s3(header = "x-amz-part", detail = "Part")]
        part: Option<u16>,
    },
    SignatureDoesNotMatch {
        #[s3(detail(with = hex_bytes, parse = from_hex))]
        string_to_sign_bytes: Vec<u8>,
        #[s3(detail(with = hex_bytes, parse = from_hex))]
        canonical_request_bytes: Option<Vec<u8>>,
        #[s3(header(name = "x-amz-seal", with = hex_bytes, parse = from_hex))]
        seal: Vec<u8>,
    },
    BadDigest(#[s3(detail = "CalculatedDigest")] String, #[s3(detail = "ExpectedDigest")] Option<char>),
    SlowDown {
        #[s3(retry_after)]
        wait: Option<Duration>,
        #[s3(log)]
        attempts: u32,
    },
    #[s3(code = "Tenant.Mine", status = 418, message = "{type} of {name:?}")]
    Mine {
        #[s3(detail)]
        r#type: String,
        #[s3(detail = "Name")]
        name: String,
        #[s3(detail = "é")]
        flag: bool,
    },
    #[s3(transparent)]
    Inner(Single),
    MalformedXML,
}

#[derive(Clone, Debug, PartialEq, S3Error)]
#[s3(decode, code = "NoSuchUpload")]
struct Single {
    #[s3(detail)]
    upload_id: String,
}

fn boxed(text: &str) -> Result<Box<str>, &str> {
    if text.len() < 10_000 { Ok(text.into()) } else { Err(text) }
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    text.split_terminator(' ').map(|byte| u8::from_str_radix(byte, 16).ok()).collect()
}

/// Text that XML can carry, hard ones among it.
fn text() -> impl Strategy<Value = String> {
    let hard = proptest::sample::select(&[
        "\r",
        "\r\n",
        "\n",
        "\t",
        " ",
        "&",
        "&#13;",
        "&amp;",
        "]]>",
        "<![CDATA[",
        "<!--",
        "</Key>",
        "<Key>",
        "\"",
        "'",
        "\u{7F}",
        "\u{85}",
        "\u{2028}",
        "\u{FEFF}",
        "\u{FFFD}",
        "\u{10FFFF}",
        "{0}",
        "&#x1;",
        "&none;",
    ]);
    let piece = prop_oneof![hard.prop_map(str::to_owned), any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..10).prop_map(|pieces| carried(&pieces.concat()))
}

fn every() -> impl Strategy<Value = Every> {
    let option = proptest::option::of::<BoxedStrategy<String>>;
    let bytes = || proptest::collection::vec(any::<u8>(), 0..20);
    prop_oneof![
        text().prop_map(|key| Every::NoSuchKey { key }),
        (option(text().boxed()), option(text().boxed()))
            .prop_map(|(key, version)| Every::NoSuchVersion { key, version_id: version.map(String::into_boxed_str) }),
        (any::<u64>(), any::<Option<i128>>(), "[!-~]{0,20}", any::<Option<u16>>()).prop_map(
            |(actual_object_size, offset, etag, part)| Every::InvalidRange { actual_object_size, offset, etag, part }
        ),
        (bytes(), proptest::option::of(bytes()), bytes()).prop_map(|(bytes, canonical, seal)| {
            Every::SignatureDoesNotMatch { string_to_sign_bytes: bytes, canonical_request_bytes: canonical, seal }
        }),
        (text(), proptest::option::of(any::<char>())).prop_map(|(digest, expected)| {
            Every::BadDigest(digest, expected.filter(|c| carried(&c.to_string()) == c.to_string()))
        }),
        any::<Option<u32>>().prop_map(|wait| Every::SlowDown {
            wait: wait.map(|wait| Duration::from_millis(wait.into())),
            attempts: 0
        }),
        (text(), text(), any::<bool>()).prop_map(|(r#type, name, flag)| Every::Mine { r#type, name, flag }),
        text().prop_map(|upload_id| Every::Inner(Single { upload_id })),
        Just(Every::MalformedXML),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_error_comes_back_as_it_was(error in every()) {
        let read = sent(&error);
        prop_assert_eq!(Every::try_from(&read), Ok(error.clone()), "{}", error.to_xml(&context()));
        prop_assert_eq!(read.message(), carried(&error.message()));
        // A proxy between them changes nothing.
        prop_assert_eq!(Every::try_from(sent(&read)), Ok(error));
    }
}

#[test]
fn a_wait_is_rounded_up() {
    let error = Every::SlowDown { wait: Some(Duration::from_micros(1_500_001)), attempts: 7 };
    let expected = Every::SlowDown { wait: Some(Duration::from_millis(1501)), attempts: 0 };
    assert_eq!(Every::try_from(sent(&error)), Ok(expected));
}

#[test]
fn the_longest_wait_comes_back() {
    for wait in [Duration::MAX, Duration::from_secs(u64::MAX), Duration::from_secs(u64::MAX - 1)] {
        let error = Every::SlowDown { wait: Some(wait), attempts: 0 };
        assert_eq!(Every::try_from(sent(&error)), Ok(error));
    }
}

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Versions {
    #[s3(code = "InvalidArgument")]
    Bare,
    #[s3(code = "InvalidArgument")]
    Named {
        #[s3(detail)]
        argument_name: String,
    },
    #[s3(code = "InvalidArgument")]
    Full {
        #[s3(detail)]
        argument_name: String,
        #[s3(detail)]
        argument_value: u8,
    },
    #[s3(code = "InvalidArgument")]
    Other {
        #[s3(detail = "Hint")]
        hint: Option<u8>,
        #[s3(detail = "Where")]
        place: String,
    },
}

#[test]
fn the_variant_with_most_details_present_wins() {
    let named = || Versions::Named { argument_name: "n".into() };
    let full = || Versions::Full { argument_name: "n".into(), argument_value: 5 };
    for (details, expected) in [
        (&[][..], Versions::Bare),
        (&[("Unknown", "1")], Versions::Bare),
        (&[("ArgumentName", "n")], named()),
        (&[("ArgumentName", "n"), ("ArgumentValue", "5")], full()),
        (&[("ArgumentValue", "5"), ("ArgumentName", "n"), ("More", "")], full()),
        // The value cannot be read: the next one takes it.
        (&[("ArgumentName", "n"), ("ArgumentValue", "256")], named()),
        (&[("ArgumentValue", "5")], Versions::Bare),
        (&[("Where", "w")], Versions::Other { hint: None, place: "w".into() }),
        (&[("Where", "w"), ("Hint", "9")], Versions::Other { hint: Some(9), place: "w".into() }),
        (&[("Where", "w"), ("ArgumentName", "n"), ("ArgumentValue", "5")], full()),
        (&[("Hint", "9")], Versions::Bare),
    ] {
        assert_eq!(Versions::try_from(document("InvalidArgument", details)), Ok(expected), "{details:?}");
    }
}

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Outer {
    #[s3(via = classify)]
    Io(Opaque),
    NoSuchKey {
        #[s3(detail)]
        key: u8,
    },
    #[s3(transparent)]
    Versions(Versions),
    #[s3(transparent)]
    Single { inner: Box<Single> },
}

/// Neither read nor defaulted.
#[derive(Debug, PartialEq)]
struct Opaque;

fn classify(_: &Opaque) -> &'static dyn S3Error {
    &StandardError::InternalError
}

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Whole {
    NoSuchKey {
        #[s3(detail)]
        key: u8,
    },
    #[s3(other)]
    Other(ErrorDocument),
}

#[test]
fn transparent_variants_ask_their_field_and_via_variants_are_passed_over() {
    let single = Outer::Single { inner: Box::new(Single { upload_id: "u".into() }) };
    let named = Outer::Versions(Versions::Named { argument_name: "n".into() });
    for (code, details, expected) in [
        ("NoSuchUpload", &[("UploadId", "u")][..], Some(single)),
        ("InvalidArgument", &[("ArgumentName", "n")], Some(named)),
        ("NoSuchKey", &[("Key", "7")], Some(Outer::NoSuchKey { key: 7 })),
        ("NoSuchKey", &[("Key", "seven")], None),
        ("NoSuchKey", &[], None),
        ("NoSuchUpload", &[], None),
        ("InternalError", &[], None),
        ("Unknown", &[], None),
    ] {
        let document = document(code, details);
        assert_eq!(Outer::try_from(&document), expected.ok_or(&document), "{code} {details:?}");
        assert_eq!(Outer::try_from(document.clone()).is_err(), Outer::try_from(&document).is_err());
    }
    let via = Outer::Io(Opaque);
    assert_eq!(Outer::try_from(sent(&via)).unwrap_err().code(), via.code());
}

#[test]
fn what_no_variant_takes_comes_back_whole() {
    let headers = HeaderMap::from_iter([(http::header::ETAG, "\"0\"".parse().unwrap())]);
    let body = "<Error><Code>Mine</Code><Message>m</Message><A>1</A><RequestId>R</RequestId></Error>";
    let unknown = ErrorDocument::from_response(StatusCode::GONE, &headers, body.as_bytes()).unwrap();
    for document in [unknown, document("NoSuchKey", &[("Key", "no number")]), document("NoSuchKey", &[])] {
        assert_eq!(Every::try_from(document.clone()).is_err(), document.detail("Key").is_none());
        assert_eq!(Outer::try_from(document.clone()), Err(document.clone()));
        assert_eq!(Outer::try_from(&document), Err(&document));
        assert_eq!(Whole::from(&document), Whole::Other(document.clone()));
        let whole = Whole::from(document.clone());
        assert_eq!((whole.code(), whole.status()), (document.code(), document.status()));
        assert_eq!(sent(&whole).details(), document.details());
        assert_eq!(whole, Whole::Other(document));
    }
    assert_eq!(Whole::from(document("NoSuchKey", &[("Key", "7")])), Whole::NoSuchKey { key: 7 });
}

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum Generic<K, H: Clone, const N: usize>
where
    K: fmt::Display,
{
    NoSuchKey {
        #[s3(detail)]
        key: K,
        #[s3(header = "ETag")]
        etag: Option<H>,
        spare: [u8; 2],
    },
    #[s3(transparent)]
    Inner(Single),
}

#[test]
fn generic_types_come_back() {
    type Numbers = Generic<u32, i8, 2>;
    let error = Numbers::NoSuchKey { key: 7, etag: Some(-3), spare: [0; 2] };
    assert_eq!(Numbers::try_from(sent(&error)), Ok(error));
    let error = Numbers::Inner(Single { upload_id: " \r".into() });
    assert_eq!(Numbers::try_from(&sent(&error)), Ok(error));
    let read = document("NoSuchKey", &[("Key", "x")]);
    assert_eq!(Numbers::try_from(&read), Err(&read));
    let expected = Generic::NoSuchKey { key: "x".to_owned(), etag: None, spare: [0; 2] };
    assert_eq!(Generic::<String, String, 0>::try_from(&read), Ok(expected));
}

#[test]
fn a_header_in_utf_8_comes_back() {
    let error = Every::InvalidRange { actual_object_size: 1, offset: None, etag: "caf\u{E9}".into(), part: None };
    assert_eq!(Every::try_from(sent(&error)), Ok(error));
}

/// Types that hold one another, and could ask one another for ever.
mod recursive {
    use super::*;

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum Own {
        NoSuchKey,
        #[s3(transparent)]
        Inner(Box<Own>),
        #[s3(transparent)]
        Again(Box<Self>),
        #[s3(transparent)]
        Last(Single),
    }

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum WithOther {
        NoSuchKey,
        #[s3(transparent)]
        Left(Box<Left>),
        #[s3(other)]
        Other(ErrorDocument),
    }

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum Left {
        NoSuchBucket,
        #[s3(transparent)]
        Right(Box<Right>),
        #[s3(transparent)]
        Wrapped(Box<Wrapped>),
    }

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum Right {
        #[s3(transparent)]
        Left(Box<Left>),
        #[s3(transparent)]
        Generic(Generic<Box<Left>>),
        MalformedXML,
    }

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode)]
    enum Generic<T> {
        SlowDown,
        #[s3(transparent)]
        Inner(T),
    }

    #[derive(Debug, PartialEq, S3Error)]
    #[s3(decode, transparent)]
    struct Wrapped(Box<Generic<Wrapped>>);

    /// Written by hand, and reads through a derived type.
    impl<'d> TryFrom<&'d ErrorDocument> for Box<Left> {
        type Error = &'d ErrorDocument;
        fn try_from(document: &'d ErrorDocument) -> Result<Self, &'d ErrorDocument> {
            Left::try_from(document).map(Box::new)
        }
    }

    #[test]
    fn no_document_makes_types_ask_one_another_for_ever() {
        for (code, own, left, right) in [
            ("NoSuchKey", Some(Own::NoSuchKey), None, None),
            ("NoSuchBucket", None, Some(Left::NoSuchBucket), Some(Right::Left(Box::new(Left::NoSuchBucket)))),
            ("MalformedXML", None, Some(Left::Right(Box::new(Right::MalformedXML))), Some(Right::MalformedXML)),
            ("Unknown", None, None, None),
        ] {
            let document = document(code, &[]);
            assert_eq!(Own::try_from(&document).ok(), own, "{code}");
            assert_eq!(Left::try_from(&document).ok(), left, "{code}");
            assert_eq!(Right::try_from(document.clone()).ok(), right, "{code}");
            let other = WithOther::from(document.clone());
            assert_eq!(other == WithOther::Other(document), code != "NoSuchKey" && left.is_none(), "{code}: {other:?}");
        }
        let upload = document("NoSuchUpload", &[("UploadId", "u")]);
        assert_eq!(Own::try_from(upload), Ok(Own::Last(Single { upload_id: "u".into() })));
        let slow = document("SlowDown", &[]);
        assert_eq!(Wrapped::try_from(&slow), Ok(Wrapped(Box::new(Generic::SlowDown))));
        assert!(Left::try_from(slow).is_ok());
    }

    #[test]
    fn a_document_that_was_asked_about_can_be_asked_about_again() {
        let WithOther::Other(kept) = WithOther::from(document("Unknown", &[])) else { panic!() };
        for _ in 0..2 {
            assert_eq!(Left::try_from(kept.clone().with_detail("A", 1)).unwrap_err().detail("A"), Some("1"));
            assert_eq!(WithOther::from(&kept), WithOther::Other(kept.clone()));
        }
    }
}
