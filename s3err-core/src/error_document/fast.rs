//! The shape that nearly every server sends, read fast: `Error`, and in it elements without attributes that hold
//! nothing but text. Whatever differs in any way is left to the XML reader, which gives the same contents; a test and a
//! fuzz target compare the two. This file is fast and not obvious, so that no other has to be.
//!
//! **One copy.** The document is copied once, and that copy becomes the buffer of the [`Contents`]: names and values
//! are places in it. Nothing is copied a second time, and the characters of all of it are checked once, at the end. A
//! character cannot be half in one text and half in the next, because the tag between them stays where it is.
//!
//! **References are resolved in place.** What a reference stands for is never longer than the reference, so a value
//! shrinks at its place, and what is left over after it is never looked at again. No byte is overwritten before its
//! turn. The five references of XML are told by comparing eight bytes at once under a mask.
//!
//! **The end of a value is found sixteen bytes at a time**, in a form that the compiler makes vector instructions of:
//! compare all of a block, then look for the first hit. Most values end in the first blocks; the rest of a long one is
//! `memchr`'s.
//!
//! **S3's own elements are recognised whole**, tags included, by comparing with literals: their names are not scanned,
//! and their closing tags not compared byte by byte.

use memchr::memchr3;

use super::contents::{Contents, DetailSpan, Span};
use super::encoding;
use super::entity::push_reference;
use super::limits::Limits;
use crate::document::DECLARATION;

/// The bytes that are looked at together in a value: one vector register.
const BLOCK: usize = 16;

/// The bytes that are looked at together where references are: one integer.
const WORD: usize = 8;

/// Reads a document of that shape into contents that are empty. `None` says nothing but that the XML reader has to
/// look, with other contents.
pub(super) fn read(document: &[u8], limits: &Limits, contents: &mut Contents) -> Option<()> {
    let mut rest = without_declaration(document)?.strip_prefix(b"<Error>")?;
    let mut texts = Texts { bytes: rest.to_vec(), limit: limits.text };
    let mut elements_left = limits.elements.checked_sub(1).filter(|_| limits.depth >= 2)?;
    macro_rules! own_element {
        ($name:literal => $place:ident, $kept:expr) => {
            if let Some(text) = rest.strip_prefix(concat!("<", $name, ">").as_bytes()) {
                let (span, after) = texts.take(text)?;
                rest = after.strip_prefix(concat!("</", $name, ">").as_bytes())?;
                if contents.$place.is_none() {
                    contents.$place = Some($kept(span, &texts.bytes));
                }
                continue;
            }
        };
    }
    let verbatim = |span: Span, _: &[u8]| span;
    loop {
        if let Some(after) = rest.strip_prefix(b"</Error>") {
            contents.texts = String::from_utf8(texts.bytes).ok()?;
            return after.trim_ascii_start().is_empty().then_some(());
        }
        elements_left = elements_left.checked_sub(1)?;
        own_element!("Code" => code, Span::trimmed);
        own_element!("Message" => message, verbatim);
        own_element!("RequestId" => request_id, Span::trimmed);
        own_element!("HostId" => host_id, Span::trimmed);
        own_element!("Resource" => resource, verbatim);
        let tag = rest.strip_prefix(b"<")?;
        let (name, after) = split_name(tag)?;
        let start = texts.place(tag);
        let end = start + name.len();
        let name_span = Span::new(start, end);
        let value;
        if let Some(after) = after.strip_prefix(b"/>") {
            (value, rest) = (Span::new(end, end), after);
        } else {
            let (text, after) = texts.take(after.strip_prefix(b">")?)?;
            (value, rest) = (text, after.strip_prefix(b"</")?.strip_prefix(name)?.strip_prefix(b">")?);
        }
        if contents.own(name).is_some() {
            contents.take(&texts.bytes, name_span, value, false);
        } else {
            contents.push_detail(&texts.bytes, DetailSpan { name: name_span, value, sensitive: false });
        }
    }
}

/// Skips the declaration, if there is one, and the blanks after it. A declaration of another encoding is not ours.
fn without_declaration(document: &[u8]) -> Option<&[u8]> {
    if let Some(after) = document.strip_prefix(DECLARATION.as_bytes())
        && after.starts_with(b"<")
    {
        return Some(after);
    }
    let Some(declaration) = document.strip_prefix(b"<?xml ") else { return Some(document) };
    if encoding::declares_another(document) {
        return None;
    }
    let end = declaration.iter().position(|byte| *byte == b'>')?;
    let (declaration, after) = declaration.split_at_checked(end)?;
    declaration.strip_suffix(b"?")?;
    Some(after.strip_prefix(b">")?.trim_ascii_start())
}

/// The name that a tag begins with, if it can be that of a detail by its bytes, and what follows it.
fn split_name(tag: &[u8]) -> Option<(&[u8], &[u8])> {
    let first = tag.first()?;
    if !(first.is_ascii_alphabetic() || *first == b'_') {
        return None;
    }
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

/// The copy of the document, in which values are resolved.
struct Texts {
    bytes: Vec<u8>,
    /// The bytes that a value may have as it is written. More is the XML reader's to judge.
    limit: usize,
}

impl Texts {
    /// The place in the copy at which what is left of the document begins.
    fn place(&self, rest: &[u8]) -> usize {
        self.bytes.len() - rest.len()
    }

    /// The text that `rest` begins with, and what follows it: a tag. Line ends other than LF are the XML reader's.
    #[allow(clippy::inline_always, reason = "most of it goes where it is known what follows")]
    #[inline(always)]
    fn take<'d>(&mut self, rest: &'d [u8]) -> Option<(Span, &'d [u8])> {
        let start = self.place(rest);
        let (_, after) = rest.split_at_checked(plain_len(rest)?)?;
        let (end, after) = match after.first()? {
            b'<' => (self.place(after), after),
            b'&' => self.resolve(after)?,
            _ => return None,
        };
        (rest.len() - after.len() <= self.limit).then_some((Span::new(start, end), after))
    }

    /// Resolves the text that `rest` begins with, a reference first, at its place: where it ends then, and the tag that
    /// follows it in the document.
    #[inline(never)]
    #[allow(clippy::disallowed_methods, reason = "both pieces have `len` bytes")]
    fn resolve<'d>(&mut self, mut rest: &'d [u8]) -> Option<(usize, &'d [u8])> {
        // The bytes of a word as numbers: taken from the bytes themselves, they would be loaded one by one.
        const LT: u64 = b'<' as u64;
        const AMP: u64 = b'&' as u64;
        const CR: u64 = b'\r' as u64;
        let mut end = self.place(rest);
        // After a value there are a closing tag and `</Error>`: a document that ends within eight bytes is cut off.
        while let Some(head) = rest.first_chunk::<WORD>() {
            let word = u64::from_le_bytes(*head);
            match word & 0xFF {
                AMP => {
                    if let Some((byte, len)) = predefined(word) {
                        *self.bytes.get_mut(end)? = byte;
                        (end, rest) = (end + 1, rest.get(len..)?);
                    } else {
                        (end, rest) = self.resolve_other(end, rest)?;
                    }
                }
                LT => {
                    let next = self.place(rest);
                    // What is left over is half characters, perhaps, and has to be text all the same.
                    self.bytes.get_mut(end..next)?.iter_mut().for_each(|byte| *byte &= 0x7F);
                    return Some((end, rest));
                }
                CR => return None,
                _ => {
                    let len = stop_in(word);
                    // All eight at once where no more than the text gets overwritten.
                    if end + WORD <= self.place(rest) + len {
                        *self.bytes.get_mut(end..)?.first_chunk_mut()? = word.to_le_bytes();
                    } else {
                        self.bytes.get_mut(end..end + len)?.copy_from_slice(head.get(..len)?);
                    }
                    (end, rest) = (end + len, rest.get(len..)?);
                }
            }
        }
        None
    }

    /// The same for one reference that is not predefined.
    #[cold]
    #[allow(clippy::disallowed_methods, reason = "the place has the length of what is put there")]
    fn resolve_other<'d>(&mut self, end: usize, rest: &'d [u8]) -> Option<(usize, &'d [u8])> {
        let reference = rest.strip_prefix(b"&")?;
        let number = reference.strip_prefix(b"#").unwrap_or(reference);
        let len = number.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let (reference, after) = reference.split_at_checked(reference.len() - number.len() + len)?;
        let after = after.strip_prefix(b";").filter(|_| len > 0)?;
        let mut resolved = Vec::new();
        push_reference(&mut resolved, reference);
        let next = end + resolved.len();
        self.bytes.get_mut(end..next)?.copy_from_slice(&resolved);
        Some((next, after))
    }
}

/// The length of a value up to the first `<`, `&` or CR, if there is one.
#[inline(never)] // a leaf, called for every text
fn plain_len(text: &[u8]) -> Option<usize> {
    const BLOCKS: usize = 8;
    let (blocks, rest) = text.as_chunks::<BLOCK>();
    let mut seen = 0;
    for block in blocks {
        let hits = hits(block);
        if hits != 0 {
            return Some(seen + hits.trailing_zeros() as usize / 8);
        }
        seen += BLOCK;
        if seen == BLOCKS * BLOCK {
            return memchr3(b'<', b'&', b'\r', text.get(seen..)?).map(|len| seen + len);
        }
    }
    let is_stop = |byte: &u8| matches!(byte, b'<' | b'&' | b'\r');
    rest.iter().position(is_stop).map(|len| seen + len)
}

/// A byte of 0xFF for each `<`, `&` and CR, the first byte of the block lowest.
// Other loops that do the same are not made one comparison of sixteen bytes.
#[allow(clippy::inline_always, clippy::indexing_slicing, clippy::needless_range_loop, reason = "see above")]
#[inline(always)]
fn hits(block: &[u8; BLOCK]) -> u128 {
    let mask = |is: bool| if is { 0xFF } else { 0 };
    let mut hits = [0_u8; BLOCK];
    for i in 0..BLOCK {
        hits[i] = mask(block[i] == b'<') | mask(block[i] == b'&') | mask(block[i] == b'\r');
    }
    u128::from_le_bytes(hits)
}

/// The character of a predefined reference that eight bytes begin with, and the length of the reference.
#[allow(clippy::inline_always, reason = "it is the loop that resolves references")]
#[inline(always)]
fn predefined(word: u64) -> Option<(u8, usize)> {
    const fn padded<const N: usize>(reference: &[u8; N]) -> (u64, u64) {
        let (mut bytes, mut mask) = ([0; 8], [0; 8]);
        let (mut from, mut to, mut ones): (&[u8], &mut [u8], &mut [u8]) = (reference, &mut bytes, &mut mask);
        while let ([byte, from_rest @ ..], [place, to_rest @ ..], [one, ones_rest @ ..]) = (from, to, ones) {
            (*place, *one) = (*byte, 0xFF);
            (from, to, ones) = (from_rest, to_rest, ones_rest);
        }
        (u64::from_le_bytes(bytes), u64::from_le_bytes(mask))
    }
    macro_rules! predefined {
        ($($reference:literal => $character:literal,)*) => {$(
            const { assert!($reference.len() <= 8) };
            let (bytes, mask) = const { padded($reference) };
            if word & mask == bytes {
                return Some(($character, $reference.len()));
            }
        )*};
    }
    predefined! {
        b"&lt;" => b'<',
        b"&gt;" => b'>',
        b"&amp;" => b'&',
        b"&quot;" => b'"',
        b"&apos;" => b'\'',
    }
    None
}

/// The number of bytes of eight before the first `<`, `&` or CR.
fn stop_in(word: u64) -> usize {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The high bit of the first byte that is `wanted`, and of some after it: a borrow cannot come before the first.
    let find = |wanted: u8| {
        let zero_where_found = word ^ (ONES * u64::from(wanted));
        zero_where_found.wrapping_sub(ONES) & !zero_where_found & (ONES << 7)
    };
    (find(b'<') | find(b'&') | find(b'\r')).trailing_zeros() as usize / 8
}
