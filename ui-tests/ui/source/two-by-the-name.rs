use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    InternalError {
        source: std::io::Error,
        #[s3(source)]
        cause: std::io::Error,
    },
}

fn main() {}
