use s3err_core::{ErrorDocument, S3Error, StandardError};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    NoSuchKeys,
}

fn main() {
    let _ = Error::try_from(ErrorDocument::new(StandardError::NoSuchKey));
}
