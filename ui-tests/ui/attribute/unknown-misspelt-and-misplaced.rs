//! A slip of an attribute that belongs somewhere else.
use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(retry_aftr)]
enum ObjectError {
    #[s3(detial)]
    NoSuchKey { key: String },
    AccessDenied {
        #[s3(staus = 403)]
        reason: String,
    },
}

fn main() {}
