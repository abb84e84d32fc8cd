use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(strict, detail("Tenant", "acme"))]
struct NoSuchKey {
    #[s3(detail)]
    key: String,
}

fn main() {}
