//! The mistakes that the README shows.

use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum ObjectError {
    NoSuchKye { #[s3(detial)] key: String },
    #[s3(code = "BadDigest", status = 404)]
    Digest,
}

fn main() {}
