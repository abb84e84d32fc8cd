use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(decode)]
enum ArgumentError {
    #[s3(code = "InvalidArgument", detail("ArgumentName", "max-keys"))]
    MaxKeys,
    #[s3(code = "InvalidArgument", detail("ArgumentName", "max-keys"))]
    TooManyKeys,
    #[s3(code = "InvalidArgument", detail("ArgumentName", "partNumber"))]
    PartNumber,
}

fn main() {}
