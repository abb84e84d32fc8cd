//! Every format in which S3 sends an error, read by a parser that knows nothing of ours.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that panics has failed its test, as it should"
)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use http::{Method, Response, StatusCode, Version};
use roxmltree::{Document, Node};
use s3err_core::{DetailVisitor, ErrorDocument, HeaderVisitor, S3Error, StandardError};
use s3err_tests::document::carried;
use s3err_tests::facts::codes;
use s3err_tests::{HOST_ID, REQUEST_ID, context};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Strings that break what is not escaped.
const HOSTILE: &[&str] = &[
    "",
    " a ",
    "a & b",
    "&amp;",
    "<script>alert(1)</script>",
    "</Key></li></Error>",
    "]]>",
    "\"'",
    "\0\u{1}\u{FFFF}",
    "a\r\nb",
    "\r",
    "caf\u{E9} \u{1F600}",
    "<!--",
    "\u{2028}",
];

/// An error that says `text` wherever it can.
struct Says(&'static str);

impl S3Error for Says {
    fn code(&self) -> &'static str {
        "NoSuchKey"
    }
    fn status(&self) -> StatusCode {
        StatusCode::NOT_FOUND
    }
    fn message(&self) -> Cow<'_, str> {
        self.0.into()
    }
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        details.push("Key", &self.0);
        details.push_sensitive("Token-0", &"secret");
    }
    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        headers.push("ETag", &"\"0\"");
        headers.push("Content-Type", &"text/plain");
    }
}

fn parse(xml: &str) -> Document<'_> {
    Document::parse(xml).unwrap_or_else(|error| panic!("{error}: {xml}"))
}

fn text_of(node: Node<'_, '_>) -> String {
    assert!(node.children().all(|child| child.is_text()), "{node:?} holds text alone");
    node.children().filter_map(|child| child.text()).collect()
}

/// The names and values of the elements in `node`, which holds nothing else; all of them are in `namespace`.
fn fields(node: Node<'_, '_>, namespace: Option<&str>) -> Vec<(String, String)> {
    let children = node.children().map(|child| {
        assert!(child.is_element(), "{child:?}");
        assert_eq!(child.tag_name().namespace(), namespace, "{child:?}");
        (child.tag_name().name().to_owned(), text_of(child))
    });
    children.collect()
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), carried(text))).collect()
}

/// The only element in `node` of that name and namespace.
fn only<'a, 'i>(node: Node<'a, 'i>, namespace: &str, name: &str) -> Node<'a, 'i> {
    let children: Vec<_> = node.children().collect();
    let [child] = children[..] else { panic!("one child in {node:?}") };
    assert_eq!((child.tag_name().namespace(), child.tag_name().name()), (Some(namespace), name));
    child
}

fn body(response: &Response<bytes::Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

#[test]
fn an_embedded_error_goes_into_a_success_that_has_begun() {
    for text in HOSTILE {
        let error = Says(text);
        let context = context().with_resource("/b/k").with_method(Method::HEAD);
        let embedded = error.to_embedded(&context);
        assert!(embedded.starts_with(b"<Error><Code>") && embedded.ends_with(b"</Error>"), "{embedded:?}");
        assert_eq!(format!("{DECLARATION}{}", std::str::from_utf8(&embedded).unwrap()), error.to_xml(&context));
        let begun = format!("{DECLARATION}\n \n   {}", std::str::from_utf8(&embedded).unwrap());
        let expected =
            [("Code", "NoSuchKey"), ("Message", text), ("Key", text), ("Token-0", "secret"), ("Resource", "/b/k")];
        let expected = [&expected[..], &[("RequestId", REQUEST_ID), ("HostId", HOST_ID)]].concat();
        assert_eq!(fields(parse(&begun).root_element(), None), owned(&expected));
        assert_eq!(ErrorDocument::parse(begun.as_bytes()).unwrap().message(), carried(text));
    }
}

#[test]
fn an_entry_of_delete_result_echoes_key_and_version() {
    const NAMESPACE: &str = "http://s3.amazonaws.com/doc/2006-03-01/";
    for text in HOSTILE {
        let entries =
            [StandardError::AccessDenied.to_delete_entry(text, None), Says("m").to_delete_entry(text, Some(text))];
        let result = format!("{DECLARATION}<DeleteResult xmlns=\"{NAMESPACE}\">{}</DeleteResult>", entries.concat());
        let tree = parse(&result);
        let read = tree.root_element().children().map(|entry| {
            assert_eq!((entry.tag_name().name(), entry.tag_name().namespace()), ("Error", Some(NAMESPACE)));
            fields(entry, Some(NAMESPACE))
        });
        let denied = owned(&[("Key", text), ("Code", "AccessDenied"), ("Message", "Access Denied")]);
        let missing = owned(&[("Key", text), ("VersionId", text), ("Code", "NoSuchKey"), ("Message", "m")]);
        assert_eq!(read.collect::<Vec<_>>(), [denied, missing]);
    }
}

/// The fault code's prefix, its side and its code, and what `detail` holds.
fn fault(xml: &str) -> (String, String, Vec<(String, String)>) {
    const ENVELOPE: &str = "http://schemas.xmlsoap.org/soap/envelope/";
    assert!(xml.starts_with(DECLARATION), "{xml}");
    let tree = parse(xml);
    let root = tree.root_element();
    assert_eq!((root.tag_name().namespace(), root.tag_name().name()), (Some(ENVELOPE), "Envelope"));
    let fault = only(only(root, ENVELOPE, "Body"), ENVELOPE, "Fault");
    let children: Vec<_> = fault.children().collect();
    let [code, string, detail] = children[..] else { panic!("three children: {xml}") };
    for (child, name) in [(code, "faultcode"), (string, "faultstring"), (detail, "detail")] {
        assert_eq!((child.tag_name().namespace(), child.tag_name().name()), (None, name), "{xml}");
    }
    let code = text_of(code);
    let (prefix, local) = code.split_once(':').unwrap();
    assert_eq!(fault.lookup_namespace_uri(Some(prefix)), Some(ENVELOPE), "{xml}");
    (local.to_owned(), text_of(string), fields(detail, None))
}

#[test]
fn a_soap_fault_has_the_side_that_the_facts_name() {
    let sides: BTreeMap<_, _> = codes().into_iter().map(|facts| (facts.code, facts.fault)).collect();
    for error in StandardError::ALL {
        let response = error.to_soap_response(&context());
        assert_eq!(response.status(), 500, "{error:?}");
        let (code, string, details) = fault(body(&response));
        let (side, code) = code.split_once('.').unwrap();
        assert_eq!((code, &*string, details), (error.code(), &*error.message(), Vec::new()));
        match &sides[code] {
            Some(expected) => assert_eq!(side, expected, "{code}"),
            None => assert!(["Client", "Server"].contains(&side), "{code}"),
        }
    }
}

#[test]
fn a_soap_fault_holds_its_details() {
    for text in HOSTILE {
        let response = Says(text).to_soap_response(&context().with_resource("/b"));
        let expected = owned(&[("Key", text), ("Token-0", "secret")]);
        assert_eq!(fault(body(&response)), ("Client.NoSuchKey".to_owned(), carried(text), expected));
        let names = ["content-type", "etag", "x-amz-id-2", "x-amz-request-id"];
        assert_eq!(header_names(&response), names);
        assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/xml"), "SOAP 1.1, section 6");
    }
    let head = Says("m").to_soap_response(&context().with_method(Method::HEAD));
    assert_eq!((head.status().as_u16(), head.body().len()), (500, 0));
}

fn header_names(response: &Response<bytes::Bytes>) -> Vec<&str> {
    let mut names: Vec<_> = response.headers().keys().map(http::HeaderName::as_str).collect();
    names.sort_unstable();
    assert_eq!(names.len(), response.headers().len(), "each once");
    names
}

/// Title and items of a website's page, as an HTML tokenizer reads them.
fn page(html: &str) -> (String, Vec<String>) {
    let mut elements: Vec<(String, String)> = Vec::new();
    for token in Tokenizer::new(html) {
        match token.unwrap() {
            Token::StartTag(tag) => elements.push((String::from_utf8_lossy(&tag.name).into(), String::new())),
            Token::String(text) => elements.last_mut().unwrap().1 += &String::from_utf8_lossy(&text),
            // What it says of a CR or another control character is true, and the browser shows it all the same.
            Token::EndTag(_) | Token::Error(_) => {}
            Token::Comment(_) | Token::Doctype(_) => panic!("no text makes one: {html}"),
        }
    }
    let of =
        |name: &str| elements.iter().filter(|(tag, _)| tag == name).map(|(_, text)| text.clone()).collect::<Vec<_>>();
    let (titles, items) = ([of("title"), of("h1")].concat(), of("li"));
    let names: Vec<_> = elements.iter().map(|(tag, _)| tag.as_str()).collect();
    let around = ["html", "head", "title", "body", "h1", "ul"];
    assert_eq!(names, [&around[..], &vec!["li"; items.len()], &["hr"]].concat(), "{html}");
    assert_eq!(titles[0], titles[1]);
    (titles[0].clone(), items)
}

#[test]
fn a_website_answers_with_a_page_and_headers() {
    let ids = [format!("RequestId: {REQUEST_ID}"), format!("HostId: {HOST_ID}")];
    for text in HOSTILE {
        let response = Says(text).to_website_response(&context());
        let (title, items) = page(body(&response));
        assert_eq!((response.status().as_u16(), &*title), (404, "404 Not Found"));
        let said = ["Code: NoSuchKey".into(), format!("Message: {}", carried(text)), format!("Key: {}", carried(text))];
        assert_eq!(items, [&said[..], &["Token-0: secret".into()], &ids].concat());
        assert!(response.headers()["content-type"].to_str().unwrap().starts_with("text/html"));
        let header =
            |name: &str| response.headers().get(name).map(|value| std::str::from_utf8(value.as_bytes()).unwrap());
        assert_eq!((header("x-amz-error-code"), header("etag")), (Some("NoSuchKey"), Some("\"0\"")));
        // A value that a header cannot have is left out, and never split.
        let sendable = Some(*text).filter(|text| !text.contains(|c: char| c.is_ascii_control()));
        assert_eq!((header("x-amz-error-message"), header("x-amz-error-detail-key")), (sendable, sendable));
        let head = Says(text).to_website_response(&context().with_method(Method::HEAD));
        assert_eq!((head.status(), head.headers(), head.body().len()), (response.status(), response.headers(), 0));
    }
    let read = |error: &dyn S3Error| {
        let response = error.to_website_response(&context().with_method(Method::HEAD));
        ErrorDocument::from_response(response.status(), response.headers(), response.body()).unwrap()
    };
    let error = read(&Says("gone"));
    assert_eq!((error.code(), &*error.message(), error.detail("Key")), ("NoSuchKey", "gone", Some("gone")));
    let own = ErrorDocument::new(StandardError::NoSuchKey).with_status(StatusCode::from_u16(499).unwrap());
    assert_eq!(page(body(&own.to_website_response(&context()))).0, "499");
    let unchanged = StandardError::NotModified.to_website_response(&context());
    assert_eq!((unchanged.status().as_u16(), unchanged.body().len()), (304, 0));
    assert!(!unchanged.headers().contains_key("content-type"));
}

#[test]
fn s3_control_wraps_the_error_and_keeps_the_ids_outside() {
    for text in HOSTILE {
        let context = context().with_unread_body(true);
        let response = Says(text).to_control_response(&context);
        assert_eq!(
            (response.status().as_u16(), &response.headers()["content-type"]),
            (404, &"application/xml".parse().unwrap())
        );
        assert_eq!(response.headers()["connection"], "close");
        assert!(body(&response).starts_with(DECLARATION));
        let tree = parse(body(&response));
        let root = tree.root_element();
        assert_eq!((root.tag_name().namespace(), root.tag_name().name()), (None, "ErrorResponse"));
        let children: Vec<_> = root.children().collect();
        let names: Vec<_> = children.iter().map(|child| child.tag_name().name()).collect();
        assert_eq!(names, ["Error", "RequestId", "HostId"]);
        assert_eq!((text_of(children[1]), text_of(children[2])), (REQUEST_ID.into(), HOST_ID.into()));
        let expected = [("Code", "NoSuchKey"), ("Message", text), ("Key", text), ("Token-0", "secret")];
        assert_eq!(fields(children[0], None), owned(&expected));
        let read = ErrorDocument::parse(response.body()).unwrap();
        assert_eq!((read.request_id(), read.host_id()), (Some(REQUEST_ID), Some(HOST_ID)));
        assert_eq!((read.code(), read.message(), read.details().len()), ("NoSuchKey", carried(text).into(), 2));
    }
    let over_http_2 = context().with_version(Version::HTTP_2).with_unread_body(true).with_method(Method::HEAD);
    let head = Says("m").to_control_response(&over_http_2);
    assert_eq!((head.version(), head.body().len()), (Version::HTTP_2, 0));
    assert!(!head.headers().contains_key("connection"));
}

/// The framing as the S3 Select appendix of the API reference describes it.
#[cfg(feature = "all-forms")]
mod select {
    use s3err_core::{ErrorDocument, S3Error, StandardError};

    fn take<'m>(bytes: &mut &'m [u8], len: usize) -> &'m [u8] {
        let (head, tail) = bytes.split_at(len);
        *bytes = tail;
        head
    }

    fn number(bytes: &[u8]) -> usize {
        bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    /// The headers of one message, which has no payload. Asserts lengths and checksums.
    fn decode(message: &[u8]) -> Vec<(String, String)> {
        assert_eq!(number(&message[..4]), message.len(), "total length");
        assert_eq!(number(&message[4..8]), message.len() - 16, "headers alone");
        assert_eq!(number(&message[8..12]), crc32fast::hash(&message[..8]) as usize, "checksum of the prelude");
        let (covered, checksum) = message.split_at(message.len() - 4);
        assert_eq!(number(checksum), crc32fast::hash(covered) as usize, "checksum of the message");
        let mut rest = &covered[12..];
        let mut headers = Vec::new();
        while !rest.is_empty() {
            let len = number(take(&mut rest, 1));
            let name = String::from_utf8(take(&mut rest, len).to_vec()).unwrap();
            assert_eq!(take(&mut rest, 1), [7], "{name} is a string");
            let len = number(take(&mut rest, 2));
            assert!(len <= 32_767, "{name} has {len} bytes");
            headers.push((name, String::from_utf8(take(&mut rest, len).to_vec()).unwrap()));
        }
        headers.sort_unstable();
        headers
    }

    fn expected(code: &str, message: &str) -> Vec<(String, String)> {
        let headers = [(":error-code", code), (":error-message", message), (":message-type", "error")];
        headers.map(|(name, text)| (name.to_owned(), text.to_owned())).to_vec()
    }

    #[test]
    fn a_select_message_has_three_headers_and_right_checksums() {
        for error in [StandardError::CastFailed, StandardError::InternalError] {
            let message = error.to_select_message();
            assert_eq!(decode(&message), expected(error.code(), &error.message()));
        }
        for text in ["", "caf\u{E9}\r\n\0", "<&>"] {
            let error = ErrorDocument::new(StandardError::CastFailed).with_message(text).with_detail("Key", "a");
            assert_eq!(decode(&error.to_select_message()), expected("CastFailed", text));
        }
    }

    #[test]
    fn a_long_message_is_cut_between_characters() {
        for (text, kept) in [
            ("x".repeat(32_767), 32_767),
            ("x".repeat(32_768), 32_767),
            ("x".repeat(1 << 20), 32_767),
            ("\u{E9}".repeat(20_000), 32_766),
            ("xx\u{E9}".repeat(20_000), 32_766),
            ("\u{1F600}".repeat(9_000), 32_764),
        ] {
            let error = ErrorDocument::new(StandardError::CastFailed).with_message(text.clone());
            let headers = decode(&error.to_select_message());
            let same = headers == expected("CastFailed", &text[..kept]);
            assert!(same, "{} bytes are cut to {kept}, not {}", text.len(), headers[1].1.len());
        }
    }
}
