use s3err_core::{Describe, S3Error};

#[derive(Debug, S3Error)]
enum Error {
    #[cfg(all())]
    NoSuchKey {
        #[cfg(all())]
        #[s3(detail)]
        key: String,
        #[cfg(any())]
        #[s3(detail)]
        nothing: NoSuchType,
        #[cfg_attr(all(), s3(detail))]
        version_id: u8,
        #[cfg_attr(any(), s3(detail))]
        tenant: u8,
    },
    #[cfg(any())]
    #[s3(code = "unknown")]
    NoSuchVariant(NoSuchType),
    #[cfg_attr(all(), s3(code = "NoSuchBucket"))]
    #[cfg_attr(any(), s3(code = "unknown"))]
    Bucket(#[cfg(any())] NoSuchType, #[s3(detail = "BucketName")] u8),
}

fn main() {
    let error = Error::NoSuchKey { key: "key".to_owned(), version_id: 1, tenant: 2 };
    assert_eq!(error.details().len(), 2);
    assert_eq!(Error::Bucket(3).details()[0].value, "3");
    assert_eq!(Error::SPECS.len(), 2);
}
