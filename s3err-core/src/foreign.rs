//! A stranger's text in a sentence of ours.

use std::fmt::{self, Display};

/// A stranger's text: its beginning, without control characters.
pub(crate) struct Foreign<'a>(pub(crate) &'a str);

impl Display for Foreign<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 64;
        for (number, c) in self.0.chars().enumerate() {
            if number == MOST {
                return f.write_str("...");
            }
            write!(f, "{}", c.escape_debug())?;
        }
        Ok(())
    }
}
