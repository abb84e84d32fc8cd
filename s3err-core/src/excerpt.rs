//! Text from elsewhere, quoted in a message of ours.

use std::fmt::{self, Display};

/// The beginning of a string from elsewhere, its control characters escaped.
pub(crate) struct Excerpt<'a>(pub(crate) &'a str);

impl Display for Excerpt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 64;
        const MOST_ESCAPED: usize = 128;
        let mut len = 0;
        for (number, c) in self.0.chars().enumerate() {
            let escaped = c.escape_debug();
            if number == MOST || len > MOST_ESCAPED {
                return f.write_str("...");
            }
            len += escaped.len();
            write!(f, "{escaped}")?;
        }
        Ok(())
    }
}
