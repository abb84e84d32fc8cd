//! Documents recorded from S3 are reproduced byte for byte, and their responses in what was recorded of the headers.

use http::Method;
use s3err_core::{HostId, RequestContext, RequestId, S3Error, hex_bytes};
use s3err_tests::document::{self, Document, START};
use s3err_tests::facts::{sample, sample_names, sample_status};
use s3err_tests::headers::{Answer, respond};

/// The errors of the recordings, with what the documents say in their fields.
#[derive(Debug, S3Error)]
#[s3(strict)]
enum Sample {
    AccessDenied,
    #[s3(code = "AccessDenied", message = "Request has expired")]
    Expired {
        #[s3(detail)]
        x_amz_expires: u32,
        #[s3(detail)]
        expires: String,
        #[s3(detail)]
        server_time: String,
    },
    #[s3(message = "CORSResponse: CORS is not enabled for this bucket.")]
    AccessForbidden {
        #[s3(detail)]
        method: Method,
        #[s3(detail)]
        resource_type: String,
    },
    #[s3(message = "The authorization header is malformed; the region '{given}' is wrong; expecting '{region}'")]
    AuthorizationHeaderMalformed {
        given: &'static str,
        #[s3(detail)]
        region: String,
    },
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    EntityTooLarge {
        #[s3(detail)]
        proposed_size: u64,
        #[s3(detail)]
        max_size_allowed: u64,
    },
    EntityTooSmall {
        #[s3(detail)]
        proposed_size: u64,
        #[s3(detail)]
        min_size_allowed: u64,
    },
    ExpiredToken {
        #[s3(detail)]
        token_0: String,
    },
    InvalidAccessKeyId {
        #[s3(detail)]
        aws_access_key_id: String,
    },
    #[s3(message = "Invalid version id specified")]
    InvalidArgument {
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: String,
    },
    InvalidDigest {
        #[s3(detail)]
        content_md5: String,
    },
    InvalidLocationConstraint {
        #[s3(detail)]
        location_constraint: String,
    },
    InvalidPart {
        #[s3(detail)]
        upload_id: String,
        #[s3(detail)]
        part_number: u16,
        #[s3(detail)]
        etag: String,
    },
    InvalidRange {
        #[s3(detail)]
        range_requested: String,
        #[s3(detail)]
        actual_object_size: u64,
    },
    #[s3(message = "The {what} you have provided is invalid")]
    InvalidTag {
        what: &'static str,
        #[s3(detail)]
        tag_key: String,
        #[s3(detail)]
        tag_value: Option<String>,
    },
    InvalidToken {
        #[s3(detail)]
        token_0: String,
    },
    KeyTooLongError {
        #[s3(detail)]
        size: usize,
        #[s3(detail)]
        max_size_allowed: usize,
    },
    MethodNotAllowed {
        #[s3(detail)]
        method: Method,
        #[s3(detail)]
        resource_type: &'static str,
        #[s3(header = "Allow")]
        allow: &'static str,
    },
    MissingRequestBodyError,
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: String,
    },
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    NoSuchTagSet {
        #[s3(detail)]
        bucket_name: String,
    },
    NoSuchUpload {
        #[s3(detail)]
        upload_id: String,
    },
    NoSuchVersion {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: String,
    },
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "x-amz-bucket-region")]
        region: &'static str,
    },
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    RequestTimeTooSkewed {
        #[s3(detail)]
        request_time: String,
        #[s3(detail)]
        server_time: String,
        #[s3(detail)]
        max_allowed_skew_milliseconds: u32,
    },
    SignatureDoesNotMatch {
        #[s3(detail)]
        aws_access_key_id: String,
        #[s3(detail)]
        string_to_sign: String,
        #[s3(detail)]
        signature_provided: String,
        #[s3(detail(with = hex_bytes))]
        string_to_sign_bytes: String,
        #[s3(detail)]
        canonical_request: String,
        #[s3(detail(with = hex_bytes))]
        canonical_request_bytes: Vec<u8>,
    },
}

/// A change that a publisher made to a recording, undone before the comparison.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// Nothing.
    Whole,
    /// The LF after the declaration is lost: they keep the document in a string literal.
    WithoutLineFeed,
    /// There is no declaration: S3 omits it now and then, and a document of ours always has it.
    WithoutDeclaration,
    /// Every element is on a line of its own: copied from a browser or for reading.
    Pretty,
}
use Kept::{Pretty, Whole, WithoutDeclaration, WithoutLineFeed};

impl Kept {
    /// The document as S3 sends it today.
    fn undone(self, file: &str) -> String {
        match self {
            Whole => file.to_owned(),
            WithoutLineFeed => file.replacen("?><Error>", "?>\n<Error>", 1),
            WithoutDeclaration => file.replacen("<Error>", START, 1),
            Pretty => {
                let lines: String = file.lines().filter(|line| !line.starts_with("<?xml")).map(str::trim).collect();
                WithoutDeclaration.undone(&lines)
            }
        }
    }
}

type Make = fn(&dyn Fn(&str) -> String) -> Sample;

/// The recordings that follow today's layout: how they were kept, and the error from the values of the details.
const TODAY: &[(&str, Kept, Make)] = &[
    ("AccessDenied-expired-sigv4", Pretty, |of| Sample::Expired {
        x_amz_expires: 300,
        expires: of("Expires"),
        server_time: of("ServerTime"),
    }),
    ("AccessDenied-no-declaration", WithoutDeclaration, |_| Sample::AccessDenied),
    ("AccessForbidden-cors", Whole, |of| Sample::AccessForbidden {
        method: Method::OPTIONS,
        resource_type: of("ResourceType"),
    }),
    ("AuthorizationHeaderMalformed", Whole, |of| Sample::AuthorizationHeaderMalformed {
        given: "us-east-1",
        region: of("Region"),
    }),
    ("BadDigest", Whole, bad_digest),
    ("BadDigest-PutBucketTagging", Whole, bad_digest),
    ("EntityTooLarge", Whole, |_| Sample::EntityTooLarge {
        proposed_size: 6_442_450_944,
        max_size_allowed: 5_368_709_120,
    }),
    ("EntityTooSmall-post-policy", Whole, |_| Sample::EntityTooSmall { proposed_size: 20, min_size_allowed: 20_000 }),
    ("ExpiredToken", WithoutLineFeed, |of| Sample::ExpiredToken { token_0: of("Token-0") }),
    ("InvalidAccessKeyId", Whole, |of| Sample::InvalidAccessKeyId { aws_access_key_id: of("AWSAccessKeyId") }),
    ("InvalidArgument-versionId", Whole, |of| Sample::InvalidArgument {
        argument_name: "versionId",
        argument_value: of("ArgumentValue"),
    }),
    ("InvalidDigest", Whole, |of| Sample::InvalidDigest { content_md5: of("Content-MD5") }),
    ("InvalidLocationConstraint", Whole, |of| Sample::InvalidLocationConstraint {
        location_constraint: of("LocationConstraint"),
    }),
    ("InvalidPart-no-declaration", WithoutDeclaration, |of| Sample::InvalidPart {
        upload_id: of("UploadId"),
        part_number: 134,
        etag: of("ETag"),
    }),
    ("InvalidRange", Whole, |of| Sample::InvalidRange {
        range_requested: of("RangeRequested"),
        actual_object_size: 100,
    }),
    ("InvalidTag-escaped", Whole, |_| Sample::InvalidTag { what: "TagKey", tag_key: "te&st".into(), tag_value: None }),
    ("InvalidTag-value", WithoutLineFeed, |of| Sample::InvalidTag {
        what: "TagValue",
        tag_key: of("TagKey"),
        tag_value: Some("inv&alid".into()),
    }),
    ("InvalidToken", WithoutLineFeed, |of| Sample::InvalidToken { token_0: of("Token-0") }),
    ("KeyTooLongError", Whole, |_| Sample::KeyTooLongError { size: 1025, max_size_allowed: 1024 }),
    ("MethodNotAllowed", Whole, |_| Sample::MethodNotAllowed {
        method: Method::POST,
        resource_type: "SERVICE",
        allow: "GET",
    }),
    ("MissingRequestBodyError", Whole, |_| Sample::MissingRequestBodyError),
    ("NoSuchBucket", WithoutLineFeed, |of| Sample::NoSuchBucket { bucket_name: of("BucketName") }),
    ("NoSuchKey", WithoutLineFeed, |of| Sample::NoSuchKey { key: of("Key") }),
    ("NoSuchTagSet", Whole, |of| Sample::NoSuchTagSet { bucket_name: of("BucketName") }),
    ("NoSuchUpload", WithoutLineFeed, |of| Sample::NoSuchUpload { upload_id: of("UploadId") }),
    ("NoSuchVersion", Whole, |of| Sample::NoSuchVersion { key: of("Key"), version_id: of("VersionId") }),
    ("PermanentRedirect", Whole, |of| Sample::PermanentRedirect {
        endpoint: of("Endpoint"),
        bucket: of("Bucket"),
        region: "ap-northeast-1",
    }),
    ("PreconditionFailed", WithoutLineFeed, |_| Sample::PreconditionFailed { condition: "If-Match" }),
    ("RequestTimeTooSkewed", Pretty, |of| Sample::RequestTimeTooSkewed {
        request_time: of("RequestTime"),
        server_time: of("ServerTime"),
        max_allowed_skew_milliseconds: 900_000,
    }),
    ("SignatureDoesNotMatch", Whole, |of| Sample::SignatureDoesNotMatch {
        aws_access_key_id: of("AWSAccessKeyId"),
        string_to_sign: of("StringToSign"),
        signature_provided: of("SignatureProvided"),
        string_to_sign_bytes: of("StringToSign"),
        canonical_request: of("CanonicalRequest"),
        canonical_request_bytes: of("CanonicalRequest").into_bytes(),
    }),
];

/// The recordings that do not, and why.
const NOT_TODAY: &[(&str, &str)] = &[
    ("BadDigest-2013-order", "the digests stood the other way round"),
    ("CompleteMultipartUpload-200-InternalError-docs", "an example in the documentation, inside a 200"),
    ("PermanentRedirect-2018-order", "the bucket stood before the endpoint"),
    ("SignatureDoesNotMatch-2013-order", "the ids stood among the details"),
    ("TemporaryRedirect-docs", "an example in the documentation, without ids and with line breaks in the message"),
    ("soap-fault-docs", "a SOAP fault, not a REST document"),
];

fn bad_digest(of: &dyn Fn(&str) -> String) -> Sample {
    Sample::BadDigest { calculated_digest: of("CalculatedDigest"), expected_digest: of("ExpectedDigest") }
}

/// A recording, undone, with the error that reproduces it and the request it belongs to.
fn reproduction(name: &str) -> Option<(String, Sample, RequestContext)> {
    let (_, kept, make) = TODAY.iter().find(|(known, ..)| *known == name)?;
    let xml = kept.undone(&sample(name));
    let document = document::read(&xml);
    let of = |detail: &str| document.detail(detail).unwrap_or_default().to_owned();
    Some((xml, make(&of), request(&document)?))
}

fn request(document: &Document) -> Option<RequestContext> {
    let request_id = RequestId::try_from(document.request_id.as_deref()?).ok()?;
    let host_id = HostId::try_from(document.host_id.as_deref()?).ok()?;
    Some(RequestContext::new(request_id).with_host_id(host_id))
}

fn response(name: &str, change: impl Fn(RequestContext) -> RequestContext) -> Option<Answer> {
    let (_, error, context) = reproduction(name)?;
    Some(respond(&error, &change(context)))
}

#[test]
fn every_recording_is_in_one_of_the_lists() {
    let today = TODAY.iter().map(|(name, ..)| *name);
    let mut listed: Vec<_> = today.chain(NOT_TODAY.iter().map(|(name, _)| *name)).collect();
    listed.sort_unstable();
    assert_eq!(listed, sample_names());
    assert!(NOT_TODAY.iter().all(|(_, reason)| !reason.is_empty()));
}

#[test]
fn recordings_of_today_are_reproduced_byte_for_byte() {
    for (name, ..) in TODAY {
        let (xml, error, context) = reproduction(name).unwrap();
        assert_eq!(error.to_xml(&context), xml, "{name}");
    }
}

#[test]
fn only_what_was_lost_is_undone() {
    for (name, kept, _) in TODAY {
        let file = sample(name);
        let changed = kept.undone(&file) != file;
        assert_eq!(changed, *kept != Whole, "{name}");
    }
}

#[test]
fn statuses_are_those_of_the_recordings() {
    for (name, ..) in TODAY {
        assert_eq!(response(name, |context| context).unwrap().status, sample_status(name), "{name}");
    }
}

#[test]
fn the_details_of_older_orders_are_a_matter_of_the_fields() {
    #[derive(Debug, S3Error)]
    enum Old {
        BadDigest {
            #[s3(detail)]
            expected_digest: String,
            #[s3(detail)]
            calculated_digest: String,
        },
        PermanentRedirect {
            #[s3(detail)]
            bucket: String,
            #[s3(detail)]
            endpoint: String,
            #[s3(header = "x-amz-bucket-region")]
            region: &'static str,
        },
    }

    for name in ["BadDigest-2013-order", "PermanentRedirect-2018-order"] {
        let xml = sample(name);
        let document = document::read(&xml);
        let of = |detail: &str| document.detail(detail).unwrap().to_owned();
        let error = match document.code.as_str() {
            "BadDigest" => {
                Old::BadDigest { expected_digest: of("ExpectedDigest"), calculated_digest: of("CalculatedDigest") }
            }
            _ => Old::PermanentRedirect { bucket: of("Bucket"), endpoint: of("Endpoint"), region: "us-east-1" },
        };
        assert_eq!(error.to_xml(&request(&document).unwrap()), xml, "{name}");
    }
}

#[test]
fn a_permanent_redirect_names_the_region_and_has_no_location() {
    let response = response("PermanentRedirect", |context| context).unwrap();
    assert_eq!(response.status, 301);
    assert_eq!(response.names(), ["content-type", "x-amz-bucket-region", "x-amz-id-2", "x-amz-request-id"]);
    assert_eq!(response.text("x-amz-bucket-region"), Some("ap-northeast-1"));
}

#[test]
fn what_is_not_allowed_comes_with_what_is() {
    let response = response("MethodNotAllowed", |context| context).unwrap();
    assert_eq!(response.names(), ["allow", "content-type", "x-amz-id-2", "x-amz-request-id"]);
    assert_eq!(response.text("allow"), Some("GET"));
}

#[test]
fn the_connection_is_closed_where_the_body_was_left_unread() {
    for name in ["SignatureDoesNotMatch", "InvalidArgument-versionId"] {
        let response = response(name, |context| context.with_unread_body(true)).unwrap();
        assert_eq!(response.names(), ["connection", "content-type", "x-amz-id-2", "x-amz-request-id"], "{name}");
        assert_eq!(response.text("connection"), Some("close"), "{name}");
    }
}

#[test]
fn ids_in_the_headers_are_those_of_the_document() {
    let response = response("SignatureDoesNotMatch", |context| context).unwrap();
    let document = response.document.clone().unwrap();
    assert_eq!(response.text("x-amz-request-id"), Some("Q803X9PKQY923EA9"));
    assert_eq!(response.text("x-amz-request-id"), document.request_id.as_deref());
    assert_eq!(response.text("x-amz-id-2"), document.host_id.as_deref());
}
