use s3err_core::S3Error;

struct String;

#[derive(S3Error)]
enum Error {
    NoSuchKey {
        #[s3(detail)]
        key: String,
    },
}

fn main() {}
