#![allow(unused, private_interfaces)]
use ::s3err_core::*;
#[derive(Debug, S3Error)]
enum Error<T> { #[s3(transparent)] Inner(Box<Error<T>>), NoSuchKey { #[s3(detail)] key: T } }
fn main() { assert_eq!(Error::Inner(Box::new(Error::NoSuchKey { key: 1 })).code(), "NoSuchKey"); }
