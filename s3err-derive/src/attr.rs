//! What may be written: the keys of each element with their values, nothing decided yet.
//!
//! Every value is read by itself, so that one that is wrong does not hide what is wrong in others.

use syn::Meta;

use crate::catalogue::{Fault, Retry};
use crate::diagnostics::Read;
use crate::keys::Keyed;
use crate::value::{Choice, Crate, Flag, Function, HeaderTemplate, Message, Sent, Status, Text, Value};

/// The keys of an element.
pub(crate) trait Attrs: Default {
    /// Reads what stands behind a key, if it is one of these.
    fn take(&mut self, key: &str, meta: &Meta) -> bool;
}

/// Keys of an enum or a struct as a whole.
#[derive(Default)]
pub(crate) struct ContainerAttrs {
    /// Where `s3err_core` is, for re-exporters.
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

impl Attrs for ContainerAttrs {
    fn take(&mut self, key: &str, meta: &Meta) -> bool {
        match key {
            "crate" => set(&mut self.krate, meta),
            "display" => set(&mut self.display, meta),
            "message" => set(&mut self.message, meta),
            "decode" => set(&mut self.decode, meta),
            "strict" => set(&mut self.strict, meta),
            _ => return false,
        }
        true
    }
}

/// Keys of a variant, or of a struct as the one error that it is.
#[derive(Default)]
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

impl Attrs for ErrorAttrs {
    fn take(&mut self, key: &str, meta: &Meta) -> bool {
        match key {
            "code" => set(&mut self.code, meta),
            "status" => set(&mut self.status, meta),
            "custom" => set(&mut self.custom, meta),
            "message" => set(&mut self.message, meta),
            "fault" => set(&mut self.fault, meta),
            "retry" => set(&mut self.retry, meta),
            "header" => self.header.push(Read(Value::read(meta))),
            "close" => set(&mut self.close, meta),
            "transparent" => set(&mut self.transparent, meta),
            "via" => set(&mut self.via, meta),
            "other" => set(&mut self.other, meta),
            _ => return false,
        }
        true
    }
}

/// Keys of a field.
#[derive(Default)]
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

impl Attrs for FieldAttrs {
    fn take(&mut self, key: &str, meta: &Meta) -> bool {
        match key {
            "detail" => set(&mut self.detail, meta),
            "header" => set(&mut self.header, meta),
            "retry_after" => set(&mut self.retry_after, meta),
            "source" => set(&mut self.source, meta),
            "log" => set(&mut self.log, meta),
            "sensitive" => set(&mut self.sensitive, meta),
            _ => return false,
        }
        true
    }
}

fn set<T: Value>(read: &mut Option<Read<T>>, meta: &Meta) {
    *read = Some(Read(T::read(meta)));
}

/// Reads the keys of an element. The table of keys lets none through that is not taken; a test holds it to that.
pub(crate) fn receive<A: Attrs>(items: &[Keyed]) -> A {
    let mut attrs = A::default();
    for Keyed { key, meta } in items {
        attrs.take(key, meta);
    }
    attrs
}
