use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(status = if true { 404 } else { 405 })]
    NoSuchKey,
}

fn main() {}
