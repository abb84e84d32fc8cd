use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    Standard(#[s3(transparent)] s3err_core::StandardError),
}

fn main() {}
