//! The attributes that a user may write in `#[s3(...)]`: a receiver for each kind of element, with a field for each
//! attribute.
//!
//! `table` says where each attribute belongs and what it takes, `check` reports what does not fit it, darling reads the
//! rest into these receivers, and `input` walks over the type.

pub(crate) mod check;
pub(crate) mod input;
pub(crate) mod table;
pub(crate) mod value;

use darling::FromMeta;
use syn::LitStr;

use self::value::{Choice, Crate, Display, Exposed, Flag, Function, Log, Message, NamedTemplate, Seconds, Status};
use crate::catalogue::{Fault, Retry};

/// Attributes of an enum, or of a struct as a type.
#[derive(Default, FromMeta)]
#[darling(allow_unknown_fields)] // those of a struct as an error
pub(crate) struct TypeAttrs {
    /// The path to `s3err_core`, for crates that re-export it.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Crate>,
    /// Implement `Display` and `Error` as well.
    pub(crate) display: Option<Flag>,
    /// Implement the conversion from `ErrorDocument` as well.
    pub(crate) decode: Option<Flag>,
    /// The details of a catalogued code are a set that S3 sends.
    pub(crate) strict: Option<Flag>,
    /// The code of every variant that has none and is not named like one.
    pub(crate) default: Option<LitStr>,
}

/// `message = display` of an enum: on a struct, `message` is that of the error.
#[derive(Default, FromMeta)]
#[darling(allow_unknown_fields)]
pub(crate) struct EnumAttrs {
    /// The message of every variant is its `Display`.
    pub(crate) message: Option<Display>,
}

/// Attributes of a variant, or of a struct as the one error that it is.
#[derive(Default, FromMeta)]
#[darling(allow_unknown_fields)] // those of a struct as a type
pub(crate) struct ErrorAttrs {
    /// The error code. Default: the variant's name when it is one of S3's, else the enum's `default`.
    pub(crate) code: Option<LitStr>,
    /// The HTTP status. Default: the catalogue's.
    pub(crate) status: Option<Status>,
    /// The code is not S3's: no defaults and no checks.
    pub(crate) custom: Option<Flag>,
    /// The public message. Default: the catalogue's.
    pub(crate) message: Option<Message>,
    /// The SOAP fault prefix. Default: the catalogue's, else by status.
    pub(crate) fault: Option<Choice<Fault>>,
    /// The retry class. Default: the catalogue's, else by status.
    pub(crate) retry: Option<Choice<Retry>>,
    /// Response headers.
    #[darling(multiple)]
    pub(crate) header: Vec<NamedTemplate>,
    /// Detail elements with a fixed or formatted value.
    #[darling(multiple)]
    pub(crate) detail: Vec<NamedTemplate>,
    /// The time that the client should wait, the same for every value.
    pub(crate) retry_after: Option<Seconds>,
    /// The request body is always left unread, so the connection is closed.
    pub(crate) close: Option<Flag>,
    /// Everything comes from the one field, which is an S3 error.
    pub(crate) transparent: Option<Flag>,
    /// Everything comes from the S3 error that the function returns for the one field.
    pub(crate) via: Option<Function>,
    /// With `decode`: holds the document of a code that no variant names.
    pub(crate) other: Option<Flag>,
}

/// Attributes of a field.
#[derive(Default, FromMeta)]
pub(crate) struct FieldAttrs {
    /// A detail element.
    pub(crate) detail: Option<Exposed>,
    /// A response header.
    pub(crate) header: Option<Exposed>,
    /// The field that holds how long the client should wait.
    pub(crate) retry_after: Option<Flag>,
    /// The source error.
    pub(crate) source: Option<Flag>,
    /// The type is converted from this field, which is the source error too.
    pub(crate) from: Option<Flag>,
    /// Logged, never sent.
    pub(crate) log: Option<Log>,
    /// Sent, but never in a log or a message.
    pub(crate) sensitive: Option<Flag>,
}
