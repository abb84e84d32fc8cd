//! Text as S3 writes it into XML.
//!
//! `&`, `<` and `>` become entities and nothing else does (S3 leaves quotes raw); CR becomes `&#13;`, because a parser
//! would read a raw one as LF; what XML 1.0 forbids becomes U+FFFD, because a reference to it is not well-formed either.

use std::fmt;

/// How many bytes are looked at together: what the compiler makes one vector of.
const BLOCK: usize = 16;

/// Appends `text`, escaped. Where nothing is to be escaped, one test and one copy.
pub(crate) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let mut end = out.len() + text.len();
    push_escaped_towards(out, text, &mut end);
}

/// The same in a document that would end at `end` if nothing in it were escaped: what is moves the end, and a buffer that
/// is too small then grows to just there.
pub(crate) fn push_escaped_towards(out: &mut Vec<u8>, text: &str, end: &mut usize) {
    if is_plain(text) {
        out.extend_from_slice(text.as_bytes());
        return;
    }
    *end += escaped_len(text) - text.len();
    out.reserve_exact(end.saturating_sub(out.len()));
    if text.is_ascii() {
        push_blocks::<true>(out, text.as_bytes());
    } else {
        push_blocks::<false>(out, text.as_bytes());
    }
}

/// Block by block: one that stands for itself is copied.
fn push_blocks<const ASCII: bool>(out: &mut Vec<u8>, bytes: &[u8]) {
    let (blocks, rest) = bytes.as_chunks();
    for block in blocks {
        if is_plain_block(block) {
            out.extend_from_slice(block);
        } else {
            push_bytes::<ASCII>(out, block);
        }
    }
    push_bytes::<ASCII>(out, rest);
}

/// The length of `text`, escaped.
fn escaped_len(text: &str) -> usize {
    let len = |bytes: &[u8]| bytes.iter().map(|byte| usize::from(entry(*byte).len)).sum::<usize>();
    let (blocks, rest) = text.as_bytes().as_chunks();
    let of_block = |block: &[u8; BLOCK]| if is_plain_block(block) { BLOCK } else { len(block) };
    blocks.iter().map(of_block).sum::<usize>() + len(rest)
}

/// Whether a text stands for itself.
fn is_plain(text: &str) -> bool {
    let (blocks, rest) = text.as_bytes().as_chunks();
    match text.as_bytes().last_chunk() {
        // What is left of the last block is in the block that ends the text.
        Some(last) => blocks.iter().all(is_plain_block) && (rest.is_empty() || is_plain_block(last)),
        None => !rest.iter().any(|byte| is_special(*byte)),
    }
}

/// Whether a block stands for itself. Without branches: the compiler tests the whole block at once.
#[inline]
fn is_plain_block(block: &[u8; BLOCK]) -> bool {
    !block.iter().fold(false, |special, byte| special | is_special(*byte))
}

/// Appends what `value` displays as, escaped. A `Display` that fails ends its text there: the document goes on.
pub(crate) fn push_display(out: &mut Vec<u8>, value: &dyn fmt::Display) {
    let _ = fmt::write(&mut Escaper(out), format_args!("{value}"));
}

struct Escaper<'a>(&'a mut Vec<u8>);

impl fmt::Write for Escaper<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        push_escaped(self.0, text);
        Ok(())
    }
}

/// Whether this byte may need a replacement: 0xBE and 0xBF end U+FFFE and U+FFFF, among others.
#[allow(clippy::needless_bitwise_bool)] // a branch would keep the compiler from testing sixteen at once
#[inline]
const fn is_special(byte: u8) -> bool {
    let control = (byte < 0x20) & (byte != b'\t') & (byte != b'\n');
    (byte == b'&') | (byte == b'<') | (byte == b'>') | control | ends_noncharacter(byte)
}

#[inline]
const fn ends_noncharacter(byte: u8) -> bool {
    byte & 0xFE == 0xBE
}

/// Byte by byte. Text that is ASCII has no noncharacter to look for.
fn push_bytes<const ASCII: bool>(out: &mut Vec<u8>, bytes: &[u8]) {
    for byte in bytes {
        let entry = entry(*byte);
        // All eight bytes and then the length: two instructions, where the right number of bytes would be a call.
        let end = out.len() + usize::from(entry.len);
        out.extend_from_slice(&entry.bytes);
        out.truncate(end);
        if !ASCII && ends_noncharacter(*byte) {
            replace_noncharacter(out);
        }
    }
}

/// Makes U+FFFE and U+FFFF at the end of `out`, which are no characters of XML, U+FFFD: the last byte tells them apart.
fn replace_noncharacter(out: &mut [u8]) {
    if let [.., 0xEF, 0xBF, last] = out {
        *last = 0xBD;
    }
}

/// What stands for a byte: the first `len` of `bytes`.
#[derive(Clone, Copy)]
struct Entry {
    len: u8,
    bytes: [u8; 8],
}

static ENTRIES: [Entry; 256] = {
    let mut entries = [Entry { len: 0, bytes: [0; 8] }; 256];
    let mut rest: &mut [Entry] = &mut entries;
    let mut byte = 0_u8;
    while let [entry, tail @ ..] = rest {
        *entry = Entry::of(byte);
        byte = byte.wrapping_add(1);
        rest = tail;
    }
    entries
};

fn entry(byte: u8) -> Entry {
    ENTRIES.get(usize::from(byte)).copied().unwrap_or(Entry { len: 0, bytes: [0; 8] }) // there is one for every byte
}

impl Entry {
    const fn of(byte: u8) -> Self {
        match byte {
            b'&' => Self { len: 5, bytes: *b"&amp;   " },
            b'<' => Self { len: 4, bytes: *b"&lt;    " },
            b'>' => Self { len: 4, bytes: *b"&gt;    " },
            b'\r' => Self { len: 5, bytes: *b"&#13;   " },
            b'\t' | b'\n' | 0x20.. => Self { len: 1, bytes: [byte, 0, 0, 0, 0, 0, 0, 0] },
            _ => Self { len: 3, bytes: [0xEF, 0xBF, 0xBD, 0, 0, 0, 0, 0] }, // U+FFFD
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{push_display, push_escaped};

    fn escaped(text: &str) -> String {
        let mut out = Vec::new();
        push_escaped(&mut out, text);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn three_characters_and_the_carriage_return_are_escaped() {
        for (text, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("a&b<c>d", "a&amp;b&lt;c&gt;d"),
            ("\"quotes' stay", "\"quotes' stay"),
            ("tab\tand\nline", "tab\tand\nline"),
            ("\r\n", "&#13;\n"),
            ("]]>", "]]&gt;"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn what_xml_forbids_becomes_the_replacement_character() {
        let forbidden = (0..0x20).filter(|c| ![0x09, 0x0A, 0x0D].contains(c)).chain([0xFFFE, 0xFFFF]);
        for c in forbidden.filter_map(char::from_u32) {
            assert_eq!(escaped(&format!("a{c}b")), "a\u{FFFD}b", "{c:?}");
        }
        for c in ['\u{7F}', '\u{85}', '\u{2028}', '\u{FFFD}', '\u{FEFF}', '\u{F000}', '\u{1FFFE}', '\u{10FFFF}'] {
            assert_eq!(escaped(&format!("{c}{c}")), format!("{c}{c}"));
        }
    }

    #[test]
    fn a_display_that_fails_keeps_what_it_wrote() {
        struct Broken;
        impl std::fmt::Display for Broken {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("<half")?;
                Err(std::fmt::Error)
            }
        }
        let mut out = Vec::new();
        push_display(&mut out, &Broken);
        assert_eq!(out, b"&lt;half");
    }
}
