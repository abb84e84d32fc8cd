//! The errors that are sent, with what clients read of them.

use std::time::SystemTime;

use s3err_core::{ErrorDocument, S3Error, StandardError};

use crate::asked::Asked;
use crate::clock::{self, MAX_SKEW};
use crate::success;

/// Where redirects and wrong-region errors send a client.
pub(crate) const REGION: &str = "eu-west-1";

/// An error on demand. Every field is something that a client was seen to read.
#[derive(Debug, S3Error)]
pub(crate) enum Injected {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    NoSuchVersion {
        #[s3(detail)]
        key: String,
        #[s3(detail)]
        version_id: String,
    },
    NoSuchUpload {
        #[s3(detail)]
        upload_id: String,
    },
    #[s3(header("Content-Range", "bytes */{actual_object_size}"))]
    InvalidRange {
        #[s3(detail)]
        range_requested: Option<String>,
        #[s3(detail)]
        actual_object_size: u64,
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
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: String,
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
        max_allowed_skew: u128,
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
    /// The error of a code, about what was asked for; the server believes it is `now`.
    pub(crate) fn new(error: StandardError, asked: &Asked, now: SystemTime) -> Self {
        let (key, bucket, endpoint) = (asked.key.clone(), asked.bucket.clone(), asked.host.clone());
        match error {
            StandardError::NoSuchKey => Self::NoSuchKey { key },
            StandardError::NoSuchVersion => {
                Self::NoSuchVersion { key, version_id: asked.parameter("versionId").unwrap_or_default().to_owned() }
            }
            StandardError::NoSuchUpload => {
                Self::NoSuchUpload { upload_id: asked.parameter("uploadId").unwrap_or_default().to_owned() }
            }
            StandardError::InvalidRange => Self::InvalidRange {
                range_requested: asked.header("range").map(std::borrow::Cow::into_owned),
                actual_object_size: 5,
            },
            StandardError::PreconditionFailed => Self::PreconditionFailed { condition: "If-None-Match" },
            StandardError::InvalidObjectState => Self::InvalidObjectState { storage_class: "GLACIER" },
            StandardError::MethodNotAllowed => Self::MethodNotAllowed {
                method: asked.method.to_string(),
                resource_type: if key.is_empty() { "BUCKET" } else { "OBJECT" },
            },
            StandardError::NotModified => Self::NotModified { etag: success::etag() },
            StandardError::AuthorizationHeaderMalformed => Self::AuthorizationHeaderMalformed { region: REGION },
            StandardError::PermanentRedirect => Self::PermanentRedirect { endpoint, bucket, region: REGION },
            StandardError::TemporaryRedirect => {
                // Who follows it arrives, instead of being sent there again.
                let location = format!("http://{endpoint}/s3err/ok{}", asked.path);
                Self::TemporaryRedirect { endpoint, bucket, location, region: REGION }
            }
            StandardError::RequestTimeTooSkewed => Self::RequestTimeTooSkewed {
                request_time: asked.signed_at().map(|(text, _)| text),
                server_time: clock::iso_date(now),
                max_allowed_skew: MAX_SKEW.as_millis(),
            },
            StandardError::NoSuchBucket if asked.bucket.is_empty() => Self::Other(error.into()),
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
