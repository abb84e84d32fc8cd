//! The same work with other libraries, and by hand.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Cursor;

use aws_smithy_xml::decode::{self, try_data};
use aws_smithy_xml::encode::XmlWriter;
use bytes::Bytes;
use http::{HeaderValue, Response};
use quick_xml::Writer;
use quick_xml::escape::partial_escape;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use s3err_core::{RequestContext, S3Error as _};
use serde::{Deserialize, Serialize};

use crate::{Error, HOST_ID, REQUEST_ID, RESOURCE};

type Render = fn(&Error) -> Vec<u8>;
type Parse = fn(&[u8]) -> Option<Error>;

pub(crate) const RENDER: [(&str, Render); 4] =
    [("format!", format), ("quick-xml Writer", writer), ("quick-xml serde", serialize), ("aws-smithy-xml", smithy)];

pub(crate) const PARSE: [(&str, Parse); 3] =
    [("quick-xml Reader", reader), ("quick-xml serde", deserialize), ("aws-smithy-xml", smithy_decode)];

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Code, status, message and details, as a server has them without the derive.
fn parts(error: &Error) -> (&'static str, u16, &'static str, Vec<(&'static str, &str)>) {
    match error {
        Error::NoSuchKey { key } => ("NoSuchKey", 404, "The specified key does not exist.", vec![("Key", key)]),
        Error::BadDigest { calculated_digest, expected_digest } => (
            "BadDigest",
            400,
            "The Content-MD5 you specified did not match what we received.",
            vec![("CalculatedDigest", calculated_digest), ("ExpectedDigest", expected_digest)],
        ),
        Error::SignatureDoesNotMatch {
            aws_access_key_id,
            string_to_sign,
            signature_provided,
            string_to_sign_bytes,
            canonical_request,
            canonical_request_bytes,
        } => (
            "SignatureDoesNotMatch",
            403,
            "The request signature we calculated does not match the signature you provided. Check your key and signing method.",
            vec![
                ("AWSAccessKeyId", aws_access_key_id),
                ("StringToSign", string_to_sign),
                ("SignatureProvided", signature_provided),
                ("StringToSignBytes", string_to_sign_bytes),
                ("CanonicalRequest", canonical_request),
                ("CanonicalRequestBytes", canonical_request_bytes),
            ],
        ),
    }
}

fn elements(error: &Error) -> Vec<(&'static str, &str)> {
    let (code, _, message, details) = parts(error);
    let mut elements = vec![("Code", code), ("Message", message)];
    elements.extend(details);
    elements.extend([("Resource", RESOURCE), ("RequestId", REQUEST_ID), ("HostId", HOST_ID)]);
    elements
}

/// The error of what was read.
fn typed(code: &str, mut detail: impl FnMut(&str) -> Option<String>) -> Option<Error> {
    Some(match code {
        "NoSuchKey" => Error::NoSuchKey { key: detail("Key")? },
        "BadDigest" => Error::BadDigest {
            calculated_digest: detail("CalculatedDigest")?,
            expected_digest: detail("ExpectedDigest")?,
        },
        "SignatureDoesNotMatch" => Error::SignatureDoesNotMatch {
            aws_access_key_id: detail("AWSAccessKeyId")?,
            string_to_sign: detail("StringToSign")?,
            signature_provided: detail("SignatureProvided")?,
            string_to_sign_bytes: detail("StringToSignBytes")?,
            canonical_request: detail("CanonicalRequest")?,
            canonical_request_bytes: detail("CanonicalRequestBytes")?,
        },
        _ => return None,
    })
}

fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '\r']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            c => escaped.push(c),
        }
    }
    Cow::Owned(escaped)
}

fn format(error: &Error) -> Vec<u8> {
    let (code, _, message, values) = parts(error);
    let mut details = String::new();
    for (name, value) in values {
        write!(details, "<{name}>{}</{name}>", escape(value)).expect("a String takes everything");
    }
    format!(
        "{DECLARATION}<Error><Code>{code}</Code><Message>{message}</Message>{details}<Resource>{}</Resource>\
         <RequestId>{REQUEST_ID}</RequestId><HostId>{HOST_ID}</HostId></Error>",
        escape(RESOURCE),
    )
    .into_bytes()
}

fn writer(error: &Error) -> Vec<u8> {
    let mut writer = Writer::new(Cursor::new(Vec::new()));
    let mut write = |event| writer.write_event(event).expect("a Vec takes everything");
    write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
    write(Event::Text(BytesText::from_escaped("\n")));
    write(Event::Start(BytesStart::new("Error")));
    for (name, text) in elements(error) {
        write(Event::Start(BytesStart::new(name)));
        write(Event::Text(BytesText::from_escaped(partial_escape(text))));
        write(Event::End(BytesEnd::new(name)));
    }
    write(Event::End(BytesEnd::new("Error")));
    writer.into_inner().into_inner()
}

/// The document for serde: the details of all codes.
#[derive(Default, Deserialize, Serialize)]
#[serde(rename = "Error", rename_all = "PascalCase", default)]
struct Fields {
    code: String,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    calculated_digest: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expected_digest: Option<String>,
    #[serde(rename = "AWSAccessKeyId", skip_serializing_if = "Option::is_none")]
    aws_access_key_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    string_to_sign: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    signature_provided: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    string_to_sign_bytes: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical_request: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical_request_bytes: Option<String>,
    resource: String,
    request_id: String,
    host_id: String,
}

impl Fields {
    fn detail(&mut self, name: &str) -> &mut Option<String> {
        match name {
            "Key" => &mut self.key,
            "CalculatedDigest" => &mut self.calculated_digest,
            "ExpectedDigest" => &mut self.expected_digest,
            "AWSAccessKeyId" => &mut self.aws_access_key_id,
            "StringToSign" => &mut self.string_to_sign,
            "SignatureProvided" => &mut self.signature_provided,
            "StringToSignBytes" => &mut self.string_to_sign_bytes,
            "CanonicalRequest" => &mut self.canonical_request,
            _ => &mut self.canonical_request_bytes,
        }
    }
}

fn serialize(error: &Error) -> Vec<u8> {
    let (code, _, message, details) = parts(error);
    let mut fields = Fields {
        code: code.into(),
        message: message.into(),
        resource: RESOURCE.into(),
        request_id: REQUEST_ID.into(),
        host_id: HOST_ID.into(),
        ..Fields::default()
    };
    for (name, value) in details {
        *fields.detail(name) = Some(value.into());
    }
    let mut out = String::from(DECLARATION);
    quick_xml::se::to_writer(&mut out, &fields).expect("a struct of strings");
    out.into_bytes()
}

fn smithy(error: &Error) -> Vec<u8> {
    let mut out = String::from(DECLARATION);
    let mut document = XmlWriter::new(&mut out);
    let mut root = document.start_el("Error").finish();
    for (name, text) in elements(error) {
        let mut element = root.start_el(name).finish();
        element.data(text);
        element.finish();
    }
    root.finish();
    out.into_bytes()
}

/// The document of `format!` with the same headers.
pub(crate) fn respond(error: &Error, context: &RequestContext) -> Response<Bytes> {
    let (_, status, ..) = parts(error);
    debug_assert_eq!(status, error.status().as_u16());
    let value = |text: &str| HeaderValue::from_str(text).expect("an id is good for a header");
    Response::builder()
        .status(status)
        .header("content-type", "application/xml")
        .header("x-amz-request-id", value(context.request_id().as_str()))
        .header("x-amz-id-2", value(HOST_ID))
        .body(Bytes::from(format(error)))
        .expect("good headers")
}

fn reader(body: &[u8]) -> Option<Error> {
    let mut reader = quick_xml::Reader::from_str(std::str::from_utf8(body).ok()?);
    let (mut depth, mut name, mut text) = (0, String::new(), String::new());
    let (mut code, mut details) = (String::new(), Vec::new());
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                depth += 1;
                start.local_name().as_ref().clone_into(&mut name);
                text.clear();
            }
            Event::Text(piece) => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) => match quick_xml::escape::resolve_predefined_entity(&reference) {
                Some(resolved) => text.push_str(resolved),
                None => text.push(reference.resolve_char_ref().ok()??),
            },
            Event::End(_) => {
                if depth == 2 && name == "Code" {
                    code = std::mem::take(&mut text);
                } else if depth == 2 && !["Message", "Resource", "RequestId", "HostId"].contains(&&*name) {
                    details.push((std::mem::take(&mut name), std::mem::take(&mut text)));
                }
                depth -= 1;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    typed(&code, |name| details.iter_mut().find(|detail| detail.0 == name).map(|detail| std::mem::take(&mut detail.1)))
}

fn deserialize(body: &[u8]) -> Option<Error> {
    let mut fields: Fields = quick_xml::de::from_str(std::str::from_utf8(body).ok()?).ok()?;
    let code = std::mem::take(&mut fields.code);
    typed(&code, |name| fields.detail(name).take())
}

fn smithy_decode(body: &[u8]) -> Option<Error> {
    let mut document = decode::Document::try_from(body).ok()?;
    let mut root = document.root_element().ok()?;
    let (mut code, mut details) = (String::new(), Vec::new());
    while let Some(mut tag) = root.next_tag() {
        let name = tag.start_el().local().to_owned();
        let text = try_data(&mut tag).ok()?.into_owned();
        match name.as_str() {
            "Code" => code = text,
            "Message" | "Resource" | "RequestId" | "HostId" => {}
            _ => details.push((name, text)),
        }
    }
    typed(&code, |name| details.iter_mut().find(|detail| detail.0 == name).map(|detail| std::mem::take(&mut detail.1)))
}
