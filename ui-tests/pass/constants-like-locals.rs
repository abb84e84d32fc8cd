#![allow(non_upper_case_globals, dead_code)]

use s3err_core::{ErrorDocument, S3Error};

const visit: u8 = 0;
const document: u8 = 0;
const index: u8 = 0;
const sink: u8 = 0;
const details: u8 = 0;
const headers: u8 = 0;
const log: u8 = 0;
const f: u8 = 0;
const found: u8 = 0;
const source: u8 = 0;
const text: u8 = 0;
const field_0: u8 = 0;
static error: u8 = 0;

#[derive(Debug, S3Error)]
#[s3(display, decode)]
enum Failure {
    NoSuchKey {
        #[s3(detail(with = shown, parse = read))]
        key: Option<String>,
        #[s3(header = "ETag")]
        etag: Option<String>,
        #[s3(log)]
        shard: u8,
    },
    #[s3(via = classify)]
    Io(String),
    #[s3(other)]
    Other(ErrorDocument),
}

fn shown(key: &String) -> &String {
    key
}

fn read(key: &str) -> Option<String> {
    Some(key.to_owned())
}

fn classify(_: &String) -> &dyn S3Error {
    &s3err_core::StandardError::SlowDown
}

fn main() {
    assert_eq!(Failure::Io(String::new()).code(), "SlowDown");
}
