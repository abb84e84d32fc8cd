use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    SlowDown(#[s3(retry_after)] std::time::Duration, #[s3(header = "X-Amz-Retry-After")] u64),
}

fn main() {}
