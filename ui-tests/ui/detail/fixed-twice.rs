use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidArgument", detail("ArgumentName", "marker"), detail("ArgumentName", "max-keys"))]
struct MaxKeys;

fn main() {}
