use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(namespace)]
enum Error {
    NoSuchKey,
}

fn main() {}
