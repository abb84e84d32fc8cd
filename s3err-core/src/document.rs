//! The REST error document.
//!
//! Source of the format: recorded S3 responses. A declaration, one LF, `<Error>` without a namespace on one line; `Code`,
//! `Message`, details, `Resource`, `RequestId`, `HostId`; nothing after `</Error>`.
//!
//! The length is measured first, so that the buffer grows once, and then everything is copied. Measuring also tells which
//! values stand for themselves, so that no string is looked at twice.

use crate::context::RequestContext;
use crate::escape;
use crate::spec::ErrorSpec;
use crate::value::Value;

/// The declaration and the line feed that S3 puts behind it.
pub(crate) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// The beginning of every document.
const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>";

/// Appends the document of a derived error. `values` are its message, if that is formatted, and its details.
///
/// Such an error brings its document with empty elements for the values: `<Key></Key>`. They are the last elements, so the
/// names alone tell where each is.
pub(crate) fn append_derived(spec: &ErrorSpec, values: &[Value<'_>], context: &RequestContext, out: &mut Vec<u8>) {
    let (message, values) = match values.split_first() {
        Some((message, values)) if spec.has_formatted_message => (Some(message), values),
        _ => (None, values),
    };
    let details = || spec.details.iter().zip(values);
    let mut plain = Plain::default();
    let mut len = START.len() + spec.document.len();
    // How much of the rest of the document comes before the next element.
    let mut before = spec.document.len();
    if message.is_some() {
        before = before.wrapping_sub(empty_len("Message"));
    }
    for (detail, value) in details() {
        before = before.wrapping_sub(empty_len(detail.name));
        if let Value::Text(text) = value {
            len += plain.measure(text);
        }
        if matches!(value, Value::Absent) {
            len = len.wrapping_sub(empty_len(detail.name));
        }
    }
    let tail = Tail::new(context, |name| {
        details().any(|(detail, value)| detail.name == name && !matches!(value, Value::Absent))
    });
    reserve(out, len + tail.len);
    push(out, START);
    let mut rest = Rest(spec.document.as_bytes());
    if let Some(message) = message {
        out.extend_from_slice(rest.take(before + "<Message>".len()));
        message.visit(|message| escape::push_display(out, message));
        before = "</Message>".len();
    }
    for (detail, value) in details() {
        if matches!(value, Value::Absent) {
            out.extend_from_slice(rest.take(before));
            rest.take(empty_len(detail.name));
            before = 0;
        } else {
            out.extend_from_slice(rest.take(before + "<>".len() + detail.name.len()));
            match value {
                Value::Text(text) => plain.push(out, text),
                Value::Display(value) => escape::push_display(out, value),
                Value::Absent => {}
            }
            before = "</>".len() + detail.name.len();
        }
    }
    out.extend_from_slice(rest.0);
    tail.push(out);
}

/// Appends the document of any other error: of its code, its message, and its details by name.
pub(crate) fn append<'e>(
    code: &str,
    message: &str,
    details: impl Iterator<Item = (&'e str, &'e str)> + Clone,
    context: &RequestContext,
    out: &mut Vec<u8>,
) {
    let mut plain = Plain::default();
    let mut len = START.len() + plain.measure(code) + plain.measure(message);
    len += "</Code><Message></Message>".len();
    len += details.clone().map(|(name, value)| empty_len(name) + plain.measure(value)).sum::<usize>();
    let tail = Tail::new(context, |name| details.clone().any(|(detail, _)| detail == name));
    reserve(out, len + tail.len);
    push(out, START);
    plain.push(out, code);
    push(out, "</Code><Message>");
    plain.push(out, message);
    push(out, "</Message>");
    for (name, value) in details {
        push_tag(out, "<", name);
        plain.push(out, value);
        push_tag(out, "</", name);
    }
    tail.push(out);
}

/// Returns a document as a string: it is made of strings, so nothing is lost.
pub(crate) fn into_string(document: Vec<u8>) -> String {
    String::from_utf8(document).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

/// The length of an element without text.
fn empty_len(name: &str) -> usize {
    "<></>".len() + 2 * name.len()
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

/// What is left of a document.
struct Rest<'d>(&'d [u8]);

impl<'d> Rest<'d> {
    fn take(&mut self, len: usize) -> &'d [u8] {
        let (taken, rest) = self.0.split_at_checked(len).unwrap_or_default();
        self.0 = rest;
        taken
    }
}

/// Which values stand for themselves: a bit for each, in the order in which they are measured and then pushed.
#[derive(Default)]
struct Plain {
    /// Of the values measured so far and not yet pushed, the first in the lowest bit.
    bits: u64,
    measured: u32,
}

impl Plain {
    /// The length of the next value, escaped.
    fn measure(&mut self, text: &str) -> usize {
        let (len, is_plain) = escape::measure(text);
        // One beyond the 64th counts as one that has to be escaped, which is right for any.
        self.bits |= u64::from(is_plain).checked_shl(self.measured).unwrap_or_default();
        self.measured += 1;
        len
    }

    /// Appends the next value.
    fn push(&mut self, out: &mut Vec<u8>, text: &str) {
        if self.bits & 1 == 1 {
            push(out, text);
        } else {
            escape::push_replaced(out, text);
        }
        self.bits >>= 1;
    }
}

/// What follows an error's own elements.
struct Tail<'c> {
    context: &'c RequestContext,
    /// The server's own details, without those that the error has itself: no element appears twice.
    details: Vec<(&'c str, &'c str)>,
    resource_is_plain: bool,
    len: usize,
}

impl<'c> Tail<'c> {
    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn new(context: &'c RequestContext, is_there: impl Fn(&str) -> bool) -> Self {
        let mut len = "<RequestId></RequestId></Error>".len() + context.request_id().as_str().len();
        let mut details = Vec::new(); // seldom more than that
        for (name, value) in context.details().filter(|(name, _)| !is_there(name)) {
            len += empty_len(name) + escape::measure(value).0;
            details.push((name, value));
        }
        let mut resource_is_plain = true;
        if let Some(resource) = context.resource() {
            let (resource_len, is_plain) = escape::measure(resource);
            len += "<Resource></Resource>".len() + resource_len;
            resource_is_plain = is_plain;
        }
        if let Some(host_id) = context.host_id() {
            len += "<HostId></HostId>".len() + host_id.as_str().len();
        }
        Self { context, details, resource_is_plain, len }
    }

    #[allow(clippy::inline_always)]
    #[inline(always)]
    fn push(&self, out: &mut Vec<u8>) {
        for (name, value) in &self.details {
            push_tag(out, "<", name);
            escape::push_escaped(out, value);
            push_tag(out, "</", name);
        }
        if let Some(resource) = self.context.resource() {
            push(out, "<Resource>");
            if self.resource_is_plain {
                push(out, resource);
            } else {
                escape::push_replaced(out, resource);
            }
            push(out, "</Resource><RequestId>");
        } else {
            push(out, "<RequestId>");
        }
        push(out, self.context.request_id().as_str());
        if let Some(host_id) = self.context.host_id() {
            push(out, "</RequestId><HostId>");
            push(out, host_id.as_str());
            push(out, "</HostId></Error>");
        } else {
            push(out, "</RequestId></Error>");
        }
    }
}
