//! S3's error codes: what the derive knows of each, so that a user need not.

mod aliases;
mod table;
#[cfg(test)]
mod tests;

use crate::suggest::{self, same_letters};

/// How many columns a line of the table has.
const COLUMNS: usize = 7;

/// A code of S3's XML protocols: its line in the table.
#[derive(Clone, Copy)]
pub(crate) struct Entry(&'static str);

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

/// A word of the table, which is also what the value of an attribute may be.
pub(crate) trait Word: Sized {
    const WORDS: &'static [&'static str];
    fn of_word(word: &str) -> Option<Self>;
}

impl Word for Fault {
    const WORDS: &'static [&'static str] = &["client", "server"];
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "client" => Some(Self::Client),
            "server" => Some(Self::Server),
            _ => None,
        }
    }
}

impl Word for Retry {
    const WORDS: &'static [&'static str] = &["never", "transient", "throttling"];
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "never" => Some(Self::Never),
            "transient" => Some(Self::Transient),
            "throttling" => Some(Self::Throttling),
            _ => None,
        }
    }
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
    /// A column, `-` read as nothing. The last is the rest of the line.
    fn column(self, number: usize) -> &'static str {
        match self.0.splitn(COLUMNS, ' ').nth(number) {
            Some("-") | None => "",
            Some(column) => column,
        }
    }

    pub(crate) fn code(self) -> &'static str {
        self.column(0)
    }

    /// The error statuses that S3 sends it with, the usual one first; empty where none is known.
    pub(crate) fn statuses(self) -> Vec<u16> {
        let mut statuses = Vec::new();
        for status in self.column(1).split(',') {
            if let Ok(status) = status.parse() {
                statuses.push(status);
            }
        }
        statuses
    }

    /// The statuses, for a sentence.
    pub(crate) fn statuses_in_words(self) -> Vec<String> {
        let mut words = Vec::new();
        for status in self.statuses() {
            words.push(status.to_string());
        }
        words
    }

    /// Where it is known: else it goes by the status.
    pub(crate) fn fault(self) -> Option<Fault> {
        Fault::of_word(self.column(2))
    }

    /// Where it is known: else it goes by the status.
    pub(crate) fn retry(self) -> Option<Retry> {
        Retry::of_word(self.column(3))
    }

    /// The sets of details that S3 sends, each in wire order. No code is without one: the empty set counts.
    pub(crate) fn shapes(self) -> Vec<Vec<&'static str>> {
        let mut shapes = Vec::new();
        for shape in self.column(4).split('/') {
            let mut names = Vec::new();
            for name in shape.split(';') {
                if !matches!(name, "" | "-") {
                    names.push(name);
                }
            }
            shapes.push(names);
        }
        shapes
    }

    /// All details that S3 sends, in one set or another.
    pub(crate) fn details(self) -> Vec<&'static str> {
        let mut details = Vec::new();
        for shape in &self.shapes() {
            details.extend_from_slice(shape);
        }
        details
    }

    /// The part of S3 that it comes from.
    pub(crate) fn family(self) -> &'static str {
        self.column(5)
    }

    pub(crate) fn message(self) -> &'static str {
        self.column(6)
    }

    /// S3's spelling of the detail whose letters and digits are those of `name`.
    pub(crate) fn detail_like(self, name: &str) -> Option<&'static str> {
        self.details().iter().find(|detail| same_letters(detail, name)).copied()
    }
}

/// All codes, sorted.
pub(crate) fn all() -> impl Iterator<Item = Entry> {
    table::CODES.iter().map(|line| Entry(line))
}

/// The entry of exactly this code.
pub(crate) fn find(code: &str) -> Option<Entry> {
    let entry = Entry(table::CODES.get(place_of(code))?);
    (entry.code() == code).then_some(entry)
}

/// How many codes stand before `code`. Every character of a code sorts after the blank behind it, so the lines are sorted as their
/// codes are.
fn place_of(code: &str) -> usize {
    table::CODES.partition_point(|line| *line < code)
}

/// The code that was surely meant: `code` differs from it in case alone, or is a known wrong spelling of it.
pub(crate) fn meant(code: &str) -> Option<&'static str> {
    for (wrong, right) in aliases::ALIASES {
        if wrong.eq_ignore_ascii_case(code) {
            return Some(right);
        }
    }
    // All first letters are capitals, and the codes of one stand together.
    let initial = code.get(..1)?.to_ascii_uppercase();
    for line in table::CODES.get(place_of(&initial)..).unwrap_or_default() {
        let right = Entry(line).code();
        if !right.starts_with(&initial) {
            break;
        }
        if right.eq_ignore_ascii_case(code) {
            return Some(right);
        }
    }
    None
}

/// The code that was probably meant.
pub(crate) fn nearest(code: &str) -> Option<&'static str> {
    meant(code).or_else(|| suggest::nearest(code, all().map(Entry::code)))
}

/// Whether a detail of this name is sensitive whatever its code.
pub(crate) fn is_sensitive(detail: &str) -> bool {
    SENSITIVE_DETAILS.contains(&detail)
}
