use s3err_core::S3Error;

enum Error {
    NoSuchKey,
}

fn is_an_error(_: &dyn S3Error) {}

fn main() {
    is_an_error(&Error::NoSuchKey);
}
