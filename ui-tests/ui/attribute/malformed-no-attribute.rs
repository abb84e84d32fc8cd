use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(, code = "NoSuchKey")]
    NotThere,
}

fn main() {}
