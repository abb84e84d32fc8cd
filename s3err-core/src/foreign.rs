//! A stranger's text in a sentence of ours.

use std::fmt::{self, Display};

/// A stranger's text: its beginning, without control characters.
pub(crate) struct Foreign<'a>(pub(crate) &'a str);

impl Display for Foreign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 64;
        for c in self.0.chars().take(MOST) {
            write!(f, "{}", c.escape_debug())?;
        }
        if self.0.chars().nth(MOST).is_some() { f.write_str("...") } else { Ok(()) }
    }
}
