//! Fields that are sent, as details or headers: their names, their values, when they are left out.

use std::borrow::Cow;
use std::fmt::Display;
use std::sync::Arc;

use s3err_core::{S3Error, hex_bytes};
use s3err_tests::document::render;
use s3err_tests::headers::respond;
use s3err_tests::shapes::Shape;
use s3err_tests::{context, facts};

fn names<E: S3Error>(error: &E) -> Vec<String> {
    error.details().into_iter().map(|detail| detail.name).collect()
}

#[test]
fn every_detail_of_the_facts_is_spelt_as_s3_spells_it() {
    // Field names in snake case, in src/shapes.rs. The redirects need headers too: tests/response.rs has them.
    let redirects = ["PermanentRedirect", "TemporaryRedirect"];
    let codes = facts::codes().into_iter().filter(|code| !redirects.contains(&code.code.as_str()));
    let expected: Vec<_> =
        codes.flat_map(|code| code.shapes.into_iter().map(move |shape| (code.code.clone(), shape))).collect();
    assert_eq!(Shape::ALL.len(), expected.len());
    for (error, (code, shape)) in Shape::ALL.iter().zip(expected) {
        assert_eq!((error.code(), names(error)), (code.as_str(), shape));
        let _ = render(error);
    }
}

#[test]
fn a_detail_is_named_by_the_code_else_in_pascal_case_else_as_written() {
    #[derive(Debug, S3Error)]
    enum Names {
        InvalidAccessKeyId {
            #[s3(detail)]
            aws_access_key_id: u8,
        },
        #[s3(code = "Own", status = 400, message = "m")]
        Unknown {
            #[s3(detail)]
            aws_access_key_id: u8,
            #[s3(detail)]
            etag: u8,
            #[s3(detail)]
            version_id: u8,
            #[s3(detail)]
            _under_scored: u8,
            #[s3(detail)]
            r#type: u8,
            #[s3(detail)]
            größe: u8,
        },
        InvalidPart {
            #[s3(detail)]
            etag: u8,
        },
        #[s3(code = "InvalidPart")]
        Part {
            #[s3(detail)]
            e_tag: u8,
        },
        NotImplemented {
            #[s3(detail)]
            additional_message: u8,
        },
        InvalidDigest {
            #[s3(detail)]
            content_md5: u8,
        },
        #[s3(code = "InvalidDigest")]
        Other {
            #[s3(detail)]
            content_md_5: u8,
        },
        #[s3(code = "ExpiredToken")]
        Token {
            #[s3(detail)]
            token0: u8,
        },
        #[s3(code = "NoSuchKey")]
        Written {
            #[s3(detail = "ETag")]
            key: u8,
            #[s3(detail(name = "x.y-z_1"))]
            b: u8,
            #[s3(detail = "Größe")]
            c: u8,
        },
        #[s3(code = "NoSuchUpload")]
        Tuple(#[s3(detail = "UploadId")] u8, #[s3(detail(name = "Second"))] u8),
    }

    let unknown =
        Names::Unknown { aws_access_key_id: 1, etag: 1, version_id: 1, _under_scored: 1, r#type: 1, größe: 1 };
    let table: [(Names, &[&str]); 10] = [
        (Names::InvalidAccessKeyId { aws_access_key_id: 1 }, &["AWSAccessKeyId"]),
        (unknown, &["AwsAccessKeyId", "Etag", "VersionId", "UnderScored", "Type", "Größe"]),
        (Names::InvalidPart { etag: 1 }, &["ETag"]),
        (Names::Part { e_tag: 1 }, &["ETag"]),
        (Names::NotImplemented { additional_message: 1 }, &["additionalMessage"]),
        (Names::InvalidDigest { content_md5: 1 }, &["Content-MD5"]),
        (Names::Other { content_md_5: 1 }, &["Content-MD5"]),
        (Names::Token { token0: 1 }, &["Token-0"]),
        (Names::Written { key: 1, b: 1, c: 1 }, &["ETag", "x.y-z_1", "Größe"]),
        (Names::Tuple(1, 1), &["UploadId", "Second"]),
    ];
    for (error, expected) in table {
        assert_eq!(render(&error).detail_names(), expected, "{error:?}");
    }
}

#[derive(Debug, S3Error)]
#[s3(code = "NoSuchKey")]
struct Optional {
    #[s3(detail)]
    a: Option<&'static str>,
    #[s3(detail)]
    b: Option<u8>,
    #[s3(detail)]
    c: Option<String>,
    #[s3(header = "x-amz-meta-d")]
    d: Option<u8>,
}

#[test]
fn what_is_none_is_left_out_wherever_it_stands() {
    for bits in 0..8_u8 {
        let is_there = |bit: u8| bits & bit != 0;
        let error = Optional {
            a: is_there(1).then_some("a&"),
            b: is_there(2).then_some(2),
            c: is_there(4).then(String::new),
            d: is_there(1).then_some(4),
        };
        let all = [(1, "A", "a&"), (2, "B", "2"), (4, "C", "")];
        let expected = all.into_iter().filter(|(bit, ..)| is_there(*bit));
        let expected: Vec<_> = expected.map(|(_, name, value)| (name.to_owned(), value.to_owned())).collect();
        let answer = respond(&error, &context().with_resource("/r"));
        assert_eq!(answer.text("x-amz-meta-d"), is_there(1).then_some("4"));
        assert_eq!(answer.document.unwrap().details, expected);
    }
}

#[test]
#[allow(unused_qualifications, reason = "an `Option` is told by its name, with a path before it as well")]
fn what_is_none_is_left_out_between_what_is_always_there() {
    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey", message = "{first}")]
    struct Mixed {
        #[s3(detail)]
        first: u8,
        #[s3(detail)]
        second: std::option::Option<u8>,
        #[s3(detail)]
        third: &'static str,
        #[s3(detail)]
        fourth: core::option::Option<&'static str>,
        #[s3(detail)]
        fifth: char,
    }

    for (second, fourth) in [(None, None), (Some(2), None), (None, Some("4")), (Some(2), Some("4"))] {
        let document = render(&Mixed { first: 1, second, third: "3", fourth, fifth: '5' });
        let mut expected = vec!["First"];
        expected.extend(second.map(|_| "Second"));
        expected.push("Third");
        expected.extend(fourth.map(|_| "Fourth"));
        expected.push("Fifth");
        assert_eq!(document.detail_names(), expected);
        assert_eq!(document.message, "1");
    }
}

fn upper(text: &str) -> String {
    text.to_uppercase()
}

fn starred<T: Display>(value: &T) -> impl Display + use<T> {
    format!("*{value}*")
}

#[test]
fn a_value_is_written_as_with_says_and_what_is_inside_an_option_too() {
    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey")]
    struct With<'a> {
        #[s3(detail(with = hex_bytes))]
        bytes: Vec<u8>,
        #[s3(detail(name = "Array", with = hex_bytes))]
        array: [u8; 2],
        #[s3(detail(with = hex_bytes))]
        text: &'a str,
        #[s3(detail(with = upper))]
        upper: String,
        #[s3(detail(with = hex_bytes))]
        some: Option<Vec<u8>>,
        #[s3(detail(with = starred))]
        none: Option<u8>,
        #[s3(header(name = "x-amz-meta-a", with = starred))]
        header: u8,
        #[s3(header(name = "x-amz-meta-b", with = starred), detail(with = starred::<u8>))]
        both: Option<u8>,
    }

    let error = With {
        bytes: b"AWS4\n".to_vec(),
        array: [0, 255],
        text: "",
        upper: "a&b".into(),
        some: Some(vec![16]),
        none: None,
        header: 1,
        both: Some(2),
    };
    let answer = respond(&error, &context());
    assert_eq!((answer.text("x-amz-meta-a"), answer.text("x-amz-meta-b")), (Some("*1*"), Some("*2*")));
    let details = answer.document.unwrap().details;
    let details: Vec<_> = details.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(
        details,
        [
            ("Bytes", "41 57 53 34 0a"),
            ("Array", "00 ff"),
            ("Text", ""),
            ("Upper", "A&B"),
            ("Some", "10"),
            ("Both", "*2*"),
        ]
    );
}

#[test]
fn a_field_may_be_detail_header_and_placeholder_at_once() {
    #[derive(Debug, S3Error)]
    #[s3(code = "PreconditionFailed", message = "It is {etag}")]
    struct Changed {
        #[s3(detail = "ETag", header = "ETag")]
        etag: String,
    }

    let answer = respond(&Changed { etag: "\"<a>\"".into() }, &context());
    let document = answer.document.clone().unwrap();
    assert_eq!(answer.text("etag"), Some("\"<a>\""));
    assert_eq!((document.detail("ETag"), document.message.as_str()), (Some("\"<a>\""), "It is \"<a>\""));
}

#[test]
fn every_kind_of_text_and_every_display_is_a_value() {
    #[derive(S3Error)]
    #[s3(code = "NoSuchKey")]
    #[allow(clippy::box_collection, reason = "a `Box<String>` is a text as any")]
    struct Kinds<'a> {
        #[s3(detail)]
        borrowed: &'a str,
        #[s3(detail)]
        of_string: &'a String,
        #[s3(detail)]
        boxed: Box<str>,
        #[s3(detail)]
        boxed_string: Box<String>,
        #[s3(detail)]
        shared: Arc<str>,
        #[s3(detail)]
        cow: Cow<'a, str>,
        #[s3(detail)]
        twice: &'a &'a str,
        #[s3(detail)]
        number: u128,
        #[s3(detail)]
        truth: bool,
        #[s3(detail)]
        dynamic: &'a dyn Display,
        #[s3(detail)]
        boxed_dynamic: Box<dyn Display + Send>,
        #[s3(detail)]
        optional: Option<Cow<'static, str>>,
        #[s3(detail)]
        address: std::net::Ipv4Addr,
    }

    let text = String::from("<&>");
    let error = Kinds {
        borrowed: &text,
        of_string: &text,
        boxed: text.clone().into(),
        boxed_string: Box::new(text.clone()),
        shared: text.as_str().into(),
        cow: Cow::Borrowed(&text),
        twice: &text.as_str(),
        number: u128::MAX,
        truth: true,
        dynamic: &text,
        boxed_dynamic: Box::new('<'),
        optional: Some("<&>".into()),
        address: std::net::Ipv4Addr::LOCALHOST,
    };
    let document = render(&error);
    for (name, value) in &document.details {
        let expected = match name.as_str() {
            "Number" => "340282366920938463463374607431768211455",
            "Truth" => "true",
            "BoxedDynamic" => "<",
            "Address" => "127.0.0.1",
            _ => "<&>",
        };
        assert_eq!(value, expected, "{name}");
    }
    assert_eq!(document.details.len(), 13);
}
