use s3err_core::S3Error;

#[derive(S3Error)]
#[s3(crate = "s3err_core")]
enum Error {
    NoSuchKey,
}

fn main() {}
