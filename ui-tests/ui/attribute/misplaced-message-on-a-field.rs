use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey(#[s3(message = "not there")] String),
}

fn main() {}
