use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NotModified(#[s3(header(name = "ETag", with = first, with = second))] String),
}

fn main() {}
