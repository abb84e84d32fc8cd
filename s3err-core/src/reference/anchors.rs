//! The anchors by which each error is linked to.

use std::collections::BTreeSet;

use crate::spec::ErrorSpec;

/// The names that are taken on a page.
#[derive(Debug)]
pub(super) struct Anchors(BTreeSet<String>);

/// The anchors of one error.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Its type and its variant, as in `ObjectError.Gone`: the same on every page, whatever is added to it. Of an error
    /// that is a type of its own, the type and the code.
    pub(super) id: String,
    /// The shorter names of the first error that has the code: `ObjectError.NoSuchKey` and `NoSuchKey`.
    pub(super) aliases: Vec<String>,
}

impl Anchors {
    /// No anchors yet, besides the page's own.
    pub(super) fn new(own: &[&str]) -> Self {
        Self(own.iter().map(|&own| own.to_owned()).collect())
    }

    /// The anchor of a type. It has a colon, which those of errors have not.
    pub(super) fn of_type(&mut self, name: &str) -> String {
        self.numbered(&format!("type:{}", safe(name)))
    }

    pub(super) fn of_error(&mut self, type_name: &str, spec: &ErrorSpec) -> Anchor {
        let name = if spec.variant == type_name { spec.code } else { spec.variant };
        let [id, qualified] = [name, spec.code].map(|name| format!("{}.{}", safe(type_name), safe(name)));
        let id = self.numbered(&id);
        let aliases = [qualified, safe(spec.code)];
        Anchor { id, aliases: aliases.into_iter().filter(|alias| self.0.insert(alias.clone())).collect() }
    }

    /// The name, with a number if it is taken.
    fn numbered(&mut self, name: &str) -> String {
        let mut numbered = name.to_owned();
        let mut number = 1;
        while !self.0.insert(numbered.clone()) {
            number += 1;
            numbered = format!("{name}-{number}");
        }
        numbered
    }
}

/// The name, with a hyphen for each character that would have to be escaped in an attribute or in a URL.
fn safe(name: &str) -> String {
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    name.chars().map(|c| if is_safe(c) { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Anchors};

    #[test]
    fn anchors_are_unique_and_the_first_of_a_code_has_it_for_a_name() {
        let mut anchors = Anchors::new(&["legend"]);
        for (type_name, variant, code, id, aliases) in [
            ("A", "NoSuchKey", "NoSuchKey", "A.NoSuchKey", &["NoSuchKey"][..]),
            ("A", "Gone", "NoSuchKey", "A.Gone", &[]),
            ("B", "Gone", "NoSuchKey", "B.Gone", &["B.NoSuchKey"]),
            ("B", "Gone", "NoSuchKey", "B.Gone-2", &[]),
            ("legend", "legend", "legend", "legend.legend", &[]),
            ("Denied", "Denied", "AccessDenied", "Denied.AccessDenied", &["AccessDenied"]),
            ("C", "Kms", "KMS.Not_Found", "C.Kms", &["C.KMS.Not_Found", "KMS.Not_Found"]),
            ("C", "Odd", "a\"><b", "C.Odd", &["C.a---b", "a---b"]),
        ] {
            let aliases = aliases.iter().map(|&alias| alias.to_owned()).collect();
            let spec = crate::spec::error(variant, code, 400, "");
            assert_eq!(anchors.of_error(type_name, &spec), Anchor { id: id.into(), aliases });
        }
        assert_eq!(["A", "A"].map(|name| anchors.of_type(name)), ["type:A", "type:A-2"]);
    }
}
