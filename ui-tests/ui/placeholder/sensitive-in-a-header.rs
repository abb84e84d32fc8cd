use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("x-amz-key", "{key}"))]
    NoSuchKey {
        #[s3(detail, sensitive)]
        key: String,
    },
}

fn main() {}
