//! The conversion from an `ErrorDocument`, for a type with `decode`.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Generics, Ident, Path, WhereClause};

use super::arms::path;
use super::bounds;
use crate::model::{Declared, Field, FieldValue, Kind, Model, Value, Wait};
use crate::span::{located, shown_at, written_here};
use crate::types::inside_pointer;

/// The implementations of a type with `decode`:
///
/// ```ignore
/// impl __private::Decode for ObjectError {
///     fn read(__row: usize, __document: &ErrorDocument) -> Option<Self> { ... }
///     fn read_transparent(__document: &ErrorDocument) -> Option<Self> { ... }
/// }
/// impl TryFrom<ErrorDocument> for ObjectError { ... }
/// impl<'__document> TryFrom<&'__document ErrorDocument> for ObjectError { ... }
/// ```
pub(super) fn decode(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let where_clause = bounds::with_decode(model, where_clause);
    let (read, read_transparent) = (read(model), read_transparent(model));
    let conversions = conversions(model, &where_clause);
    quote! {
        #[doc(hidden)]
        #[automatically_derived]
        impl #impl_generics #krate::__private::Decode for #ident #type_generics #where_clause {
            #read
            #read_transparent
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
    let hold = shown_at(quote!(#krate::__private::hold), field.ty.span());
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

/// The method that makes the variant of a row from a document:
///
/// ```ignore
/// fn read(__row: usize, __document: &ErrorDocument) -> Option<Self> {
///     match __row {
///         0 => Some(ObjectError::NoSuchKey { key: __private::detail::<String>(__document, "Key")? }),
///         1 => Some(ObjectError::SlowDown {}),
///         _ => None,
///     }
/// }
/// ```
fn read(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let arms = model.variants.iter().filter_map(|variant| {
        let declared = variant.declared()?;
        let (row, path) = (Literal::usize_unsuffixed(declared.row), path(model, variant));
        let fields = variant.fields.iter().map(|field| {
            let (member, value) = (field.pattern_member(), value(krate, declared, field));
            quote!(#member: #value)
        });
        let made = quote!(::core::option::Option::Some(#path { #(#fields),* }));
        // Details that are the same for every value of the variant tell it apart from others of its code.
        let fixed = declared.details.iter().filter_map(|detail| match &detail.value {
            Value::Plain(text) => Some((&detail.name, text)),
            Value::Formatted(_) | Value::Field(_) => None,
        });
        let fixed: Vec<_> =
            fixed.map(|(name, text)| quote!(#krate::__private::fixed(__document, #name, #text)?;)).collect();
        Some(if fixed.is_empty() { quote!(#row => #made) } else { quote!(#row => { #(#fixed)* #made }) })
    });
    let arms: Vec<_> = arms.collect();
    let none = quote!(::core::option::Option::None);
    let (row, document, body) = if arms.is_empty() {
        (quote!(_), quote!(_), none)
    } else {
        (quote!(__row), quote!(__document), quote!(match __row { #(#arms,)* _ => #none }))
    };
    quote! {
        fn read(#row: ::core::primitive::usize, #document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            #body
        }
    }
}

/// The method that tries the variants that take everything from their field, in their order:
///
/// ```ignore
/// fn read_transparent(__document: &ErrorDocument) -> Option<Self> {
///     __private::decode_transparent::<IndexError>(__document).map(|__found| ObjectError::Index { 0: __found })
/// }
/// ```
///
/// Types that hold one another ask one another only once: the document knows who is asking.
fn read_transparent(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut tries = model.variants.iter().filter_map(|variant| {
        let Kind::Transparent(field) = &variant.kind else { return None };
        let (path, member, span) = (path(model, variant), field.pattern_member(), field.ty.span());
        let decode = shown_at(quote!(#krate::__private::decode_transparent), span);
        let found = Ident::new("__found", located(span));
        // In a `Box`, an `Rc` or an `Arc` it is the error itself that is read.
        let inner = inside_pointer(&field.ty);
        let ty = inner.unwrap_or(&field.ty);
        let held = if inner.is_some() { quote!(::core::convert::From::from(#found)) } else { quote!(#found) };
        Some(quote!(#decode::<#ty>(__document).map(|#found| #path { #member: #held })))
    });
    let first = tries.next()?;
    Some(quote! {
        fn read_transparent(__document: &#krate::ErrorDocument) -> ::core::option::Option<Self> {
            #first #(.or_else(|| #tries))*
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
