//! Text as S3 writes it into XML.
//!
//! `&`, `<` and `>` become entities and nothing else does (S3 leaves quotes raw); CR becomes `&#13;`, because a parser
//! would read a raw one as LF; what XML 1.0 forbids becomes U+FFFD, because a reference to it is not well-formed
//! either.

use std::fmt;

use crate::scan::{BLOCK, growth, is_plain, is_plain_block, is_usual};

/// Appends `text`, escaped. Where nothing is to be escaped, one test and one copy.
pub(crate) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    if is_plain(text.as_bytes()) {
        out.extend_from_slice(text.as_bytes());
    } else {
        push_replaced(out, text);
    }
}

/// The same for a string of which it is known that something in it is to be escaped. Block by block: one that stands
/// for itself is copied.
pub(crate) fn push_replaced(out: &mut Vec<u8>, text: &str) {
    let (blocks, rest) = text.as_bytes().as_chunks();
    for block in blocks {
        if is_usual(block) || is_plain_block(block) {
            out.extend_from_slice(block);
        } else {
            push_bytes(out, block);
        }
    }
    push_bytes(out, rest);
}

/// The length of `text`, escaped, and whether it stands for itself.
#[inline]
pub(crate) fn measure(text: &str) -> (usize, bool) {
    if is_plain(text.as_bytes()) { (text.len(), true) } else { (escaped_len(text), false) }
}

#[cold]
#[inline(never)]
fn escaped_len(text: &str) -> usize {
    /// The blocks of which no byte of a sum can overflow.
    const SUMMED: usize = 32;
    let (blocks, rest) = text.as_bytes().as_chunks::<BLOCK>();
    if blocks.len() < 4 {
        // To begin with sums would take as long.
        let of_block = |block| if is_usual(block) { BLOCK } else { len_of(block) };
        return len_of(rest) + blocks.iter().map(of_block).sum::<usize>();
    }
    let mut len = blocks.len() * BLOCK + len_of(rest);
    for blocks in blocks.chunks(SUMMED) {
        let mut sums = [0_u8; BLOCK];
        for block in blocks {
            for (sum, byte) in sums.iter_mut().zip(block) {
                *sum = sum.wrapping_add(growth(*byte));
            }
        }
        len += sums.into_iter().map(usize::from).sum::<usize>();
    }
    len
}

fn len_of(bytes: &[u8]) -> usize {
    let mut len = 0;
    for byte in bytes {
        len += entry(*byte).len();
    }
    len
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

/// Appends the bytes of a block, or less, one by one.
fn push_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    let mut replaced = [0; BLOCK * size_of::<Entry>()];
    let mut len = 0;
    let mut all = 0;
    for byte in bytes {
        let entry = entry(*byte);
        // All eight bytes of it, of which the next one takes what is too much: the right number of bytes would be a
        // call.
        if let Some(place) = replaced.get_mut(len..).and_then(<[u8]>::first_chunk_mut) {
            *place = entry.bytes();
        }
        len += entry.len();
        all |= byte;
    }
    let before = out.len();
    out.extend_from_slice(replaced.get(..len).unwrap_or_default());
    if !all.is_ascii() {
        // The character that ends here may have begun in the block before.
        replace_noncharacters(out.get_mut(before.saturating_sub(2)..).unwrap_or_default());
    }
}

/// Makes U+FFFE and U+FFFF, which are not characters of XML, U+FFFD: the last byte tells them apart.
fn replace_noncharacters(mut bytes: &mut [u8]) {
    while let [first, rest @ ..] = bytes {
        if let (0xEF, [0xBF, last @ (0xBE | 0xBF), ..]) = (*first, &mut *rest) {
            *last = 0xBD;
        }
        bytes = rest;
    }
}

/// The replacement of a byte, and in the highest byte its length: one number, and so one load.
#[derive(Clone, Copy)]
struct Entry(u64);

static ENTRIES: [Entry; 256] = {
    let mut entries = [Entry(0); 256];
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
    ENTRIES.get(usize::from(byte)).copied().unwrap_or(Entry(0)) // there is one for every byte
}

impl Entry {
    const fn of(byte: u8) -> Self {
        Self(u64::from_le_bytes(match byte {
            b'&' => *b"&amp;\0\0\x05",
            b'<' => *b"&lt;\0\0\0\x04",
            b'>' => *b"&gt;\0\0\0\x04",
            b'\r' => *b"&#13;\0\0\x05",
            b'\t' | b'\n' | 0x20.. => [byte, 0, 0, 0, 0, 0, 0, 1],
            _ => *b"\xEF\xBF\xBD\0\0\0\0\x03", // U+FFFD
        }))
    }

    const fn bytes(self) -> [u8; 8] {
        self.0.to_le_bytes()
    }

    const fn len(self) -> usize {
        (self.0 >> 56) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::{measure, push_display, push_escaped};

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
    fn it_does_not_matter_where_in_a_block_a_character_stands() {
        let special = ["&", "<", ">", "\r", "\n", "\u{1}", "\u{7F}", "\u{E9}", "\u{FFFE}", "\u{FFFF}", "\u{F000}"];
        for (text, pad) in special.iter().flat_map(|text| [(text, "="), (text, "\u{20AC}")]) {
            for (before, after) in (0..36).flat_map(|before| (0..36).map(move |after| (before, after))) {
                let text = format!("{}{text}{}", pad.repeat(before), pad.repeat(after));
                let one_by_one: String = text.chars().map(|c| escaped(c.encode_utf8(&mut [0; 4]))).collect();
                assert_eq!(escaped(&text), one_by_one);
                assert_eq!(measure(&text), (one_by_one.len(), one_by_one == text));
            }
        }
    }

    #[test]
    fn a_text_of_one_character_alone_is_escaped_as_that_character_is() {
        for (character, expected) in
            [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\r", "&#13;"), (" ", " "), ("~", "~")]
        {
            for count in [1, 15, 16, 17, 32, 33, 48, 100] {
                let (text, expected) = (character.repeat(count), expected.repeat(count));
                assert_eq!(escaped(&text), expected);
                assert_eq!(measure(&text), (expected.len(), text == expected));
            }
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
