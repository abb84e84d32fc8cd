use s3err_core::S3Error;

#[derive(Debug, thiserror::Error, S3Error)]
enum Error {
    #[error("broken")]
    InternalError {
        #[source]
        first: std::io::Error,
        #[s3(source)]
        second: std::io::Error,
    },
}

fn main() {}
