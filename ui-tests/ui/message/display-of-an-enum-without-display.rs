use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(message = display)]
enum Error {
    NoSuchKey,
    NoSuchBucket,
}

fn main() {}
