use s3err_core::{S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(display, message = display)]
enum Error {
    #[s3(transparent)]
    Standard(StandardError),
}

fn main() {}
