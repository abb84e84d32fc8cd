//! What may be written: the keys of each element with their values, nothing decided yet.
//!
//! Every value is read by itself, so that one that is wrong does not hide what is wrong in others.

use darling::ast::NestedMeta;
use darling::{FromMeta, Result};

use crate::catalogue::{Fault, Retry};
use crate::diagnostics::Diagnostics;
use crate::value::{Choice, Flag, HeaderTemplate, Message, PathTo, Sent, Status, Text};

/// Keys of an enum or a struct as a whole.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct ContainerAttrs {
    /// Where `s3err_core` is, for re-exporters.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Result<PathTo>>,
    /// Implement `Display` and `Error` as well.
    pub(crate) display: Option<Result<Flag>>,
    /// `message = display`: the message of every variant is its `Display`.
    pub(crate) message: Option<Result<Message>>,
    /// Generate the way back.
    pub(crate) decode: Option<Result<Flag>>,
    /// The details are a shape that S3 sends.
    pub(crate) strict: Option<Result<Flag>>,
}

/// Keys of a variant, or of a struct as the one error that it is.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct ErrorAttrs {
    /// S3's code. Default: the variant's name.
    pub(crate) code: Option<Result<Text>>,
    /// The HTTP status. Default: the catalogue's.
    pub(crate) status: Option<Result<Status>>,
    /// The code is the user's own.
    pub(crate) custom: Option<Result<Flag>>,
    /// The public message. Default: the catalogue's.
    pub(crate) message: Option<Result<Message>>,
    /// Whose fault it is. Default: the catalogue's, else by the status.
    pub(crate) fault: Option<Result<Choice<Fault>>>,
    /// Whether another try can help. Default: the catalogue's, else by the status.
    pub(crate) retry: Option<Result<Choice<Retry>>>,
    /// Response headers.
    #[darling(multiple)]
    pub(crate) header: Vec<Result<HeaderTemplate>>,
    /// The connection is to be closed.
    pub(crate) close: Option<Result<Flag>>,
    /// Everything from the one field.
    pub(crate) transparent: Option<Result<Flag>>,
    /// Everything from what the function finds in, or for, the one field.
    pub(crate) via: Option<Result<PathTo>>,
    /// With `decode`: the document of a code that no variant names.
    pub(crate) other: Option<Result<Flag>>,
}

/// Keys of a field.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct FieldAttrs {
    /// A detail element.
    pub(crate) detail: Option<Result<Sent>>,
    /// A response header.
    pub(crate) header: Option<Result<Sent>>,
    /// How long the client should wait.
    pub(crate) retry_after: Option<Result<Flag>>,
    /// The origin.
    pub(crate) source: Option<Result<Flag>>,
    /// For the log alone.
    pub(crate) log: Option<Result<Flag>>,
    /// On the wire, but never in a log or a message.
    pub(crate) sensitive: Option<Result<Flag>>,
}

/// Reads `items` into a receiver. The table of keys lets nothing through that could fail here.
pub(crate) fn receive<A: FromMeta + Default>(items: &[NestedMeta], diagnostics: &mut Diagnostics) -> A {
    A::from_list(items).unwrap_or_else(|error| {
        diagnostics.push(error.into());
        A::default()
    })
}
