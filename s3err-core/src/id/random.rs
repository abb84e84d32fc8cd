//! Ids for requests that came without one.

use super::{HostId, RequestId};

/// As many characters as S3's usual ones: base64 of 56 bytes.
const HOST_ID_LEN: usize = 76;

/// The alphabet of S3's request ids: upper-case letters and digits without I, L, O and U.
const ID_LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTVWXYZ";
const ID_CHARACTERS: [u8; 32] = *b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

const BASE64: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The base64 characters whose last two bits are zero: what may stand before one `=`.
const BEFORE_PADDING: &[u8] = b"AEIMQUYcgkosw048";

impl RequestId {
    /// An id of 16 characters as S3's are: upper-case letters and digits without I, L, O and U.
    ///
    /// It begins with a letter, so that it never reads as a number (`1234567890123E45`, `0000000000000001`): clients
    /// that make numbers of those would report another id than the one that was sent. It tells requests apart and is
    /// not a secret.
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
        let character = |byte: u8| ID_CHARACTERS.get(usize::from(byte % 32)).copied().unwrap_or(b'0');
        let mut id = fastrand::u128(..).to_le_bytes().map(character);
        if let ([first, ..], Some(letter)) = (&mut id, fastrand::choice(ID_LETTERS)) {
            *first = *letter;
        }
        Self::new(&id)
    }
}

impl HostId {
    /// An id of 76 characters of base64, as S3's are. It tells nothing about the machine.
    ///
    /// ```
    /// use s3err_core::HostId;
    ///
    /// assert_eq!(HostId::random().as_str().len(), 76);
    /// ```
    #[must_use]
    pub fn random() -> Self {
        let padded = pick(BASE64, HOST_ID_LEN - 2).chain(pick(BEFORE_PADDING, 1)).chain(std::iter::once(b'='));
        Self::new(&padded.collect::<Vec<_>>())
    }
}

/// Returns `count` random characters of these.
fn pick(characters: &[u8], count: usize) -> impl Iterator<Item = u8> {
    (0..count).filter_map(move |_| fastrand::choice(characters).copied())
}
