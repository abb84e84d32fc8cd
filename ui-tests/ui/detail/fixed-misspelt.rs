use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidArgument", detail("argumentName", "max-keys"))]
struct MaxKeys;

fn main() {}
