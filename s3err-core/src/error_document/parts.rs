//! The parts of an error document, as text.

use std::ops::Range;

use crate::name;
use crate::standard::is_sensitive;

/// Where a part stands among the texts.
pub(super) type Span = Range<usize>;

/// What has been read. The texts are in one buffer: a `String` for each would be an allocation for each.
#[derive(Debug, Default)]
pub(super) struct Parts {
    pub(super) texts: String,
    pub(super) code: Option<Span>,
    pub(super) message: Option<Span>,
    pub(super) resource: Option<Span>,
    pub(super) request_id: Option<Span>,
    pub(super) host_id: Option<Span>,
    pub(super) details: Vec<DetailPart>,
}

/// A detail, by its places among the texts.
#[derive(Clone, Debug)]
pub(super) struct DetailPart {
    pub(super) name: Span,
    pub(super) value: Span,
    pub(super) sensitive: bool,
}

impl Parts {
    /// Takes an element by the place of its text, and whether something secret is in it. Of repeated ones the first counts.
    #[inline]
    pub(super) fn take(&mut self, name: &[u8], span: Span, texts: &mut Vec<u8>, secret: bool) {
        let Some((part, is_text)) = self.own(name) else {
            return self.take_detail(name, span, texts, secret);
        };
        if part.is_none() {
            // Codes and ids have no blanks around them, whatever a pretty-printer put there.
            *part = Some(if is_text { span } else { trimmed(texts, span) });
        }
    }

    /// The part that is no detail and is called so, and whether it is a text to be kept as it stands.
    #[inline]
    pub(super) fn own(&mut self, name: &[u8]) -> Option<(&mut Option<Span>, bool)> {
        // Comparisons and not a `match`, which would be one of byte by byte.
        Some(if name == b"Code" {
            (&mut self.code, false)
        } else if name == b"Message" {
            (&mut self.message, true)
        } else if name == b"Resource" {
            (&mut self.resource, true)
        } else if name == b"RequestId" || name == b"RequestID" {
            (&mut self.request_id, false)
        } else if name == b"HostId" {
            (&mut self.host_id, false)
        } else {
            return None;
        })
    }

    #[inline(never)]
    fn take_detail(&mut self, name: &[u8], value: Span, texts: &mut Vec<u8>, secret: bool) {
        let Ok(text) = std::str::from_utf8(name) else { return };
        let is_new = |seen: &DetailPart| texts.get(seen.name.clone()) != Some(name);
        if name::is_detail_name(text) && self.details.iter().all(is_new) {
            let start = texts.len();
            texts.extend_from_slice(name);
            let name = start..texts.len();
            self.details.push(DetailPart { name, value, sensitive: secret || is_sensitive(text) });
        }
    }
}

/// The text at a place.
pub(super) fn text<'t>(texts: &'t str, span: &Span) -> &'t str {
    texts.get(span.clone()).unwrap_or_default()
}

/// Adds a text.
pub(super) fn add(texts: &mut String, text: &str) -> Span {
    let start = texts.len();
    texts.push_str(text);
    start..texts.len()
}

#[inline]
fn trimmed(texts: &[u8], span: Span) -> Span {
    let bytes = texts.get(span.clone()).unwrap_or_default();
    if let ([first, ..], [.., last]) = (bytes, bytes)
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return span;
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return span };
    let before = text.len() - text.trim_start().len();
    let start = span.start + before;
    start..start + text.trim().len()
}

/// What a reference stands for, by what is between its `&` and `;`. One that XML forbids, and S3 sends, is its character;
/// one that only a DTD could explain stays as it stands.
pub(super) fn push_reference(text: &mut Vec<u8>, name: &[u8]) {
    let character = match name {
        b"amp" => return text.push(b'&'),
        b"lt" => return text.push(b'<'),
        b"gt" => return text.push(b'>'),
        b"quot" => return text.push(b'"'),
        b"apos" => return text.push(b'\''),
        _ => std::str::from_utf8(name).ok().and_then(|name| name.strip_prefix('#')).and_then(|number| {
            let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |hex| (hex, 16));
            // Rust reads a sign, XML has none.
            let code = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'));
            code.and_then(char::from_u32)
        }),
    };
    if let Some(character) = character {
        text.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    } else {
        text.push(b'&');
        text.extend_from_slice(name);
        text.push(b';');
    }
}
