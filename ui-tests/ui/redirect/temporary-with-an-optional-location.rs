use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: String,
        #[s3(detail)]
        bucket: String,
        #[s3(header = "Location")]
        location: Option<String>,
    },
}

fn main() {}
