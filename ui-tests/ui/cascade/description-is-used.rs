use s3err_core::{Describe, S3Error};

#[derive(S3Error)]
enum Error {
    NoSuchKeys,
}

fn main() {
    println!("{:?}", Error::SPECS);
}
