use s3err_core::S3Error;

#[derive(Debug, S3Error)]
enum Inner {
    NoSuchKey,
}

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    #[s3(transparent)]
    Inner(Inner),
}

fn main() {}
