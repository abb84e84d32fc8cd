//! The bytes of a string that need a replacement in XML: the scanner that makes the rules of `escape` fast.
//!
//! Nearly every string stands for itself, so the common path is a test and a copy. Sixteen bytes are tested at once:
//! the compiler makes one vector of a block, as long as the test of a byte has no branch and the function is inlined
//! into its loop. That is why the functions below are written with `&` and `|` on booleans, and why each says whether
//! it is inlined.

/// The size of a block in bytes: one 128-bit vector.
pub(crate) const BLOCK: usize = 16;

/// The bytes by which the replacement of a byte is longer: what the table of `escape` says, without the table, so that
/// sixteen are told at once.
#[allow(clippy::inline_always, reason = "a call would keep the compiler from that")]
#[inline(always)]
pub(crate) fn growth(byte: u8) -> u8 {
    let mask = |is: bool| if is { 0xFF } else { 0 };
    let by_four = mask(byte == b'&') | mask(byte == b'\r');
    let by_three = mask(byte == b'<') | mask(byte == b'>');
    let by_two = mask(byte < 0x20) & mask(byte != b'\t') & mask(byte != b'\n') & mask(byte != b'\r');
    by_four & 4 | by_three & 3 | by_two & 2
}

/// Returns whether a string stands for itself.
#[inline(never)] // a leaf: nothing has to be saved for the call
pub(crate) fn is_plain(text: &[u8]) -> bool {
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else {
        return is_plain_of_any_kind(text);
    };
    if text.len() > 2 * BLOCK {
        // The first block is looked at below, with the one that ends the text and so has what is left of the last
        // block.
        let (_first, blocks) = text.as_chunks().0.split_first().unwrap_or((first, &[]));
        for block in blocks {
            if !is_usual(block) {
                return is_plain_of_any_kind(text);
            }
        }
    }
    is_usual(first) & is_usual(last) || is_plain_of_any_kind(text)
}

/// The same for a string that is short, or has something else than printable ASCII in it.
#[inline(never)]
fn is_plain_of_any_kind(text: &[u8]) -> bool {
    let (blocks, rest) = text.as_chunks();
    !blocks.iter().any(has_special) && !rest.iter().any(|byte| is_special(*byte))
}

/// The same for a block, as a function of its own: within another loop it is not made one test of the sixteen bytes.
#[inline(never)]
pub(crate) fn is_plain_block(block: &[u8; BLOCK]) -> bool {
    !has_special(block)
}

#[allow(clippy::inline_always, reason = "a call would keep the compiler from testing sixteen bytes at once")]
#[inline(always)]
fn has_special(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(false, |special, byte| special | is_special(*byte))
}

/// Returns whether a block is printable ASCII, and nothing of it markup: most are, and it takes half as long to tell as
/// whether a block stands for itself.
// The compiler makes one test of the sixteen, but only after it has decided what to inline; and only without a branch.
#[allow(clippy::inline_always, clippy::needless_bitwise_bool)]
#[inline(always)]
pub(crate) fn is_usual(block: &[u8; BLOCK]) -> bool {
    block.iter().fold(true, |usual, byte| {
        let from_markup = (byte ^ b'&').min(byte & 0xFD ^ b'<'); // `>` is one bit from `<`
        usual & (byte.cast_signed() >= 0x20) & (from_markup != 0)
    })
}

/// Returns whether this byte may need a replacement: 0xBE and 0xBF end U+FFFE and U+FFFF, among others.
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
