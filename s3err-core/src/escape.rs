//! Text as S3 writes it into XML.
//!
//! `&`, `<` and `>` become entities and nothing else does (S3 leaves quotes raw); CR becomes `&#13;`, because a parser
//! would read a raw one as LF; what XML 1.0 forbids becomes U+FFFD, because a reference to it is not well-formed either.

use std::fmt;

/// Appends `text`, escaped.
pub(crate) fn push_escaped(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    while let Some(clean) = rest.iter().position(|byte| is_special(*byte)) {
        let (head, tail) = rest.split_at(clean);
        out.extend_from_slice(head);
        let (replacement, len) = replacement(tail);
        out.extend_from_slice(replacement);
        rest = tail.split_at(len).1;
    }
    out.extend_from_slice(rest);
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

/// Whether this byte may need a replacement: 0xEF begins U+FFFE and U+FFFF, among others.
const fn is_special(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | 0xEF | 0..=0x08 | 0x0B..=0x1F)
}

const REPLACEMENT: &[u8] = "\u{FFFD}".as_bytes();

/// What stands for the special byte that `tail` begins with, and how many bytes of `tail` it stands for.
fn replacement(tail: &[u8]) -> (&[u8], usize) {
    match tail {
        [b'&', ..] => (b"&amp;", 1),
        [b'<', ..] => (b"&lt;", 1),
        [b'>', ..] => (b"&gt;", 1),
        [b'\r', ..] => (b"&#13;", 1),
        [0xEF, 0xBF, 0xBE | 0xBF, ..] => (REPLACEMENT, 3),
        [0xEF, _, _, ..] => (tail.split_at(3).0, 3),
        _ => (REPLACEMENT, 1),
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
