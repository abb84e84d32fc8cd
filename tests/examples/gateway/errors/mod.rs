//! Every error of this server: each declared once, beside the data that explains it.
//!
//! Code, status and message are S3's own where nothing else is said. `strict` lets only those details pass that S3
//! sends. Handlers raise them with `?`; nothing else in this program knows what an error looks like on the wire.

mod auth;
mod body;
mod request;

use s3err_core::S3Error;

pub use auth::AuthError;
pub use body::BodyError;
pub use request::{ArgumentError, RequestError, SubresourceNotImplemented};

#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum BucketError {
    NoSuchBucket {
        #[s3(detail)]
        bucket_name: String,
    },
    BucketAlreadyOwnedByYou {
        #[s3(detail)]
        bucket_name: String,
    },
    BucketAlreadyExists {
        #[s3(detail)]
        bucket_name: String,
    },
    BucketNotEmpty {
        #[s3(detail)]
        bucket_name: String,
    },
    TooManyBuckets {
        #[s3(detail)]
        current_number_of_buckets: usize,
        #[s3(detail)]
        allowed_number_of_buckets: usize,
    },
    /// A list for the whole world on a bucket that has none.
    AccessControlListNotSupported,
    InvalidBucketAclWithObjectOwnership,
    /// Another region, asked for at the endpoint of this one. S3's first region has an error of its own.
    #[s3(
        message = "The {location} location constraint is incompatible for the region specific endpoint this request was sent to."
    )]
    IllegalLocationConstraintException {
        location: String,
    },
    InvalidLocationConstraint {
        #[s3(detail)]
        location_constraint: String,
    },
}

/// A bucket's configuration that nobody can have set here.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum NoSuchConfiguration {
    #[s3(code = "NoSuchBucketPolicy")]
    Policy(#[s3(detail = "BucketName")] String),
    #[s3(code = "NoSuchTagSet")]
    Tagging(#[s3(detail = "BucketName")] String),
    #[s3(code = "NoSuchCORSConfiguration")]
    Cors(#[s3(detail = "BucketName")] String),
    #[s3(code = "NoSuchLifecycleConfiguration")]
    Lifecycle(#[s3(detail = "BucketName")] String),
    #[s3(code = "NoSuchWebsiteConfiguration")]
    Website(#[s3(detail = "BucketName")] String),
    #[s3(code = "ServerSideEncryptionConfigurationNotFoundError")]
    Encryption(#[s3(detail = "BucketName")] String),
    #[s3(code = "NoSuchPublicAccessBlockConfiguration")]
    PublicAccessBlock(#[s3(detail = "BucketName")] String),
    #[s3(code = "OwnershipControlsNotFoundError")]
    OwnershipControls(#[s3(detail = "BucketName")] String),
    #[s3(code = "ReplicationConfigurationNotFoundError")]
    Replication(#[s3(detail = "BucketName")] String),
    #[s3(code = "ObjectLockConfigurationNotFoundError")]
    ObjectLock(#[s3(detail = "BucketName")] String),
}

#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum ObjectError {
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
    #[s3(header("Content-Range", "bytes */{actual_object_size}"))]
    InvalidRange {
        #[s3(detail)]
        range_requested: String,
        #[s3(detail)]
        actual_object_size: usize,
    },
    InvalidPartNumber {
        #[s3(detail)]
        actual_part_count: usize,
        #[s3(detail)]
        part_number_requested: usize,
    },
    #[s3(code = "InvalidRequest", message = "Cannot specify both Range header and partNumber query parameter")]
    RangeAndPart,
    #[s3(
        code = "InvalidRequest",
        message = "Request specific response headers cannot be used for anonymous GET requests."
    )]
    UnsignedHeaders,
    MetadataTooLarge {
        #[s3(detail)]
        size: usize,
        #[s3(detail)]
        max_size_allowed: usize,
    },
    #[s3(
        code = "InvalidRequest",
        message = "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
    )]
    CopyToItself,
}

/// The errors of `If-Match` and its kin.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum ConditionError {
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    NotModified {
        #[s3(header = "ETag")]
        etag: String,
        #[s3(header = "Last-Modified")]
        last_modified: String,
        #[s3(header = "Cache-Control")]
        cache_control: Option<String>,
        #[s3(header = "Expires")]
        expires: Option<String>,
    },
}

#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum MultipartError {
    NoSuchUpload {
        #[s3(detail)]
        upload_id: String,
    },
    #[s3(
        code = "InvalidRequest",
        message = "The {checksum_type} checksum type cannot be used with the {algorithm} checksum algorithm."
    )]
    ChecksumType { checksum_type: &'static str, algorithm: String },
    #[s3(
        code = "InvalidRequest",
        message = "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header."
    )]
    ChecksumTypeAlone,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-type header is invalid.")]
    UnknownChecksumType,
    #[s3(
        code = "InvalidRequest",
        message = "The upload was created using the {mode} checksum mode. The complete request must use the same checksum mode."
    )]
    ChecksumMode { mode: &'static str },
    #[s3(
        code = "InvalidRequest",
        message = "Checksum Type mismatch occurred, expected checksum Type: {expected}, actual checksum Type: {given}"
    )]
    PartChecksum { expected: String, given: String },
    #[s3(
        code = "InvalidRequest",
        message = "The upload was created using a {algorithm} checksum. The complete request must include the checksum for each part. It was missing for part {part_number} in the request."
    )]
    NoPartChecksum { algorithm: String, part_number: usize },
    #[s3(
        code = "InvalidRequest",
        message = "The provided 'x-amz-mp-object-size' header value {given} does not match what was computed: {computed}"
    )]
    ObjectSize { given: String, computed: usize },
    #[s3(code = "InvalidRequest", message = "You must specify at least one part")]
    NoParts,
    InvalidPart {
        #[s3(detail)]
        upload_id: String,
        #[s3(detail)]
        part_number: usize,
        #[s3(detail = "ETag")]
        etag: String,
    },
    InvalidPartOrder {
        #[s3(detail)]
        upload_id: String,
    },
    EntityTooSmall {
        #[s3(detail)]
        proposed_size: usize,
        #[s3(detail)]
        min_size_allowed: usize,
        #[s3(detail)]
        part_number: usize,
        #[s3(detail = "ETag")]
        etag: String,
    },
}
