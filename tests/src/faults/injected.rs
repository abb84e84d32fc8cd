//! The errors that are sent, with what clients read of them.

use std::borrow::Cow;

use s3err_core::{ErrorDocument, S3Error, StandardError};

use super::fixtures::{REGION, object_etag, written};
use super::request::Request;
use crate::servers::clock::{self, MAX_SKEW, Time};

/// The size that `InvalidRange` gives an object.
const SIZE: usize = 5;

/// An error on demand. Every field is something that a client was seen to read.
#[derive(Debug, S3Error)]
pub(super) enum Injected {
    NoSuchKey {
        #[s3(detail)]
        key: Option<String>,
    },
    NoSuchVersion {
        #[s3(detail)]
        key: Option<String>,
        #[s3(detail)]
        version_id: Option<String>,
    },
    NoSuchUpload {
        #[s3(detail)]
        upload_id: Option<String>,
    },
    #[s3(header("Content-Range", "bytes */{actual_object_size}"))]
    InvalidRange {
        #[s3(detail)]
        range_requested: Option<String>,
        #[s3(detail)]
        actual_object_size: usize,
    },
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    InvalidObjectState {
        #[s3(detail)]
        storage_class: &'static str,
    },
    MethodNotAllowed {
        #[s3(detail)]
        method: String,
        #[s3(detail)]
        resource_type: &'static str,
        #[s3(header = "Allow")]
        allow: &'static str,
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: String,
        #[s3(header = "Last-Modified")]
        last_modified: String,
    },
    InvalidPartNumber {
        #[s3(detail)]
        actual_part_count: usize,
        #[s3(detail)]
        part_number_requested: Option<String>,
    },
    #[s3(message = "The authorization header is malformed; the region is wrong; expecting '{region}'")]
    AuthorizationHeaderMalformed {
        #[s3(detail, header = "x-amz-bucket-region")]
        region: &'static str,
    },
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "x-amz-bucket-region")]
        region: &'static str,
    },
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "Location")]
        location: String,
        #[s3(header = "x-amz-bucket-region")]
        region: &'static str,
    },
    RequestTimeTooSkewed {
        #[s3(detail)]
        request_time: Option<String>,
        #[s3(detail)]
        server_time: String,
        #[s3(detail = "MaxAllowedSkewMilliseconds")]
        max_allowed_skew: i64,
    },
    #[s3(transparent)]
    Other(ErrorDocument),
}

/// Errors that are about the bucket and name it.
const OF_A_BUCKET: [StandardError; 15] = [
    StandardError::BucketAlreadyExists,
    StandardError::BucketAlreadyOwnedByYou,
    StandardError::BucketNotEmpty,
    StandardError::InvalidBucketName,
    StandardError::NoSuchBucket,
    StandardError::NoSuchBucketPolicy,
    StandardError::NoSuchCORSConfiguration,
    StandardError::NoSuchLifecycleConfiguration,
    StandardError::NoSuchPublicAccessBlockConfiguration,
    StandardError::NoSuchTagSet,
    StandardError::NoSuchWebsiteConfiguration,
    StandardError::ObjectLockConfigurationNotFoundError,
    StandardError::OwnershipControlsNotFoundError,
    StandardError::ReplicationConfigurationNotFoundError,
    StandardError::ServerSideEncryptionConfigurationNotFoundError,
];

impl Injected {
    /// The error of a code, about what was request for; the server believes it is `now`. A detail that the request
    /// gives no value for is left out.
    pub(super) fn new(error: StandardError, request: &Request, now: Time) -> Self {
        let (bucket, endpoint) = (request.bucket.clone(), request.host.clone());
        let key = Some(request.key.clone()).filter(|key| !key.is_empty());
        let parameter = |name| request.query.filled(name).map(str::to_owned);
        match error {
            StandardError::NoSuchKey => Self::NoSuchKey { key },
            StandardError::NoSuchVersion => Self::NoSuchVersion { key, version_id: parameter("versionId") },
            StandardError::NoSuchUpload => Self::NoSuchUpload { upload_id: parameter("uploadId") },
            StandardError::InvalidRange => Self::InvalidRange {
                range_requested: request.header("range").map(Cow::into_owned),
                actual_object_size: SIZE,
            },
            StandardError::PreconditionFailed => Self::PreconditionFailed { condition: "If-None-Match" },
            StandardError::InvalidObjectState => Self::InvalidObjectState { storage_class: "GLACIER" },
            StandardError::MethodNotAllowed => Self::MethodNotAllowed {
                method: request.method.to_string(),
                resource_type: if key.is_none() { "BUCKET" } else { "OBJECT" },
                allow: "HEAD, DELETE, POST, GET, PUT",
            },
            StandardError::NotModified => {
                Self::NotModified { etag: object_etag(), last_modified: clock::http(written()) }
            }
            StandardError::InvalidPartNumber => {
                Self::InvalidPartNumber { actual_part_count: 1, part_number_requested: parameter("partNumber") }
            }
            StandardError::AuthorizationHeaderMalformed => Self::AuthorizationHeaderMalformed { region: REGION },
            StandardError::PermanentRedirect => Self::PermanentRedirect { endpoint, bucket, region: REGION },
            StandardError::TemporaryRedirect => {
                // Who follows it arrives, instead of being sent there again.
                let location = format!("http://{endpoint}/s3err/ok{}", request.path);
                Self::TemporaryRedirect { endpoint, bucket, location, region: REGION }
            }
            StandardError::RequestTimeTooSkewed => Self::RequestTimeTooSkewed {
                request_time: request.signed_at().map(|(text, _)| text),
                server_time: clock::short(now),
                max_allowed_skew: MAX_SKEW.num_milliseconds(),
            },
            StandardError::NoSuchBucket if request.bucket.is_empty() => Self::Other(error.into()),
            _ if OF_A_BUCKET.contains(&error) => {
                Self::Other(ErrorDocument::new(error).with_detail("BucketName", bucket))
            }
            // Without a region some clients ask for ever again where to go.
            _ if error.status().is_redirection() => {
                Self::Other(ErrorDocument::new(error).with_header("x-amz-bucket-region", REGION))
            }
            _ => Self::Other(error.into()),
        }
    }
}
