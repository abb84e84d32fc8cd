//! The ids of a request and of the host that answered it.

mod random;

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use http::HeaderValue;

/// The longest id that is accepted, in characters. S3's own request ids have 16, its host ids up to 108.
const MAX_LEN: usize = 128;

/// The error returned for a string that is not a [`RequestId`] or [`HostId`].
///
/// ```
/// use s3err_core::RequestId;
///
/// let error = RequestId::try_from("two words").unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "an id may hold letters, digits and `._:/+=-`, not ' ' (at byte 3)",
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum InvalidId {
    /// It has no character.
    Empty,
    /// It has more than 128 characters.
    TooLong {
        /// Its length in bytes.
        len: usize,
    },
    /// It has a character that is not good for a header and for XML alike.
    Character {
        /// The first such character.
        character: char,
        /// Its position, in bytes from the start.
        position: usize,
    },
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("an id may not be empty, give it 1 to 128 characters"),
            Self::TooLong { len } => write!(f, "an id may have 128 characters at most, this one has {len}"),
            Self::Character { character, position } => {
                write!(f, "an id may hold letters, digits and `._:/+=-`, not {character:?} (at byte {position})")
            }
        }
    }
}

impl Error for InvalidId {}

const fn is_id_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b':' | b'/' | b'+' | b'=' | b'-')
}

fn check(text: &str) -> Result<(), InvalidId> {
    if text.is_empty() {
        return Err(InvalidId::Empty);
    }
    if let Some((position, character)) = text.char_indices().find(|(_, c)| !u8::try_from(*c).is_ok_and(is_id_byte)) {
        return Err(InvalidId::Character { character, position });
    }
    if text.len() > MAX_LEN {
        return Err(InvalidId::TooLong { len: text.len() });
    }
    Ok(())
}

/// [`check`] for a constant: compile-time code can neither iterate nor format.
const fn is_id(text: &str) -> bool {
    let mut rest = text.as_bytes();
    if rest.is_empty() || rest.len() > MAX_LEN {
        return false;
    }
    while let [first, tail @ ..] = rest {
        if !is_id_byte(*first) {
            return false;
        }
        rest = tail;
    }
    true
}

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        pub struct $name(HeaderValue); // a copy of one shares its bytes

        impl $name {
            /// An id that is known when the program is written.
            ///
            /// # Panics
            ///
            /// Panics if `id` is not 1 to 128 letters, digits and `._:/+=-`; in a `const` that is a compile error.
            #[must_use]
            pub const fn from_static(id: &'static str) -> Self {
                assert!(is_id(id), "an id has 1 to 128 letters, digits and `._:/+=-`");
                Self(HeaderValue::from_static(id))
            }

            /// An id of characters that are good for one.
            fn new(id: &[u8]) -> Self {
                Self(HeaderValue::from_bytes(id).unwrap_or(HeaderValue::from_static("-")))
            }

            /// The id as it is sent.
            #[must_use]
            pub fn as_str(&self) -> &str {
                str::from_utf8(self.0.as_bytes()).unwrap_or_default()
            }

            pub(crate) fn as_header(&self) -> &HeaderValue {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(id: String) -> Result<Self, InvalidId> {
                check(&id).map(|()| Self::new(id.as_bytes()))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidId;

            fn try_from(id: &str) -> Result<Self, InvalidId> {
                check(id).map(|()| Self::new(id.as_bytes()))
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(id: &str) -> Result<Self, InvalidId> {
                Self::try_from(id)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(stringify!($name)).field(&self.as_str()).finish()
            }
        }
    };
}

id! {
    /// The id of a request: `x-amz-request-id` and `<RequestId>`, always both and always equal.
    ///
    /// It is checked once, when it is made, and good for a header and for XML from then on: 1 to 128 letters, digits
    /// and `._:/+=-`. S3's own have 16 upper-case letters and digits.
    ///
    /// ```
    /// use s3err_core::RequestId;
    ///
    /// let fixed = RequestId::from_static("4442587FB7D0A2F9");
    /// let given: RequestId = "Q803X9PKQY923EA9".parse()?;
    /// assert_ne!(fixed, given);
    /// # Ok::<(), s3err_core::InvalidId>(())
    /// ```
    RequestId
}

id! {
    /// The id of the host that answered: `x-amz-id-2` and `<HostId>`, always both and always equal.
    ///
    /// S3's own are base64 of 40 to 80 bytes. Never make one of a machine's name: every client sees it.
    ///
    /// ```
    /// use s3err_core::HostId;
    ///
    /// let host = HostId::from_static("Uuag1LuByRx9e6j5Onimru9pO4ZVKnJ2Qz7/C1NPcfTWAtRPfTaOFg==");
    /// assert_eq!(host.as_str().len(), 56);
    /// ```
    HostId
}

#[cfg(test)]
mod tests {
    use super::{InvalidId, RequestId, is_id};

    #[test]
    fn the_two_checks_agree() {
        let long = "a".repeat(128);
        let longer = "a".repeat(129);
        for (text, good) in [
            ("4442587FB7D0A2F9", true),
            ("a._:/+=-Z9", true),
            ("", false),
            ("a b", false),
            ("a\r\nb", false),
            ("a<b", false),
            ("\u{e9}", false),
            (long.as_str(), true),
            (longer.as_str(), false),
        ] {
            assert_eq!(is_id(text), good, "{text:?}");
            assert_eq!(RequestId::try_from(text).is_ok(), good, "{text:?}");
        }
    }

    #[test]
    fn an_error_says_what_to_do() {
        for (text, expected) in [
            (String::new(), InvalidId::Empty),
            ("a".repeat(129), InvalidId::TooLong { len: 129 }),
            ("ab\u{e9}".into(), InvalidId::Character { character: '\u{e9}', position: 2 }),
        ] {
            let error = RequestId::try_from(text).unwrap_err();
            assert_eq!(error, expected);
            assert!(error.to_string().contains("128") || error.to_string().contains("letters"), "{error}");
        }
    }

    #[test]
    #[should_panic(expected = "an id has 1 to 128")]
    fn a_bad_static_id_panics() {
        let _ = RequestId::from_static("a b");
    }
}
