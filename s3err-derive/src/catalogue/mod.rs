//! The error codes that the derive knows, so that a user need not look them up.

mod aliases;
mod entry;
mod family;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use entry::{Entry, Fault, Retry, RetrySource, SENSITIVE_DETAILS, Word};

#[cfg(test)]
pub(crate) use family::Family;

use crate::suggest::{self, same_letters};

/// All codes, sorted.
pub(crate) fn all() -> impl Iterator<Item = &'static Entry> {
    table::CODES.iter()
}

/// The entry of exactly this code.
pub(crate) fn find(code: &str) -> Option<&'static Entry> {
    let index = table::CODES.binary_search_by_key(&code, |entry| entry.code).ok()?;
    table::CODES.get(index)
}

/// The entry that a variant of this name stands for. `KmsNotFoundException` is a code of S3 Vectors and also how Rust
/// would name `KMS.NotFoundException`, so a name whose letters are those of two codes stands for neither.
pub(crate) fn find_by_name(name: &str) -> Option<&'static Entry> {
    // Only a dot can be between the letters, so most codes are told apart by their length, which is cheap.
    let is_alike = |code: &str| code.len().abs_diff(name.len()) <= 1 && same_letters(code, name);
    find(name).filter(|_| !others(name).any(is_alike))
}

/// The code that was surely meant: `code` differs from it in case alone, or is a known wrong spelling of it.
pub(crate) fn meant(code: &str) -> Option<&'static str> {
    let alias = aliases::ALIASES.iter().find(|(wrong, _)| wrong.eq_ignore_ascii_case(code));
    // All first letters are capitals, and the codes of one are together.
    let initial = code.get(..1).unwrap_or_default().to_ascii_uppercase();
    let first = table::CODES.partition_point(|entry| entry.code < initial.as_str());
    let with_initial = table::CODES.iter().skip(first).map(|entry| entry.code);
    let with_initial = with_initial.take_while(|right| right.starts_with(initial.as_str()));
    let in_another_case = || with_initial.clone().find(|right| right.eq_ignore_ascii_case(code) && *right != code);
    alias.map(|(_, right)| *right).or_else(in_another_case)
}

/// The code that was probably meant.
pub(crate) fn nearest(code: &str) -> Option<&'static str> {
    meant(code).or_else(|| suggest::nearest(code, others(code)))
}

/// All codes but this.
fn others(code: &str) -> impl Iterator<Item = &'static str> {
    all().map(|entry| entry.code).filter(move |other| *other != code)
}

/// Returns whether a detail of this name is sensitive whatever its code.
pub(crate) fn is_sensitive(detail: &str) -> bool {
    SENSITIVE_DETAILS.contains(&detail)
}
