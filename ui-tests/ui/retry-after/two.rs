use std::time::Duration;

use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    SlowDown {
        #[s3(retry_after)]
        least: Duration,
        #[s3(retry_after)]
        most: Duration,
    },
}

fn main() {}
