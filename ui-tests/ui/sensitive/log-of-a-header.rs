use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey(#[s3(header = "x-amz-token", log, sensitive)] String),
}

fn main() {}
