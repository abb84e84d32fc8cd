use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    InternalError { source: Option<u8> },
}

fn main() {}
