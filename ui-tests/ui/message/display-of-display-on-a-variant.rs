use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    #[s3(message = display)]
    NoSuchKey,
}

fn main() {}
