use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("Retry-After", "5"))]
    SlowDown(#[s3(retry_after)] std::time::Duration),
}

fn main() {}
