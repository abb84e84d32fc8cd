use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    PermanentRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
    },
}

fn main() {}
