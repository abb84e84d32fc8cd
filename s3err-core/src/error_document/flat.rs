//! The shape that everybody sends, read fast: a declaration, `Error`, and in it elements without attributes that hold
//! nothing but text. Whatever differs is left to the XML reader, which gives the same parts.

use memchr::{memchr, memchr3};

use super::limits::Limits;
use super::parts::{Parts, push_reference};
use crate::document::DECLARATION;

/// The parts of a document of that shape. It is taken as bytes, so that its characters are checked once, when they are text.
pub(super) fn read(document: &[u8], limits: &Limits) -> Option<Parts> {
    let mut rest = without_declaration(document)?.strip_prefix(b"<Error>")?;
    let mut texts = Vec::with_capacity(rest.len());
    let mut parts = Parts::default();
    let mut elements = 1;
    loop {
        let (name, after) = split_name(rest.strip_prefix(b"<")?)?;
        if name.is_empty() {
            let after = after.strip_prefix(b"/Error>")?;
            parts.texts = String::from_utf8(texts).ok()?;
            return after.iter().all(|byte| is_blank(*byte)).then_some(parts);
        }
        elements += 1;
        if elements > limits.elements || limits.depth < 2 {
            return None;
        }
        let start = texts.len();
        if let Some(after) = after.strip_prefix(b"/>") {
            rest = after;
        } else {
            let after = push_text(&mut texts, after.strip_prefix(b">")?, limits)?;
            rest = after.strip_prefix(b"</")?.strip_prefix(name)?.strip_prefix(b">")?;
        }
        let end = texts.len();
        // Ends the text, so that what is no character is none together with the next text either.
        texts.push(b'<');
        parts.take(name, start..end, &mut texts, false);
    }
}

/// The name that a tag begins with, and what follows it; a name that has something else in it is the XML reader's.
fn split_name(tag: &[u8]) -> Option<(&[u8], &[u8])> {
    let is_in_name = |byte: &&u8| IS_IN_NAME.get(usize::from(**byte)).copied().unwrap_or_default();
    tag.split_at_checked(tag.iter().take_while(is_in_name).count())
}

static IS_IN_NAME: [bool; 256] = {
    let mut table = [false; 256];
    let mut rest: &mut [bool] = &mut table;
    let mut byte = 0_u8;
    while let [is_in_name, tail @ ..] = rest {
        *is_in_name = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
        byte = byte.wrapping_add(1);
        rest = tail;
    }
    table
};

/// Adds the text up to the next tag, its references resolved, and returns what follows it. Line ends other than LF are the
/// XML reader's.
fn push_text<'d>(texts: &mut Vec<u8>, document: &'d [u8], limits: &Limits) -> Option<&'d [u8]> {
    let mut rest = document;
    loop {
        let mut special = rest;
        // One reference often follows the other, and then there is nothing to search for.
        if rest.first() != Some(&b'&') {
            let (plain, after) = rest.split_at_checked(memchr3(b'<', b'&', b'\r', rest)?)?;
            texts.extend_from_slice(plain);
            special = after;
        }
        match special {
            [b'<', ..] => {
                let len = document.len() - special.len();
                return (len <= limits.text).then_some(special);
            }
            [b'&', reference @ ..] => {
                let (name, after) = split_at_end_of_reference(reference)?;
                push_reference(texts, name);
                rest = after;
            }
            _ => return None,
        }
    }
}

/// The name of a reference, and what follows its semicolon.
fn split_at_end_of_reference(reference: &[u8]) -> Option<(&[u8], &[u8])> {
    let number = reference.strip_prefix(b"#").unwrap_or(reference);
    let len = number.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if len == 0 {
        return None;
    }
    let (name, after) = reference.split_at_checked(reference.len() - number.len() + len)?;
    Some((name, after.strip_prefix(b";")?))
}

/// What follows the declaration, if there is one, and the blanks around it.
fn without_declaration(document: &[u8]) -> Option<&[u8]> {
    let after = if let Some(after) = document.strip_prefix(DECLARATION.as_bytes()) {
        after
    } else if let Some(declaration) = document.strip_prefix(b"<?xml ") {
        let (declaration, after) = declaration.split_at_checked(memchr(b'>', declaration)?)?;
        declaration.strip_suffix(b"?")?;
        after.strip_prefix(b">")?
    } else {
        document
    };
    after.get(after.iter().take_while(|byte| is_blank(**byte)).count()..)
}

/// The blanks of XML.
fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}
