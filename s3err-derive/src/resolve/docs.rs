//! Doc comments as text.

use syn::{Attribute, Expr, ExprLit, Lit, Meta};

/// The doc comment of an element, each line without the blank that follows the slashes or the star.
pub(super) fn docs(attributes: &[Attribute]) -> String {
    let mut text = String::new();
    for attribute in attributes {
        if let Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let Expr::Lit(ExprLit { lit: Lit::Str(docs), .. }) = &pair.value
        {
            for line in lines(&docs.value()) {
                text.push_str(line.strip_prefix(' ').unwrap_or(line).trim_end());
                text.push('\n');
            }
        }
    }
    text.trim().to_owned()
}

/// The lines of a doc comment; of a block, without the star before each line but the first.
fn lines(docs: &str) -> Vec<&str> {
    let starless: fn(&str) -> Option<&str> = |line| line.trim_start().strip_prefix('*');
    let (first, rest) = docs.split_once('\n').unwrap_or((docs, ""));
    let is_block = !rest.is_empty() && rest.trim_end().lines().all(|line| starless(line).is_some());
    let rest = rest.lines().map(|line| if is_block { starless(line).unwrap_or_default() } else { line });
    std::iter::once(first).chain(rest).collect()
}
