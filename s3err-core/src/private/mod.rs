//! What generated code calls. Not for anyone else: it changes without notice.
//!
//! The derive writes a table of an error's literals and a few small matches; all that is done with them is here, once
//! for every type.

pub(crate) mod answers;
mod decode;
mod table;

pub use std::borrow::Cow;
pub use std::time::Duration;

pub use http::StatusCode;

pub use answers::{
    AsOrigin, Derived, Route, Visit, Wait, code, document, fmt, message, own, status, transparent, wait,
};
pub use decode::{
    Decode, Decodes, HoldsDocument, Parsed, Readable, Unread, ask, decode, detail, header, parsed, read_wait, unread,
};

pub use table::{Part, Table, details, field, rows, specs};

pub use crate::document::Sink;
pub use crate::value::{Lazy, Shown, Text, TextOr, Value, display, fmt_shown, optional, text_or};

/// What stands in for a type that did not compile, so that its uses do not fail as well.
pub mod fallback {
    use http::StatusCode;

    use crate::ErrorSpec;

    /// The code of the stand-in.
    pub const CODE: &str = "InternalError";
    /// The status of the stand-in.
    pub const STATUS: StatusCode = StatusCode::INTERNAL_SERVER_ERROR;
    /// What the stand-in describes.
    pub const SPEC: ErrorSpec = ErrorSpec::__new(CODE, CODE, 500, "", "");
}
