use s3err_core::S3Error;

struct Size;

#[derive(S3Error)]
enum Error {
    #[s3(header("Content-Range", "bytes */{0}"))]
    InvalidRange(Size),
}

fn main() {}
