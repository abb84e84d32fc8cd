use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    SignatureDoesNotMatch {
        #[s3(detail, log)]
        string_to_sign: String,
    },
    ExpiredToken(#[s3(detail = "Token-0", log)] String),
}

fn main() {}
