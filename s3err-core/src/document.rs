//! The REST error document.
//!
//! A document is a [`Layout`] of literals, escaped when the program was compiled, with the [`Value`]s of one error in
//! its gaps, and behind them what belongs to the request. One loop writes every error of every type.
//!
//! Source of the form: recorded S3 answers. A declaration, one LF, `<Error>` without a namespace on one line; `Code`,
//! `Message`, details, `Resource`, `RequestId`, `HostId`; nothing after `</Error>`.

use crate::value::Value;
use crate::{RequestContext, S3Error, detail, escape};

/// The declaration and the line feed that S3 puts behind it.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// What every document begins with.
const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>";

/// The literals of a document: everything but the values and what belongs to the request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Layout<'a> {
    /// From the declaration to the first value (to the end of the message where no value follows).
    pub head: &'a str,
    /// A gap for each value.
    pub gaps: &'a [Gap<'a>],
}

/// What stands around a value, and is left out with it: the opening tag, unless the literal before it ends with it; and the
/// closing tag, with the next opening tag where a value always follows. An array, so that a table of them is cheap to compile.
pub(crate) type Gap<'a> = [&'a str; 2];

/// Takes a document's parts, and writes them.
#[derive(Debug)]
pub struct Sink<'s> {
    context: &'s RequestContext,
    out: &'s mut Vec<u8>,
}

/// The document of `error`.
pub(crate) fn render<E: S3Error + ?Sized>(error: &E, context: &RequestContext) -> Vec<u8> {
    let mut out = Vec::new();
    append(error, context, &mut out);
    out
}

/// Appends the document of `error`.
pub(crate) fn append<E: S3Error + ?Sized>(error: &E, context: &RequestContext, out: &mut Vec<u8>) {
    error.__document(Sink { context, out });
}

/// A document as a string: it is made of strings, so nothing is lost.
pub(crate) fn into_string(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

impl Sink<'_> {
    /// Appends the document of these parts.
    pub(crate) fn write(&mut self, layout: &Layout<'_>, values: &[Value<'_>]) {
        let (context, out) = (self.context, &mut *self.out);
        let measured = measure(layout, values, context);
        if out.capacity() == 0 {
            *out = Vec::with_capacity(measured.len); // what `reserve_exact` does, in fewer steps
        } else {
            // Not exactly: whoever appends one document after the other would have the buffer copied for each.
            out.reserve(measured.len);
        }
        push(out, layout.head);
        for ([before, after], value) in layout.gaps.iter().zip(values) {
            if matches!(value, Value::Absent) {
                continue;
            }
            if !before.is_empty() {
                push(out, before);
            }
            match value {
                Value::Text(text) if measured.values_are_plain => push(out, text),
                Value::Text(text) => escape::push_replaced(out, text),
                Value::Display(value) => escape::push_display(out, value),
                Value::Absent => {}
            }
            push(out, after);
        }
        if let Some(resource) = context.resource() {
            push(out, "<Resource>");
            if measured.resource_is_plain {
                push(out, resource);
            } else {
                escape::push_replaced(out, resource);
            }
            push(out, "</Resource><RequestId>");
        } else {
            push(out, "<RequestId>");
        }
        push(out, context.request_id().as_str());
        if let Some(host_id) = context.host_id() {
            push(out, "</RequestId><HostId>");
            push(out, host_id.as_str());
            push(out, "</HostId></Error>");
        } else {
            push(out, "</RequestId></Error>");
        }
    }
}

/// What is known of a document before it is written, so that no text is looked at twice and the buffer grows once.
struct Measured {
    /// The length, without what has to be formatted.
    len: usize,
    /// Whether the texts of the values stand for themselves.
    values_are_plain: bool,
    /// Whether the resource does.
    resource_is_plain: bool,
}

#[inline]
fn measure(layout: &Layout<'_>, values: &[Value<'_>], context: &RequestContext) -> Measured {
    let mut len = layout.head.len() + "<RequestId></RequestId></Error>".len() + context.request_id().as_str().len();
    let (mut values_are_plain, mut resource_is_plain) = (true, true);
    for ([before, after], value) in layout.gaps.iter().zip(values) {
        if !matches!(value, Value::Absent) {
            len += before.len() + after.len();
        }
        if let Value::Text(text) = value {
            let (escaped_len, is_plain) = escape::measure(text);
            len += escaped_len;
            values_are_plain &= is_plain;
        }
    }
    if let Some(resource) = context.resource() {
        let (escaped_len, is_plain) = escape::measure(resource);
        len += "<Resource></Resource>".len() + escaped_len;
        resource_is_plain = is_plain;
    }
    if let Some(host_id) = context.host_id() {
        len += "<HostId></HostId>".len() + host_id.as_str().len();
    }
    Measured { len, values_are_plain, resource_is_plain }
}

fn push(out: &mut Vec<u8>, literal: &str) {
    out.extend_from_slice(literal.as_bytes());
}

/// The document of an error that was not derived: its parts are put together when they are needed.
pub(crate) fn of_parts<E: S3Error + ?Sized>(error: &E, mut sink: Sink<'_>) {
    let details = detail::collect(error);
    let message = error.message();
    let tags: Vec<_> =
        details.iter().map(|detail| [format!("<{}>", detail.name), format!("</{}>", detail.name)]).collect();
    let mut gaps: Vec<Gap<'_>> = vec![["", "</Code><Message>"], ["", "</Message>"]];
    gaps.extend(tags.iter().map(|[before, after]| [before.as_str(), after.as_str()]));
    let mut values = vec![Value::Text(error.code()), Value::Text(&message)];
    values.extend(details.iter().map(|detail| Value::Text(&detail.value)));
    sink.write(&Layout { head: START, gaps: &gaps }, &values);
}
