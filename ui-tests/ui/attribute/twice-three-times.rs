use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(status = 404, status = 404, status = 404)]
    NoSuchKey,
}

fn main() {}
