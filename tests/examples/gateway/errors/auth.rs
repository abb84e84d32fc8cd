//! The errors of signatures.

use s3err_core::{S3Error, hex_bytes};

/// The errors of authentication.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum AuthError {
    /// No signature, or the bucket is somebody else's.
    AccessDenied,
    #[s3(message = "The value of the expected bucket owner parameter must be an AWS Account ID... [{value}]")]
    InvalidBucketOwnerAWSAccountID { value: String },
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
        x_amz_expires: Option<i64>,
        #[s3(detail)]
        expires: String,
        #[s3(detail)]
        server_time: String,
    },
    #[s3(
        code = "AccessDenied",
        message = "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds"
    )]
    ExpiresTooLate,
    #[s3(
        code = "AccessDenied",
        message = "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters"
    )]
    QueryVersion2,
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
    InvalidToken {
        #[s3(detail, sensitive)]
        token_0: String,
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
    #[s3(code = "SignatureDoesNotMatch")]
    SignatureVersion2 {
        #[s3(detail)]
        aws_access_key_id: String,
        #[s3(detail)]
        string_to_sign: String,
        #[s3(detail)]
        signature_provided: String,
        #[s3(detail(with = hex_bytes))]
        string_to_sign_bytes: String,
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
