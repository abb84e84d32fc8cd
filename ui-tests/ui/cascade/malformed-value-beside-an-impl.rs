use std::fmt;

use s3err_core::S3Error;

// The word is a value, so nothing implements `Display` a second time.
#[derive(Debug, S3Error)]
#[s3(message = display strict)]
enum Error {
    NoSuchKey,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no such key")
    }
}

fn main() {
    println!("{}", Error::NoSuchKey);
}
