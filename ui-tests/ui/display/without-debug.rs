use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(display)]
enum Error {
    NoSuchKey,
}

fn main() {}
