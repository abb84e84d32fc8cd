use s3err_core::{Describe, S3Error};

#[derive(Debug, S3Error)]
enum Error {
    NoSuchKye,
}

const CODE: &str = Error::SPECS[0].code;

fn main() {
    println!("{CODE}");
}
