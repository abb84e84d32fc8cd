//! Whatever names a function.

use std::path::{Path, PathBuf};

use s3err_core::{S3Error, hex_bytes};

trait Hex {
    fn hex(&self) -> String;
}

impl Hex for u64 {
    fn hex(&self) -> String {
        format!("{self:x}")
    }
}

fn debug<T: std::fmt::Debug>(value: &T) -> String {
    format!("{value:?}")
}

fn borrowed(text: &String) -> &str {
    text
}

const CONSTANT: fn(&u8) -> &'static str = |_| "constant";

#[derive(Debug, S3Error)]
struct NoSuchKey<'a> {
    #[s3(detail(with = Hex::hex))]
    method: u64,
    #[s3(detail(with = debug::<u8>))]
    turbofish: u8,
    #[s3(detail(with = debug))]
    unit: (),
    #[s3(detail(with = borrowed))]
    borrowed: String,
    #[s3(detail(with = String::as_str))]
    inherent: String,
    #[s3(detail(with = Path::display))]
    path: PathBuf,
    #[s3(detail(with = hex_bytes))]
    slice: &'a [u8],
    #[s3(detail(with = s3err_core::hex_bytes))]
    bytes: Option<Vec<u8>>,
    #[s3(detail(with = str::len))]
    text: Option<&'a str>,
    #[s3(detail(with = ToString::to_string))]
    to_string: Option<u8>,
    #[s3(detail(with = CONSTANT))]
    constant: u8,
    #[s3(header(name = "x-amz-len", with = Vec::len))]
    len: Vec<u8>,
}

fn main() {
    let error = NoSuchKey {
        method: 255,
        turbofish: 1,
        unit: (),
        borrowed: "a".to_owned(),
        inherent: "b".to_owned(),
        path: PathBuf::from("/c"),
        slice: b"\n",
        bytes: Some(vec![1, 2]),
        text: Some("four"),
        to_string: None,
        constant: 1,
        len: Vec::new(),
    };
    let values: Vec<_> = error.details().into_iter().map(|detail| detail.value).collect();
    assert_eq!(values, ["ff", "1", "()", "a", "b", "/c", "0a", "01 02", "4", "constant"]);
}
