//! Two variants are said to be alike only where all of both is known.
use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(decode)]
enum ObjectError {
    #[s3(code = "NoSuchKey")]
    Missing {
        #[s3(detail)]
        key: String,
    },
    #[s3(code = "NoSuchKey")]
    Deleted {
        #[s3(detail)]
        key: String,
        #[s3(detial)]
        version_id: String,
    },
}

fn main() {}
