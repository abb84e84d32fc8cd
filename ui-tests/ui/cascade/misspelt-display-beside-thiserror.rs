use s3err_core::S3Error;

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(dispaly)]
enum Error {
    #[error("the key is missing")]
    NoSuchKey,
}

fn main() {}
