#![allow(unused, private_interfaces)]
use ::s3err_core::*;
trait Blanket { fn as_origin(&self) {} fn as_ref(&self) {} fn value(&self) {} fn map(&self) {} fn text(&self) {} fn or(&self) {} fn visit(&self) {} fn fmt(&self) {} }
impl<T: ?Sized> Blanket for T {}
struct String(u8);
impl std::fmt::Display for String { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str("mine") } }
#[derive(S3Error)]
enum Error { InternalError { source: std::fmt::Error, #[s3(detail)] a: String, #[s3(detail)] b: Option<String>, #[s3(detail)] c: u8 }, NoSuchKey { source: Option<std::fmt::Error> }, #[s3(via = f)] Io(#[s3(source)] std::fmt::Error) }
fn f(_: &std::fmt::Error) -> &'static StandardError { &StandardError::SlowDown }
fn main() { assert!(Error::InternalError { source: std::fmt::Error, a: String(1), b: None, c: 1 }.origin().is_some()); }
