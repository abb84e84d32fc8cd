use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(code = "NoSuchKey")]
enum Error {
    NoSuchKey,
}

fn main() {}
