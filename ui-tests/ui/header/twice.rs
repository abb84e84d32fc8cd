use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(header("ETag", "a"), header("etag", "b"))]
    NotModified,
}

fn main() {}
