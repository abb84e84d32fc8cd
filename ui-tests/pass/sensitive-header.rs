#![allow(unused, private_interfaces)]
use ::s3err_core::*;
use std::fmt::Display;
#[derive(Debug, S3Error)]
enum Error { ExpiredToken { #[s3(detail, header = "x-amz-token")] token_0: String } }
fn main() {
 let e = Error::ExpiredToken { token_0: "s".into() };
 let mut v = |n: &str, _: &dyn Display, s: bool| assert!(s, "{n} is not sensitive");
 e.visit_headers(&mut HeaderVisitor::new(&mut v));
}
