//! Near misses, and lists in English.

use std::borrow::Borrow;

use strsim::osa_distance;

/// The candidate that `name` is most probably a slip of the keyboard for: at most one slip in four letters, and one in
/// a name of three. Of equally near candidates the first wins.
pub(crate) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let name = name.to_lowercase();
    let length = name.chars().count();
    let tolerated = (length / 4).max(usize::from(length > 2));
    let near = candidates.into_iter().filter_map(|candidate| {
        let lowercase = candidate.to_lowercase();
        // A letter more or less is a slip, and so is one that the candidate does not have at all. The comparison is
        // quadratic, so whatever these two tell apart is not compared.
        let is_comparable = candidate.chars().count().abs_diff(length) <= tolerated
            && name.chars().filter(|letter| !lowercase.contains(*letter)).count() <= tolerated;
        let slips = is_comparable.then(|| osa_distance(&name, &lowercase))?;
        (slips <= tolerated).then_some((slips, candidate))
    });
    near.min_by_key(|(slips, _)| *slips).map(|(_, candidate)| candidate)
}

/// Returns whether two names have the same letters and digits in the same order, whatever the case and what is between
/// them.
pub(crate) fn same_letters(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(name: &str) -> impl Iterator<Item = char> {
    name.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric())
}

/// Each name as a sentence quotes it.
pub(crate) fn quoted<'n>(names: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    names.into_iter().map(|name| format!("`{name}`")).collect()
}

/// `a, b and c`, with `word` for `and`.
pub(crate) fn list(names: &[impl Borrow<str>], word: &str) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => format!("{} {word} {}", before.join(", "), last.borrow()),
        _ => names.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{list, nearest, quoted, same_letters};

    #[test]
    fn the_nearest_is_found_and_the_far_is_not() {
        let attributes = ["code", "status", "message", "fault"];
        for (name, expected) in [
            ("code", Some("code")),
            ("cod", Some("code")),
            ("coed", Some("code")),
            ("CODES", Some("code")),
            ("Staus", Some("status")),
            ("sattus", Some("status")),
            ("mesage", Some("message")),
            ("messgae", Some("message")),
            ("region", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, attributes), expected, "{name}");
        }
    }

    #[test]
    fn short_names_are_not_near_everything() {
        assert_eq!(nearest("N", ["w"]), None);
        assert_eq!(nearest("N", ["n"]), Some("n"));
        assert_eq!(nearest("ab", ["ac"]), None);
        assert_eq!(nearest("abc", ["abd"]), Some("abd"));
    }

    #[test]
    fn of_equally_near_names_the_first_is_meant() {
        assert_eq!(nearest("cat", ["bat", "rat"]), Some("bat"));
        assert_eq!(nearest("cat", ["bat", "cat", "rat"]), Some("cat"));
    }

    #[test]
    fn letters_are_compared_without_case_and_punctuation() {
        assert!(same_letters("AWSAccessKeyId", "aws_access_key_id"));
        assert!(same_letters("Content-MD5", "content_md5"));
        assert!(same_letters("Token-0", "token_0"));
        assert!(!same_letters("Key", "keys"));
    }

    #[test]
    fn names_are_listed_as_english_does() {
        for (names, expected) in
            [(&[][..], ""), (&["a"], "`a`"), (&["a", "b"], "`a` or `b`"), (&["a", "b", "c"], "`a`, `b` or `c`")]
        {
            assert_eq!(list(&quoted(names.iter().copied()), "or"), expected);
        }
    }
}
