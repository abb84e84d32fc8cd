use s3err_core::{ErrorDocument, S3Error};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum ClientError {
    NoSuchKey,
    #[s3(transparent)]
    Unknown(#[s3(from)] ErrorDocument),
}

fn main() {}
