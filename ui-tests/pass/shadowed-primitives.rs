#![allow(non_camel_case_types, dead_code)]

use s3err_core::S3Error;

struct str;
struct bool;

#[derive(Debug, S3Error)]
enum Error {
    NoSuchKey,
}

fn main() {
    assert_eq!(Error::NoSuchKey.code(), "NoSuchKey");
}
