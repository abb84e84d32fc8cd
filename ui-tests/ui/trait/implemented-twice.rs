use std::borrow::Cow;

use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey,
}

impl S3Error for Error {
    fn code(&self) -> &str {
        "NoSuchKey"
    }
    fn status(&self) -> http::StatusCode {
        http::StatusCode::NOT_FOUND
    }
    fn message(&self) -> Cow<'_, str> {
        "".into()
    }
}

fn main() {}
