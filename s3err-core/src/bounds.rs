//! The bounds that attributes put on the types of fields, and the functions that have them.
//!
//! They have a public path because the compiler names them when a field's type does not fit. There is nothing to
//! implement: each follows from a trait of the standard library, and its message says from which.
//!
//! | attribute | bound | follows from |
//! |---|---|---|
//! | `detail`, `header`, `log`, a placeholder | `Displayed` | `Display` |
//! | `with = path` | `Shown`, of what the function returns | `Display`, or an `Option` or a reference of it |
//! | `source`, `from` | `SourceError` | `Error`, of the type or of what it points to |
//! | `message = display` | `OwnDisplay`, of the type itself | `Display` |
//! | `decode` on a detail or a header | `Readable` | `FromStr` |
//! | `parse = path` | `Parsed`, of what the function returns | a `Result` or an `Option` |
//! | `decode` on any other field | `Unread` | `Default` |
//! | `decode` on a `transparent` variant | `Decodes` | `TryFrom<&ErrorDocument>` |
//! | `other` | `HoldsDocument` | an `ErrorDocument`, or a `Box` of one |
//! | `via = path` | `Delegate`, of what the function returns | a reference to an `S3Error` |
//! | `retry_after` | `Wait` | a `Duration`, or an `Option` of one |

pub use crate::__private::{Decodes, Delegate, HoldsDocument, Parsed, Readable, SourceError, Unread, Wait};
#[doc(hidden)]
pub use crate::__private::{
    ItIsNotAnError, decode_transparent, detail, header, hold, parsed, read_wait, transparent, unread, via, wait,
};
pub use crate::value::{Displayed, OwnDisplay, Shown};
#[doc(hidden)]
pub use crate::value::{display, fmt_shown, own_display};
