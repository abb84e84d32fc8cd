use s3err_core::S3Error;

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(display)]
enum Error {
    #[error("it is gone")]
    NoSuchKey,
}

fn main() {}
