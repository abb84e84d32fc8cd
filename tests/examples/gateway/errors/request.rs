//! The errors of requests themselves.

use s3err_core::S3Error;

/// The errors of a request before any operation looks at it.
#[derive(Debug, S3Error)]
#[s3(strict)]
pub enum RequestError {
    /// The path is not UTF-8 once it is decoded.
    InvalidURI {
        #[s3(detail)]
        uri: String,
    },
    RequestHeaderSectionTooLarge {
        #[s3(detail)]
        max_size_allowed: usize,
    },
    /// The name is missing where a key follows it.
    InvalidBucketName {
        #[s3(detail)]
        bucket_name: Option<String>,
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
    },
    InvalidStorageClass {
        #[s3(detail)]
        storage_class_requested: String,
    },
    MissingSecurityHeader {
        #[s3(detail)]
        missing_header_name: &'static str,
    },
    /// A body beside a header that says all.
    UnexpectedContent,
    /// A POST to a bucket that is not a form.
    PreconditionFailed {
        #[s3(detail)]
        condition: &'static str,
    },
    /// A CORS preflight that does not say where it comes from.
    BadRequest,
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
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-mode header is invalid.")]
    ChecksumMode,
    #[s3(code = "InvalidArgument", message = "Invalid x-amz-object-ownership header: {value}")]
    Ownership {
        value: String,
        #[s3(detail)]
        argument_name: &'static str,
    },
    #[s3(code = "InvalidArgument", message = "Header value cannot be represented using ISO-8859-1.")]
    Latin {
        #[s3(detail)]
        argument_name: String,
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
