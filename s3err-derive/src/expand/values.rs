//! The fields of a variant that are shown, borrowed.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, LitStr, Type};

use super::arms::Arms;
use crate::model::{Declared, Field, FieldValue, Message, Model, Template, Value, Wait};
use crate::span::{local, located, shown, shown_at};
use crate::types::looks_like_text;

/// The method that hands out the values, where a variant has some:
///
/// ```ignore
/// fn values(&self, __visit: Visit<'_>) {
///     use __private as __s3err;
///     match self {
///         ObjectError::NoSuchKey { key: __field_0, .. } => {
///             __visit.document(&[__s3err::text_or(__field_0).value_of_field()])
///         }
///         _ => __visit.document(&[]),
///     }
/// }
/// ```
pub(super) fn values(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::new(model);
    for variant in &model.variants {
        let Some(declared) = variant.declared() else { continue };
        let mut values = Values::default();
        let document = values.document(declared);
        let headers = values.list(declared.headers.iter().map(|header| &header.value));
        let log: Vec<_> = declared.log.iter().map(|field| values.field(&field.value)).collect();
        if document.is_empty() && headers.is_empty() && log.is_empty() {
            continue;
        }
        let visit = if headers.is_empty() && log.is_empty() {
            quote!(__visit.document(&[#(#document),*]))
        } else {
            quote!(__visit.all(&[#(#document),*], &[#(#headers),*], &[#(#log),*]))
        };
        arms.push(variant, &values.fields, &visit);
    }
    let body = arms.match_some(&quote!(__visit.document(&[])))?;
    Some(quote! {
        fn values(&self, __visit: #krate::__private::Visit<'_>) {
            use #krate::__private as __s3err;
            #body
        }
    })
}

/// The method that finds the wait, where a variant has one:
///
/// ```ignore
/// fn wait(&self) -> Option<Duration> {
///     match self {
///         ObjectError::SlowDown { retry_after: __field_0, .. } => __private::wait(__field_0),
///         _ => None,
///     }
/// }
/// ```
pub(super) fn wait(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::new(model);
    for variant in &model.variants {
        match variant.declared().and_then(|declared| declared.wait.as_ref()) {
            Some(Wait::Field(field)) => {
                let wait = shown_at(quote!(#krate::__private::wait), field.ty.span());
                let local = field.local();
                arms.push(variant, &[field], &quote!(#wait(#local)));
            }
            Some(Wait::Seconds(seconds)) => {
                let wait = quote!(::core::option::Option::Some(#krate::__private::Duration::from_secs(#seconds)));
                arms.push(variant, &[], &wait);
            }
            None => {}
        }
    }
    let body = arms.match_some(&quote!(::core::option::Option::None))?;
    Some(quote! {
        fn wait(&self) -> ::core::option::Option<#krate::__private::Duration> {
            #body
        }
    })
}

/// Makes the values of a variant, and keeps the fields that they borrow.
#[derive(Default)]
struct Values<'m> {
    fields: Vec<&'m Field>,
}

impl<'m> Values<'m> {
    /// The message, if it is formatted, and the details.
    fn document(&mut self, declared: &'m Declared) -> Vec<TokenStream> {
        let message = match &declared.message {
            Message::Plain(_) => None,
            Message::Formatted(template) => Some(self.formatted(template)),
            Message::Display(span) => {
                // `self` is the method's own, not a local of the macro.
                Some(quote_spanned!(shown(*span)=> __s3err::own_display(self)))
            }
        };
        let details = self.list(declared.details.iter().map(|detail| &detail.value));
        message.into_iter().chain(details).collect()
    }

    fn list(&mut self, values: impl Iterator<Item = &'m Value>) -> Vec<TokenStream> {
        let value = |value: &'m Value| match value {
            Value::Plain(plain) => quote!(__s3err::Value::Text(#plain)),
            Value::Formatted(template) => self.formatted(template),
            Value::Field(value) => self.field(value),
        };
        values.map(value).collect()
    }

    /// A string with fields in it, shown at the string.
    fn formatted(&mut self, template: &'m Template) -> TokenStream {
        let span = template.span;
        let format = LitStr::new(&template.format, located(span));
        self.fields.extend(template.arguments.iter().map(|argument| &argument.field));
        let arguments = template.arguments.iter().map(|argument| {
            let local = local(argument.field.index, span);
            // A width or a precision: `format_args!` panics for one that is too large.
            let is_count = argument.shown_by.is_empty();
            if is_count { quote_spanned!(located(span)=> __s3err::count(#local)) } else { quote!(#local) }
        });
        quote!(__s3err::Value::Display(&::core::format_args!(#format, #(#arguments),*)))
    }

    /// A field's value, shown at its type.
    fn field(&mut self, value: &'m FieldValue) -> TokenStream {
        self.fields.push(&value.field);
        let bound = value.field.local();
        match (&value.inner, &value.with) {
            (None, None) => shown_by_type(&value.field.ty, &bound),
            (Some(inner), None) => {
                let inside = local(value.field.index, inner.span());
                let inner = shown_by_type(inner, &inside);
                let optional = quote_spanned!(shown(value.field.ty.span())=> __s3err::optional);
                quote!(#optional(#bound, |#inside| #inner))
            }
            (None, Some(with)) => {
                let lazy = lazy(with, value);
                quote!(__s3err::Value::Display(&#lazy))
            }
            (Some(_), Some(with)) => {
                let lazy = lazy(with, value);
                quote!(__s3err::optional(&#bound.as_ref().map(|#bound| #lazy), __s3err::display))
            }
        }
    }
}

/// The value of a type that is shown by its `Display`; for what looks like a string, as a string if it is one.
fn shown_by_type(ty: &Type, local: &Ident) -> TokenStream {
    if looks_like_text(ty) {
        quote_spanned!(located(ty.span())=> __s3err::text_or(#local).value_of_field())
    } else {
        let display = quote_spanned!(shown(ty.span())=> __s3err::display);
        quote!(#display(#local))
    }
}

/// The value that a `with` function returns, made when it is written and shown at the function.
fn lazy(with: &ExprPath, value: &FieldValue) -> TokenStream {
    let span = located(with.span());
    let (local, f) = (local(value.field.index, with.span()), Ident::new("__f", span));
    let fmt = quote_spanned!(shown(with.span())=> __s3err::fmt_shown);
    quote_spanned! {span=>
        __s3err::Lazy(move |#f: &mut ::core::fmt::Formatter<'_>| #fmt(&#with(#local), #f))
    }
}
