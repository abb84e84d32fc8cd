//! The characters that `&...;` stands for.

/// Appends the character of a reference, given what is between its `&` and its `;`.
///
/// A number that XML forbids is its character, because S3 sends such numbers. A name that only a DTD could explain
/// stays as it was written.
pub(super) fn push_reference(out: &mut Vec<u8>, reference: &[u8]) {
    let character = match reference {
        b"amp" => Some('&'),
        b"lt" => Some('<'),
        b"gt" => Some('>'),
        b"quot" => Some('"'),
        b"apos" => Some('\''),
        _ => numbered(reference),
    };
    if let Some(character) = character {
        out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    } else {
        out.extend([b"&", reference, b";"].into_iter().flatten());
    }
}

/// The character of `#38` or `#x26`.
fn numbered(reference: &[u8]) -> Option<char> {
    let number = std::str::from_utf8(reference).ok()?.strip_prefix('#')?;
    let (digits, radix) = number.strip_prefix('x').map_or((number, 10), |digits| (digits, 16));
    // Rust reads a sign, XML has none.
    let is_number = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(digits, radix).ok().filter(|_| is_number)?)
}
