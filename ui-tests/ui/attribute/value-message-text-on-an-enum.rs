use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(message = "not there")]
enum Error {
    NoSuchKey,
}

fn main() {}
