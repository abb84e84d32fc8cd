use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(strict)]
enum Error {
    AccessDenied {
        #[s3(detail)]
        headers_not_signed: String,
        #[s3(detail)]
        expires: String,
    },
}

fn main() {}
