use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: &'static str,
    },
}

fn main() {}
