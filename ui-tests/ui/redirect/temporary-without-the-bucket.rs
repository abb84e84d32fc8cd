use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("Location", "https://{endpoint}/"))]
    TemporaryRedirect {
        #[s3(detail)]
        endpoint: String,
    },
}

fn main() {}
