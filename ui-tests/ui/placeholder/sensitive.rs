use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(message = "no {key}")]
    NoSuchKey {
        #[s3(detail, sensitive)]
        key: String,
    },
}

fn main() {}
