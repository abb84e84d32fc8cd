use s3err_core::{ErrorDocument, S3Error};

#[derive(Debug, S3Error)]
#[s3(decode display)]
enum Error {
    NoSuchKey,
}

fn main() {
    let error = Error::try_from(ErrorDocument::custom("A", 400, "a")).unwrap_or(Error::NoSuchKey);
    println!("{error}");
}
