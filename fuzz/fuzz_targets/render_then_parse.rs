//! Any text in a field, a message and a resource: the document is read back to the value it was made of.
#![no_main]

use libfuzzer_sys::fuzz_target;
use s3err_core::{ErrorDocument, RequestContext, RequestId, S3Error};

#[derive(Debug, PartialEq, S3Error)]
#[s3(decode)]
enum ObjectError {
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: Option<String>,
        #[s3(header = "ETag")]
        etag: Option<String>,
    },
    #[s3(code = "Quota", status = 403, message = "{0} and {1:?}")]
    Quota(#[s3(detail = "Tenant")] String, #[s3(detail = "Limit")] u64),
}

fuzz_target!(|input: (String, Option<String>, Option<String>, u64, String)| {
    let (text, version_id, etag, limit, resource) = input;
    let context = RequestContext::new(RequestId::from_static("4442587FB7D0A2F9")).with_resource(resource);
    let errors = [ObjectError::NoSuchKey { key: text.clone(), version_id, etag }, ObjectError::Quota(text, limit)];
    for error in errors {
        let response = error.to_response(&context);
        let document = ErrorDocument::from_response(response.status(), response.headers(), response.body())
            .expect("what is rendered can be read");
        assert_eq!(document.request_id(), Some("4442587FB7D0A2F9"));
        let back = ObjectError::try_from(&document).expect("what is rendered comes back");
        assert_eq!(sendable(back), sendable(error));
    }
});

/// The value as far as XML and HTTP can carry it.
fn sendable(error: ObjectError) -> ObjectError {
    let text = |text: String| {
        let forbidden = |c: char| (c < ' ' && !"\t\n\r".contains(c)) || c == '\u{FFFE}' || c == '\u{FFFF}';
        text.replace(forbidden, "\u{FFFD}")
    };
    match error {
        ObjectError::NoSuchKey { key, version_id, etag } => ObjectError::NoSuchKey {
            key: text(key),
            version_id: version_id.map(text),
            etag: etag.filter(|etag| !etag.contains(|c: char| c.is_ascii_control() && c != '\t')),
        },
        ObjectError::Quota(tenant, limit) => ObjectError::Quota(text(tenant), limit),
    }
}
