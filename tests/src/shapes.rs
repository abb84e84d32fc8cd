//! Every set of details in `errors.csv`: the fields in snake case, in S3's order, and no detail named.
//!
//! The redirects are not here, as they need headers as well.

use crate::recorded::rows;

rows! {
    /// An error for each set of details.
    Shape

    #[s3(code = "AccessDenied")]
    AccessDenied1 { headers_not_signed },
    #[s3(code = "AccessDenied")]
    AccessDenied2 { x_amz_expires, expires, server_time },
    #[s3(code = "AccessDenied")]
    AccessDenied3 { expires, server_time },
    #[s3(code = "AccessDenied")]
    AccessDenied4 { x_amz_date, expires, server_time },
    #[s3(code = "AccessForbidden")]
    AccessForbidden1 { method, resource_type },
    #[s3(code = "AuthorizationHeaderMalformed")]
    AuthorizationHeaderMalformed1 { region },
    #[s3(code = "AuthorizationQueryParametersError")]
    AuthorizationQueryParametersError1 { region },
    #[s3(code = "BadDigest")]
    BadDigest1 { calculated_digest, expected_digest },
    #[s3(code = "BucketAlreadyExists")]
    BucketAlreadyExists1 { bucket_name },
    #[s3(code = "BucketAlreadyOwnedByYou")]
    BucketAlreadyOwnedByYou1 { bucket_name },
    #[s3(code = "BucketNotEmpty")]
    BucketNotEmpty1 { bucket_name },
    #[s3(code = "ConditionalRequestConflict")]
    ConditionalRequestConflict1 { condition, key },
    #[s3(code = "CrossLocationLoggingProhibitted")]
    CrossLocationLoggingProhibitted1 { source_bucket_location, target_bucket_location },
    #[s3(code = "CrossLocationLoggingProhibitted")]
    CrossLocationLoggingProhibitted2 { target_bucket_location },
    #[s3(code = "EntityTooLarge")]
    EntityTooLarge1 { proposed_size, max_size_allowed },
    #[s3(code = "EntityTooSmall")]
    EntityTooSmall1 { proposed_size, min_size_allowed, part_number, etag },
    #[s3(code = "EntityTooSmall")]
    EntityTooSmall2 { proposed_size, min_size_allowed },
    #[s3(code = "ExpiredToken")]
    ExpiredToken1 { token_0 },
    #[s3(code = "IncompleteBody")]
    IncompleteBody1 { number_bytes_expected, number_bytes_provided },
    #[s3(code = "InvalidAccessKeyId")]
    InvalidAccessKeyId1 { aws_access_key_id },
    #[s3(code = "InvalidArgument")]
    InvalidArgument1 { argument_name, argument_value },
    #[s3(code = "InvalidArgument")]
    InvalidArgument2 { argument_name_1, argument_value_1, argument_name_2, argument_value_2 },
    #[s3(code = "InvalidArgument")]
    InvalidArgument3 { argument_name_1, argument_value_1 },
    #[s3(code = "InvalidArgument")]
    InvalidArgument4 { argument_name },
    #[s3(code = "InvalidArgument")]
    InvalidArgument5 { argument_name, argument_value, region },
    #[s3(code = "InvalidBucketName")]
    InvalidBucketName1 { bucket_name },
    #[s3(code = "InvalidBucketNamespace")]
    InvalidBucketNamespace1 { bucket_namespace },
    #[s3(code = "InvalidChunkSizeError")]
    InvalidChunkSizeError1 { chunk, bad_chunk_size },
    #[s3(code = "InvalidDigest")]
    InvalidDigest1 { content_md5 },
    #[s3(code = "InvalidEncryptionAlgorithmError")]
    InvalidEncryptionAlgorithmError1 { argument_name, argument_value },
    #[s3(code = "InvalidLocationConstraint")]
    InvalidLocationConstraint1 { location_constraint },
    #[s3(code = "InvalidObjectState")]
    InvalidObjectState1 { storage_class, access_tier },
    #[s3(code = "InvalidObjectState")]
    InvalidObjectState2 { storage_class },
    #[s3(code = "InvalidPart")]
    InvalidPart1 { upload_id, part_number, etag },
    #[s3(code = "InvalidPartNumber")]
    InvalidPartNumber1 { part_number_requested, actual_part_count },
    #[s3(code = "InvalidPartOrder")]
    InvalidPartOrder1 { upload_id },
    #[s3(code = "InvalidRange")]
    InvalidRange1 { range_requested, actual_object_size },
    #[s3(code = "InvalidStorageClass")]
    InvalidStorageClass1 { storage_class_requested },
    #[s3(code = "InvalidTag")]
    InvalidTag1 { tag_key, tag_value },
    #[s3(code = "InvalidTag")]
    InvalidTag2 { tag_key },
    #[s3(code = "InvalidTargetBucketForLogging")]
    InvalidTargetBucketForLogging1 { target_bucket },
    #[s3(code = "InvalidToken")]
    InvalidToken1 { token_0 },
    #[s3(code = "InvalidURI")]
    InvalidURI1 { uri },
    #[s3(code = "KeyTooLongError")]
    KeyTooLongError1 { size, max_size_allowed },
    #[s3(code = "MalformedPolicy")]
    MalformedPolicy1 { detail },
    #[s3(code = "MaxMessageLengthExceeded")]
    MaxMessageLengthExceeded1 { max_message_length_bytes },
    #[s3(code = "MetadataConfigurationNotFound")]
    MetadataConfigurationNotFound1 { bucket_name },
    #[s3(code = "MetadataTooLarge")]
    MetadataTooLarge1 { size, max_size_allowed },
    #[s3(code = "MethodNotAllowed")]
    MethodNotAllowed1 { method, resource_type },
    #[s3(code = "MissingNamespaceHeader")]
    MissingNamespaceHeader1 { header },
    #[s3(code = "MissingSecurityHeader")]
    MissingSecurityHeader1 { missing_header_name },
    #[s3(code = "NoSuchAccessPoint")]
    NoSuchAccessPoint1 { access_point_name },
    #[s3(code = "NoSuchAccessPointPolicy")]
    NoSuchAccessPointPolicy1 { access_point_name },
    #[s3(code = "NoSuchAnnotation")]
    NoSuchAnnotation1 { annotation_name },
    #[s3(code = "NoSuchAsyncRequest")]
    NoSuchAsyncRequest1 { request_token_arn },
    #[s3(code = "NoSuchBucket")]
    NoSuchBucket1 { bucket_name },
    #[s3(code = "NoSuchBucketPolicy")]
    NoSuchBucketPolicy1 { bucket_name },
    #[s3(code = "NoSuchCORSConfiguration")]
    NoSuchCORSConfiguration1 { bucket_name },
    #[s3(code = "NoSuchKey")]
    NoSuchKey1 { key },
    #[s3(code = "NoSuchLifecycleConfiguration")]
    NoSuchLifecycleConfiguration1 { bucket_name },
    #[s3(code = "NoSuchMultiRegionAccessPoint")]
    NoSuchMultiRegionAccessPoint1 { name },
    #[s3(code = "NoSuchMultiRegionAccessPointPolicy")]
    NoSuchMultiRegionAccessPointPolicy1 { name },
    #[s3(code = "NoSuchPublicAccessBlockConfiguration")]
    NoSuchPublicAccessBlockConfiguration1 { bucket_name },
    #[s3(code = "NoSuchPublicAccessBlockConfiguration")]
    NoSuchPublicAccessBlockConfiguration2 { account_id },
    #[s3(code = "NoSuchTagSet")]
    NoSuchTagSet1 { bucket_name },
    #[s3(code = "NoSuchUpload")]
    NoSuchUpload1 { upload_id },
    #[s3(code = "NoSuchVersion")]
    NoSuchVersion1 { key, version_id },
    #[s3(code = "NoSuchWebsiteConfiguration")]
    NoSuchWebsiteConfiguration1 { bucket_name },
    #[s3(code = "NotImplemented")]
    NotImplemented1 { header, additional_message },
    #[s3(code = "NotImplemented")]
    NotImplemented2 { header },
    #[s3(code = "NotImplemented")]
    NotImplemented3 { query_parameter },
    #[s3(code = "ObjectLockConfigurationNotFoundError")]
    ObjectLockConfigurationNotFoundError1 { bucket_name },
    #[s3(code = "OwnershipControlsNotFoundError")]
    OwnershipControlsNotFoundError1 { bucket_name },
    #[s3(code = "PreconditionFailed")]
    PreconditionFailed1 { condition },
    #[s3(code = "RegionSetMismatch")]
    RegionSetMismatch1 { requested_region, region_set },
    #[s3(code = "ReplicationConfigurationNotFoundError")]
    ReplicationConfigurationNotFoundError1 { bucket_name },
    #[s3(code = "RequestHeaderSectionTooLarge")]
    RequestHeaderSectionTooLarge1 { max_size_allowed },
    #[s3(code = "RequestTimeTooSkewed")]
    RequestTimeTooSkewed1 { request_time, server_time, max_allowed_skew_milliseconds },
    #[s3(code = "ServerSideEncryptionConfigurationNotFoundError")]
    ServerSideEncryptionConfigurationNotFoundError1 { bucket_name },
    #[s3(code = "SignatureDoesNotMatch")]
    SignatureDoesNotMatch1 { aws_access_key_id, string_to_sign, signature_provided, string_to_sign_bytes, canonical_request, canonical_request_bytes },
    #[s3(code = "SignatureDoesNotMatch")]
    SignatureDoesNotMatch2 { aws_access_key_id, string_to_sign, signature_provided, string_to_sign_bytes },
    #[s3(code = "TooManyBuckets")]
    TooManyBuckets1 { current_number_of_buckets, allowed_number_of_buckets },
    #[s3(code = "V1APIsNotAllowed")]
    V1APIsNotAllowed1 { method },
    #[s3(code = "XAmzContentSHA256Mismatch")]
    XAmzContentSHA256Mismatch1 { client_computed_content_sha256, s3_computed_content_sha256 },
}
