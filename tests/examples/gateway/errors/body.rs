//! The errors of bodies.

use std::time::Duration;

use s3err_core::S3Error;

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
    #[s3(code = "InvalidRequest", message = "The value specified in the x-amz-trailer header is not supported")]
    UnsupportedTrailer,
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
    /// S3 itself says `InvalidRequest`; Ceph's tests want what any other wrong checksum is.
    #[s3(code = "BadDigest", message = "Value for {header} header is invalid.")]
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
