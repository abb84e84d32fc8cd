//! The keys on an enum, a struct and a variant: codes, statuses, messages, faults, retries, headers.

use std::error::Error;
use std::fmt;

use s3err_core::{Fault, Retry, RetryClass, S3Error, StandardError};
use s3err_tests::context;
use s3err_tests::document::render;
use s3err_tests::headers::respond;

/// The enum of the design's second section.
#[derive(Debug, S3Error)]
enum PutObjectError {
    #[s3(code = "BadDigest", status = 400)]
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    #[s3(message = "The resource you requested does not exist")]
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[s3(code = "InternalError")]
    Disk {
        #[allow(dead_code)]
        path: std::path::PathBuf,
        source: std::io::Error,
    },
}

#[test]
fn an_enum_says_of_each_error_what_was_written_and_the_catalogue_the_rest() {
    let digest = PutObjectError::BadDigest { calculated_digest: "a".into(), expected_digest: "b".into() };
    assert_eq!((digest.code(), digest.status().as_u16()), ("BadDigest", 400));
    assert_eq!(digest.message(), "The Content-MD5 you specified did not match what we received.");
    assert_eq!(render(&digest).detail_names(), ["CalculatedDigest", "ExpectedDigest"]);
    let missing = PutObjectError::NoSuchKey { key: "k".into() };
    assert_eq!((missing.code(), missing.status().as_u16()), ("NoSuchKey", 404));
    assert_eq!(missing.message(), "The resource you requested does not exist");
    assert_eq!((missing.fault(), missing.retry(), missing.close()), (Fault::Client, Retry::NEVER, false));
}

#[test]
fn what_is_not_marked_stays_inside() {
    let disk = PutObjectError::Disk { path: "/var/lib/secret".into(), source: std::io::Error::other("secret disk") };
    let response = disk.to_response(&context());
    let wire = format!("{:?} {:?}", response.headers(), response.body());
    assert!(!wire.contains("secret"), "{wire}");
    assert_eq!(render(&disk).details, []);
    assert_eq!(disk.origin().map(ToString::to_string).as_deref(), Some("secret disk"));
}

#[test]
fn a_code_is_the_name_of_the_variant_or_what_is_written() {
    #[derive(Debug, S3Error)]
    enum Codes {
        NoSuchKey,
        #[s3(code = "NoSuchKey")]
        Gone,
        #[s3(code = "KMS.NotFoundException")]
        Kms,
        #[s3(code = "Own.Code-1_a", status = 418, message = "I am a teapot")]
        Own,
        #[s3(custom, code = "Pay", status = 402, message = "Pay")]
        Pay,
        #[s3(custom, code = "NoSuchKey", status = 410, message = "It was here")]
        OnceHere,
    }

    let table = [
        (Codes::NoSuchKey, "NoSuchKey", 404, "NoSuchKey"),
        (Codes::Gone, "NoSuchKey", 404, "Gone"),
        (Codes::Kms, "KMS.NotFoundException", 400, "Kms"),
        (Codes::Own, "Own.Code-1_a", 418, "Own"),
        (Codes::Pay, "Pay", 402, "Pay"),
        (Codes::OnceHere, "NoSuchKey", 410, "OnceHere"),
    ];
    for (error, code, status, variant) in table {
        let answer = respond(&error, &context());
        assert_eq!((answer.document.unwrap().code.as_str(), answer.status), (code, status));
        assert_eq!(error.variant(), variant);
    }
}

#[test]
fn a_status_is_any_that_s3_sends_the_code_with() {
    #[derive(Debug, S3Error)]
    enum Statuses {
        EntityTooLarge,
        #[s3(code = "EntityTooLarge", status = 405)]
        Download,
        #[s3(status = 400)]
        RequestIsNotMultiPartContent,
        #[s3(code = "Own", status = 300, message = "m")]
        Lowest,
        #[s3(code = "Own", status = 599, message = "m")]
        Highest,
    }

    let table = [
        (Statuses::EntityTooLarge, 400),
        (Statuses::Download, 405),
        (Statuses::RequestIsNotMultiPartContent, 400),
        (Statuses::Lowest, 300),
        (Statuses::Highest, 599),
    ];
    for (error, status) in table {
        assert_eq!(respond(&error, &context()).status, status, "{error:?}");
    }
}

#[test]
fn a_custom_code_takes_nothing_from_the_catalogue() {
    #[derive(Debug, S3Error)]
    enum Custom {
        #[s3(custom, code = "RequestTimeout", status = 503, message = "m")]
        RequestTimeout,
        #[s3(custom, code = "SlowDown", status = 400, message = "m")]
        SlowDown,
        #[s3(custom, code = "PermanentRedirect", status = 301, message = "m")]
        PermanentRedirect,
        #[s3(custom, code = "PermanentRedirect", status = 301, message = "m", header("Location", "/{0}"))]
        Moved(&'static str),
        #[s3(custom, code = "PermanentRedirect", status = 308, message = "m")]
        Kept(#[s3(header = "Location")] &'static str),
        #[s3(custom, code = "NoSuchUpload", status = 404, message = "m")]
        NoSuchUpload {
            #[s3(detail)]
            upload_i_d: u8,
        },
    }

    assert_eq!((Custom::RequestTimeout.fault(), Custom::RequestTimeout.retry()), (Fault::Server, Retry::TRANSIENT));
    assert_eq!((Custom::SlowDown.fault(), Custom::SlowDown.retry()), (Fault::Client, Retry::NEVER));
    assert_eq!(render(&Custom::PermanentRedirect).details, []);
    for (error, status) in [(Custom::Moved("b"), 301), (Custom::Kept("/b"), 308)] {
        let answer = respond(&error, &context());
        assert_eq!((answer.status, answer.text("location")), (status, Some("/b")), "{error:?}");
    }
    assert_eq!(render(&Custom::NoSuchUpload { upload_i_d: 1 }).detail_names(), ["UploadID"]);
}

#[test]
fn messages_show_fields_with_the_specs_of_format() {
    #[derive(Debug, S3Error)]
    #[allow(dead_code)]
    enum Messages {
        #[s3(code = "NoSuchKey", message = "{key} {key:?} {key:>4}|{key:*^5}|")]
        Named { key: &'static str },
        #[s3(code = "NoSuchKey", message = "{0} and {1:?}, not {{0}}")]
        Tuple(u8, Option<u8>),
        #[s3(code = "NoSuchKey", message = "{size:#06x} {size:08.3e} {size:+} {size:width$} {ratio:.digits$}")]
        Numbers { size: i32, width: usize, ratio: f32, digits: usize },
        #[s3(code = "NoSuchKey", message = "{type} of {self_}")]
        Raw { r#type: char, self_: char },
        #[s3(code = "NoSuchKey", message = "no {{placeholder}}")]
        Plain { placeholder: u8 },
        #[s3(code = "NoSuchKey", message = "tab\tand\nline")]
        Lines,
    }

    let table = [
        (Messages::Named { key: "k" }, "k \"k\"    k|**k**|".to_owned()),
        (Messages::Tuple(1, Some(2)), "1 and Some(2), not {0}".to_owned()),
        (
            Messages::Numbers { size: 255, width: 5, ratio: 1.0 / 3.0, digits: 2 },
            format!("{:#06x} {:08.3e} {:+} {:5} {:.2}", 255, 255, 255, 255, 1.0 / 3.0),
        ),
        (Messages::Raw { r#type: 'a', self_: 'b' }, "a of b".to_owned()),
        (Messages::Plain { placeholder: 1 }, "no {placeholder}".to_owned()),
        (Messages::Lines, "tab\tand\nline".to_owned()),
    ];
    for (error, message) in table {
        assert_eq!(error.message(), message);
        assert_eq!(render(&error).message, message);
    }
}

#[test]
fn an_empty_message_is_one_too_for_a_code_of_s3() {
    #[derive(Debug, S3Error)]
    #[s3(code = "InvalidArgument", message = "")]
    struct Acl;

    assert_eq!((Acl.message().as_ref(), render(&Acl).message.as_str()), ("", ""));
}

#[test]
fn fault_and_retry_are_the_catalogues_else_by_the_status_else_what_is_written() {
    #[derive(Debug, S3Error)]
    enum Sides {
        SlowDown,
        Busy,
        NotImplemented,
        RequestTimeout,
        NotModified,
        #[s3(code = "Own", status = 400, message = "m")]
        Own400,
        #[s3(code = "Own", status = 408, message = "m")]
        Own408,
        #[s3(code = "Own", status = 429, message = "m")]
        Own429,
        #[s3(code = "Own", status = 500, message = "m")]
        Own500,
        #[s3(code = "Own", status = 501, message = "m")]
        Own501,
        #[s3(code = "Own", status = 509, message = "m")]
        Own509,
        #[s3(fault = server, retry = transient)]
        NoSuchKey,
        #[s3(fault = client, retry = never)]
        InternalError,
        #[s3(retry = throttling)]
        ServiceUnavailable,
    }
    use Fault::{Client, Server};

    let table = [
        (Sides::SlowDown, Server, Retry::THROTTLING),
        (Sides::Busy, Client, Retry::TRANSIENT),
        (Sides::NotImplemented, Server, Retry::NEVER),
        (Sides::RequestTimeout, Client, Retry::TRANSIENT),
        (Sides::NotModified, Server, Retry::NEVER),
        (Sides::Own400, Client, Retry::NEVER),
        (Sides::Own408, Client, Retry::TRANSIENT),
        (Sides::Own429, Client, Retry::THROTTLING),
        (Sides::Own500, Server, Retry::TRANSIENT),
        (Sides::Own501, Server, Retry::NEVER),
        (Sides::Own509, Server, Retry::THROTTLING),
        (Sides::NoSuchKey, Server, Retry::TRANSIENT),
        (Sides::InternalError, Client, Retry::NEVER),
        (Sides::ServiceUnavailable, Server, Retry::THROTTLING),
    ];
    for (error, fault, retry) in table {
        assert_eq!((error.fault(), error.retry()), (fault, retry), "{error:?}");
    }
}

#[test]
fn a_retry_knows_its_class_and_the_wait_of_the_field() {
    #[derive(Debug, S3Error)]
    enum Waits {
        SlowDown {
            #[s3(retry_after)]
            wait: std::time::Duration,
        },
        InternalError,
    }

    let wait = std::time::Duration::from_millis(1500);
    let retry = Waits::SlowDown { wait }.retry();
    assert_eq!((retry.class(), retry.wait()), (RetryClass::Throttling, Some(wait)));
    assert_eq!(Waits::InternalError.retry(), Retry::TRANSIENT);
}

#[test]
fn a_struct_is_one_error() {
    #[derive(Debug, S3Error)]
    struct NoSuchBucket;

    #[derive(Debug, S3Error)]
    #[s3(code = "NoSuchKey", message = "no {0}", header("x-amz-meta-a", "{0}"), close, display)]
    struct Tuple(#[s3(detail = "Key")] String);

    assert_eq!((NoSuchBucket.code(), NoSuchBucket.variant()), ("NoSuchBucket", "NoSuchBucket"));
    let error = Tuple("k".into());
    let answer = respond(&error, &context());
    assert_eq!((error.variant(), error.to_string().as_str()), ("Tuple", "no k"));
    assert_eq!((answer.text("x-amz-meta-a"), answer.text("connection")), (Some("k"), Some("close")));
    assert_eq!(answer.document.unwrap().details, [("Key".to_owned(), "k".to_owned())]);
}

#[test]
fn display_implements_display_as_the_message_and_error_with_the_origin() {
    #[derive(Debug, S3Error)]
    #[s3(display)]
    enum Shown {
        #[s3(message = "no {0}")]
        NoSuchKey(u8),
        InternalError {
            source: fmt::Error,
        },
        #[s3(transparent)]
        Other(StandardError),
    }

    assert_eq!(Shown::NoSuchKey(1).to_string(), "no 1");
    assert_eq!(format!("[{:>6}]", Shown::NoSuchKey(1)), "[  no 1]");
    assert!(Shown::NoSuchKey(1).source().is_none());
    let internal = Shown::InternalError { source: fmt::Error };
    assert_eq!(internal.to_string(), StandardError::InternalError.message());
    assert!(internal.source().is_some_and(<dyn Error>::is::<fmt::Error>));
    assert_eq!(Shown::Other(StandardError::SlowDown).to_string(), "Please reduce your request rate.");
    let boxed: Box<dyn Error + Send + Sync> = Box::new(internal);
    assert!(boxed.source().is_some());
}

#[test]
fn several_variants_may_share_a_code_and_have_headers_of_their_own() {
    #[derive(Debug, S3Error)]
    enum Missing {
        NoSuchKey,
        #[s3(code = "NoSuchKey", header("x-amz-delete-marker", "true"), header("x-amz-version-id", "{version}"))]
        Deleted {
            version: u32,
        },
    }

    assert_eq!(respond(&Missing::NoSuchKey, &context()).names().len(), 3);
    let deleted = respond(&Missing::Deleted { version: 7 }, &context());
    assert_eq!((deleted.text("x-amz-delete-marker"), deleted.text("x-amz-version-id")), (Some("true"), Some("7")));
    assert_eq!(deleted.document.unwrap().code, "NoSuchKey");
}

#[test]
fn headers_take_templates_as_messages_do() {
    #[derive(Debug, S3Error)]
    #[s3(code = "InvalidRange", header("Content-Range", "bytes */{0}"), header("x-amz-meta-b", "{{{0:>4}}} {1:?}"))]
    struct Positions(u64, &'static str);

    let answer = respond(&Positions(5, "a"), &context());
    assert_eq!((answer.text("content-range"), answer.text("x-amz-meta-b")), (Some("bytes */5"), Some("{   5} \"a\"")));
}

#[test]
fn the_derive_adds_nothing_to_the_type() {
    #[allow(dead_code)]
    enum Plain {
        NoSuchKey { key: String },
        Slow(u8),
        Other,
    }
    #[allow(dead_code)]
    #[derive(Debug, S3Error)]
    enum Derived {
        NoSuchKey {
            #[s3(detail)]
            key: String,
        },
        #[s3(code = "SlowDown")]
        Slow(#[s3(log)] u8),
        #[s3(code = "InternalError")]
        Other,
    }
    assert_eq!(size_of::<Derived>(), size_of::<Plain>());
}
