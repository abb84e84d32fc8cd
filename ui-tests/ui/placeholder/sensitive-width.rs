use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(message = "no {0:1$}")]
    NoSuchKey(String, #[s3(detail = "Width", sensitive)] usize),
}

fn main() {}
