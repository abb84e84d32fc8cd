//! The items of an attribute: `key`, `key = value`, `key(...)`, with commas between.
//!
//! No library takes them apart, because every build of every user would pay for it. Nearly all lists are plain, and are recognised
//! by their tokens; their literals are left as they were written.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Bracket, Paren};
use syn::{Expr, ExprLit, Ident, Lit, LitBool, MacroDelimiter, Meta, MetaList, MetaNameValue, Path, Result, Token};

/// One of them.
pub(crate) enum Item {
    /// A key, and what stands behind it.
    Meta(Meta),
    /// `key =`, and nothing behind it.
    WithoutValue(Path, Token![=]),
    /// A value without a key.
    Literal(Lit),
}

impl ToTokens for Item {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Meta(meta) => meta.to_tokens(tokens),
            Self::WithoutValue(path, equals) => {
                path.to_tokens(tokens);
                equals.to_tokens(tokens);
            }
            Self::Literal(literal) => literal.to_tokens(tokens),
        }
    }
}

/// All of them.
pub(crate) fn parse(tokens: &TokenStream) -> Result<Vec<Item>> {
    match plain(tokens.clone()) {
        Some(items) => Ok(items),
        None => list.parse2(tokens.clone()),
    }
}

/// The items, if each is `key` or `key = literal`.
fn plain(tokens: TokenStream) -> Option<Vec<Item>> {
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
        items.push(Item::Meta(meta));
    }
    Some(items)
}

fn list(input: ParseStream<'_>) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    while !input.is_empty() {
        items.push(item(input)?);
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
    }
    Ok(items)
}

fn item(input: ParseStream<'_>) -> Result<Item> {
    let is_key = input.peek(LitBool) && input.peek2(Token![=]);
    if input.peek(Lit) && !is_key {
        return input.parse().map(Item::Literal);
    }
    let path = key(input)?;
    if input.peek(Paren) || input.peek(Bracket) || input.peek(Brace) {
        let group: Group = input.parse()?;
        let span = group.delim_span();
        let delimiter = match group.delimiter() {
            Delimiter::Brace => MacroDelimiter::Brace(Brace(span)),
            Delimiter::Bracket => MacroDelimiter::Bracket(Bracket(span)),
            Delimiter::Parenthesis | Delimiter::None => MacroDelimiter::Paren(Paren(span)),
        };
        return Ok(Item::Meta(Meta::List(MetaList { path, delimiter, tokens: group.stream() })));
    }
    if !input.peek(Token![=]) {
        return Ok(Item::Meta(Meta::Path(path)));
    }
    let eq_token = input.parse()?;
    Ok(match value(input)? {
        Some(value) => Item::Meta(Meta::NameValue(MetaNameValue { path, eq_token, value })),
        None => Item::WithoutValue(path, eq_token),
    })
}

/// A key: any word, and a path of such, which is no key but can be told so.
fn key(input: ParseStream<'_>) -> Result<Path> {
    let mut path = Path { leading_colon: input.parse()?, segments: Punctuated::new() };
    loop {
        if !input.peek(Ident::peek_any) {
            return Err(input.error("expected identifier or literal"));
        }
        path.segments.push_value(Ident::parse_any(input)?.into());
        if !input.peek(Token![::]) {
            return Ok(path);
        }
        path.segments.push_punct(input.parse()?);
    }
}

/// What stands behind the `=`. What is no expression that syn reads without its feature `full` is kept as its tokens, to be refused
/// in the words of the key.
fn value(input: ParseStream<'_>) -> Result<Option<Expr>> {
    if is_at_end(input) {
        return Ok(None);
    }
    let ahead = input.fork();
    if let Ok(lit) = ahead.parse()
        && is_at_end(&ahead)
    {
        input.parse::<Lit>()?;
        return Ok(Some(Expr::Lit(ExprLit { attrs: Vec::new(), lit })));
    }
    let ahead = input.fork();
    if ahead.parse::<Expr>().is_ok() && (is_at_end(&ahead) || lacks_comma(&ahead)) {
        return input.parse().map(Some);
    }
    let mut tokens = TokenStream::new();
    while !is_at_end(input) {
        input.parse::<TokenTree>()?.to_tokens(&mut tokens);
    }
    Ok(Some(Expr::Verbatim(tokens)))
}

/// Whether what follows a value is no part of it, so that the comma between them is all that is missing.
fn lacks_comma(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any) || input.peek(Lit) || input.peek(Token![;]) || input.peek(Token![:])
}

fn is_at_end(input: ParseStream<'_>) -> bool {
    input.is_empty() || input.peek(Token![,])
}
