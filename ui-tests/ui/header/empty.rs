use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    InvalidRange(#[s3(header = "")] String),
}

fn main() {}
