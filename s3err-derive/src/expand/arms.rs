//! A match over variants, with the fields that an arm needs bound to the macro's locals.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Ident, Member, Token};

use crate::model::{Field, Model, Variant};
use crate::span::{local, written_here};

/// The arms of a match:
///
/// ```ignore
/// ObjectError::NoSuchKey { key: __field_0, .. } => ...,
/// ObjectError::SlowDown => ...,
/// ```
pub(super) struct Arms<'m> {
    model: &'m Model,
    /// The type. Its variants are named by it and not by `Self`, which the compiler looks up among all of them.
    ident: Ident,
    tokens: TokenStream,
    count: usize,
}

impl<'m> Arms<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, ident: written_here(&model.ident), tokens: TokenStream::new(), count: 0 }
    }

    /// Adds the arm of a variant, with these fields of it bound, each once.
    pub(super) fn push(&mut self, variant: &Variant, fields: &[&Field], value: &dyn ToTokens) {
        // Token by token, because a stream that goes into another costs as much as the tokens in it.
        let arms = &mut self.tokens;
        self.ident.to_tokens(arms);
        let name = variant_name(self.model, variant);
        if let Some(name) = &name {
            <Token![::]>::default().to_tokens(arms);
            name.to_tokens(arms);
        }
        if name.is_none() || !variant.is_unit {
            let bound = variant.fields.iter().filter(|field| fields.iter().any(|bound| bound.index == field.index));
            let bound = bound.map(|field| {
                let (member, local) = (field.pattern_member(), field.local());
                quote!(#member: #local,)
            });
            arms.extend(quote!({ #(#bound)* .. }));
        }
        <Token![=>]>::default().to_tokens(arms);
        value.to_tokens(arms);
        <Token![,]>::default().to_tokens(arms);
        self.count += 1;
    }

    /// `match self { ... }`; for an enum without variants, the match that needs no arm.
    pub(super) fn match_self(self) -> TokenStream {
        let arms = Group::new(Delimiter::Brace, self.tokens);
        if self.model.is_enum && self.model.variants.is_empty() {
            quote!(match *self #arms)
        } else {
            quote!(match self #arms)
        }
    }

    /// The match of some variants, and `rest` for the others, if there are any; nothing where it would be `rest` for
    /// all.
    pub(super) fn match_some(mut self, rest: &TokenStream) -> Option<TokenStream> {
        if self.count == 0 {
            return None;
        }
        if self.count < self.model.variants.len() {
            self.tokens.extend(quote!(_ => #rest,));
        }
        Some(self.match_self())
    }
}

/// The variant, for an expression with its fields in braces.
pub(super) fn path(model: &Model, variant: &Variant) -> TokenStream {
    let (ident, name) = (written_here(&model.ident), variant_name(model, variant).into_iter());
    quote!(#ident #(::#name)*)
}

/// The name that follows the type where a variant is meant: nothing for a struct.
fn variant_name(model: &Model, variant: &Variant) -> Option<Ident> {
    model.is_enum.then(|| written_here(&variant.ident))
}

impl Field {
    /// The local that holds it, shown at its type: there an error about the type belongs.
    pub(super) fn local(&self) -> Ident {
        local(self.index, self.ty.span())
    }

    /// Its name, for a pattern or an expression.
    pub(super) fn pattern_member(&self) -> Member {
        match &self.member {
            Member::Named(ident) => Member::Named(written_here(ident)),
            Member::Unnamed(index) => Member::Unnamed(index.clone()),
        }
    }
}
