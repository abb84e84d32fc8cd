//! From bytes to text, in the encoding that a document is marked with or declares.
//!
//! A byte order mark counts most, then the zero bytes of UTF-16, then the declaration. What none of them tells is
//! UTF-8. Bytes that are not text in their encoding become U+FFFD, as they do for most clients.

use std::borrow::Cow;

use memchr::memmem;

use super::parse_error::ParseError;

const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The text of a document, without a mark and the blanks before it. A server that keeps the connection alive sends
/// blanks and then what a backend sent, which may begin with a mark.
pub(super) fn decode(body: &[u8]) -> Result<Cow<'_, str>, ParseError> {
    let unknown = |name: &str| Err(ParseError::UnknownEncoding(name.to_owned()));
    match body {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] | [b'<', 0, 0, 0, ..] | [0, 0, 0, b'<', ..] => {
            return unknown("UTF-32");
        }
        [0xFF, 0xFE, rest @ ..] => return Ok(utf_16(rest, u16::from_le_bytes)),
        [b'<', 0, ..] => return Ok(utf_16(body, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => return Ok(utf_16(rest, u16::from_be_bytes)),
        [0, b'<', ..] => return Ok(utf_16(body, u16::from_be_bytes)),
        _ => {}
    }
    let (text, is_marked) = without_blanks(body);
    let name = declared(text).filter(|_| !is_marked).unwrap_or("utf-8");
    let is = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
    // What could be read up to here is not UTF-16, so UTF-16 is what it was before somebody converted it.
    if is(&["utf-8", "utf8", "utf-16", "utf-16le", "utf-16be"]) {
        Ok(String::from_utf8_lossy(text))
    } else if is(&["iso-8859-1", "iso_8859-1", "iso8859-1", "latin1", "l1"]) {
        Ok(text.iter().copied().map(char::from).collect())
    } else if is(&["us-ascii", "ascii", "ansi_x3.4-1968", "iso646-us"]) {
        let character = |byte: &u8| if byte.is_ascii() { char::from(*byte) } else { char::REPLACEMENT_CHARACTER };
        Ok(text.iter().map(character).collect())
    } else {
        unknown(name)
    }
}

/// Returns whether the declaration that a document begins with names an encoding other than UTF-8.
pub(super) fn declares_another(document: &[u8]) -> bool {
    declared(document).is_some_and(|name| !name.eq_ignore_ascii_case("utf-8"))
}

/// The document without a mark and the blanks before it, in any order, and whether there was a mark.
pub(super) fn without_blanks(mut body: &[u8]) -> (&[u8], bool) {
    let mut is_marked = false;
    loop {
        body = body.trim_ascii_start();
        let Some(rest) = body.strip_prefix(UTF_8_MARK) else { return (body, is_marked) };
        (body, is_marked) = (rest, true);
    }
}

/// The encoding that a declaration names.
fn declared(document: &[u8]) -> Option<&str> {
    let declaration = document.strip_prefix(b"<?xml")?;
    let declaration = declaration.get(..memmem::find(declaration, b"?>")?)?;
    let after = declaration.get(memmem::find(declaration, b"encoding")? + b"encoding".len()..)?;
    let quoted = after.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, rest) = quoted.split_first()?;
    let len = rest.iter().position(|byte| byte == quote)?;
    std::str::from_utf8(rest.get(..len)?).ok()
}

fn utf_16<'t>(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Cow<'t, str> {
    let (pairs, rest) = bytes.as_chunks();
    let text = char::decode_utf16(pairs.iter().copied().map(unit)).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    // Half a unit is not a character either.
    let half = rest.first().map(|_| char::REPLACEMENT_CHARACTER);
    let is_blank = |c: &char| c.is_ascii_whitespace() || *c == '\u{FEFF}';
    text.chain(half).skip_while(is_blank).collect()
}
