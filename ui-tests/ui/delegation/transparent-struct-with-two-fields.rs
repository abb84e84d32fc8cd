use s3err_core::{S3Error, StandardError};

#[derive(S3Error)]
#[s3(transparent)]
struct Error(StandardError, u8);

fn main() {}
