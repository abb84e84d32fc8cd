//! Attributes and derives of others stand beside ours.

use s3err_core::S3Error;

#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, S3Error)]
#[repr(u8)]
#[non_exhaustive]
#[must_use]
enum Error {
    #[default]
    #[doc = "No key."]
    NoSuchKey = 1,
    #[doc(alias = "slow")]
    #[allow(dead_code)]
    SlowDown = 7,
    #[doc = concat!("no", "thing")]
    AccessDenied,
}

fn main() {
    assert_eq!(Error::default().code(), "NoSuchKey");
    assert_eq!((Error::AccessDenied as u8, Error::AccessDenied.code()), (8, "AccessDenied"));
}
