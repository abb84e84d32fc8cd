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
//! it makes a table of what is known when the program is compiled, and two small matches for what is not. It is written to
//! be cheap to compile: plain literals, short paths, and no call that can be left out, for it is written for each variant.
//!
//! ```ignore
//! impl<__Deferred> Table<__Deferred> for ObjectError {
//!     const TABLE: &'static [ErrorSpec] = &__private::rows::<2>(&[(
//!         &[
//!             "NoSuchKey", "NoSuchKey", "The specified key does not exist.", "<?xml ...>...<Key>",
//!             "SlowDown", "SlowDown", "Please reduce your request rate.", "<?xml ...>...</Message>",
//!         ],
//!         &[404, 1, 1, 503, 0, 0],
//!         &["", "</Key>"],
//!         &__private::details(["Key"], [false, false]),
//!     )]);
//! }
//! impl Derived for ObjectError {
//!     fn route(&self) -> Route<'_> {
//!         __private::own::<Self>(match self { ObjectError::NoSuchKey { .. } => 0, ObjectError::SlowDown => 1 })
//!     }
//!     fn document_values(&self, __visit: Visit<'_>) {
//!         use __private as __s3err;
//!         match self {
//!             ObjectError::NoSuchKey { key: __field_0, .. } => __visit(&[text_or(__field_0)...]),
//!             _ => __visit(&[]),
//!         }
//!     }
//! }
//! impl S3Error for ObjectError {
//!     fn code(&self) -> &str { __private::code(self) }
//!     ...
//!     fn __derived(&self) -> Option<&dyn Derived> { Some(self) }
//!     fn __document(&self, __sink: Sink<'_>) { __private::document(self, __sink); }
//! }
//! ```

mod bounds;
mod decode;
mod spec;
mod stand_in;
mod values;

pub(crate) use self::stand_in::stand_in;

use proc_macro2::{Delimiter, Group, Literal, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, Member, Token};

use crate::model::{Field, Kind, Model, Variant};
use crate::span::{local, located, shown_at, written_here};
use crate::types::inside_option;

/// The implementations for a type.
pub(crate) fn expand(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let where_clause = bounds::infer(model);
    let table = spec::table(model);
    let route = route(model);
    let values = values::methods(model);
    let source = source(model);
    let display = model.options.display.then(|| display(model, &where_clause));
    let decode = model.options.decode.then(|| decode::decode(model, &bounds::infer_decode(model)));
    quote! {
        #table
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
            fn __derived(&self) -> ::core::option::Option<&dyn #krate::__private::Derived> {
                ::core::option::Option::Some(self)
            }
            fn __document(&self, __sink: #krate::__private::Sink<'_>) {
                #krate::__private::document(self, __sink);
            }
        }
        #display
        #decode
    }
}

/// A match of the variants.
struct Arms<'m> {
    model: &'m Model,
    /// The type. Its variants are named by it and not by `Self`, which the compiler looks up among all of them.
    ident: Ident,
    tokens: TokenStream,
    count: usize,
}

impl<'m> Arms<'m> {
    fn of(model: &'m Model) -> Self {
        Self { model, ident: written_here(&model.ident), tokens: TokenStream::new(), count: 0 }
    }

    /// What becomes of a variant, with these fields of it bound to the macro's locals, each once.
    fn push(&mut self, variant: &Variant, fields: &[&Field], value: &dyn ToTokens) {
        // Token by token, because every stream of tokens that goes into another costs as much as the tokens in it.
        let arms = &mut self.tokens;
        self.ident.to_tokens(arms);
        let name = variant_name(self.model, variant);
        if let Some(name) = &name {
            <Token![::]>::default().to_tokens(arms);
            name.to_tokens(arms);
        }
        if name.is_none() || !variant.is_unit {
            let (mut members, mut locals) = (Vec::new(), Vec::new());
            for field in &variant.fields {
                if fields.iter().any(|bound| bound.index == field.index) {
                    members.push(field.pattern_member());
                    locals.push(field.local());
                }
            }
            arms.extend(quote!({ #(#members: #locals,)* .. }));
        }
        <Token![=>]>::default().to_tokens(arms);
        value.to_tokens(arms);
        <Token![,]>::default().to_tokens(arms);
        self.count += 1;
    }

    /// `match self { ... }`; of an enum without variants, the match that needs no arm.
    fn match_self(self) -> TokenStream {
        let arms = Group::new(Delimiter::Brace, self.tokens);
        if self.model.is_enum && self.model.variants.is_empty() {
            quote!(match *self #arms)
        } else {
            quote!(match self #arms)
        }
    }

    /// The match of some variants, and `rest` for the others, if there are any; nothing where it would be `rest` for all.
    fn match_some(mut self, rest: &TokenStream) -> Option<TokenStream> {
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
fn path(model: &Model, variant: &Variant) -> TokenStream {
    let (ident, name) = (written_here(&model.ident), variant_name(model, variant).into_iter());
    quote!(#ident #(::#name)*)
}

/// What follows the type where a variant is meant: a struct has nothing.
fn variant_name(model: &Model, variant: &Variant) -> Option<Ident> {
    model.is_enum.then(|| written_here(&variant.ident))
}

impl Field {
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
fn route(model: &Model) -> TokenStream {
    let krate = &model.options.krate;
    let own_count = model.variants.iter().filter(|variant| variant.declared().is_some()).count();
    // The indices are the match's value, and all others leave by it: that is less to check than a route for each index.
    let leave = (own_count > 0).then(|| quote!(return));
    let mut arms = Arms::of(model);
    let mut index = 0;
    for variant in &model.variants {
        match &variant.kind {
            Kind::Declared(_) => {
                let literal = Literal::usize_unsuffixed(index);
                arms.push(variant, &[], &literal);
                index += 1;
            }
            Kind::Transparent(field) | Kind::Other(field) => {
                let transparent = shown_at(quote!(#krate::__private::transparent), field.ty.span());
                let local = field.local();
                arms.push(variant, &[field], &quote!(#leave #transparent(#local)));
            }
            Kind::Via(field, path) => {
                let found = via(model, field, path);
                let route = quote!(#leave #krate::__private::Route::Other(#found));
                arms.push(variant, &[field], &route);
            }
        }
    }
    let route = arms.match_self();
    if own_count > 0 { quote!(#krate::__private::own::<Self>(#route)) } else { route }
}

/// The error that the function of a `via` finds, shown at the path: what is wrong with it is wrong there.
fn via(model: &Model, field: &Field, path: &ExprPath) -> TokenStream {
    let krate = &model.options.krate;
    let span = located(path.span());
    let local = local(field.index, path.span());
    let found = Ident::new("__found", span);
    let object = shown_at(quote!(&dyn #krate::S3Error), path.span());
    // Two steps: the first alone decides what a generic function returns.
    quote_spanned!(span=> { let #found = #path(#local); let #found: #object = #found; #found })
}

/// The sources of the variants that have one of their own.
fn source(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::of(model);
    for variant in &model.variants {
        if let Some(field) = variant.own_source() {
            arms.push(variant, &[field], &source_of(field));
        }
    }
    let body = arms.match_some(&quote!(::core::option::Option::None))?;
    Some(quote! {
        fn source(&self) -> ::core::option::Option<&(dyn ::core::error::Error + 'static)> {
            use #krate::__private::AsOrigin as _;
            #body
        }
    })
}

/// The origin that a field is, or leads to: a `Box` or an `Option` of one counts as well.
fn source_of(field: &Field) -> TokenStream {
    let (local, span) = (field.local(), located(field.ty.span()));
    if inside_option(&field.ty).is_none() {
        return quote_spanned!(span=> ::core::option::Option::Some(#local.__s3err_origin()));
    }
    let source = Ident::new("__source", span);
    quote_spanned!(span=> #local.as_ref().map(|#source| #source.__s3err_origin()))
}

/// `Display` and `Error`, for a type that leaves them to the derive.
fn display(model: &Model, where_clause: &syn::WhereClause) -> TokenStream {
    let krate = &model.options.krate;
    let ident = written_here(&model.ident);
    let (impl_generics, type_generics, _) = model.generics.split_for_impl();
    let mut of_error = where_clause.clone();
    if model.generics.type_params().next().is_some() {
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
