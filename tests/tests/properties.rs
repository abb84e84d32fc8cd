//! Whatever text a field, a message, a resource or a header holds: the document is well-formed and gives it back, and
//! the response has no header that was not asked for.

use std::borrow::Cow;

use http::{HeaderValue, StatusCode};
use proptest::prelude::*;
use s3err_core::{DetailVisitor, HeaderVisitor, HostId, RequestContext, RequestId, S3Error};
use s3err_tests::context;
use s3err_tests::document::{carried, render, render_in};
use s3err_tests::headers::respond;

/// Strings that are hard to write as XML, or easily mistaken for something else.
const HARD: &[&str] = &[
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "<?xml",
    "&",
    "&amp;",
    "&#13;",
    "&#x1;",
    "&lt",
    "</Error>",
    "<Key>",
    "\"",
    "'",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{1}",
    "\u{8}",
    "\u{B}",
    "\u{C}",
    "\u{1F}",
    "\u{7F}",
    "\u{85}",
    "\u{A0}",
    "\u{2028}",
    "\u{D7FF}",
    "\u{E000}",
    "\u{FDD0}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFE}",
    "\u{FFFF}",
    "\u{1FFFE}",
    "\u{10FFFF}",
    "{}",
    "{0}",
    "%",
    "\\",
    "\u{EF}",
    "\u{F000}",
    "xxxxxxxxxxxxxxx",
    " ",
    "",
];

/// Text that is hard to write as XML, among text that is not.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => proptest::sample::select(HARD).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => proptest::collection::vec(proptest::char::range('\0', '~'), 0..40).prop_map(String::from_iter),
    ];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

#[derive(Debug, S3Error)]
enum Texts {
    #[s3(message = "{key} <{as}> & {key:?}")]
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        optional: Option<Box<str>>,
        #[s3(detail(with = s3err_core::hex_bytes))]
        bytes: String,
        r#as: String,
    },
}

#[derive(Debug, S3Error)]
#[s3(
    code = "InvalidRange",
    message = "{0}|{1:?}",
    header("Content-Range", "bytes */{0}"),
    header("x-amz-meta-plain", "p")
)]
struct Headers(#[s3(header = "ETag")] String, #[s3(header = "x-amz-meta-b")] Option<String>);

/// An error by hand that says anything at all.
#[derive(Debug)]
struct Anything {
    code: String,
    message: String,
    status: StatusCode,
    details: Vec<(String, String)>,
    headers: Vec<(String, String)>,
}

impl S3Error for Anything {
    fn code(&self) -> &str {
        &self.code
    }
    fn status(&self) -> StatusCode {
        self.status
    }
    fn message(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.message)
    }
    fn visit_details(&self, details: &mut DetailVisitor<'_>) {
        self.details.iter().for_each(|(name, value)| details.push(name, value));
    }
    fn visit_headers(&self, headers: &mut HeaderVisitor<'_>) {
        self.headers.iter().for_each(|(name, value)| headers.push(name, value));
    }
}

/// Names of elements and headers that mean something already.
const KNOWN: &[&str] = &[
    "Key",
    "Code",
    "HostId",
    "RequestId",
    "Message",
    "Resource",
    "xmlns",
    "a:b",
    "Content-Type",
    "content-length",
    "x-amz-id-2",
    "X-Amz-Request-Id",
    "x-amzn-requestid",
    "connection",
    "transfer-encoding",
    "retry-after",
    "ETag",
];

/// Names that are good, nearly good, the document's own or a response's own, and bad ones.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => proptest::sample::select(KNOWN).prop_map(str::to_owned),
        1 => text(),
        1 => "[A-Za-z_][A-Za-z0-9._-]{0,8}",
    ]
}

fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
    proptest::collection::vec((name(), text()), 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_text_comes_back_from_the_document(key in text(), optional in proptest::option::of(text()), resource in text()) {
        let error = Texts::NoSuchKey {
            key: key.clone(),
            optional: optional.clone().map(Into::into),
            bytes: key.clone(),
            r#as: resource.clone(),
        };
        let document = render_in(&error, &context().with_resource(resource.clone()));
        prop_assert_eq!(document.detail("Key").map(str::to_owned), Some(carried(&key)));
        prop_assert_eq!(document.detail("Optional").map(str::to_owned), optional.as_deref().map(carried));
        prop_assert_eq!(document.resource, Some(carried(&resource)));
        prop_assert_eq!(document.message, carried(&format!("{key} <{resource}> & {key:?}")));
        let bytes: Vec<_> = key.bytes().map(|byte| format!("{byte:02x}")).collect();
        prop_assert_eq!(document.details.last().map(|(_, value)| value.clone()), Some(bytes.join(" ")));
    }

    #[test]
    fn no_text_adds_a_header_or_panics(etag in text(), optional in proptest::option::of(text()), region in text()) {
        let error = Headers(etag.clone(), optional.clone());
        let answer = respond(&error, &context().with_bucket_region(region.clone()).with_method(http::Method::HEAD));
        // RFC 9110: visible characters, blanks, tabs and bytes from 0x80 on.
        let sent = |text: String| {
            let can_be = text.bytes().all(|byte| byte == b'\t' || (byte >= b' ' && byte != 0x7F));
            can_be.then(|| text.into_bytes())
        };
        let of = |name: &str| answer.header(name).map(<[u8]>::to_vec);
        let expected = [
            ("etag", sent(etag.clone())),
            ("content-range", sent(format!("bytes */{etag}"))),
            ("x-amz-meta-b", optional.and_then(sent)),
            ("x-amz-bucket-region", of("x-amz-bucket-region").filter(|sent| *sent == region.as_bytes())),
        ];
        let mut count = 4;
        for (name, value) in expected {
            count += usize::from(value.is_some());
            prop_assert_eq!(of(name), value, "{}", name);
        }
        prop_assert_eq!(answer.headers.len(), count);
    }

    #[test]
    fn whatever_an_error_by_hand_says_the_document_is_well_formed_and_the_response_whole(
        code in text(),
        message in text(),
        status in 100..1000_u16,
        details in pairs(),
        headers in pairs(),
    ) {
        let status = StatusCode::from_u16(status).unwrap_or_default();
        let error = Anything { code: code.clone(), message: message.clone(), status, details, headers };
        let document = render(&error);
        prop_assert_eq!((document.code, document.message), (carried(&code), carried(&message)));
        for (name, value) in &document.details {
            // Of several details of a name the first is written.
            let first = error.details.iter().find(|(written, _)| written == name).map(|(_, value)| carried(value));
            prop_assert_eq!(Some(value.clone()), first);
        }
        let answer = respond(&error, &context());
        let own = ["x-amz-request-id", "x-amz-id-2", "content-type"];
        for (name, value) in answer.headers.iter().filter(|(name, _)| !own.contains(&name.as_str())) {
            let is_its = |(written, text): &(String, String)| {
                written.eq_ignore_ascii_case(name.as_str()) && HeaderValue::from_bytes(text.as_bytes()).is_ok_and(|text| text == *value)
            };
            prop_assert!(error.headers.iter().any(is_its), "{name}");
        }
    }

    #[test]
    fn an_id_is_good_for_header_and_document_or_none(id in prop_oneof![text(), "[A-Za-z0-9._:/+=-]{0,130}"]) {
        let is_good = (1..=128).contains(&id.len())
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._:/+=-".contains(&byte));
        let (request_id, host_id) = (RequestId::try_from(id.as_str()), HostId::try_from(id.as_str()));
        prop_assert_eq!((request_id.is_ok(), host_id.is_ok()), (is_good, is_good));
        if let (Ok(request_id), Ok(host_id)) = (request_id, host_id) {
            let context = RequestContext::new(request_id).with_host_id(host_id);
            let answer = respond(&Headers(String::new(), None), &context);
            let document = answer.document.unwrap();
            prop_assert_eq!((document.request_id, document.host_id), (Some(id.clone()), Some(id)));
        }
    }
}
