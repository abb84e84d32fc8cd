use s3err_core::S3Error;

#[derive(Debug, S3Error)]
#[s3(display)]
enum Error {
    NoSuchKeys,
}

fn main() {
    let error: Box<dyn std::error::Error + Send + Sync> = Error::NoSuchKeys.into();
    println!("{error} {} {:?}", Error::NoSuchKeys, error.source());
}
