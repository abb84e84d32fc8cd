use s3err_core::S3Error;

#[derive(Debug, S3Error)]
struct NoSuchKey {
    #[s3(detail(parse = str::parse))]
    key: u64,
}

fn main() {}
