use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("X-Amz-Id-2", "host"))]
    NoSuchKey,
}

fn main() {}
