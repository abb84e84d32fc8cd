use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidRequest", detail("RequestId", "1"))]
struct Manifest;

fn main() {}
