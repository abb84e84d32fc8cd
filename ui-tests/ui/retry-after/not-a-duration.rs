use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    SlowDown(#[s3(retry_after)] u64),
}

fn main() {}
