//! The parts that the two servers in `tests/examples` share: the command line, the connections, times, requests,
//! conditions and documents.

mod activity;
pub mod clock;
pub mod conditions;
pub mod listen;
pub mod log;
pub mod options;
pub mod range;
pub mod target;
pub mod xml;

use std::fmt::Write as _;

/// Lower-case hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The entity tag of an object with this MD5, with its quotes.
#[must_use]
pub fn etag(md5: &[u8]) -> String {
    format!("\"{}\"", hex(md5))
}
