use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(via = classify)]
struct Error {}

fn main() {}
