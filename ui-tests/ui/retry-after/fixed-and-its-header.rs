use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "SlowDown", retry_after = 5, header("Retry-After", "5"))]
struct Busy;

fn main() {}
