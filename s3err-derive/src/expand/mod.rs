//! From the model to tokens. Nothing can go wrong here any more.
//!
//! Beside
//!
//! ```ignore
//! enum ObjectError {
//!     NoSuchKey { #[s3(detail)] key: String },
//!     SlowDown,
//! }
//! ```
//!
//! it puts three implementations: `Describe`, what is known when the program is compiled (`table`); `Derived`, matches
//! over the variants for what is not (the row of a value, its fields, wait and source); and `S3Error`, which is the
//! same for every type. The guide's page on the expansion shows all of it.

mod arms;
mod bounds;
mod decode;
mod stand_in;
mod table;
mod values;

pub(crate) use self::stand_in::stand_in;
pub(crate) use self::table::describe;

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, WhereClause};

use self::arms::{Arms, path};
use crate::model::{Conversion, Field, Kind, Model, Variant};
use crate::span::{local, located, shown_at, written_here};
use crate::types::inside_option;

/// The implementations for a type.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let where_clause = bounds::infer(model);
    let describe = describe(model);
    let derived = derived(model, &where_clause);
    let s3_error = s3_error(model, &where_clause);
    let display = model.options.display.then(|| display(model, &where_clause));
    let decode = model.options.decode.then(|| decode::decode(model, &where_clause));
    let conversions = model.variants.iter().filter_map(|variant| Some(from(model, variant, variant.from.as_ref()?)));
    quote! {
        #describe
        #derived
        #s3_error
        #display
        #decode
        #(#conversions)*
    }
}

/// Implements what the runtime asks of a value:
///
/// ```ignore
/// impl __private::Derived for ObjectError {
///     fn resolve(&self) -> Resolved<'_> { ... }
///     fn values(&self, __visit: Visit<'_>) { ... }
///     fn wait(&self) -> Option<Duration> { ... }
///     fn source(&self) -> Option<&(dyn Error + 'static)> { ... }
/// }
/// ```
fn derived(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let (resolve, values) = (resolve(model), values::values(model));
    let (wait, source) = (values::wait(model), source(model));
    quote! {
        #[doc(hidden)]
        #[automatically_derived]
        impl #impl_generics #krate::__private::Derived for #ident #type_generics #where_clause {
            #resolve
            #values
            #wait
            #source
        }
    }
}

/// The method that finds the row of a value, or the error that it passes on:
///
/// ```ignore
/// fn resolve(&self) -> Resolved<'_> {
///     __private::resolve::<Self>(match self {
///         ObjectError::NoSuchKey { .. } => 0,
///         ObjectError::SlowDown => 1,
///         ObjectError::Index { 0: __field_0, .. } => return __private::transparent(__field_0),
///     })
/// }
/// ```
fn resolve(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let has_rows = model.variants.iter().any(|variant| variant.declared().is_some());
    let leave = has_rows.then(|| quote!(return));
    let mut arms = Arms::new(model);
    for variant in &model.variants {
        match &variant.kind {
            Kind::Declared(declared) => arms.push(variant, &[], &Literal::usize_unsuffixed(declared.row)),
            Kind::Transparent(field) | Kind::Other(field) => {
                let transparent = shown_at(quote!(#krate::__private::transparent), field.ty.span());
                let local = field.local();
                arms.push(variant, &[field], &quote!(#leave #transparent(#local)));
            }
            Kind::Via(field, path) => {
                let via = via(model, field, path);
                arms.push(variant, &[field], &quote!(#leave #via));
            }
        }
    }
    let found = arms.match_self();
    let body = if has_rows { quote!(#krate::__private::resolve::<Self>(#found)) } else { found };
    quote! {
        fn resolve(&self) -> #krate::__private::Resolved<'_> {
            #body
        }
    }
}

/// The error that the function of a `via` returns, shown at the path: what is wrong with it is wrong there.
fn via(model: &Model, field: &Field, path: &ExprPath) -> TokenStream {
    let krate = &model.options.krate;
    let local = local(field.index, path.span());
    let via = shown_at(quote!(#krate::__private::via), path.span());
    quote_spanned!(located(path.span())=> #via(#path(#local)))
}

/// The method that finds the source error, where a variant has one of its own:
///
/// ```ignore
/// fn source(&self) -> Option<&(dyn Error + 'static)> {
///     match self {
///         ObjectError::Disk { source: __field_0, .. } => Some(__private::source(__field_0).error_of_field()),
///         _ => None,
///     }
/// }
/// ```
fn source(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::new(model);
    for variant in &model.variants {
        if let Some(field) = variant.own_source() {
            arms.push(variant, &[field], &source_of(field));
        }
    }
    let body = arms.match_some(&quote!(::core::option::Option::None))?;
    Some(quote! {
        fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            use #krate::__private as __s3err;
            #body
        }
    })
}

/// The error that a field is, or leads to: a `Box` or an `Option` of one counts as well.
fn source_of(field: &Field) -> TokenStream {
    let (local, span) = (field.local(), located(field.ty.span()));
    if inside_option(&field.ty).is_none() {
        return quote_spanned!(span=> ::core::option::Option::Some(__s3err::source(#local).error_of_field()));
    }
    let source = Ident::new("__source", span);
    quote_spanned!(span=> #local.as_ref().map(|#source| __s3err::source(#source).error_of_field()))
}

/// The implementation of `S3Error`, which is the same for every type:
///
/// ```ignore
/// impl S3Error for ObjectError {
///     fn code(&self) -> &str { __private::code(self) }
///     ...
///     fn write_xml(&self, __context: &RequestContext, __out: &mut Vec<u8>) {
///         __private::write_xml(self, __context, __out);
///     }
/// }
/// ```
fn s3_error(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::S3Error for #ident #type_generics #where_clause {
            fn code(&self) -> &::core::primitive::str {
                #krate::__private::code(self)
            }
            fn status(&self) -> #krate::__private::StatusCode {
                #krate::__private::status(self)
            }
            fn message(&self) -> #krate::__private::Cow<'_, ::core::primitive::str> {
                #krate::__private::message(self)
            }
            fn fault(&self) -> #krate::Fault {
                #krate::__private::fault(self)
            }
            fn retry(&self) -> #krate::Retry {
                #krate::__private::retry(self)
            }
            fn variant(&self) -> &'static ::core::primitive::str {
                #krate::__private::variant(self)
            }
            fn close(&self) -> ::core::primitive::bool {
                #krate::__private::close(self)
            }
            fn visit_details(&self, __details: &mut #krate::DetailVisitor<'_>) {
                #krate::__private::visit_details(self, __details);
            }
            fn visit_headers(&self, __headers: &mut #krate::HeaderVisitor<'_>) {
                #krate::__private::visit_headers(self, __headers);
            }
            fn visit_log(&self, __log: #krate::__private::VisitLog<'_>) {
                #krate::__private::visit_log(self, __log);
            }
            fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #krate::__private::origin(self)
            }
            fn write_xml(&self, __context: &#krate::RequestContext, __out: &mut #krate::__private::Vec<u8>) {
                #krate::__private::write_xml(self, __context, __out);
            }
        }
    }
}

/// `Display` and `Error`, for a type that leaves them to the derive.
fn display(model: &Model, where_clause: &WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let mut error_where_clause = where_clause.clone();
    if model.generics.type_params().next().is_some() {
        error_where_clause.predicates.push(syn::parse_quote!(Self: ::core::fmt::Debug));
    }
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #ident #type_generics #where_clause {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #krate::__private::fmt(self, __f)
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::error::Error for #ident #type_generics #error_where_clause {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #krate::S3Error::origin(self)
            }
        }
    }
}

/// The conversion that a field with `from` asks for, shown at its type:
///
/// ```ignore
/// impl From<io::Error> for ObjectError {
///     fn from(__field_0: io::Error) -> Self { ObjectError::Disk { source: __field_0 } }
/// }
/// ```
fn from(model: &Model, variant: &Variant, conversion: &Conversion) -> TokenStream {
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, where_clause) = model.generics.split_for_impl();
    let field = &conversion.field;
    let (path, member, ty, local) = (path(model, variant), field.pattern_member(), &field.ty, field.local());
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::convert::From<#ty> for #ident #type_generics #where_clause {
            fn from(#local: #ty) -> Self {
                #path { #member: #local }
            }
        }
    }
}
