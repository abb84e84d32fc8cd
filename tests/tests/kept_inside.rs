//! Fields that are kept: what is sensitive out of logs and messages, the rest inside the server.

use std::sync::Arc;

use s3err_core::{Describe, Detail, S3Error};
use s3err_tests::context;
use s3err_tests::document::render;

#[derive(Debug, S3Error)]
#[s3(code = "ExpiredToken")]
struct Echo {
    #[s3(detail)]
    token_0: String,
    #[s3(detail, sensitive)]
    own_secret: String,
    #[s3(detail)]
    open: String,
}

fn token() -> Echo {
    Echo { token_0: "secret-a".into(), own_secret: "secret-b".into(), open: "open".into() }
}

#[test]
fn what_is_sensitive_goes_on_the_wire() {
    let document = render(&token());
    assert_eq!((document.detail("Token-0"), document.detail("OwnSecret")), (Some("secret-a"), Some("secret-b")));
}

#[test]
fn what_is_sensitive_shows_in_no_debug_and_no_message() {
    let error = token();
    let debugs = [
        format!("{:?}", error.details()),
        format!("{:?}", &error as &dyn S3Error),
        format!("{:?}", &error as &(dyn S3Error + Send + Sync)),
        format!("{:?}", &error as &(dyn S3Error + Send)),
        format!("{:?}", &error as &(dyn S3Error + Sync)),
        format!("{:#?}", Box::new(error) as Box<dyn S3Error + Send + Sync>),
    ];
    for debug in debugs {
        assert!(!debug.contains("secret-") && debug.contains("open"), "{debug}");
    }
    assert!(!token().message().contains("secret"));
}

#[test]
fn what_the_catalogue_keeps_secret_is_so_by_its_name_alone() {
    #[derive(Debug, S3Error)]
    enum Secrets {
        SignatureDoesNotMatch {
            #[s3(detail)]
            aws_access_key_id: u8,
            #[s3(detail)]
            string_to_sign: u8,
            #[s3(detail)]
            signature_provided: u8,
            #[s3(detail)]
            string_to_sign_bytes: u8,
            #[s3(detail)]
            canonical_request: u8,
            #[s3(detail)]
            canonical_request_bytes: Option<u8>,
        },
        #[s3(code = "Own", status = 400, message = "m")]
        Own(#[s3(detail = "Token-0")] u8, #[s3(detail = "Token-1")] u8),
    }

    let secrets = |details: Vec<Detail>| -> Vec<String> {
        details.into_iter().filter(|detail| detail.sensitive).map(|detail| detail.name).collect()
    };
    let signature = Secrets::SignatureDoesNotMatch {
        aws_access_key_id: 1,
        string_to_sign: 1,
        signature_provided: 1,
        string_to_sign_bytes: 1,
        canonical_request: 1,
        canonical_request_bytes: Some(1),
    };
    let expected = ["StringToSign", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"];
    assert_eq!(secrets(signature.details()), expected);
    assert_eq!(secrets(Secrets::Own(1, 1).details()), ["Token-0"]);
}

#[test]
fn what_is_for_the_log_is_for_the_log_alone() {
    #[derive(Debug, S3Error)]
    #[s3(code = "SlowDown")]
    struct Busy {
        #[s3(log)]
        tenant: String,
        #[s3(log)]
        shard: Option<u16>,
        #[s3(log)]
        r#type: Option<&'static str>,
        #[s3(detail)]
        key: &'static str,
    }

    let error = Busy { tenant: "acme".into(), shard: None, r#type: Some("a"), key: "k" };
    let mut log = Vec::new();
    error.visit_log(&mut |name, value| log.push(format!("{name}={value}")));
    assert_eq!(log, ["tenant=acme", "type=a"]);
    let response = error.to_response(&context());
    let wire = format!("{:?}{:?}", response.headers(), response.body());
    assert!(!wire.contains("acme"), "{wire}");
    assert_eq!(render(&error).detail_names(), ["Key"]);
    assert_eq!(Busy::SPECS[0].log, ["tenant", "shard", "type"]);
}

#[test]
fn a_field_named_source_is_the_origin_unless_it_is_sent() {
    #[derive(Debug, thiserror::Error, S3Error)]
    #[error("e")]
    #[allow(dead_code)]
    enum Origins {
        #[s3(code = "InternalError")]
        Named { source: std::fmt::Error },
        #[s3(code = "InternalError")]
        Marked {
            #[s3(source)]
            #[source]
            cause: std::fmt::Error,
        },
        #[s3(code = "InternalError")]
        Of(#[source] std::fmt::Error),
        #[s3(code = "InternalError")]
        From(#[from] std::io::Error),
        #[s3(code = "InternalError")]
        Boxed { source: Box<dyn std::error::Error + Send + Sync> },
        #[s3(code = "InternalError")]
        Shared { source: Arc<std::fmt::Error> },
        #[s3(code = "InternalError")]
        Optional { source: Option<std::fmt::Error> },
        #[s3(code = "InternalError")]
        None(std::fmt::Error),
    }

    #[derive(Debug, S3Error)]
    #[s3(code = "InvalidArgument")]
    struct Sent {
        #[s3(detail)]
        source: &'static str,
    }

    let with_origin = [
        Origins::Named { source: std::fmt::Error },
        Origins::Marked { cause: std::fmt::Error },
        Origins::Of(std::fmt::Error),
        Origins::From(std::io::Error::other("x")),
        Origins::Boxed { source: "x".into() },
        Origins::Shared { source: Arc::new(std::fmt::Error) },
        Origins::Optional { source: Some(std::fmt::Error) },
    ];
    for error in with_origin {
        let thiserrors = std::error::Error::source(&error).map(ToString::to_string);
        assert_eq!(error.origin().map(ToString::to_string), thiserrors, "{error:?}");
        assert!(error.origin().is_some(), "{error:?}");
        assert_eq!(render(&error).details, []);
    }
    assert!(Origins::None(std::fmt::Error).origin().is_none());
    assert!(Origins::Optional { source: None }.origin().is_none());
    assert!(Sent { source: "x-amz-copy-source" }.origin().is_none());
    assert_eq!(render(&Sent { source: "x-amz-copy-source" }).detail_names(), ["Source"]);
}
