use s3err_core::{S3Error, StandardError};

#[derive(S3Error)]
enum Error {
    #[s3(transparent, code = "NoSuchKey")]
    Inner(StandardError),
}

fn main() {}
