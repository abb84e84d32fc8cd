//! The formats of the services beside S3, read by parsers that know nothing of ours: the query protocol and REST JSON.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a helper that panics has failed its test, as it should"
)]

use std::collections::BTreeMap;

use bytes::Bytes;
use http::{Method, Response, StatusCode};
use roxmltree::{Document, Node};
use s3err_core::{Detail, ErrorDocument, IAM_NAMESPACE, RequestContext, S3Error, STS_NAMESPACE, StandardError};
use s3err_tests::document::carried;
use s3err_tests::{REQUEST_ID, context};

/// Strings that break what is not escaped.
const HOSTILE: &[&str] = &[
    "",
    " a ",
    "a & b",
    "&amp;",
    "</Message></Error>",
    "]]>",
    "\"'\\",
    "\0\u{1}\u{FFFF}",
    "a\r\nb",
    "caf\u{E9} \u{1F600}",
];

/// An error with a message and one detail.
fn error(text: &str) -> ErrorDocument {
    ErrorDocument::new(StandardError::InvalidIdentityToken).with_message(text).with_detail("Key", text)
}

fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

fn read(response: &Response<Bytes>) -> ErrorDocument {
    ErrorDocument::from_response(response.status(), response.headers(), response.body()).unwrap()
}

/// Names and values of the elements in `node`, all of them in `namespace`.
fn fields(node: Node<'_, '_>, namespace: &str) -> Vec<(String, String)> {
    let elements = node.children().inspect(|child| assert_eq!(child.tag_name().namespace(), Some(namespace)));
    let text = |node: Node<'_, '_>| node.children().filter_map(|child| child.text()).collect();
    elements.map(|child| (child.tag_name().name().to_owned(), text(child))).collect()
}

#[test]
fn the_query_protocol_has_type_code_and_message_in_the_namespace_of_its_service() {
    for namespace in [STS_NAMESPACE, IAM_NAMESPACE, "http://x/?a=\"&b=<"] {
        for text in HOSTILE {
            let response = error(text).to_query_response(&context(), namespace);
            assert_eq!(
                (response.status(), &response.headers()["content-type"]),
                (StatusCode::BAD_REQUEST, &"text/xml".parse().unwrap())
            );
            assert_eq!(response.headers()["x-amzn-requestid"], REQUEST_ID);
            let tree = Document::parse(body(&response)).unwrap();
            let root = tree.root_element();
            let namespace = root.tag_name().namespace().unwrap();
            let names: Vec<_> = root.children().map(|child| child.tag_name().name()).collect();
            assert_eq!((root.tag_name().name(), names), ("ErrorResponse", vec!["Error", "RequestId"]));
            let expected = [("Type", "Sender"), ("Code", "InvalidIdentityToken"), ("Message", text), ("Key", text)];
            let expected = expected.map(|(name, text)| (name.to_owned(), carried(text)));
            assert_eq!(fields(root.first_child().unwrap(), namespace), expected);
        }
    }
    let response = error("m").to_query_response(&context(), STS_NAMESPACE);
    assert!(body(&response).contains("<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error>"));
}

#[test]
fn the_type_of_the_query_protocol_is_the_side_at_fault() {
    for (error, expected) in [
        (StandardError::ExpiredTokenException, "<Type>Sender</Type>"),
        (StandardError::SlowDown, "<Type>Receiver</Type>"),
        (StandardError::InternalError, "<Type>Receiver</Type>"),
    ] {
        assert!(body(&error.to_query_response(&context(), STS_NAMESPACE)).contains(expected), "{}", error.code());
    }
}

#[test]
fn json_has_the_message_and_the_details_and_the_code_in_a_header() {
    for text in HOSTILE {
        let response = error(text).to_json_response(&context());
        assert_eq!(
            (response.status(), &response.headers()["content-type"]),
            (StatusCode::BAD_REQUEST, &"application/json".parse().unwrap())
        );
        assert_eq!(response.headers()["x-amzn-errortype"], "InvalidIdentityToken");
        assert_eq!(response.headers()["x-amzn-requestid"], REQUEST_ID);
        let members: BTreeMap<String, String> = serde_json::from_slice(response.body()).unwrap();
        let expected = [("message", *text), ("Key", *text)].map(|(name, text)| (name.to_owned(), text.to_owned()));
        assert_eq!(members, BTreeMap::from(expected));
    }
}

/// Clients read these members before the header or the message.
#[test]
fn no_detail_takes_the_place_of_code_or_message_in_json() {
    let error = error("m").with_detail("message", "a").with_detail("code", "b").with_detail("__type", "c");
    let members: BTreeMap<String, String> = serde_json::from_slice(error.to_json_response(&context()).body()).unwrap();
    assert_eq!(members, BTreeMap::from([("message", "m"), ("Key", "m")].map(|(k, v)| (k.to_owned(), v.to_owned()))));
}

#[test]
fn a_head_has_the_headers_alone() {
    let head = context().with_method(Method::HEAD);
    for (head, get) in [
        (error("m").to_query_response(&head, STS_NAMESPACE), error("m").to_query_response(&context(), STS_NAMESPACE)),
        (error("m").to_json_response(&head), error("m").to_json_response(&context())),
    ] {
        assert_eq!((head.status(), head.headers(), head.body().len()), (get.status(), get.headers(), 0));
    }
}

#[test]
fn both_are_read_back_as_they_were() {
    let error = error("a & b");
    for response in [error.to_query_response(&context(), STS_NAMESPACE), error.to_json_response(&context())] {
        let read = read(&response);
        assert_eq!(
            (read.code(), &*read.message(), read.status()),
            ("InvalidIdentityToken", "a & b", response.status())
        );
        let details: Vec<_> =
            S3Error::details(&read).iter().map(|Detail { name, value, .. }| format!("{name}={value}")).collect();
        assert_eq!((details, read.request_id()), (vec!["Key=a & b".to_owned()], Some(REQUEST_ID)));
    }
}

/// The families and the formats that the guide's page of codes names.
fn families() -> BTreeMap<&'static str, Vec<&'static str>> {
    let sections = include_str!("../../s3err-core/src/guide/catalogue.md").split("\n## ").skip(1);
    let families = sections.map(|section| {
        let family = section.lines().next().unwrap();
        let formats = section.lines().find_map(|line| line.strip_prefix("Formats: ")).unwrap();
        (family, formats.split('`').filter(|word| word.starts_with("to_")).collect())
    });
    families.collect()
}

/// The response that a client of a format gets: nothing where the format is not a response.
fn respond(format: &str, error: StandardError, context: &RequestContext) -> Option<Response<Bytes>> {
    match format {
        "to_response" => Some(error.to_response(context)),
        "to_control_response" => Some(error.to_control_response(context)),
        "to_soap_response" => Some(error.to_soap_response(context)),
        "to_query_response" => Some(error.to_query_response(context, STS_NAMESPACE)),
        "to_json_response" => Some(error.to_json_response(context)),
        "to_select_message" => None,
        _ => panic!("{format}"),
    }
}

#[test]
fn each_family_speaks_the_formats_that_the_guide_names() {
    let families = families();
    for (family, formats) in [
        ("general", vec!["to_response"]),
        ("select", vec!["to_response", "to_select_message"]),
        ("control", vec!["to_control_response"]),
        ("soap", vec!["to_soap_response"]),
        ("sts", vec!["to_query_response"]),
        ("json", vec!["to_json_response"]),
    ] {
        assert_eq!(families[family], formats, "{family}");
    }
    for error in StandardError::ALL {
        for response in families[error.family()].iter().filter_map(|format| respond(format, *error, &context())) {
            let said = format!("{:?}{}", response.headers(), body(&response));
            let has_body = error.status() != StatusCode::NOT_MODIFIED;
            assert_eq!(said.contains(error.code()), has_body, "{}: {said}", error.code());
        }
    }
}
