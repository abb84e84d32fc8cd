//! `InvalidRequest`, the code without a message of its own.

use super::rows;

rows! {
    /// `InvalidRequest`, the code without a message of its own.
    Request

    #[s3(code = "InvalidRequest", message = "Condition cannot be empty. To redirect all requests without a condition, the condition element shouldn't be present.")]
    InvalidRequest1,
    #[s3(code = "InvalidRequest", message = "The provided 'x-amz-mp-object-size' header value 5 does not match what was computed: 4")]
    InvalidRequest2,
    #[s3(code = "InvalidRequest", message = "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.")]
    InvalidRequest3,
    #[s3(code = "InvalidRequest", message = "Versioning must be 'Enabled' on the bucket to apply a replication configuration")]
    InvalidRequest4,
    #[s3(code = "InvalidRequest", message = "Bucket is missing Object Lock Configuration")]
    InvalidRequest5,
    #[s3(code = "InvalidRequest", message = "Cannot specify both Range header and partNumber query parameter")]
    InvalidRequest6,
    #[s3(code = "InvalidRequest", message = "Checksum Type mismatch occurred, expected checksum Type: crc32c, actual checksum Type: crc32")]
    InvalidRequest7,
    #[s3(code = "InvalidRequest", message = "Checksum Type mismatch occurred, expected checksum Type: sha256, actual checksum Type: crc32")]
    InvalidRequest8,
    #[s3(code = "InvalidRequest", message = "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]")]
    InvalidRequest9,
    #[s3(code = "InvalidRequest", message = "Destination bucket must have versioning enabled.")]
    InvalidRequest10,
    #[s3(code = "InvalidRequest", message = "Duplicate Tag Keys are not allowed.")]
    InvalidRequest11,
    #[s3(code = "InvalidRequest", message = "Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.")]
    InvalidRequest12,
    #[s3(code = "InvalidRequest", message = "Found unsupported HTTP method in CORS config. Unsupported method is MYMETHOD")]
    InvalidRequest13,
    #[s3(code = "InvalidRequest", message = "Invalid TransitionDefaultMinimumObjectSize found: value")]
    InvalidRequest14,
    #[s3(code = "InvalidRequest", message = "Invalid protocol, protocol can be http or https. If not defined the protocol will be selected automatically.")]
    InvalidRequest15,
    #[s3(code = "InvalidRequest", message = "S3 Transfer Acceleration is not supported for buckets with periods (.) in their names")]
    InvalidRequest16,
    #[s3(code = "InvalidRequest", message = "Specifying both Canned ACLs and Header Grants is not allowed")]
    InvalidRequest17,
    #[s3(code = "InvalidRequest", message = "The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.")]
    InvalidRequest18,
    #[s3(code = "InvalidRequest", message = "The FULL_OBJECT checksum type cannot be used with the sha1 checksum algorithm.")]
    InvalidRequest19,
    #[s3(code = "InvalidRequest", message = "The FULL_OBJECT checksum type cannot be used with the sha256 checksum algorithm.")]
    InvalidRequest20,
    #[s3(code = "InvalidRequest", message = "The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption parameters.")]
    InvalidRequest21,
    #[s3(code = "InvalidRequest", message = "The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.")]
    InvalidRequest22,
    #[s3(code = "InvalidRequest", message = "The provided encryption parameters did not match the ones used originally.")]
    InvalidRequest23,
    #[s3(code = "InvalidRequest", message = "The source of a copy request may not specifically refer to a delete marker by version id.")]
    InvalidRequest24,
    #[s3(code = "InvalidRequest", message = "The specified copy range is invalid for the source object size")]
    InvalidRequest25,
    #[s3(code = "InvalidRequest", message = "The upload was created using a crc32 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.")]
    InvalidRequest26,
    #[s3(code = "InvalidRequest", message = "The upload was created using a crc32c checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.")]
    InvalidRequest27,
    #[s3(code = "InvalidRequest", message = "The upload was created using a sha1 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.")]
    InvalidRequest28,
    #[s3(code = "InvalidRequest", message = "The upload was created using a sha256 checksum. The complete request must include the checksum for each part. It was missing for part 1 in the request.")]
    InvalidRequest29,
    #[s3(code = "InvalidRequest", message = "The upload was created using the COMPOSITE checksum mode. The complete request must use the same checksum mode.")]
    InvalidRequest30,
    #[s3(code = "InvalidRequest", message = "The upload was created using the FULL_OBJECT checksum mode. The complete request must use the same checksum mode.")]
    InvalidRequest31,
    #[s3(code = "InvalidRequest", message = "The upload was created using the null checksum mode. The complete request must use the same checksum mode.")]
    InvalidRequest32,
    #[s3(code = "InvalidRequest", message = "The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.")]
    InvalidRequest33,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-crc32 header is invalid.")]
    InvalidRequest34,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-crc32c header is invalid.")]
    InvalidRequest35,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-crc64nvme header is invalid.")]
    InvalidRequest36,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-sha1 header is invalid.")]
    InvalidRequest37,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-sha256 header is invalid.")]
    InvalidRequest38,
    #[s3(code = "InvalidRequest", message = "You can only define ReplaceKeyPrefix or ReplaceKey but not both.")]
    InvalidRequest39,
    #[s3(code = "InvalidRequest", message = "You must specify at least one part")]
    InvalidRequest40,
    #[s3(code = "InvalidRequest", message = "Value for x-amz-checksum-sha256 header is invalid.")]
    InvalidRequest41,
    #[s3(code = "InvalidRequest", message = "Amazon S3 AccessPoint can only be created for existing bucket")]
    InvalidRequest42,
    #[s3(code = "InvalidRequest", message = "Must specify at least one configuration.")]
    InvalidRequest43,
    #[s3(code = "InvalidURI")]
    InvalidURI1 { uri },
    #[s3(code = "MalformedContinuationToken")]
    MalformedContinuationToken1,
    #[s3(code = "NoLoggingStatusForKey")]
    NoLoggingStatusForKey1,
    #[s3(code = "RegionSetMismatch")]
    RegionSetMismatch1 { requested_region, region_set },
    #[s3(code = "UserAnnotationNameMustBeSpecified")]
    UserAnnotationNameMustBeSpecified1,
    #[s3(code = "UserKeyMustBeSpecified")]
    UserKeyMustBeSpecified1,
    #[s3(code = "V1APIsNotAllowed", message = "The V1 GetBucketMetadataTableConfiguration API operation isn't available for this account. Use the corresponding V2 GetBucketMetadataConfiguration API operation instead.")]
    V1APIsNotAllowed1 { method },
}
