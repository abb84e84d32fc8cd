use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(strict)]
enum Error {
    NoSuchKey {
        #[s3(detail = 5)]
        key: String,
    },
}

fn main() {}
