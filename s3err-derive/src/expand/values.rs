//! The matches that take a variant's fields to where its literals are.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Ident, Type};

use super::Arms;
use crate::model::{Declared, Field, FieldValue, Message, Model, Template, Value, Wait};
use crate::span::{local, located, shown, shown_at};
use crate::types::looks_like_text;

/// The values of one variant.
#[derive(Default)]
struct Values<'m> {
    /// The fields that they are of.
    fields: Vec<&'m Field>,
    /// A comma follows each.
    values: TokenStream,
}

/// The methods of `Derived` that hand out values; each only where a variant has some.
pub(super) fn methods(model: &Model) -> TokenStream {
    let document = method(model, &quote!(document_values), &|values, declared| {
        match &declared.message {
            Message::Plain(_) => {}
            Message::Formatted(template) => values.formatted(template),
            Message::Display(span) => {
                let display = quote_spanned!(shown(*span)=> __s3err::display);
                values.push(quote!(#display(self),)); // `self` is the method's own, not a local of the macro
            }
        }
        for detail in &declared.details {
            values.value(&detail.value);
        }
    });
    let headers = method(model, &quote!(header_values), &|values, declared| {
        for header in &declared.headers {
            values.value(&header.value);
        }
    });
    let log = method(model, &quote!(log_values), &|values, declared| {
        for field in &declared.log {
            values.written(&field.value);
        }
    });
    let wait = wait(model);
    quote!(#document #headers #log #wait)
}

/// A method that calls its visitor with the values that `find` finds in a variant.
fn method<'m>(
    model: &'m Model,
    name: &TokenStream,
    find: &dyn Fn(&mut Values<'m>, &'m Declared),
) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::of(model);
    for variant in &model.variants {
        let mut values = Values::default();
        if let Some(declared) = variant.declared() {
            find(&mut values, declared);
        }
        let Values { fields, values } = values;
        if !values.is_empty() {
            arms.push(variant, &fields, &quote!(__visit(&[#values])));
        }
    }
    let body = arms.match_some(&quote!(__visit(&[])))?;
    Some(quote! {
        fn #name(&self, __visit: #krate::__private::Visit<'_>) {
            use #krate::__private as __s3err;
            #body
        }
    })
}

impl<'m> Values<'m> {
    fn push(&mut self, value: TokenStream) {
        self.values.extend(value);
    }

    fn value(&mut self, value: &'m Value) {
        match value {
            Value::Plain(plain) => self.push(quote!(__s3err::Value::Text(#plain),)),
            Value::Formatted(template) => self.formatted(template),
            Value::Field(value) => self.written(value),
        }
    }

    /// A text with fields in it, shown at the text.
    fn formatted(&mut self, template: &'m Template) {
        let span = template.span;
        let mut format = syn::LitStr::new(&template.format, span);
        format.set_span(located(span));
        let mut arguments = Vec::new();
        for argument in &template.arguments {
            self.fields.push(&argument.field);
            arguments.push(local(argument.field.index, span));
        }
        self.push(quote!(__s3err::Value::Display(&::core::format_args!(#format, #(#arguments),*)),));
    }

    /// A field's value.
    fn written(&mut self, value: &'m FieldValue) {
        self.fields.push(&value.field);
        let value = written(value);
        self.push(quote!(#value,));
    }
}

/// A field's value, shown at its type.
fn written(value: &FieldValue) -> TokenStream {
    let bound = value.field.local();
    match (&value.inner, &value.with) {
        (None, None) => of_type(&value.field.ty, &bound),
        (Some(inner), None) => {
            let inside = local(value.field.index, inner.span());
            let inner = of_type(inner, &inside);
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

/// The value of a type that is shown by its `Display`; of what looks like text, as text if it is.
fn of_type(ty: &Type, local: &Ident) -> TokenStream {
    if looks_like_text(ty) {
        quote_spanned!(located(ty.span())=> __s3err::text_or(#local).__s3err_value())
    } else {
        let display = quote_spanned!(shown(ty.span())=> __s3err::display);
        quote!(#display(#local))
    }
}

/// What a `with` makes of a value, made when it is written and shown at the function.
fn lazy(with: &ExprPath, value: &FieldValue) -> TokenStream {
    let span = located(with.span());
    let (local, f) = (local(value.field.index, with.span()), Ident::new("__f", span));
    let fmt = quote_spanned!(shown(with.span())=> __s3err::fmt_shown);
    quote_spanned! {span=>
        __s3err::Lazy(move |#f: &mut ::core::fmt::Formatter<'_>| #fmt(&#with(#local), #f))
    }
}

/// The wait of the variants that have one.
fn wait(model: &Model) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let mut arms = Arms::of(model);
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
