use s3err_core::{ErrorDocument, S3Error};

#[derive(S3Error)]
#[s3(decode)]
enum Error {
    #[s3(other, transparent)]
    Other(ErrorDocument),
}

fn main() {}
