use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(message = "the token {token_0} has expired")]
    ExpiredToken {
        #[s3(detail)]
        token_0: String,
    },
}

fn main() {}
