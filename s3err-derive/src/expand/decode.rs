//! The way back, for a type with `decode`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, WhereClause};

use super::path;
use crate::model::{Declared, Field, Header, HeaderValue, Kind, Model, Parse, Written};
use crate::span::{located, shown_at, written_here};

/// The implementations of a type with `decode`.
pub(super) fn decode(model: &Model<'_>, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.input.ident);
    let (impl_generics, type_generics, _) = model.input.generics.split_for_impl();
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

/// `From` where a variant takes what no other does, and else `TryFrom`, which gives the document back.
fn conversions(model: &Model<'_>, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.input.ident);
    let (_, type_generics, _) = model.input.generics.split_for_impl();
    let mut of_reference = model.input.generics.clone();
    of_reference.params.insert(0, syn::parse_quote!('__document));
    let (impl_generics, ..) = model.input.generics.split_for_impl();
    let (impl_generics_of_reference, ..) = of_reference.split_for_impl();
    let other = model.variants.iter().find_map(|variant| match &variant.kind {
        Kind::Other(field) => Some((variant, field)),
        Kind::Declared(_) | Kind::Transparent(_) | Kind::Via(..) => None,
    });
    let Some((variant, field)) = other else {
        return quote! {
            #[automatically_derived]
            impl #impl_generics ::core::convert::TryFrom<#krate::ErrorDocument> for #ident #type_generics #where_clause {
                type Error = #krate::ErrorDocument;
                fn try_from(__document: #krate::ErrorDocument) -> ::core::result::Result<Self, #krate::ErrorDocument> {
                    #krate::__private::decode(&__document).ok_or(__document)
                }
            }
            #[automatically_derived]
            impl #impl_generics_of_reference ::core::convert::TryFrom<&'__document #krate::ErrorDocument>
                for #ident #type_generics #where_clause
            {
                type Error = &'__document #krate::ErrorDocument;
                fn try_from(__document: &'__document #krate::ErrorDocument) -> ::core::result::Result<Self, &'__document #krate::ErrorDocument> {
                    #krate::__private::decode(__document).ok_or(__document)
                }
            }
        };
    };
    let (path, member, span) = (path(model, variant), field.pattern_member(), field.ty.span());
    let hold = shown_at(quote!(#krate::__private::HoldsDocument::hold), span);
    let other = |document: TokenStream| quote!(#path { #member: #hold(#document) });
    let (owned, cloned) = (other(quote!(__document)), other(quote!(::core::clone::Clone::clone(__document))));
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#krate::ErrorDocument> for #ident #type_generics #where_clause {
            fn from(__document: #krate::ErrorDocument) -> Self {
                #krate::__private::decode(&__document).unwrap_or_else(|| #owned)
            }
        }
        #[automatically_derived]
        impl #impl_generics_of_reference ::core::convert::From<&'__document #krate::ErrorDocument>
            for #ident #type_generics #where_clause
        {
            fn from(__document: &'__document #krate::ErrorDocument) -> Self {
                #krate::__private::decode(__document).unwrap_or_else(|| #cloned)
            }
        }
    }
}

/// The variants of the table, each from what a document holds.
fn read(model: &Model<'_>) -> TokenStream {
    let krate = &model.options.krate;
    let declared = model.variants.iter().filter_map(|variant| Some((variant, variant.declared()?)));
    let arms: Vec<_> = declared
        .enumerate()
        .map(|(index, (variant, declared))| {
            let path = path(model, variant);
            let fields = variant.fields.iter().map(|field| {
                let (member, value) = (field.pattern_member(), value(krate, declared, field));
                quote!(#member: #value)
            });
            quote!(#index => ::core::option::Option::Some(#path { #(#fields),* }),)
        })
        .collect();
    let document = if arms.is_empty() { quote!(_document) } else { quote!(__document) };
    let index = if arms.is_empty() { quote!(_index) } else { quote!(__index) };
    let body = if arms.is_empty() {
        quote!(::core::option::Option::None)
    } else {
        quote!(match __index { #(#arms)* _ => ::core::option::Option::None })
    };
    quote! {
        fn read(#index: ::core::primitive::usize, #document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            #body
        }
    }
}

/// The variants that take everything from their field, in their order.
fn ask(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut asked = model.variants.iter().filter_map(|variant| match &variant.kind {
        Kind::Transparent(field) => {
            let (path, member, span) = (path(model, variant), field.pattern_member(), field.ty.span());
            let ask = shown_at(quote!(#krate::__private::ask), span);
            let ty = field.ty;
            let found = syn::Ident::new("__found", located(span));
            Some(quote!(#ask::<#ty>(__document).map(|#found| #path { #member: #found })))
        }
        Kind::Declared(_) | Kind::Via(..) | Kind::Other(_) => None,
    });
    let first = asked.next()?;
    Some(quote! {
        fn ask(__document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            #first #(.or_else(|| #asked))*
        }
    })
}

/// The value of one field: read from its detail, its header or the wait, else its default.
fn value(krate: &Path, declared: &Declared<'_>, field: &Field<'_>) -> TokenStream {
    let of_field = |written: &Written<'_>| written.field.index == field.index;
    if let Some(detail) = declared.details.iter().find(|detail| of_field(&detail.value)) {
        return from_text(krate, "detail", &detail.name, &detail.value, &detail.parse);
    }
    let header = declared.headers.iter().find_map(|header| match header {
        Header { value: HeaderValue::Field(value), parse, name, .. } if of_field(value) => Some((name, value, parse)),
        _ => None,
    });
    if let Some((name, value, parse)) = header {
        return from_text(krate, "header", name, value, parse);
    }
    let span = field.ty.span();
    if declared.retry_after.as_ref().is_some_and(|wait| wait.index == field.index) {
        let read = shown_at(quote!(#krate::__private::read_wait), span);
        return quote!(#read(__document)?);
    }
    let (unread, ty) = (shown_at(quote!(#krate::__private::unread), span), field.ty);
    quote!(#unread::<#ty>())
}

/// A value from the text of a detail or a header; a required one ends the reading where it is missing.
fn from_text(krate: &Path, kind: &str, name: &str, written: &Written<'_>, parse: &Parse) -> TokenStream {
    let kind = format_ident!("{kind}", span = Span::call_site());
    let ty = written.ty();
    let read = if let Some(path) = parse {
        let text = syn::Ident::new("__text", located(path.span()));
        let parsed = shown_at(quote!(#krate::__private::parsed), path.span());
        let parse = quote_spanned!(located(path.span())=> |#text| #parsed(#path(#text)));
        quote!(__document.#kind(#name).and_then(#parse))
    } else {
        let function = shown_at(quote!(#krate::__private::#kind), ty.span());
        quote!(#function::<#ty>(__document, #name))
    };
    if written.inner.is_some() { read } else { quote!(#read?) }
}
