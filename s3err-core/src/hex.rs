//! The `*Bytes` details of `SignatureDoesNotMatch`.

use std::fmt;

/// Writes bytes as S3 does in `StringToSignBytes` and `CanonicalRequestBytes`: lower-case two-digit hex with single
/// blanks between. For `#[s3(detail(with = s3err_core::hex_bytes))]`.
///
/// Source: recomputed from a recorded `SignatureDoesNotMatch`.
///
/// ```
/// assert_eq!(s3err_core::hex_bytes("AWS4\n").to_string(), "41 57 53 34 0a");
/// ```
pub fn hex_bytes<T: AsRef<[u8]> + ?Sized>(bytes: &T) -> impl fmt::Display + '_ {
    HexBytes(bytes.as_ref())
}

struct HexBytes<'a>(&'a [u8]);

impl fmt::Display for HexBytes<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut separator = "";
        for byte in self.0 {
            write!(f, "{separator}{byte:02x}")?;
            separator = " ";
        }
        Ok(())
    }
}
