use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NotModified(#[s3(header = "ETag")] Vec<u8>),
}

fn main() {}
