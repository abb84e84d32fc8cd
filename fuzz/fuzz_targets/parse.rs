//! Any bytes: reading them neither panics nor hangs, the two ways of reading agree, and what was read can be sent on
//! and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};

fuzz_target!(|body: &[u8]| {
    let Ok(document) = ErrorDocument::parse(body) else { return };
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
