//! The items of an attribute: `key`, `key = value`, `key(...)`.
//!
//! They are darling's. But its parser buffers the tokens, tries each value as a literal first and then as an expression, and
//! parses a literal anew for each try. So a list of plain items, as nearly all are, is recognised here by its tokens, and its
//! literals are left as they were written.

use darling::ast::NestedMeta;
use proc_macro2::{TokenStream, TokenTree};
use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Result, Token};

/// Items with commas between them.
pub(crate) fn parse(tokens: &TokenStream) -> Result<Vec<NestedMeta>> {
    match plain(tokens.clone()) {
        Some(items) => Ok(items),
        None => NestedMeta::parse_meta_list(tokens.clone()),
    }
}

/// The items, if each is `key` or `key = literal`.
fn plain(tokens: TokenStream) -> Option<Vec<NestedMeta>> {
    let mut tokens = tokens.into_iter();
    let mut items = Vec::new();
    while let Some(token) = tokens.next() {
        let TokenTree::Ident(key) = token else { return None };
        if matches!(key.to_string().as_str(), "true" | "false" | "_") {
            return None;
        }
        let path = Path::from(key);
        let mut next = tokens.next();
        let meta = match next {
            Some(TokenTree::Punct(equals)) if equals.as_char() == '=' => {
                let Some(TokenTree::Literal(literal)) = tokens.next() else { return None };
                next = tokens.next();
                let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::Verbatim(literal) });
                Meta::NameValue(MetaNameValue { path, eq_token: Token![=](equals.span()), value })
            }
            _ => Meta::Path(path),
        };
        match next {
            None => {}
            Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => {}
            Some(_) => return None,
        }
        items.push(NestedMeta::Meta(meta));
    }
    Some(items)
}
