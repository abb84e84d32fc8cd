use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidArgument", detail("ArgumentName", "max-keys"))]
struct MaxKeys {
    #[s3(detail)]
    argument_name: String,
}

fn main() {}
