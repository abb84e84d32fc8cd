#![allow(unused, private_interfaces)]
use ::s3err_core::*;
trait Hex { fn hex(&self) -> String; }
impl Hex for u64 { fn hex(&self) -> String { format!("{self:x}") } }
#[derive(Debug, S3Error)]
enum Error { NoSuchKey { #[s3(detail(with = <u64 as Hex>::hex))] a: u64 } }

fn main() {}
