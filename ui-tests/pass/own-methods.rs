#![allow(unused, private_interfaces)]
use ::s3err_core::*;
#[derive(Debug)] struct Mine;
impl std::fmt::Display for Mine { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("mine") } }
impl std::error::Error for Mine {}
impl Mine { fn as_origin(&self) -> u8 { 5 } fn as_ref(&self) -> u8 { 5 } fn value(&self) -> u8 { 5 } fn map(&self) -> u8 { 4 } fn origin(&self) -> u8 { 5 } }
#[derive(Debug, S3Error)]
enum Error { InternalError { source: Mine }, NoSuchKey { source: Option<Mine> }, NoSuchBucket { #[s3(detail)] a: Mine, #[s3(detail)] b: Option<Mine> } }
fn main() { assert!(Error::InternalError { source: Mine }.origin().is_some()); }
