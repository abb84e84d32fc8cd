//! The way back, for a type with `decode`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Generics, Ident, Path, WhereClause};

use super::path;
use crate::model::{Declared, Field, FieldValue, Kind, Model, Value, Wait};
use crate::span::{located, shown_at, written_here};
use crate::types::inside_pointer;

/// The implementations of a type with `decode`.
pub(super) fn decode(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let read = read(model);
    let ask = ask(model);
    let conversions = conversions(model, where_clause);
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::__private::Decode for #ident #type_generics #where_clause {
            #read
            #ask
        }
        #conversions
    }
}

/// The conversions from a document and from a reference to one.
fn conversions(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let other = model.variants.iter().find_map(|variant| match &variant.kind {
        Kind::Other(field) => Some((variant, field)),
        Kind::Declared(_) | Kind::Transparent(_) | Kind::Via(..) => None,
    });
    let Some((variant, field)) = other else {
        let try_from = |document: TokenStream| quote!(#krate::__private::decode(#document).ok_or(__document));
        let bodies = [try_from(quote!(&__document)), try_from(quote!(__document))];
        return from_documents(&model.ident, &model.generics, krate, Some(where_clause), false, bodies);
    };
    let (path, member) = (path(model, variant), field.pattern_member());
    let hold = shown_at(quote!(#krate::__private::HoldsDocument::hold), field.ty.span());
    let from = |borrowed: TokenStream, owned: TokenStream| quote!(#krate::__private::decode(#borrowed).unwrap_or_else(|| #path { #member: #hold(#owned) }));
    let bodies = [
        from(quote!(&__document), quote!(__document)),
        from(quote!(__document), quote!(::core::clone::Clone::clone(__document))),
    ];
    from_documents(&model.ident, &model.generics, krate, Some(where_clause), true, bodies)
}

/// `From` where a variant takes what no other does, so that it `is_total`, and else `TryFrom`, which gives the document
/// back. The bodies are those for a document and for a reference to one.
pub(super) fn from_documents(
    ident: &Ident,
    generics: &Generics,
    krate: &Path,
    where_clause: Option<&WhereClause>,
    is_total: bool,
    [of_owned, of_borrowed]: [TokenStream; 2],
) -> TokenStream {
    let ident = written_here(ident);
    let (impl_generics, type_generics, _) = generics.split_for_impl();
    let mut of_reference = generics.clone();
    of_reference.params.insert(0, syn::parse_quote!('__document));
    let (impl_generics_of_reference, ..) = of_reference.split_for_impl();
    let conversion = |generics: TokenStream, document: TokenStream, body: TokenStream| {
        let items = if is_total {
            quote!(fn from(__document: #document) -> Self { #body })
        } else {
            quote! {
                type Error = #document;
                fn try_from(__document: #document) -> ::core::result::Result<Self, #document> { #body }
            }
        };
        let conversion = if is_total { quote!(From) } else { quote!(TryFrom) };
        quote! {
            #[automatically_derived]
            impl #generics ::core::convert::#conversion<#document> for #ident #type_generics #where_clause { #items }
        }
    };
    let owned = conversion(quote!(#impl_generics), quote!(#krate::ErrorDocument), of_owned);
    let borrowed = quote!(&'__document #krate::ErrorDocument);
    let borrowed = conversion(quote!(#impl_generics_of_reference), borrowed, of_borrowed);
    quote!(#owned #borrowed)
}

/// The variants of the table, each from what a document holds.
fn read(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let mut arms = TokenStream::new();
    let mut index = 0_usize;
    for variant in &model.variants {
        let Some(declared) = variant.declared() else { continue };
        let path = path(model, variant);
        let mut fields = TokenStream::new();
        for field in &variant.fields {
            let (member, value) = (field.pattern_member(), value(krate, declared, field));
            fields.extend(quote!(#member: #value,));
        }
        arms.extend(quote!(#index => ::core::option::Option::Some(#path { #fields }),));
        index += 1;
    }
    if arms.is_empty() {
        return quote! {
            fn read(_: ::core::primitive::usize, _: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
                ::core::option::Option::None
            }
        };
    }
    quote! {
        fn read(__index: ::core::primitive::usize, __document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            match __index { #arms _ => ::core::option::Option::None }
        }
    }
}

/// The variants that take everything from their field, in their order.
fn ask(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut asked = TokenStream::new();
    for variant in &model.variants {
        let Kind::Transparent(field) = &variant.kind else { continue };
        let (path, member, span) = (path(model, variant), field.pattern_member(), field.ty.span());
        let ask = shown_at(quote!(#krate::__private::ask), span);
        let found = Ident::new("__found", located(span));
        // In a `Box` it is the error itself that is read.
        let inner = inside_pointer(&field.ty);
        let ty = inner.unwrap_or(&field.ty);
        let held = if inner.is_some() { quote!(::core::convert::From::from(#found)) } else { quote!(#found) };
        let one = quote!(#ask::<#ty>(__document).map(|#found| #path { #member: #held }));
        asked.extend(if asked.is_empty() { one } else { quote!(.or_else(|| #one)) });
    }
    if asked.is_empty() {
        return None;
    }
    Some(quote! {
        fn ask(__document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            #asked
        }
    })
}

/// The value of one field: read from its detail, its header or the wait, else its default.
fn value(krate: &Path, declared: &Declared, field: &Field) -> TokenStream {
    let detail = declared.details.iter().find_map(|detail| Some((detail, value_of(field, &detail.value)?)));
    if let Some((detail, value)) = detail {
        return from_text(krate, "detail", &detail.name, value, detail.parse.as_ref());
    }
    let header = declared.headers.iter().find_map(|header| Some((header, value_of(field, &header.value)?)));
    if let Some((header, value)) = header {
        return from_text(krate, "header", &header.name, value, header.parse.as_ref());
    }
    let span = field.ty.span();
    if matches!(&declared.wait, Some(Wait::Field(wait)) if wait.index == field.index) {
        let read = shown_at(quote!(#krate::__private::read_wait), span);
        return quote!(#read(__document)?);
    }
    let (unread, ty) = (shown_at(quote!(#krate::__private::unread), span), &field.ty);
    quote!(#unread::<#ty>())
}

/// The value, if it is this field's.
fn value_of<'v>(field: &Field, value: &'v Value) -> Option<&'v FieldValue> {
    value.field().filter(|value| value.field.index == field.index)
}

/// A value from the text of a detail or a header; a required one ends the reading where it is missing.
fn from_text(krate: &Path, kind: &str, name: &str, written: &FieldValue, parse: Option<&ExprPath>) -> TokenStream {
    let kind = format_ident!("{kind}", span = Span::call_site());
    let ty = written.ty();
    let read = if let Some(path) = parse {
        let text = Ident::new("__text", located(path.span()));
        let parsed = shown_at(quote!(#krate::__private::parsed), path.span());
        let parse = quote_spanned!(located(path.span())=> |#text| #parsed::<#ty, _>(#path(#text)));
        quote!(__document.#kind(#name).and_then(#parse))
    } else {
        let function = shown_at(quote!(#krate::__private::#kind), ty.span());
        quote!(#function::<#ty>(__document, #name))
    };
    if written.inner.is_some() { read } else { quote!(#read?) }
}
