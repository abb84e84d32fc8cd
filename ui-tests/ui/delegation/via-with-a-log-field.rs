use s3err_core::{S3Error, StandardError};

fn classify(_: &std::io::Error) -> &'static StandardError {
    &StandardError::SlowDown
}

#[derive(S3Error)]
enum Error {
    #[s3(via = classify)]
    Io(#[s3(log)] std::io::Error),
}

fn main() {}
