//! The kind of a type, as far as its tokens tell.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{GenericArgument, PathArguments, Type};

/// The type inside an `Option`, told by its name as every derive has to.
pub(crate) fn inside_option(ty: &Type) -> Option<&Type> {
    inside(ty, &["Option"])
}

/// The type that a `Box`, an `Rc` or an `Arc` holds, unless that is a trait object.
pub(crate) fn inside_pointer(ty: &Type) -> Option<&Type> {
    inside(ty, &["Box", "Rc", "Arc"]).filter(|inner| !matches!(ungrouped(inner), Type::TraitObject(_)))
}

/// The one type in the angle brackets of a type that has one of these names.
fn inside<'t>(ty: &'t Type, names: &[&str]) -> Option<&'t Type> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    let mut arguments = arguments.args.iter();
    let (Some(GenericArgument::Type(inner)), None) = (arguments.next(), arguments.next()) else { return None };
    (path.qself.is_none() && is_one_of(&last.ident, names)).then_some(inner)
}

fn is_one_of(ident: &Ident, names: &[&str]) -> bool {
    names.contains(&ident.to_string().as_str())
}

/// The type itself: a fragment of a macro's comes in an invisible group.
pub(crate) fn ungrouped(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungrouped(&group.elem),
        Type::Paren(paren) => ungrouped(&paren.elem),
        _ => ty,
    }
}

/// Returns whether a type is, by its name, one of the plain ones, none of which is an error.
pub(crate) fn is_plain(ty: &Type) -> bool {
    const PLAIN: [&str; 16] = [
        "String", "str", "bool", "char", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
        "isize",
    ];
    match ungrouped(inside_option(ty).unwrap_or(ty)) {
        Type::Reference(reference) => is_plain(&reference.elem),
        Type::Path(path) => path.path.get_ident().is_some_and(|name| is_one_of(name, &PLAIN)),
        _ => false,
    }
}

/// Returns whether a type names a lifetime other than `'static`.
pub(crate) fn borrows(ty: &Type) -> bool {
    names_a_lifetime(ty.to_token_stream())
}

fn names_a_lifetime(tokens: TokenStream) -> bool {
    let mut after_quote = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => std::mem::take(&mut after_quote) && name != "static",
        TokenTree::Group(group) => names_a_lifetime(group.stream()),
        TokenTree::Punct(punct) => {
            after_quote = punct.as_char() == '\'';
            false
        }
        TokenTree::Literal(_) => false,
    })
}

/// Returns whether the name of a type is that of one of the standard library's strings. It may be another one: the
/// generated code asks the compiler.
pub(crate) fn looks_like_text(ty: &Type) -> bool {
    match ungrouped(ty) {
        Type::Reference(reference) => looks_like_text(&reference.elem),
        Type::Path(path) => path.path.segments.last().is_some_and(|last| {
            let inside = match &last.arguments {
                PathArguments::AngleBracketed(arguments) => arguments.args.iter().any(|argument| match argument {
                    GenericArgument::Type(ty) => looks_like_text(ty),
                    _ => false,
                }),
                _ => false,
            };
            let name = last.ident.to_string();
            match name.as_str() {
                "String" | "str" => !inside,
                "Box" | "Rc" | "Arc" | "Cow" => inside,
                _ => false,
            }
        }),
        _ => false,
    }
}

/// Returns whether a type is called `ErrorDocument`, or is a `Box` of one that is.
pub(crate) fn names_a_document(ty: &Type) -> bool {
    let Type::Path(path) = ungrouped(ty) else { return false };
    path.path.segments.last().is_some_and(|last| match &last.arguments {
        PathArguments::AngleBracketed(inside) if last.ident == "Box" => {
            inside.args.iter().any(|argument| matches!(argument, GenericArgument::Type(ty) if names_a_document(ty)))
        }
        _ => last.ident == "ErrorDocument",
    })
}
