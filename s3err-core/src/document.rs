//! The REST error document.
//!
//! Source of the format: recorded S3 responses. A declaration, one LF, `<Error>` without a namespace on one line;
//! `Code`, `Message`, details, `Resource`, `RequestId`, `HostId`; nothing after `</Error>`.
//!
//! The length of all strings is measured first, so that the buffer grows once for them, and then everything is copied.
//! Measuring also tells which of them stand for themselves: those are not looked at again. A value that has to be
//! formatted is not measured, and may make the buffer grow.
//!
//! A document is written for every request that fails, so the instructions are counted (`benches`). What is marked
//! `inline(never)` is apart because one function runs out of registers, and moves them to the stack and back. Strings
//! are the usual values, and an error the usual source of details; what is rarer is in functions of its own.

use crate::context::RequestContext;
use crate::escape;
use crate::spec::{ErrorSpec, FieldSpec, empty_len};
use crate::value::Value;

/// The declaration and the line feed that S3 puts after it.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The beginning of every document.
const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>";

/// Appends the document of a derived error. `values` are its message, if that is formatted, and its details.
///
/// Such an error brings its document with empty elements for the values: `<Key></Key>`. They are the last elements, so
/// the names alone tell where each is.
pub(crate) fn append_derived(spec: &ErrorSpec, values: &[Value<'_>], context: &RequestContext, out: &mut Vec<u8>) {
    let mut len = START.len() + spec.document.len();
    let mut plain = Plain::default();
    let mut has_absent = false;
    for value in values.iter().rev() {
        match value {
            Value::Text(text) => len += plain.measure(text),
            Value::Display(_) => plain.skip(),
            Value::Absent => {
                plain.skip();
                has_absent = true;
            }
        }
    }
    if has_absent {
        len = len.wrapping_sub(absent_len(spec, values));
    }
    let tail = Tail::new(context);
    if tail.has_details {
        len += details_len(context, move |name| is_there(name, spec, values));
    }
    reserve(out, len + tail.len);
    push(out, START);
    push_values(spec, values, plain, out);
    if tail.has_details {
        push_details(context, move |name| is_there(name, spec, values), out);
    }
    tail.push(out);
}

/// Appends the document up to the last detail.
#[inline(never)] // one function with the rest would have too few registers
fn push_values(spec: &ErrorSpec, mut values: &[Value<'_>], mut plain: Plain, out: &mut Vec<u8>) {
    let mut rest = Rest(spec.document.as_bytes());
    // How much of the rest of the document comes before the next element.
    let mut before = spec.document.len().wrapping_sub(spec.values_len.into());
    if spec.has_formatted_message
        && let [message, details @ ..] = values
    {
        out.extend_from_slice(rest.take(before + "<Message>".len()));
        message.visit(|message| escape::push_display(out, message));
        before = "</Message>".len();
        plain.next();
        values = details;
    }
    for (detail, value) in spec.details.iter().zip(values) {
        let is_plain = plain.next();
        let Value::Text(text) = value else {
            (rest, before) = push_other(rest, before, detail.name, value, out);
            continue;
        };
        out.extend_from_slice(rest.take(before + "<>".len() + detail.name.len()));
        push_measured(out, text, is_plain);
        before = "</>".len() + detail.name.len();
    }
    out.extend_from_slice(rest.0);
}

/// Appends a value that is not a string, and returns what is left and how much of that comes before the next element.
#[inline(never)] // strings, which are usual, are written with fewer registers without this
fn push_other<'d>(
    mut rest: Rest<'d>,
    before: usize,
    name: &str,
    value: &Value<'_>,
    out: &mut Vec<u8>,
) -> (Rest<'d>, usize) {
    let (start, end) = ("<>".len() + name.len(), "</>".len() + name.len());
    if matches!(value, Value::Absent) {
        out.extend_from_slice(rest.take(before));
        rest.take(start + end);
        return (rest, 0);
    }
    out.extend_from_slice(rest.take(before + start));
    value.visit(|value| escape::push_display(out, value));
    (rest, end)
}

/// The details of a derived error and their values.
fn details_of<'v>(
    spec: &'v ErrorSpec,
    values: &'v [Value<'v>],
) -> impl Iterator<Item = (&'v FieldSpec, &'v Value<'v>)> {
    spec.details.iter().zip(values.iter().skip(usize::from(spec.has_formatted_message)))
}

/// The length of the elements that are left out.
fn absent_len(spec: &ErrorSpec, values: &[Value<'_>]) -> usize {
    let absent = details_of(spec, values).filter(|(_, value)| matches!(value, Value::Absent));
    absent.map(|(detail, _)| empty_len(detail.name)).sum()
}

/// Returns whether a derived error has a detail of this name.
fn is_there(name: &str, spec: &ErrorSpec, values: &[Value<'_>]) -> bool {
    details_of(spec, values).any(|(detail, value)| detail.name == name && !matches!(value, Value::Absent))
}

/// Appends the document of a derived error that has no values.
#[inline(never)] // the usual path would save registers for it
pub(crate) fn append_fixed(spec: &ErrorSpec, context: &RequestContext, out: &mut Vec<u8>) {
    append(spec.code, spec.message, std::iter::empty(), context, out);
}

/// Appends the document of any other error: of its code, its message, and its details by name.
pub(crate) fn append<'e>(
    code: &str,
    message: &str,
    details: impl DoubleEndedIterator<Item = (&'e str, &'e str)> + Clone,
    context: &RequestContext,
    out: &mut Vec<u8>,
) {
    let mut plain = Plain::default();
    let mut len = START.len() + "</Code><Message></Message>".len();
    len += details.clone().rev().map(|(name, value)| empty_len(name) + plain.measure(value)).sum::<usize>();
    len += plain.measure(message);
    len += plain.measure(code);
    let own = details.clone();
    let is_there = move |name: &str| details.clone().any(|(detail, _)| detail == name);
    let tail = Tail::new(context);
    if tail.has_details {
        len += details_len(context, &is_there);
    }
    reserve(out, len + tail.len);
    push(out, START);
    push_measured(out, code, plain.next());
    push(out, "</Code><Message>");
    push_measured(out, message, plain.next());
    push(out, "</Message>");
    for (name, value) in own {
        push_tag(out, "<", name);
        push_measured(out, value, plain.next());
        push_tag(out, "</", name);
    }
    if tail.has_details {
        push_details(context, &is_there, out);
    }
    tail.push(out);
}

/// Returns a document as a string: it is made of strings, so nothing is lost.
pub(crate) fn into_string(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn reserve(out: &mut Vec<u8>, len: usize) {
    if out.capacity() == 0 {
        *out = Vec::with_capacity(len); // what `reserve_exact` does, in fewer steps
    } else {
        // Not exactly: appending one document after the other would copy the buffer for each.
        out.reserve(len);
    }
}

fn push(out: &mut Vec<u8>, literal: &str) {
    out.extend_from_slice(literal.as_bytes());
}

fn push_tag(out: &mut Vec<u8>, start: &str, name: &str) {
    push(out, start);
    push(out, name);
    push(out, ">");
}

/// The rest of a document.
struct Rest<'d>(&'d [u8]);

impl<'d> Rest<'d> {
    fn take(&mut self, len: usize) -> &'d [u8] {
        let (taken, rest) = self.0.split_at_checked(len).unwrap_or_default();
        self.0 = rest;
        taken
    }
}

/// The values that stand for themselves: a bit for each, the first in the lowest. So they are measured from the last to
/// the first, and pushed from the first to the last.
#[derive(Default)]
struct Plain(u64);

impl Plain {
    /// Counts a value that is not measured.
    fn skip(&mut self) {
        self.0 <<= 1;
    }

    /// The length of the value before those measured so far, escaped.
    fn measure(&mut self, text: &str) -> usize {
        let (len, is_plain) = escape::measure(text);
        self.0 = self.0 << 1 | u64::from(is_plain);
        len
    }

    /// Returns whether the next value stands for itself. One beyond the 64th counts as one that has to be escaped:
    /// right for any.
    fn next(&mut self) -> bool {
        let is_plain = self.0 & 1 == 1;
        self.0 >>= 1;
        is_plain
    }
}

fn push_measured(out: &mut Vec<u8>, text: &str, is_plain: bool) {
    if is_plain {
        push(out, text);
    } else {
        escape::push_replaced(out, text);
    }
}

/// The elements after an error's own and the server's details.
struct Tail<'c> {
    context: &'c RequestContext,
    has_details: bool,
    resource_is_plain: bool,
    len: usize,
}

impl<'c> Tail<'c> {
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn new(context: &'c RequestContext) -> Self {
        let mut len = "<RequestId></RequestId></Error>".len() + context.request_id().as_header().len();
        let has_details = context.details().next().is_some();
        let mut resource_is_plain = true;
        if let Some(resource) = context.resource() {
            let (resource_len, is_plain) = escape::measure(resource);
            len += "<Resource></Resource>".len() + resource_len;
            resource_is_plain = is_plain;
        }
        if let Some(host_id) = context.host_id() {
            len += "<HostId></HostId>".len() + host_id.as_header().len();
        }
        Self { context, has_details, resource_is_plain, len }
    }

    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn push(&self, out: &mut Vec<u8>) {
        if let Some(resource) = self.context.resource() {
            push(out, "<Resource>");
            push_measured(out, resource, self.resource_is_plain);
            push(out, "</Resource><RequestId>");
        } else {
            push(out, "<RequestId>");
        }
        out.extend_from_slice(self.context.request_id().as_header().as_bytes());
        if let Some(host_id) = self.context.host_id() {
            push(out, "</RequestId><HostId>");
            out.extend_from_slice(host_id.as_header().as_bytes());
            push(out, "</HostId></Error>");
        } else {
            push(out, "</RequestId></Error>");
        }
    }
}

/// The server's own details, without those that the error has itself.
fn details(context: &RequestContext, is_there: impl Fn(&str) -> bool) -> impl Iterator<Item = (&str, &str)> {
    context.details().filter(move |(name, _)| !is_there(name))
}

#[cold]
#[inline(never)]
fn details_len(context: &RequestContext, is_there: impl Fn(&str) -> bool) -> usize {
    details(context, is_there).map(|(name, value)| empty_len(name) + escape::measure(value).0).sum()
}

#[cold]
#[inline(never)]
fn push_details(context: &RequestContext, is_there: impl Fn(&str) -> bool, out: &mut Vec<u8>) {
    for (name, value) in details(context, is_there) {
        push_tag(out, "<", name);
        escape::push_escaped(out, value);
        push_tag(out, "</", name);
    }
}
