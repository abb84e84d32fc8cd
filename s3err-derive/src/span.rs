//! The spans of generated tokens: where they are, and whose.
//!
//! A token's span says two things: where an error at it is shown, and where its name is looked up. Generated code is
//! shown at the user's tokens, but its locals resolve at the macro (mixed site), so that they never meet the user's
//! names and no lint takes them for the user's code. Constants know no hygiene: where the user has one of a local's
//! name, the local would be a pattern that compares with it. So every local begins with two underscores.
//!
//! It says a third thing: the edition that a token is read in. What has the macro's span is read in the macro's.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

/// The macro's own span, shown at `span`.
pub(crate) fn located(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// A name of the macro's that is not a local, shown at `span`.
pub(crate) fn shown(span: Span) -> Span {
    Span::call_site().located_at(span)
}

/// The local that holds the `index`th field.
pub(crate) fn local(index: usize, span: Span) -> Ident {
    Ident::new(&format!("__field_{index}"), located(span))
}

/// The user's identifier as if the macro had written it: naming a deprecated item through it does not warn.
pub(crate) fn written_here(ident: &Ident) -> Ident {
    let span = ident.span().resolved_at(Span::call_site());
    if ident == "gen" {
        // A name before edition 2024, which is the macro's, and there a keyword: the only one that syn takes for a
        // name.
        return Ident::new_raw("gen", span);
    }
    let mut ident = ident.clone();
    ident.set_span(span);
    ident
}

/// The same tokens, shown at `span`, so that an error about all of them is shown there and not at the derive.
pub(crate) fn shown_at(tokens: TokenStream, span: Span) -> TokenStream {
    let shown = |token: TokenTree| match token {
        TokenTree::Group(group) => {
            let mut moved = Group::new(group.delimiter(), shown_at(group.stream(), span));
            moved.set_span(group.span().located_at(span));
            TokenTree::Group(moved)
        }
        mut token => {
            token.set_span(token.span().located_at(span));
            token
        }
    };
    tokens.into_iter().map(shown).collect()
}
