//! The shape that everybody sends, read fast: a declaration, `Error`, and in it elements without attributes that hold
//! nothing but text. Whatever differs is left to the XML reader, which gives the same parts.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::limits::Limits;
use super::parts::{Parts, push_reference};

/// The parts of a document of that shape.
pub(super) fn read(document: &str, limits: &Limits) -> Option<Parts> {
    let mut parts = Parts::default();
    let mut rest = without_declaration(document)?.strip_prefix("<Error>")?;
    let mut elements = 1;
    loop {
        let (tag, after) = split_at_byte(rest.strip_prefix('<')?, b'>')?;
        let after = after.strip_prefix('>')?;
        if tag == "/Error" {
            return after.trim_matches(is_blank).is_empty().then_some(parts);
        }
        elements += 1;
        if elements > limits.elements || limits.depth < 2 {
            return None;
        }
        if let Some(name) = tag.strip_suffix('/') {
            parts.take(plain(name)?, Cow::Borrowed(""), false);
            rest = after;
            continue;
        }
        let name = plain(tag)?;
        let (text, end) = split_at_byte(after, b'<')?;
        if text.len() > limits.text {
            return None;
        }
        rest = end.strip_prefix("</")?.strip_prefix(name)?.strip_prefix('>')?;
        parts.take(name, resolved(text)?, false);
    }
}

/// The text before the first such byte, and the text from there.
fn split_at_byte(text: &str, byte: u8) -> Option<(&str, &str)> {
    text.split_at_checked(memchr(byte, text.as_bytes())?)
}

/// What follows the declaration, if there is one, and the blanks around it.
fn without_declaration(document: &str) -> Option<&str> {
    let rest = match document.strip_prefix("<?xml ") {
        Some(declaration) => declaration.split_once("?>")?.1,
        None => document,
    };
    Some(rest.trim_start_matches(is_blank))
}

/// A name that is nothing but a name.
fn plain(name: &str) -> Option<&str> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    (!name.is_empty() && name.bytes().all(is_plain)).then_some(name)
}

/// The text with its references resolved. Line ends other than LF are the XML reader's.
fn resolved(text: &str) -> Option<Cow<'_, str>> {
    match memchr2(b'&', b'\r', text.as_bytes()) {
        None => return Some(Cow::Borrowed(text)),
        Some(_) if text.contains('\r') => return None,
        Some(_) => {}
    }
    let mut resolved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, reference)) = rest.split_once('&') {
        let (name, after) = reference.split_once(';')?;
        let number = name.strip_prefix('#').unwrap_or(name);
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return None;
        }
        resolved.push_str(before);
        push_reference(&mut resolved, name);
        rest = after;
    }
    resolved.push_str(rest);
    Some(Cow::Owned(resolved))
}

/// The blanks of XML.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}
