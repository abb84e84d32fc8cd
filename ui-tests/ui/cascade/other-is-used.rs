//! With an `other` that is not the last variant, the stand-in converts from every document too.
use s3err_core::{ErrorDocument, S3Error};

#[derive(Debug, S3Error)]
#[s3(decode)]
enum ClientError {
    #[s3(other)]
    Other(ErrorDocument),
    NoSuchKeys,
}

fn read(document: ErrorDocument) -> ClientError {
    ClientError::from(document)
}

fn main() {
    let _ = read;
}
