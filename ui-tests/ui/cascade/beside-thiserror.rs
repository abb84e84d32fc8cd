use s3err_core::S3Error;

#[derive(Debug, thiserror::Error, S3Error)]
#[s3(message = display)]
enum Error {
    #[error("no such key")]
    NoSuchKeys,
}

fn main() {
    println!("{} {}", Error::NoSuchKeys, Error::NoSuchKeys.code());
}
