use s3err_core::{S3Error, StandardError};

#[derive(S3Error)]
enum Error {
    #[s3(message = display, transparent)]
    Inner(StandardError),
}

fn main() {}
