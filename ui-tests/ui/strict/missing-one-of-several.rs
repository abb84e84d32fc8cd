use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(strict)]
enum Error {
    BadDigest {
        #[s3(detail)]
        expected_digest: String,
    },
}

fn main() {}
