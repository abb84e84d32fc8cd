//! From the model to tokens. Nothing can go wrong here any more.
//!
//! Of
//!
//! ```ignore
//! enum ObjectError {
//!     NoSuchKey { #[s3(detail)] key: String },
//!     SlowDown,
//! }
//! ```
//!
//! it makes a table of what is known when the program is compiled, and two small matches for what is not:
//!
//! ```ignore
//! impl Describe for ObjectError {
//!     const SPECS: &'static [ErrorSpec] = {
//!         static SPECS: [ErrorSpec; 2] = [
//!             ErrorSpec::__new("NoSuchKey", "NoSuchKey", 404, "The specified key does not exist.", "<?xml ...>...<Key>")
//!                 .__gaps(&[Gap { before: "", after: "</Key>" }])
//!                 .__details(&[FieldSpec::__new("Key", false, false)]),
//!             ErrorSpec::__new("SlowDown", ...),
//!         ];
//!         &SPECS
//!     };
//! }
//! impl Derived for ObjectError {
//!     fn route(&self) -> Route<'_> {
//!         match self { Self::NoSuchKey { .. } => Route::Own(0), Self::SlowDown { .. } => Route::Own(1) }
//!     }
//!     fn document_values(&self, __visit: Visit<'_>) {
//!         match self { Self::NoSuchKey { key: __field_0, .. } => __visit(&[text_or(__field_0)...]), _ => __visit(&[]) }
//!     }
//! }
//! impl S3Error for ObjectError {
//!     fn code(&self) -> &str { __private::code(self) }
//!     ...
//! }
//! ```

mod decode;
mod fallback;
mod spec;
mod values;

pub(crate) use fallback::fallback;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Data, ExprPath, Ident, Member};

use crate::bounds;
use crate::model::{Field, Kind, Model, Variant};
use crate::span::{local, located, shown_at, written_here};
use crate::types::inside_option;

/// The implementations for a type.
pub(crate) fn expand(model: &Model<'_>) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.input.ident);
    let (impl_generics, type_generics, _) = model.input.generics.split_for_impl();
    let where_clause = bounds::infer(model);
    let specs: Vec<_> = model.variants.iter().filter_map(|variant| spec::spec(krate, variant)).collect();
    let count = specs.len();
    let route = route(model);
    let values = values::methods(model);
    let source = source(model);
    let display = model.options.display.then(|| display(model, &where_clause));
    let decode = model.options.decode.then(|| decode::decode(model, &bounds::infer_decode(model)));
    quote! {
        #[automatically_derived]
        impl #impl_generics #krate::Describe for #ident #type_generics #where_clause {
            const SPECS: &'static [#krate::ErrorSpec] = {
                static SPECS: [#krate::ErrorSpec; #count] = [#(#specs),*];
                &SPECS
            };
        }
        #[automatically_derived]
        impl #impl_generics #krate::__private::Derived for #ident #type_generics #where_clause {
            fn route(&self) -> #krate::__private::Route<'_> {
                #route
            }
            #values
            #source
        }
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
            fn visit_log(&self, __log: #krate::__private::LogVisitor<'_>) {
                #krate::__private::visit_log(self, __log);
            }
            fn origin(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #krate::__private::origin(self)
            }
            fn __document(&self, __sink: #krate::__private::Sink<'_>) {
                #krate::__private::document(self, __sink);
            }
        }
        #display
        #decode
    }
}

/// `match self { ... }`; of an enum without variants, the match that needs no arm.
fn match_self(model: &Model<'_>, arms: impl Iterator<Item = TokenStream>) -> TokenStream {
    match &model.input.data {
        Data::Enum(data) if data.variants.is_empty() => quote!(match *self {}),
        _ => quote!(match self { #(#arms)* }),
    }
}

/// The match of some variants, and `rest` for the others, if there are any; nothing where it would be `rest` for all.
fn match_some(model: &Model<'_>, arms: Vec<TokenStream>, rest: &TokenStream) -> Option<TokenStream> {
    if arms.is_empty() {
        return None;
    }
    let rest = (arms.len() < model.variants.len()).then(|| quote!(_ => #rest,));
    Some(match_self(model, arms.into_iter().chain(rest)))
}

/// A pattern that binds these fields of a variant to the macro's locals.
fn pattern<'a>(
    model: &Model<'_>,
    variant: &Variant<'_>,
    fields: impl IntoIterator<Item = &'a Field<'a>>,
) -> TokenStream {
    let mut bound = BTreeMap::new();
    for field in fields {
        let (member, local) = (field.pattern_member(), field.local());
        bound.entry(field.index).or_insert_with(|| quote!(#member: #local,));
    }
    let (path, bindings) = (path(model, variant), bound.values());
    quote!(#path { #(#bindings)* .. })
}

/// The variant, for a pattern or an expression with its fields in braces.
fn path(model: &Model<'_>, variant: &Variant<'_>) -> TokenStream {
    match &model.input.data {
        Data::Enum(_) => {
            let ident = written_here(variant.ident);
            quote!(Self::#ident)
        }
        Data::Struct(_) | Data::Union(_) => quote!(Self),
    }
}

impl Field<'_> {
    /// The local that holds it, shown at its type: there an error about the type belongs.
    fn local(&self) -> Ident {
        local(self.index, self.ty.span())
    }

    /// Its name, for a pattern or an expression.
    fn pattern_member(&self) -> Member {
        match &self.member {
            Member::Named(ident) => Member::Named(written_here(ident)),
            Member::Unnamed(index) => Member::Unnamed(index.clone()),
        }
    }
}

/// Where the answers come from: the index of the variant's spec, or another error.
fn route(model: &Model<'_>) -> TokenStream {
    let krate = &model.options.krate;
    let mut index = 0_usize;
    let arms = model.variants.iter().map(|variant| match &variant.kind {
        Kind::Declared(_) => {
            let pattern = pattern(model, variant, None);
            let arm = quote!(#pattern => #krate::__private::Route::Own(#index),);
            index += 1;
            arm
        }
        Kind::Transparent(field) | Kind::Other(field) => {
            let (pattern, local) = (pattern(model, variant, [field]), field.local());
            let transparent = shown_at(quote!(#krate::__private::transparent), field.ty.span());
            quote!(#pattern => #transparent(#local),)
        }
        Kind::Via(field, path) => {
            let (pattern, found) = (pattern(model, variant, [field]), via(model, field, path));
            quote!(#pattern => #krate::__private::Route::Other(#found),)
        }
    });
    let arms: Vec<_> = arms.collect();
    match_self(model, arms.into_iter())
}

/// The error that the function of a `via` finds, shown at the path: what is wrong with it is wrong there.
fn via(model: &Model<'_>, field: &Field<'_>, path: &ExprPath) -> TokenStream {
    let krate = &model.options.krate;
    let span = located(path.span());
    let local = local(field.index, path.span());
    let found = Ident::new("__found", span);
    let object = shown_at(quote!(&dyn #krate::S3Error), path.span());
    // Two steps: the first alone decides what a generic function returns.
    quote_spanned!(span=> { let #found = #path(#local); let #found: #object = #found; #found })
}

/// The sources of the variants that have one of their own.
fn source(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let arms = model.variants.iter().filter_map(|variant| {
        let field = variant.own_source()?;
        let (pattern, source) = (pattern(model, variant, [field]), source_of(field));
        Some(quote!(#pattern => #source,))
    });
    let body = match_some(model, arms.collect(), &quote!(::core::option::Option::None))?;
    Some(quote! {
        fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            use #krate::__private::AsOrigin as _;
            #body
        }
    })
}

/// The origin that a field is, or leads to: a `Box` or an `Option` of one counts as well.
fn source_of(field: &Field<'_>) -> TokenStream {
    let (local, span) = (field.local(), located(field.ty.span()));
    if inside_option(field.ty).is_none() {
        return quote_spanned!(span=> ::core::option::Option::Some(#local.__s3err_origin()));
    }
    let source = Ident::new("__source", span);
    quote_spanned!(span=> #local.as_ref().map(|#source| #source.__s3err_origin()))
}

/// `Display` and `Error`, for a type that leaves them to the derive.
fn display(model: &Model<'_>, where_clause: &syn::WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.input.ident);
    let (impl_generics, type_generics, _) = model.input.generics.split_for_impl();
    let mut of_error = where_clause.clone();
    if model.input.generics.type_params().next().is_some() {
        of_error.predicates.push(syn::parse_quote!(Self: ::core::fmt::Debug));
    }
    quote! {
        #[automatically_derived]
        impl #impl_generics ::core::fmt::Display for #ident #type_generics #where_clause {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #krate::__private::fmt(self, __f)
            }
        }
        #[automatically_derived]
        impl #impl_generics ::core::error::Error for #ident #type_generics #of_error {
            fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
                #krate::S3Error::origin(self)
            }
        }
    }
}
