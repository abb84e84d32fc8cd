use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(code = "PermanentRedirect", header("Location", "https://example.com/"))]
struct Moved {
    #[s3(detail)]
    endpoint: String,
    #[s3(detail)]
    bucket: String,
    #[s3(header = "x-amz-bucket-region")]
    region: String,
}

fn main() {}
