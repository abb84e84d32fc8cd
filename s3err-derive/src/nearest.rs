//! Near misses: what was meant by a name that is not known.

/// The candidate that `name` most probably is a slip of the keyboard for: at most one slip in four letters.
pub(crate) fn of<'c>(name: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    let name = name.to_ascii_lowercase();
    let mut tolerated = (name.chars().count() / 4).max(1);
    let mut nearest = None;
    for candidate in candidates {
        let slips = slips(&name, &candidate.to_ascii_lowercase());
        // Of equals the first.
        if slips < tolerated || (slips == tolerated && nearest.is_none()) {
            (tolerated, nearest) = (slips, Some(candidate));
        }
    }
    nearest
}

/// Whether two names have the same letters and digits in the same order, whatever the case and what is between them.
pub(crate) fn same_letters(a: &str, b: &str) -> bool {
    letters(a) == letters(b)
}

fn letters(name: &str) -> String {
    let mut letters = String::new();
    for c in name.to_lowercase().chars() {
        if c.is_alphanumeric() {
            letters.push(c);
        }
    }
    letters
}

/// How many letters have to be put in, left out, changed or swapped with their neighbour to make `a` of `b`
/// (the optimal string alignment distance, row by row).
fn slips(a: &str, b: &str) -> usize {
    let mut before = Vec::new();
    let mut previous = vec![0];
    for _ in b.chars() {
        previous.push(previous.len());
    }
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
    let mut letter_before = None;
    for letter in a.chars() {
        let mut row = vec![at(&previous, 0) + 1];
        let mut other_before = None;
        for other in b.chars() {
            let column = row.len();
            let changed = usize::from(letter != other);
            let mut least = (at(&previous, column) + 1).min(at(&row, column - 1) + 1);
            least = least.min(at(&previous, column - 1) + changed);
            if other_before == Some(letter) && letter_before == Some(other) {
                least = least.min(at(&before, column - 2) + 1);
            }
            row.push(least);
            other_before = Some(other);
        }
        before = std::mem::replace(&mut previous, row);
        letter_before = Some(letter);
    }
    previous.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{of, same_letters, slips};

    #[test]
    fn slips_are_counted() {
        for (a, b, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("code", "code", 0),
            ("code", "cod", 1),
            ("code", "coed", 1),
            ("code", "mode", 1),
            ("status", "sattus", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(slips(a, b), expected, "{a} {b}");
            assert_eq!(slips(b, a), expected, "{b} {a}");
        }
    }

    #[test]
    fn the_nearest_is_found_and_the_far_is_not() {
        let keys = ["code", "status", "message", "fault"];
        for (name, expected) in [("cod", Some("code")), ("Staus", Some("status")), ("region", None)] {
            assert_eq!(of(name, &mut keys.into_iter()), expected, "{name}");
        }
    }

    #[test]
    fn of_equally_near_names_the_first_is_meant() {
        assert_eq!(of("cat", &mut ["bat", "rat"].into_iter()), Some("bat"));
        assert_eq!(of("cat", &mut ["bat", "cat", "rat"].into_iter()), Some("cat"));
    }

    #[test]
    fn letters_are_compared_without_case_and_punctuation() {
        assert!(same_letters("AWSAccessKeyId", "aws_access_key_id"));
        assert!(same_letters("Content-MD5", "content_md5"));
        assert!(same_letters("Token-0", "token_0"));
        assert!(!same_letters("Key", "keys"));
    }
}
