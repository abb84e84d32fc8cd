use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "SlowDown", retry_after = 5)]
struct Busy {
    #[s3(retry_after)]
    wait: std::time::Duration,
}

fn main() {}
