use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    PermanentRedirect {
        #[s3(detail)]
        endpoint: Option<String>,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "x-amz-bucket-region")]
        region: Option<String>,
    },
}

fn main() {}
