//! The functions that generated code calls. Not for anyone else: it changes without notice.
//!
//! The derive writes what an error is and borrows its fields; all that is done with them is here, once for every type.

mod decode;
mod delegate;
mod dispatch;
mod origin;
mod wait;

pub use std::borrow::Cow;
pub use std::time::Duration;
pub use std::vec::Vec;

pub use http::StatusCode;

pub use crate::spec::{error, field};
pub use crate::value::{Lazy, Text, TextOr, Value, count, display, fmt_shown, optional, own_display, text_or};
pub use decode::{
    Decode, Decodes, HoldsDocument, Parsed, Readable, Unread, decode, decode_transparent, detail, fixed, header, hold,
    parsed, read_wait, unread,
};
pub use delegate::{Delegate, via};
pub use dispatch::{
    Derived, Resolved, Visit, VisitLog, close, code, fault, fmt, message, origin, resolve, retry, status, transparent,
    variant, visit_details, visit_headers, visit_log, write_xml,
};
pub use origin::source;
pub use origin::{ItIsNotAnError, SourceError};
pub use wait::{Wait, wait};

/// Stand-ins for a type that did not compile, so that its uses do not fail as well.
pub mod fallback {
    use http::StatusCode;

    use crate::spec::ErrorSpec;

    /// The code of the stand-in.
    pub const CODE: &str = "InternalError";
    /// The status of the stand-in.
    pub const STATUS: StatusCode = StatusCode::INTERNAL_SERVER_ERROR;
    /// The only row of the stand-in.
    pub const SPEC: ErrorSpec = super::error(CODE, CODE, 500, "");
}
