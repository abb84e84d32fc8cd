use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    #[s3(custom, status = 404, message = "not there")]
    NoSuchKey,
}

fn main() {}
