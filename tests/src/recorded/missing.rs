//! Things that are not there.

use super::rows;

rows! {
    /// Things that are not there.
    Missing

    #[s3(code = "NoSuchBucket")]
    NoSuchBucket1 { bucket_name },
    #[s3(code = "NoSuchBucketPolicy")]
    NoSuchBucketPolicy1 { bucket_name },
    #[s3(code = "NoSuchCORSConfiguration")]
    NoSuchCORSConfiguration1 { bucket_name },
    #[s3(code = "NoSuchConfiguration")]
    NoSuchConfiguration1,
    #[s3(code = "NoSuchKey")]
    NoSuchKey1 { key },
    #[s3(code = "NoSuchLifecycleConfiguration")]
    NoSuchLifecycleConfiguration1 { bucket_name },
    #[s3(code = "NoSuchObjectLockConfiguration")]
    NoSuchObjectLockConfiguration1,
    #[s3(code = "NoSuchPublicAccessBlockConfiguration")]
    NoSuchPublicAccessBlockConfiguration1 { bucket_name },
    #[s3(code = "NoSuchTagSet")]
    NoSuchTagSet1 { bucket_name },
    #[s3(code = "NoSuchUpload")]
    NoSuchUpload1 { upload_id },
    #[s3(code = "NoSuchVersion")]
    NoSuchVersion1 { key, version_id },
    #[s3(code = "NoSuchWebsiteConfiguration")]
    NoSuchWebsiteConfiguration1 { bucket_name },
    #[s3(code = "ObjectLockConfigurationNotFoundError")]
    ObjectLockConfigurationNotFoundError1 { bucket_name },
    #[s3(code = "OwnershipControlsNotFoundError")]
    OwnershipControlsNotFoundError1 { bucket_name },
    #[s3(code = "ReplicationConfigurationNotFoundError")]
    ReplicationConfigurationNotFoundError1 { bucket_name },
    #[s3(code = "MetadataConfigurationNotFound")]
    MetadataConfigurationNotFound1 { bucket_name },
    #[s3(code = "NoSuchAccessPoint")]
    NoSuchAccessPoint1 { access_point_name },
    #[s3(code = "NoSuchAnnotation")]
    NoSuchAnnotation1 { annotation_name },
    #[s3(code = "NoSuchPublicAccessBlockConfiguration")]
    NoSuchPublicAccessBlockConfiguration2 { account_id },
    #[s3(code = "NoSuchResource")]
    NoSuchResource1,
}
