use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    NotModified(#[s3(header = "ETag", header = "x-amz-etag")] String),
}

fn main() {}
