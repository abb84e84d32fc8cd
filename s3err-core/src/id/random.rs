//! Ids that nobody gave: for the layer of a framework.

use std::borrow::Cow;

use super::{HostId, RequestId};

/// As many characters as S3's.
const REQUEST_ID_LEN: usize = 16;

/// As many characters as S3's usual ones: base64 of 56 bytes.
const HOST_ID_LEN: usize = 76;

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const UPPER: &[u8] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The base64 characters whose last two bits are zero: what may stand before one `=`.
const BEFORE_PADDING: &[u8] = b"AEIMQUYcgkosw048";

impl RequestId {
    /// An id of 16 upper-case letters and digits, as S3's are.
    ///
    /// It begins with a letter: clients that turn whatever reads as a number into one (`123456789012345E`, `0000000000000001`)
    /// would report another id than the one that was sent. It is good for telling requests apart and no secret.
    ///
    /// With the feature `axum` or `actix-web`.
    ///
    /// ```
    /// use s3err_core::RequestId;
    ///
    /// let id = RequestId::random();
    /// assert_eq!(id.as_str().len(), 16);
    /// assert_ne!(id, RequestId::random());
    /// ```
    #[must_use]
    pub fn random() -> Self {
        Self(Cow::Owned(pick(LETTERS, 1).chain(pick(UPPER, REQUEST_ID_LEN - 1)).collect()))
    }
}

impl HostId {
    /// An id of 76 characters of base64, as S3's are. It tells nothing of the machine.
    ///
    /// With the feature `axum` or `actix-web`.
    ///
    /// ```
    /// use s3err_core::HostId;
    ///
    /// assert_eq!(HostId::random().as_str().len(), 76);
    /// ```
    #[must_use]
    pub fn random() -> Self {
        let padded = pick(BASE64, HOST_ID_LEN - 2).chain(pick(BEFORE_PADDING, 1)).chain(std::iter::once('='));
        Self(Cow::Owned(padded.collect()))
    }
}

/// So many of these characters, by chance.
fn pick(characters: &[u8], count: usize) -> impl Iterator<Item = char> {
    (0..count).filter_map(move |_| fastrand::choice(characters)).map(|character| char::from(*character))
}
