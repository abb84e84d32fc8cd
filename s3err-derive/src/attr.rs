//! What may be written: the keys of each element with their values, nothing decided yet.
//!
//! Every value is read by itself, so that one that is wrong does not hide what is wrong in others.

use darling::FromMeta;
use darling::ast::NestedMeta;

use crate::catalogue::{Fault, Retry};
use crate::diagnostics::{Diagnostics, Read};
use crate::value::{Choice, Crate, Flag, Function, HeaderTemplate, Message, Sent, Status, Text};

/// Keys of an enum or a struct as a whole.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct ContainerAttrs {
    /// Where `s3err_core` is, for re-exporters.
    #[darling(rename = "crate")]
    pub(crate) krate: Option<Read<Crate>>,
    /// Implement `Display` and `Error` as well.
    pub(crate) display: Option<Read<Flag>>,
    /// `message = display`: the message of every variant is its `Display`.
    pub(crate) message: Option<Read<Message>>,
    /// Generate the way back.
    pub(crate) decode: Option<Read<Flag>>,
    /// The details are a shape that S3 sends.
    pub(crate) strict: Option<Read<Flag>>,
}

/// Keys of a variant, or of a struct as the one error that it is.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct ErrorAttrs {
    /// S3's code. Default: the variant's name.
    pub(crate) code: Option<Read<Text>>,
    /// The HTTP status. Default: the catalogue's.
    pub(crate) status: Option<Read<Status>>,
    /// The code is the user's own.
    pub(crate) custom: Option<Read<Flag>>,
    /// The public message. Default: the catalogue's.
    pub(crate) message: Option<Read<Message>>,
    /// Whose fault it is. Default: the catalogue's, else by the status.
    pub(crate) fault: Option<Read<Choice<Fault>>>,
    /// Whether another try can help. Default: the catalogue's, else by the status.
    pub(crate) retry: Option<Read<Choice<Retry>>>,
    /// Response headers.
    #[darling(multiple)]
    pub(crate) header: Vec<Read<HeaderTemplate>>,
    /// The connection is to be closed.
    pub(crate) close: Option<Read<Flag>>,
    /// Everything from the one field.
    pub(crate) transparent: Option<Read<Flag>>,
    /// Everything from what the function finds in, or for, the one field.
    pub(crate) via: Option<Read<Function>>,
    /// With `decode`: the document of a code that no variant names.
    pub(crate) other: Option<Read<Flag>>,
}

/// Keys of a field.
#[derive(Default, FromMeta)]
#[darling(default)]
pub(crate) struct FieldAttrs {
    /// A detail element.
    pub(crate) detail: Option<Read<Sent>>,
    /// A response header.
    pub(crate) header: Option<Read<Sent>>,
    /// How long the client should wait.
    pub(crate) retry_after: Option<Read<Flag>>,
    /// The origin.
    pub(crate) source: Option<Read<Flag>>,
    /// For the log alone.
    pub(crate) log: Option<Read<Flag>>,
    /// On the wire, but never in a log or a message.
    pub(crate) sensitive: Option<Read<Flag>>,
}

/// Reads `items` into a receiver. The table of keys lets nothing through that could fail here.
pub(crate) fn receive<A: FromMeta + Default>(items: &[NestedMeta], diagnostics: &mut Diagnostics) -> A {
    A::from_list(items).unwrap_or_else(|error| {
        diagnostics.push(error.into());
        A::default()
    })
}
