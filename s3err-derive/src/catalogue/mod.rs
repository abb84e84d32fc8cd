//! S3's error codes: what the derive knows of each, so that a user need not.

mod aliases;
mod table;
#[cfg(test)]
mod tests;

use crate::nearest;

/// A code of S3's XML protocols.
pub(crate) struct Entry {
    pub(crate) code: &'static str,
    /// The error statuses that S3 sends it with, the usual one first; empty where none is known.
    pub(crate) statuses: &'static [u16],
    /// Where it is known: else it goes by the status.
    pub(crate) fault: Option<Fault>,
    /// Where it is known: else it goes by the status.
    pub(crate) retry: Option<Retry>,
    shapes: &'static [&'static str],
    /// The part of S3 that it comes from.
    pub(crate) family: &'static str,
    pub(crate) message: &'static str,
}

/// Whose fault an error is. The names are those of the runtime's enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Client,
    Server,
}

/// Whether an error is worth another try. The names are those of the runtime's enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Retry {
    Never,
    Transient,
    Throttling,
}

impl Fault {
    /// The fault of a code of which no more is known. The runtime has the same rule.
    pub(crate) fn of_status(status: u16) -> Self {
        if status >= 500 { Self::Server } else { Self::Client }
    }
}

impl Retry {
    /// The class of a code of which no more is known: what clients do by the status alone. The runtime has the same list.
    pub(crate) fn of_status(status: u16) -> Self {
        match status {
            429 | 509 => Self::Throttling,
            408 | 500 | 502 | 503 | 504 => Self::Transient,
            _ => Self::Never,
        }
    }
}

/// Details that S3 itself does not want in anybody's log.
pub(crate) const SENSITIVE_DETAILS: [&str; 5] =
    ["Token-0", "StringToSign", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"];

impl Entry {
    /// The statuses, for a sentence.
    pub(crate) fn statuses_in_words(&self) -> Vec<String> {
        self.statuses.iter().map(ToString::to_string).collect()
    }

    /// The sets of details that S3 sends, each in wire order. No code is without one: the empty set counts.
    pub(crate) fn shapes(&self) -> Vec<Vec<&'static str>> {
        let mut shapes = Vec::new();
        for shape in if self.shapes.is_empty() { &[""] } else { self.shapes } {
            let mut names = Vec::new();
            for name in shape.split(';') {
                if !name.is_empty() {
                    names.push(name);
                }
            }
            shapes.push(names);
        }
        shapes
    }

    /// All details that S3 sends, in one set or another.
    pub(crate) fn details(&self) -> Vec<&'static str> {
        self.shapes().concat()
    }

    /// S3's spelling of the detail whose letters and digits are those of `name`.
    pub(crate) fn detail_like(&self, name: &str) -> Option<&'static str> {
        self.details().into_iter().find(|detail| nearest::same_letters(detail, name))
    }
}

/// All codes, sorted.
pub(crate) fn all() -> &'static [Entry] {
    table::CODES
}

/// The entry of exactly this code.
pub(crate) fn find(code: &str) -> Option<&'static Entry> {
    let index = table::CODES.binary_search_by(|entry| entry.code.cmp(code)).ok()?;
    table::CODES.get(index)
}

/// The code that was surely meant: `code` differs from it in case alone, or is a known wrong spelling of it.
pub(crate) fn meant(code: &str) -> Option<&'static str> {
    for (wrong, right) in aliases::ALIASES {
        if wrong.eq_ignore_ascii_case(code) {
            return Some(right);
        }
    }
    for entry in of_initial(code) {
        if entry.code.eq_ignore_ascii_case(code) {
            return Some(entry.code);
        }
    }
    None
}

/// The entries whose first letter is that of `code`, whatever its case: they stand together, because all first letters are
/// capitals.
fn of_initial(code: &str) -> &'static [Entry] {
    let initial = code.as_bytes().first().map(u8::to_ascii_uppercase);
    let from = table::CODES.partition_point(|entry| entry.code.as_bytes().first() < initial.as_ref());
    let entries = table::CODES.get(from..).unwrap_or_default();
    let count = entries.partition_point(|entry| entry.code.as_bytes().first() == initial.as_ref());
    entries.get(..count).unwrap_or_default()
}

/// The code that was probably meant.
pub(crate) fn nearest(code: &str) -> Option<&'static str> {
    meant(code).or_else(|| nearest::of(code, &mut table::CODES.iter().map(|entry| entry.code)))
}

/// Whether a detail of this name is sensitive whatever its code.
pub(crate) fn is_sensitive(detail: &str) -> bool {
    SENSITIVE_DETAILS.contains(&detail)
}
