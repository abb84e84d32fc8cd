use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: String,
        #[s3(detail = "Key")]
        name: String,
    },
}

fn main() {}
