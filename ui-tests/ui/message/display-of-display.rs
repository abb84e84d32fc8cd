use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display, message = display)]
enum Error {
    NoSuchKey,
}

fn main() {}
