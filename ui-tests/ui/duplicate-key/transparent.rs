use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(transparent)]
    #[s3(transparent)]
    Inner(s3err_core::StandardError),
}

fn main() {}
