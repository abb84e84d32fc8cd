use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    #[s3(transparent)]
    Backend(Box<dyn S3Error + Send + Sync>),
}

fn main() {}
