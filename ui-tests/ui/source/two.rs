use s3err_core::S3Error;

#[derive(S3Error)]
enum Error {
    InternalError {
        #[s3(source)]
        first: std::io::Error,
        #[s3(source)]
        second: std::io::Error,
    },
}

fn main() {}
