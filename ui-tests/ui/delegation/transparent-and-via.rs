use s3err_core::{S3Error, StandardError};

fn classify(_: &StandardError) -> &'static StandardError {
    &StandardError::SlowDown
}

#[derive(S3Error)]
enum Error {
    #[s3(transparent, via = classify)]
    Inner(StandardError),
}

fn main() {}
