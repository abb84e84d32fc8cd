//! Errors in other encodings, compressed, and as JSON.
#![allow(clippy::unwrap_used, reason = "a helper that panics has failed its test, as it should")]

use http::{HeaderMap, HeaderName, StatusCode};
use s3err_core::{ErrorDocument, Exceeded, Found, Limits, ParseError, S3Error};

fn key(body: &[u8]) -> Result<String, ParseError> {
    ErrorDocument::parse(body).map(|document| document.detail("Key").unwrap().to_owned())
}

fn error(encoding: &str, key: &[u8]) -> Vec<u8> {
    let declaration =
        format!("<?xml version=\"1.0\" encoding={encoding}?>\n<Error><Code>NoSuchKey</Code><Message/><Key>");
    [declaration.as_bytes(), key, b"</Key></Error>"].concat()
}

#[test]
fn a_document_is_read_as_it_declares() {
    for (encoding, bytes, expected) in [
        ("'iso-8859-1'", &b"gr\xfc\xdfe"[..], "gr\u{fc}\u{df}e"),
        ("\"ISO-8859-1\"", b"\xc3\xa9\x80", "\u{c3}\u{a9}\u{80}"),
        ("\"latin1\" standalone='yes'", b"\xff&amp;", "\u{ff}&"),
        ("\"US-ASCII\"", b"a\xe9b", "a\u{fffd}b"),
        ("\"us-ascii\"", b"ab&#233;", "ab\u{e9}"),
        ("\"UTF-8\"", "\u{20ac}".as_bytes(), "\u{20ac}"),
        ("'utf-8'", b"a\xe9b", "a\u{fffd}b"),
        ("\"utf8\"", "\u{20ac}".as_bytes(), "\u{20ac}"),
        // It was UTF-16 once, and cannot be that any more.
        ("\"utf-16\"", "\u{20ac}".as_bytes(), "\u{20ac}"),
    ] {
        assert_eq!(key(&error(encoding, bytes)), Ok(expected.to_owned()), "{encoding}");
        let late = [b" \n", &error(encoding, bytes)[..]].concat();
        assert_eq!(key(&late), Ok(expected.to_owned()), "{encoding} after blanks");
    }
    // A mark is stronger than the declaration.
    let marked = [b"\xEF\xBB\xBF", &error("\"iso-8859-1\"", "\u{e9}".as_bytes())[..]].concat();
    assert_eq!(key(&marked), Ok("\u{e9}".to_owned()));
    let undeclared = b"<?xml version='1.0'?><Error><Code>A</Code><Key>\xc3\xa9</Key></Error>";
    assert_eq!(key(undeclared), Ok("\u{e9}".to_owned()));
}

#[test]
fn utf_16_is_read_with_and_without_a_mark() {
    let text = String::from_utf8(error("\"UTF-16\"", "\u{20ac}\u{1F600}".as_bytes())).unwrap();
    for text in [format!("\u{feff}{text}"), text.clone(), format!("\u{feff} \n{text}")] {
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            let mut bytes: Vec<u8> = text.encode_utf16().flat_map(unit).collect();
            assert_eq!(key(&bytes), Ok("\u{20ac}\u{1F600}".to_owned()));
            bytes.push(0);
            assert!(key(&bytes).is_err(), "half a unit at the end");
        }
    }
    let lone: Vec<u8> = "\u{feff}<Error><Code>A</Code><Key>"
        .encode_utf16()
        .chain([0xD800])
        .chain("</Key></Error>".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(key(&lone), Ok("\u{fffd}".to_owned()));
}

#[test]
fn another_encoding_is_named_and_not_guessed() {
    let unknown = |name: &str| Err(ParseError::UnknownEncoding(name.into()));
    assert_eq!(key(&error("\"windows-1252\"", b"a")), unknown("windows-1252"));
    assert_eq!(key(&error("'Shift_JIS'", b"a")), unknown("Shift_JIS"));
    for mark in [&b"\xff\xfe\0\0"[..], b"\0\0\xfe\xff", b"<\0\0\0", b"\0\0\0<"] {
        assert_eq!(key(mark), unknown("UTF-32"));
    }
    let shown = key(&error("\"x\u{1b}[31m\"", b"a")).unwrap_err().to_string();
    assert!(shown.contains("UTF-16") && !shown.contains('\u{1b}'), "{shown}");
}

fn from_response(status: u16, pairs: &[(&str, &str)], body: &[u8]) -> Result<ErrorDocument, ParseError> {
    let pairs = pairs.iter().map(|(name, value)| (name.parse::<HeaderName>().unwrap(), value.parse().unwrap()));
    let headers: HeaderMap = pairs.collect();
    ErrorDocument::from_response(StatusCode::from_u16(status).unwrap(), &headers, body)
}

#[test]
fn a_compressed_body_is_named() {
    let compressed = |name: &str| ParseError::NotAnError(Found::Compressed(name.into()));
    for (body, name) in
        [(&b"\x1f\x8b\x08\x00\x00"[..], "gzip"), (b"\x28\xb5\x2f\xfd\x00", "zstd"), (b"\x78\x9c\x01", "deflate")]
    {
        assert_eq!(ErrorDocument::parse(body), Err(compressed(name)));
        assert_eq!(from_response(404, &[], body).unwrap().unread(), Some(&compressed(name)));
    }
    let brotli = [("content-encoding", "br")];
    assert_eq!(from_response(404, &brotli, b"\x8b\x02\x80abc\x03").unwrap().unread(), Some(&compressed("br")));
    assert_eq!(from_response(200, &brotli, b"\x8b\x02\x80abc\x03"), Err(compressed("br")));
    // Whoever decompressed it left the header.
    let read = from_response(404, &brotli, b"<Error><Code>NoSuchKey</Code></Error>").unwrap();
    assert_eq!((read.unread(), read.code()), (None, "NoSuchKey"));
    let empty = from_response(404, &brotli, b"").unwrap();
    assert_eq!(empty.unread(), Some(&ParseError::NotAnError(Found::Nothing)));
}

#[test]
fn the_json_format_is_read() {
    let typed =
        [("x-amzn-errortype", "NotFoundException:http://internal.amazon.com/coral/"), ("x-amzn-requestid", "R")];
    for (pairs, body, code, message) in [
        (&typed[..], r#"{"message":"gone"}"#, "NotFoundException", "gone"),
        (&typed, r#"{"code":"Other","Message":"gone"}"#, "NotFoundException", "gone"),
        (
            &[],
            r#" { "__type" : "aws.protocoltests#Gone:x" , "message" : "a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00\ud83d" } "#,
            "Gone",
            "a\"\\/\u{8}\u{c}\n\r\t\u{e9}\u{1F600}\u{fffd}",
        ),
        (&[], r#"{"Code":"NoSuchBucket","Message":null}"#, "NoSuchBucket", ""),
        (&[], r#"{"code":"A","__type":"B","message":"m","message":"n"}"#, "A", "m"),
    ] {
        let error = from_response(404, pairs, body.as_bytes()).unwrap();
        assert_eq!((error.code(), &*error.message(), error.unread()), (code, message, None), "{body}");
        assert_eq!((error.status().as_u16(), error.request_id()), (404, (!pairs.is_empty()).then_some("R")));
    }
    let body = br#"{"code":"A","n":-1.5e3,"t":true,"o":null,"Key":"k","deep":{"a":["b",1,{"c":"d"}],"e":null},"1":"x","n":2,"empty":{}}"#;
    let error = ErrorDocument::parse(body).unwrap();
    let details: Vec<_> = error.details().into_iter().map(|detail| (detail.name, detail.value)).collect();
    let expected = [("n", "-1.5e3"), ("t", "true"), ("Key", "k"), ("deep", "b1d"), ("empty", "")];
    assert_eq!(details, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    // The code is in a header even where there is no body.
    assert_eq!(from_response(404, &typed, b"").unwrap().code(), "NotFoundException");
}

#[test]
fn json_that_is_not_an_error_is_json() {
    for body in [
        "{}",
        "[]",
        "{",
        "[1",
        r#"{"message":"m"}"#,
        r#"{"code":404}"#,
        r#"{"code":"two words"}"#,
        r#"{"code":""}"#,
        r#"{"code":"A"} x"#,
        r#"{"code":"A""#,
        r#"{"code" "A"}"#,
        r#"{"code":"A",}"#,
        r#"{"code":"A" "b":1}"#,
        r#"{"code":"A","b":tru}"#,
        r#"{"code":"A","b":"\x"}"#,
        r#"{"code":"A","b":"\u00g0"}"#,
        r#"{"code":"A","b":[1}"#,
        r#"["code","A"]"#,
        r#"{"error":{"code":"A"}}"#,
        "{\"code\":\"A",
    ] {
        assert_eq!(ErrorDocument::parse(body.as_bytes()), Err(ParseError::NotAnError(Found::Json)), "{body}");
    }
}

#[test]
fn limits_hold_for_json_too() {
    let limits = Limits::default().with_depth(3).with_elements(4).with_text(4);
    for (body, exceeded) in [
        (r#"{"a":[[[1]]]}"#, Exceeded::Depth(3)),
        (r#"{"code":"A","a":1,"b":2,"c":3,"d":4}"#, Exceeded::Elements(4)),
        (r#"{"code":"A","a":"12345"}"#, Exceeded::Text(4)),
        (r#"{"code":"A","a":["123","45"]}"#, Exceeded::Text(4)),
    ] {
        let read = ErrorDocument::parse_within(body.as_bytes(), &limits);
        assert_eq!(read, Err(ParseError::TooLarge(exceeded)), "{body}");
    }
    let deep = format!("{{\"code\":\"A\",\"a\":{}", "[".repeat(1 << 19));
    let limits = Limits::default().with_depth(usize::MAX).with_elements(usize::MAX);
    assert_eq!(ErrorDocument::parse_within(deep.as_bytes(), &limits), Err(ParseError::NotAnError(Found::Json)));
}
