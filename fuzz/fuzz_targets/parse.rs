//! Any bytes: reading them neither panics nor hangs, the two ways of reading agree, what was read can be sent on and
//! read again, and the message of a mistake is one short line.
#![no_main]

use libfuzzer_sys::fuzz_target;
use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};

fuzz_target!(|body: &[u8]| {
    let document = match ErrorDocument::parse(body) {
        Ok(document) => document,
        Err(error) => return assert_plain(&error.to_string()),
    };
    // A comment takes the document off the fast way.
    if let Some(at) = body.windows(7).position(|window| window == b"<Error>") {
        let (before, after) = body.split_at(at + 7);
        let slow = ErrorDocument::parse(&[before, b"<!---->", after].concat());
        assert_eq!(slow.as_ref(), Ok(&document), "the two ways of reading differ");
    }
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9"));
    let again = ErrorDocument::parse(&document.to_bytes(&context)).expect("what is sent can be read");
    let sendable = |text: &str| {
        let forbidden = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || c == '\u{FFFE}' || c == '\u{FFFF}';
        text.replace(forbidden, "\u{FFFD}")
    };
    assert_eq!(again.code(), sendable(document.code()).trim());
    assert_eq!(again.message(), sendable(&document.message()));
    let details = document.details().into_iter().map(|detail| (detail.name, sendable(&detail.value)));
    assert!(again.details().into_iter().map(|detail| (detail.name, detail.value)).eq(details));
});

/// Asserts that a message is one line in plain characters, whatever a stranger wrote.
fn assert_plain(message: &str) {
    assert!(message.len() <= 500, "{message:?}");
    let is_bad = |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    assert!(!message.contains(is_bad), "{message:?}");
}
