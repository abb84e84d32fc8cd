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
pub(crate) const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>";

/// The literals of a document: everything but the values and what belongs to the request.
#[derive(Clone, Copy, Debug)]
pub struct Layout<'a> {
    /// From the declaration to the first value (to the end of the message where no value follows).
    pub head: &'a str,
    /// A gap for each value.
    pub gaps: &'a [Gap<'a>],
}

/// What stands around a value, and is left out with it.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'a> {
    /// The opening tag, unless the literal before it ends with it.
    pub before: &'a str,
    /// The closing tag, and the next opening tag where a value always follows.
    pub after: &'a str,
}

/// What takes a document's parts.
pub type Sink<'s> = &'s mut dyn FnMut(Layout<'_>, &[Value<'_>]);

/// The document of `error`.
pub(crate) fn render(error: &dyn S3Error, context: &RequestContext) -> Vec<u8> {
    let mut out = Vec::new();
    append(error, context, &mut out);
    out
}

/// Appends the document of `error`.
pub(crate) fn append(error: &dyn S3Error, context: &RequestContext, out: &mut Vec<u8>) {
    error.__document(&mut |layout, values| write(layout, values, context, out));
}

/// A document as a string: it is made of strings, so nothing is lost.
pub(crate) fn into_string(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn write(layout: Layout<'_>, values: &[Value<'_>], context: &RequestContext, out: &mut Vec<u8>) {
    let known = known_len(layout, values, context);
    let mut end = out.len() + known;
    out.reserve_exact(known);
    push(out, layout.head);
    for (gap, value) in layout.gaps.iter().zip(values) {
        if !matches!(value, Value::Absent) {
            push(out, gap.before);
            value.push_escaped(out, &mut end);
            push(out, gap.after);
        }
    }
    if let Some(resource) = context.resource() {
        push(out, "<Resource>");
        escape::push_escaped_towards(out, resource, &mut end);
        push(out, "</Resource>");
    }
    push(out, "<RequestId>");
    push(out, context.request_id().as_str());
    if let Some(host_id) = context.host_id() {
        push(out, "</RequestId><HostId>");
        push(out, host_id.as_str());
        push(out, "</HostId></Error>");
    } else {
        push(out, "</RequestId></Error>");
    }
}

/// The length of the document, if nothing is escaped and nothing formatted.
fn known_len(layout: Layout<'_>, values: &[Value<'_>], context: &RequestContext) -> usize {
    let mut len = layout.head.len() + "<RequestId></RequestId></Error>".len() + context.request_id().as_str().len();
    for (gap, value) in layout.gaps.iter().zip(values) {
        if !matches!(value, Value::Absent) {
            len += gap.before.len() + value.known_len() + gap.after.len();
        }
    }
    if let Some(resource) = context.resource() {
        len += "<Resource></Resource>".len() + resource.len();
    }
    if let Some(host_id) = context.host_id() {
        len += "<HostId></HostId>".len() + host_id.as_str().len();
    }
    len
}

fn push(out: &mut Vec<u8>, literal: &str) {
    out.extend_from_slice(literal.as_bytes());
}

/// The document of an error that was not derived: its parts are put together when they are needed.
pub(crate) fn of_parts<E: S3Error + ?Sized>(error: &E, sink: Sink<'_>) {
    let details = detail::collect(error);
    let message = error.message();
    let tags: Vec<_> =
        details.iter().map(|detail| [format!("<{}>", detail.name), format!("</{}>", detail.name)]).collect();
    let mut gaps = vec![Gap { before: "", after: "</Code><Message>" }, Gap { before: "", after: "</Message>" }];
    gaps.extend(tags.iter().map(|[before, after]| Gap { before, after }));
    let mut values = vec![Value::Text(error.code()), Value::Text(&message)];
    values.extend(details.iter().map(|detail| Value::Text(&detail.value)));
    sink(Layout { head: START, gaps: &gaps }, &values);
}
