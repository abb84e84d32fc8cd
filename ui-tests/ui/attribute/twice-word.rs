use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(display, display)]
#[derive(Debug)]
enum Error {
    NoSuchKey,
}

fn main() {}
