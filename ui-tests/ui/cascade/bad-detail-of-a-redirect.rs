use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("x-amz-bucket-region", "eu-west-1"))]
    PermanentRedirect {
        #[s3(detial)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
    },
}

fn main() {}
