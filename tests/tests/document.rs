//! The error document: its elements, their order, their text.

use std::fmt;

use s3err_core::{RequestContext, RequestId, S3Error, StandardError};
use s3err_tests::document::{START, read, render, render_in};
use s3err_tests::{HOST_ID, REQUEST_ID, context};

#[derive(Debug, S3Error)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    NoSuchVersion {
        #[s3(detail)]
        version_id: String,
        #[s3(detail)]
        key: String,
    },
    #[s3(code = "InvalidArgument", message = "")]
    WithoutMessage,
    #[s3(code = "InvalidRequest", message = "'{key}' & <{key}>")]
    Quoted { key: String },
}

fn bare() -> RequestContext {
    RequestContext::new(RequestId::from_static(REQUEST_ID))
}

#[test]
fn the_smallest_document_has_code_message_and_request_id() {
    // Recorded in 2025, but for the declaration and the host id.
    assert_eq!(
        StandardError::AccessDenied.to_xml(&bare()),
        format!(
            "{START}<Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>{REQUEST_ID}</RequestId></Error>"
        )
    );
}

#[test]
fn elements_stand_in_the_order_of_s3() {
    let xml = ObjectError::NoSuchKey { key: "a".into() }.to_xml(&context().with_resource("/b/a"));
    let names = ["Code", "Message", "Key", "Resource", "RequestId", "HostId"];
    let positions: Vec<_> = names.iter().map(|name| xml.find(&format!("<{name}>"))).collect();
    assert!(positions.iter().all(Option::is_some) && positions.is_sorted(), "{xml}");
    assert!(xml.starts_with(START) && xml.ends_with("</HostId></Error>"), "{xml}");
}

#[test]
fn a_document_is_two_lines_without_a_namespace() {
    let xml = ObjectError::NoSuchKey { key: "a".into() }.to_xml(&context());
    assert_eq!(xml.lines().count(), 2, "{xml}");
    assert!(!xml.contains("xmlns") && !xml.ends_with('\n'), "{xml}");
}

#[test]
fn details_are_written_in_the_order_of_the_fields() {
    let document = render(&ObjectError::NoSuchVersion { version_id: "3".into(), key: "a".into() });
    assert_eq!(document.detail_names(), ["VersionId", "Key"]);
}

#[test]
fn the_message_is_there_even_when_it_is_empty() {
    let xml = ObjectError::WithoutMessage.to_xml(&bare());
    let before = format!("{START}<Code>InvalidArgument</Code>");
    let rest = xml.strip_prefix(&before).and_then(|rest| rest.split_once("<RequestId>")).map(|(message, _)| message);
    assert!(matches!(rest, Some("<Message></Message>" | "<Message/>")), "{xml}");
    assert_eq!(render(&ObjectError::WithoutMessage).message, "");
}

#[test]
fn the_resource_is_there_when_the_context_has_one_even_an_empty_one() {
    for resource in ["", "/", "/bucket/a&b <c>\u{1}"] {
        let document = render_in(&StandardError::NoSuchKey, &context().with_resource(resource));
        assert_eq!(document.resource, Some(resource.replace('\u{1}', "\u{FFFD}")));
    }
    let owned = render_in(&StandardError::NoSuchKey, &context().with_resource(String::from("/b/k")));
    assert_eq!(owned.resource.as_deref(), Some("/b/k"));
    assert_eq!(render(&StandardError::NoSuchKey).resource, None);
}

#[test]
fn the_host_id_is_there_when_the_context_has_one() {
    assert_eq!(render(&StandardError::NoSuchKey).host_id.as_deref(), Some(HOST_ID));
    let document = read(&StandardError::NoSuchKey.to_xml(&bare()));
    assert_eq!((document.request_id.as_deref(), document.host_id), (Some(REQUEST_ID), None));
}

#[test]
fn text_is_escaped_as_s3_does_it() {
    let table = [
        ("a&b", "a&amp;b"),
        ("<a>", "&lt;a&gt;"),
        ("the part's \"tag\"", "the part's \"tag\""),
        ("]]>", "]]&gt;"),
        ("&amp;", "&amp;amp;"),
        ("&#13;", "&amp;#13;"),
        ("a\nb\tc", "a\nb\tc"),
        ("a\r\nb\r", "a&#13;\nb&#13;"),
        ("a\0b\u{1}c\u{B}d\u{1F}e", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\u{FFFD}e"),
        ("\u{FFFE}\u{FFFF}", "\u{FFFD}\u{FFFD}"),
        ("\u{7F}\u{85}\u{A0}\u{2028}", "\u{7F}\u{85}\u{A0}\u{2028}"),
        ("\u{FEFF}\u{FFFD}\u{F8FF}", "\u{FEFF}\u{FFFD}\u{F8FF}"),
        ("\u{20AC} \u{1F600} \u{10FFFF}", "\u{20AC} \u{1F600} \u{10FFFF}"),
    ];
    for (text, escaped) in table {
        let error = ObjectError::NoSuchKey { key: text.into() };
        let xml = error.to_xml(&bare());
        assert!(xml.contains(&format!("</Message><Key>{escaped}</Key><RequestId>")), "{text:?}: {xml}");
        let _ = render(&error);
    }
}

#[test]
fn messages_are_escaped_in_their_literals_and_in_their_fields() {
    let xml = ObjectError::Quoted { key: "<&>".into() }.to_xml(&bare());
    assert!(xml.contains("<Message>'&lt;&amp;&gt;' &amp; &lt;&lt;&amp;&gt;&gt;</Message>"), "{xml}");
    assert_eq!(render(&ObjectError::Quoted { key: "\u{1}".into() }).message, "'\u{FFFD}' & <\u{FFFD}>");
}

#[test]
fn a_long_text_is_written_whole() {
    for length in [15, 16, 17, 1023, 1024, 1025, 100_000] {
        for unit in ["k", "&", "\u{20AC}", "\u{FFFF}"] {
            let key = unit.repeat(length);
            let document = render(&ObjectError::NoSuchKey { key: key.clone() });
            assert_eq!(document.detail("Key"), Some(key.replace('\u{FFFF}', "\u{FFFD}").as_str()));
        }
    }
}

#[test]
fn a_special_character_is_found_wherever_it_stands() {
    for length in 0..40 {
        for special in ["&", "<", ">", "\r", "\u{1F}", "\u{FFFE}", "\u{FFFD}", "\u{EF}", "\u{F000}"] {
            let key = format!("{}{special}{}", "x".repeat(length), "y".repeat(40 - length));
            let _ = render(&ObjectError::NoSuchKey { key });
        }
    }
}

#[test]
fn a_buffer_is_kept_and_appended_to() {
    let error = ObjectError::NoSuchKey { key: "a&b".into() };
    let mut buffer = Vec::new();
    error.write_xml(&context(), &mut buffer);
    error.write_xml(&context(), &mut buffer);
    assert_eq!(buffer, error.to_xml(&context()).repeat(2).into_bytes());
    let capacity = buffer.capacity();
    buffer.clear();
    error.write_xml(&context(), &mut buffer);
    assert_eq!((buffer.as_slice(), buffer.capacity()), (error.to_xml(&context()).as_bytes(), capacity));
}

#[test]
fn a_buffer_for_many_documents_is_not_made_anew_for_each() {
    let mut buffer = Vec::new();
    let mut capacities: Vec<_> = std::iter::repeat_with(|| {
        StandardError::NoSuchKey.write_xml(&context(), &mut buffer);
        buffer.capacity()
    })
    .take(1000)
    .collect();
    capacities.dedup();
    assert!(capacities.len() < 20, "{} sizes", capacities.len());
}

/// Writes half of itself and fails.
#[derive(Debug)]
struct Broken;

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("half <")?;
        Err(fmt::Error)
    }
}

impl std::error::Error for Broken {}

#[test]
fn a_display_that_fails_does_not_lose_the_document() {
    #[derive(Debug, S3Error)]
    enum Half {
        NoSuchKey {
            #[s3(detail)]
            key: Broken,
        },
        #[s3(code = "NoSuchVersion", message = "It is {0}, and so on")]
        Message(Broken),
        #[s3(code = "NoSuchUpload")]
        Header(#[s3(header = "x-amz-meta-broken")] Broken),
    }

    assert_eq!(render(&Half::NoSuchKey { key: Broken }).detail("Key"), Some("half <"));
    let message = render(&Half::Message(Broken)).message;
    assert!(message.starts_with("It is half <"), "{message}");
    assert_eq!(render(&Half::Header(Broken)).code, "NoSuchUpload");
    let response = Half::Header(Broken).to_response(&context());
    assert_eq!(response.status(), 404);
}

#[test]
fn a_document_of_texts_is_allocated_once_and_exactly() {
    #[derive(Debug, S3Error)]
    enum Failure {
        BadDigest {
            #[s3(detail)]
            calculated_digest: String,
            #[s3(detail)]
            expected_digest: &'static str,
        },
        NoSuchKey {
            #[s3(detail)]
            key: String,
        },
        AccessDenied,
    }
    let digest = Failure::BadDigest { calculated_digest: "1B2M2Y8AsgTpgAmY7PhCfg==".into(), expected_digest: "x" };
    let keys = ["photos/2026/cat & dog.jpg", "a\rb", "\u{1}", "\u{FFFE}", "&<>", ""];
    let keys = keys.map(|key| Failure::NoSuchKey { key: key.repeat(40) });
    for error in keys.into_iter().chain([digest, Failure::AccessDenied]) {
        for context in [context(), context().with_resource("/b/<k>")] {
            let mut document = Vec::new();
            error.write_xml(&context, &mut document);
            assert_eq!(document.capacity(), document.len(), "{error:?}");
        }
    }
}
