use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(decode)]
enum Error {
    InternalError {
        source: std::io::Error,
    },
}

fn main() {}
