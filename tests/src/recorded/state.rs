//! Things that are there already, or in another state; and what the service could not do.

use super::rows;

rows! {
    /// Things that are there already, or in another state; and what the service could not do.
    State

    #[s3(code = "BucketAlreadyOwnedByYou")]
    BucketAlreadyOwnedByYou1 { bucket_name },
    #[s3(code = "BucketNotEmpty")]
    BucketNotEmpty1 { bucket_name },
    #[s3(code = "BucketNotEmpty", message = "The bucket you tried to delete is not empty. You must delete all versions in the bucket.")]
    BucketNotEmpty2 { bucket_name },
    #[s3(code = "ConditionalRequestConflict")]
    ConditionalRequestConflict1 { condition, key },
    #[s3(code = "CrossLocationLoggingProhibitted")]
    CrossLocationLoggingProhibitted1 { source_bucket_location, target_bucket_location },
    #[s3(code = "CrossLocationLoggingProhibitted")]
    CrossLocationLoggingProhibitted2 { target_bucket_location },
    #[s3(code = "IdMismatch")]
    IdMismatch1,
    #[s3(code = "IllegalLocationConstraintException", message = "The <region-1> location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException1,
    #[s3(code = "IllegalLocationConstraintException", message = "The <region-2> location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException2,
    #[s3(code = "IllegalLocationConstraintException", message = "The <region-3> location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException3,
    #[s3(code = "IllegalLocationConstraintException", message = "The EU location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException4,
    #[s3(code = "IllegalLocationConstraintException", message = "The aws-global location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException5,
    #[s3(code = "IllegalLocationConstraintException", message = "The bar location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException6,
    #[s3(code = "IllegalLocationConstraintException", message = "The unspecified location constraint is incompatible for the region specific endpoint this request was sent to.")]
    IllegalLocationConstraintException7,
    #[s3(code = "IllegalVersioningConfigurationException")]
    IllegalVersioningConfigurationException1,
    #[s3(code = "InternalError")]
    InternalError1,
    #[s3(code = "InvalidBucketState", message = "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration")]
    InvalidBucketState1,
    #[s3(code = "InvalidBucketState", message = "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.")]
    InvalidBucketState2,
    #[s3(code = "InvalidObjectState")]
    InvalidObjectState1 { storage_class },
    #[s3(code = "InvalidS3DestinationBucket")]
    InvalidS3DestinationBucket1,
    #[s3(code = "InvalidStorageClass")]
    InvalidStorageClass1 { storage_class_requested },
    #[s3(code = "InvalidStorageClass")]
    InvalidStorageClass2 { storage_class_requested },
    #[s3(code = "InvalidTargetBucketForLogging")]
    InvalidTargetBucketForLogging1 { target_bucket },
    #[s3(code = "PreconditionFailed")]
    PreconditionFailed1 { condition },
    #[s3(code = "PreconditionFailed")]
    PreconditionFailed2 { condition },
    #[s3(code = "AccessPointAlreadyOwnedByYou")]
    AccessPointAlreadyOwnedByYou1,
}
