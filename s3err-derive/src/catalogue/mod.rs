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
    /// The sets of details that S3 sends, each in wire order. No code is without one: the empty set counts.
    pub(crate) fn shapes(&self) -> impl Iterator<Item = Vec<&'static str>> {
        let without = self.shapes.is_empty().then_some("");
        let split = |shape: &'static str| shape.split(';').filter(|name| !name.is_empty()).collect();
        self.shapes.iter().copied().chain(without).map(split)
    }

    /// S3's spelling of the detail whose letters and digits are those of `name`.
    pub(crate) fn detail_like(&self, name: &str) -> Option<&'static str> {
        self.shapes().flatten().find(|detail| nearest::same_letters(detail, name))
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
    let alias = aliases::ALIASES.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(code)).map(|(_, right)| *right);
    alias.or_else(|| table::CODES.iter().map(|entry| entry.code).find(|known| known.eq_ignore_ascii_case(code)))
}

/// The code that was probably meant.
pub(crate) fn nearest(code: &str) -> Option<&'static str> {
    meant(code).or_else(|| nearest::of(code, table::CODES.iter().map(|entry| entry.code)))
}

/// Whether a detail of this name is sensitive whatever its code.
pub(crate) fn is_sensitive(detail: &str) -> bool {
    SENSITIVE_DETAILS.contains(&detail)
}
