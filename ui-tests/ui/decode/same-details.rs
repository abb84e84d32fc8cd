use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(decode)]
enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
    #[s3(code = "NoSuchKey")]
    NotThere(#[s3(detail = "Key")] String),
}

fn main() {}
