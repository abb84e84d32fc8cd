//! The shape that the type must have, whatever its attributes say: errors are handed on by reference, and so are their
//! fields.

use proc_macro2::TokenTree;
use quote::ToTokens as _;
use syn::{Data, GenericParam, Generics, Ident, Meta, Type, WherePredicate};

use crate::attr::input::{ErrorInput, TypeInput};
use crate::attr::value::Message;
use crate::diagnostics::Diagnostics;
use crate::types::ungrouped;

/// Checks it.
pub(crate) fn check(input: &TypeInput<'_>, diagnostics: &mut Diagnostics) {
    // An enum has a size, and is never packed.
    let (Data::Struct(_), [error]) = (&input.derive_input.data, input.errors.as_slice()) else { return };
    is_sized(&input.derive_input.generics, error, diagnostics);
    is_borrowed(error, diagnostics);
}

/// An error is made an object of, which only what has a size can be. Any field but the last has one for rustc already.
fn is_sized(generics: &Generics, error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    let Some(last) = error.fields.last().map(|field| &field.field.ty) else { return };
    let is_unsized = match ungrouped(last) {
        Type::Slice(_) | Type::TraitObject(_) => true,
        Type::Path(path) => path.path.get_ident().is_some_and(|name| name == "str" || may_be_unsized(generics, name)),
        _ => false,
    };
    if is_unsized {
        diagnostics.at(last, "an error must have a size, and this field has none", "put it into a `Box`");
    }
}

/// Returns whether a type parameter is `?Sized`.
fn may_be_unsized(generics: &Generics, name: &Ident) -> bool {
    let of_parameters = generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(parameter) if parameter.ident == *name => Some(&parameter.bounds),
        _ => None,
    });
    let clause = generics.where_clause.iter().flat_map(|clause| &clause.predicates);
    let of_clause = clause.filter_map(|predicate| match predicate {
        WherePredicate::Type(predicate) => match ungrouped(&predicate.bounded_ty) {
            Type::Path(path) if path.path.is_ident(name) => Some(&predicate.bounds),
            _ => None,
        },
        _ => None,
    });
    let is_question_mark = |token: TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '?');
    let mut bounds = of_parameters.chain(of_clause).flatten();
    bounds.any(|bound| bound.to_token_stream().into_iter().next().is_some_and(is_question_mark))
}

/// A field of a `packed` type cannot be borrowed.
fn is_borrowed(error: &ErrorInput<'_>, diagnostics: &mut Diagnostics) {
    let is_word = |token: &TokenTree| matches!(token, TokenTree::Ident(word) if word == "packed");
    let packed = error.attributes.iter().filter(|attribute| attribute.path().is_ident("repr")).find_map(|attribute| {
        let Meta::List(list) = &attribute.meta else { return None };
        list.tokens.clone().into_iter().find(is_word)
    });
    let has_placeholder = matches!(&error.attrs.message, Some(Message::Template(text)) if text.value().contains('{'));
    let is_borrowed = has_placeholder
        || error.fields.iter().any(|field| field.source.is_some() || field.checked.written().next().is_some());
    if let Some(packed) = packed.filter(|_| is_borrowed) {
        let problem = "the fields of an error are borrowed, and those of a `packed` type cannot be";
        diagnostics.at(&packed, problem, "remove it, or move the data into a type of its own");
    }
}
