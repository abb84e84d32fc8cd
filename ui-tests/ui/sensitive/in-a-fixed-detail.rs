use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(code = "InvalidToken", detail("Hint", "not {token}"))]
struct Token {
    #[s3(detail, sensitive)]
    token: String,
}

fn main() {}
