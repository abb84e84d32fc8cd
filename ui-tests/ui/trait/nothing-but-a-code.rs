use s3err_core::S3Error;

struct NoSuchKey;

impl S3Error for NoSuchKey {
    fn code(&self) -> &str {
        "NoSuchKey"
    }
}

fn main() {}
