//! Every error of this server: each declared once, beside the data that explains it.
//!
//! Code, status and message are S3's own where nothing else is said. `strict` lets only those details pass that S3 sends.
//! Handlers raise them with `?`; nothing else in this program knows what an error looks like on the wire.

use std::time::Duration;

use s3err_core::{S3Error, hex_bytes};

/// What is wrong with a request before any operation looks at it.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum RequestError {
    /// The path is no UTF-8 once it is decoded.
    InvalidURI {
        #[s3(detail)]
        uri: String,
    },
    RequestHeaderSectionTooLarge {
        #[s3(detail)]
        max_size_allowed: usize,
    },
    InvalidBucketName {
        #[s3(detail)]
        bucket_name: String,
    },
    KeyTooLongError {
        #[s3(detail)]
        size: usize,
        #[s3(detail)]
        max_size_allowed: usize,
    },
    /// The resource is there, and does not take this method.
    MethodNotAllowed {
        #[s3(detail)]
        method: String,
        #[s3(detail)]
        resource_type: String,
        #[s3(header = "Allow")]
        allow: &'static str,
    },
    /// A feature that this server lacks, asked for by a header.
    NotImplemented {
        #[s3(detail)]
        header: String,
        #[s3(detail = "additionalMessage")]
        additional_message: Option<&'static str>,
    },
    /// A POST to a bucket that is no form.
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    /// A CORS preflight.
    AccessForbidden {
        #[s3(detail)]
        method: String,
        #[s3(detail)]
        resource_type: &'static str,
    },
}

/// A feature that this server lacks, asked for by a subresource. S3 has them all and so no details for this.
#[derive(Debug, S3Error)]
#[s3(code = "NotImplemented", message = "This server does not implement {subresource}.")]
pub struct SubresourceNotImplemented {
    pub subresource: String,
}

/// One of the request's arguments.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum ArgumentError {
    #[s3(code = "InvalidArgument", message = "Provided {argument_name} not an integer or within integer range")]
    NotAnInteger {
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(code = "InvalidArgument", message = "Argument {argument_name} must be an integer between 0 and 2147483647")]
    Negative {
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(code = "InvalidArgument", message = "Part number must be an integer between 1 and 10000, inclusive")]
    PartNumber {
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(code = "InvalidArgument", message = "Range specified is not valid for source object of size: {size}")]
    CopyRange {
        size: usize,
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: String,
    },
    #[s3(code = "InvalidArgument", message = "{reason}")]
    Value {
        reason: &'static str,
        #[s3(detail)]
        argument_name: &'static str,
        #[s3(detail)]
        argument_value: Option<String>,
    },
}

/// Who asks, and whether they are who they say.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum AuthError {
    /// No signature, or the bucket is somebody else's.
    AccessDenied,
    #[s3(code = "AccessDenied", message = "AWS authentication requires a valid Date or x-amz-date header")]
    NoDate,
    #[s3(code = "AccessDenied", message = "There were headers present in the request which were not signed")]
    NotSigned {
        #[s3(detail)]
        headers_not_signed: String,
    },
    #[s3(code = "AccessDenied", message = "Request has expired")]
    Expired {
        #[s3(detail)]
        x_amz_expires: i64,
        #[s3(detail)]
        expires: String,
        #[s3(detail)]
        server_time: String,
    },
    RequestTimeTooSkewed {
        #[s3(detail)]
        request_time: String,
        #[s3(detail)]
        server_time: String,
        #[s3(detail)]
        max_allowed_skew_milliseconds: i64,
    },
    #[s3(
        code = "InvalidRequest",
        message = "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."
    )]
    Mechanism,
    #[s3(code = "InvalidRequest", message = "Missing required header for this request: x-amz-content-sha256")]
    NoContentHash,
    #[s3(code = "AuthorizationHeaderMalformed", message = "The authorization header is malformed; {what}")]
    Header { what: &'static str },
    #[s3(
        code = "AuthorizationHeaderMalformed",
        message = "The authorization header is malformed; the region '{given}' is wrong; expecting '{region}'"
    )]
    HeaderRegion {
        given: String,
        #[s3(detail)]
        region: String,
    },
    #[s3(code = "AuthorizationQueryParametersError", message = "{what}")]
    Query { what: &'static str },
    #[s3(
        code = "AuthorizationQueryParametersError",
        message = "Error parsing the X-Amz-Credential parameter; the region '{given}' is wrong; expecting '{region}'"
    )]
    QueryRegion {
        given: String,
        #[s3(detail)]
        region: String,
    },
    InvalidAccessKeyId {
        #[s3(detail)]
        aws_access_key_id: String,
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
        canonical_request_bytes: String,
    },
    /// The signature of a chunk of the body.
    #[s3(code = "SignatureDoesNotMatch")]
    ChunkSignature {
        #[s3(detail)]
        aws_access_key_id: String,
        #[s3(detail)]
        string_to_sign: String,
        #[s3(detail)]
        signature_provided: String,
        #[s3(detail(with = hex_bytes))]
        string_to_sign_bytes: String,
    },
}

/// The body of a request, on its way in.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum BodyError {
    MissingContentLength,
    #[s3(code = "MissingRequestBodyError")]
    Missing,
    IncompleteBody {
        #[s3(detail)]
        number_bytes_expected: usize,
        #[s3(detail)]
        number_bytes_provided: usize,
    },
    RequestTimeout,
    EntityTooLarge {
        #[s3(detail)]
        proposed_size: u64,
        #[s3(detail)]
        max_size_allowed: u64,
    },
    /// A document, not an object.
    MaxMessageLengthExceeded {
        #[s3(detail)]
        max_message_length_bytes: u64,
    },
    InvalidChunkSizeError {
        #[s3(detail)]
        chunk: usize,
        #[s3(detail)]
        bad_chunk_size: usize,
    },
    MalformedTrailerError,
    MalformedXML,
    InvalidDigest {
        #[s3(detail)]
        content_md5: String,
    },
    BadDigest {
        #[s3(detail)]
        calculated_digest: String,
        #[s3(detail)]
        expected_digest: String,
    },
    XAmzContentSHA256Mismatch {
        #[s3(detail)]
        client_computed_content_sha256: String,
        #[s3(detail)]
        s3_computed_content_sha256: String,
    },
    #[s3(code = "BadDigest", message = "The {algorithm} you specified did not match the calculated checksum.")]
    Checksum {
        algorithm: &'static str,
    },
    #[s3(code = "InvalidRequest", message = "Value for {header} header is invalid.")]
    ChecksumValue {
        header: String,
    },
    #[s3(
        code = "InvalidRequest",
        message = "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed."
    )]
    SeveralChecksums,
    #[s3(
        code = "InvalidRequest",
        message = "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"
    )]
    ChecksumAlgorithm,
    #[s3(
        code = "InvalidRequest",
        message = "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found."
    )]
    NoChecksum,
    #[s3(
        code = "InvalidRequest",
        message = "Missing required header for this request: Content-MD5 OR x-amz-checksum-*"
    )]
    NoDigest,
    /// All of the server's memory is given out. It may be free again soon.
    #[s3(code = "SlowDown")]
    StoreFull {
        #[s3(log)]
        asked: usize,
        #[s3(retry_after)]
        wait: Duration,
    },
}

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
    InvalidLocationConstraint {
        #[s3(detail)]
        location_constraint: String,
    },
    IllegalVersioningConfigurationException,
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
    MetadataTooLarge {
        #[s3(detail)]
        size: usize,
        #[s3(detail)]
        max_size_allowed: usize,
    },
    InvalidStorageClass {
        #[s3(detail)]
        storage_class_requested: String,
    },
    #[s3(
        code = "InvalidRequest",
        message = "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
    )]
    CopyToItself,
}

/// What `If-Match` and its kin say.
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
        message = "Checksum Type mismatch occurred, expected checksum Type: {expected}, actual checksum Type: {given}"
    )]
    PartChecksum { expected: String, given: String },
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
