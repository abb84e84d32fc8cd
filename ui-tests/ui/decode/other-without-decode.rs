use s3err_core::{ErrorDocument, S3Error};

#[derive(S3Error)]
enum Error {
    #[s3(other)]
    Other(ErrorDocument),
}

fn main() {}
