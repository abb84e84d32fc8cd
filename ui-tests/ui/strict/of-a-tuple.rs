use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(strict)]
enum Error {
    NoSuchBucket(#[s3(detail = "Bucket")] String),
}

fn main() {}
