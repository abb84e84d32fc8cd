//! The items of an attribute: `key`, `key = value`, `key(...)`.
//!
//! They are darling's. But its parser tries each value as a literal first and then as an expression, and parses a literal
//! anew for each try. So the plain items, nearly all of them, are recognised here by their tokens.

use darling::ast::NestedMeta;
use proc_macro2::TokenTree;
use syn::buffer::Cursor;
use syn::parse::ParseStream;
use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue, Path, Result, Token};

/// Items with commas between them.
pub(crate) fn parse(input: ParseStream<'_>) -> Result<Vec<NestedMeta>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        let plain = input.step(|cursor| match plain(*cursor) {
            Some((meta, rest)) => Ok((Some(meta), rest)),
            None => Ok((None, *cursor)),
        })?;
        items.push(match plain {
            Some(meta) => NestedMeta::Meta(meta),
            None => input.parse()?,
        });
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(items)
}

/// `key` or `key = literal`, and what follows it.
fn plain(cursor: Cursor<'_>) -> Option<(Meta, Cursor<'_>)> {
    let (TokenTree::Ident(key), rest) = cursor.token_tree()? else { return None };
    if matches!(key.to_string().as_str(), "true" | "false" | "_") {
        return None;
    }
    let path = Path::from(key);
    if is_end(rest) {
        return Some((Meta::Path(path), rest));
    }
    let (TokenTree::Punct(equals), rest) = rest.token_tree()? else { return None };
    let (TokenTree::Literal(literal), rest) = rest.token_tree()? else { return None };
    if equals.as_char() != '=' || !is_end(rest) {
        return None;
    }
    let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit: Lit::new(literal) });
    Some((Meta::NameValue(MetaNameValue { path, eq_token: Token![=](equals.span()), value }), rest))
}

/// Whether an item ends here.
fn is_end(cursor: Cursor<'_>) -> bool {
    match cursor.token_tree() {
        None => true,
        Some((TokenTree::Punct(punct), _)) => punct.as_char() == ',',
        Some(_) => false,
    }
}
