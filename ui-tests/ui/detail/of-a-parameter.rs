use s3err_core::S3Error;

#[derive(S3Error)]
enum Error<T> {
    NoSuchKey {
        #[s3(detail)]
        key: T,
    },
}

fn code(error: &Error<Vec<u8>>) -> &str {
    error.code()
}

fn main() {}
