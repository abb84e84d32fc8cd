#![deny(warnings)]

use s3err_core::{Describe, S3Error};

#[derive(Debug, S3Error)]
#[s3(display, strict, decode)]
pub enum Never {}

#[derive(Debug, S3Error)]
pub enum Outer {
    #[s3(transparent)]
    Never(Never),
}

fn main() {
    assert!(Never::SPECS.is_empty() && Outer::SPECS.is_empty());
    let no_error: Option<Never> = None;
    assert!(no_error.map(|error| error.code().to_owned() + &error.to_string()).is_none());
}
