//! The matches that take a variant's fields to where its literals are.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{ExprPath, Path, Type};

use super::{match_some, pattern};
use crate::model::{Declared, Field, Header, HeaderValue, Message, Model, Variant, Written};
use crate::span::{local, located, shown_at};
use crate::template::Template;
use crate::types::looks_like_text;

/// What is to be shown: its fields, and the tokens of its value.
type Shown<'m, 'a> = (Vec<&'m Field<'a>>, TokenStream);

/// The methods of `Derived` that hand out values; each only where a variant has some.
pub(super) fn methods(model: &Model<'_>) -> TokenStream {
    let krate = &model.options.krate;
    let document = method(model, &quote!(document_values), |declared| {
        let message = message(krate, declared);
        let details = declared.details.iter().map(|detail| written(krate, &detail.value));
        message.into_iter().chain(details).collect()
    });
    let headers = method(model, &quote!(header_values), |declared| {
        declared.headers.iter().map(|value| header(krate, value)).collect()
    });
    let log = method(model, &quote!(log_values), |declared| {
        declared.log.iter().map(|field| written(krate, &field.value)).collect()
    });
    let wait = wait(model);
    quote!(#document #headers #log #wait)
}

/// A method that calls its visitor with the values that `values` finds in a variant.
fn method<'m, 'a>(
    model: &'m Model<'a>,
    name: &TokenStream,
    values: impl Fn(&'m Declared<'a>) -> Vec<Shown<'m, 'a>>,
) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let arms = model.variants.iter().filter_map(|variant| {
        let values = values(variant.declared()?);
        (!values.is_empty()).then(|| arm(model, variant, &values))
    });
    let body = match_some(model, arms.collect(), &quote!(__visit(&[])))?;
    Some(quote! {
        fn #name(&self, __visit: #krate::__private::Visit<'_>) {
            #body
        }
    })
}

fn arm(model: &Model<'_>, variant: &Variant<'_>, values: &[Shown<'_, '_>]) -> TokenStream {
    let pattern = pattern(model, variant, values.iter().flat_map(|(fields, _)| fields.iter().copied()));
    let values = values.iter().map(|(_, value)| value);
    quote!(#pattern => __visit(&[#(#values),*]),)
}

/// The message, where it has to be formatted.
fn message<'m, 'a>(krate: &Path, declared: &'m Declared<'a>) -> Option<Shown<'m, 'a>> {
    match &declared.message {
        Message::Text(_) => None,
        Message::Template(template) => Some(formatted(krate, template)),
        Message::Display(span) => {
            let display = shown_at(quote!(#krate::__private::display), *span);
            Some((Vec::new(), quote!(#display(self)))) // `self` is the method's own, not a local of the macro
        }
    }
}

fn header<'m, 'a>(krate: &Path, header: &'m Header<'a>) -> Shown<'m, 'a> {
    match &header.value {
        HeaderValue::Template(template) => match &template.plain {
            Some(plain) => (Vec::new(), quote!(#krate::__private::Value::Text(#plain))),
            None => formatted(krate, template),
        },
        HeaderValue::Field(value) => written(krate, value),
    }
}

/// A text with fields in it, shown at the text.
fn formatted<'m, 'a>(krate: &Path, template: &'m Template<'a>) -> Shown<'m, 'a> {
    let span = template.literal.span();
    let mut format = syn::LitStr::new(&template.format, span);
    format.set_span(located(span));
    let arguments = template.arguments.iter().map(|field| local(field.index, span));
    let value = quote!(#krate::__private::Value::Display(&::core::format_args!(#format, #(#arguments),*)));
    (template.arguments.iter().collect(), value)
}

/// A field's value, shown at its type.
fn written<'m, 'a>(krate: &Path, value: &'m Written<'a>) -> Shown<'m, 'a> {
    let bound = value.field.local();
    let tokens = match (&value.inner, &value.with) {
        (None, None) => of_type(krate, value.field.ty, &quote!(#bound)),
        (Some(inner), None) => {
            let inside = local(value.field.index, inner.span());
            let shown = of_type(krate, inner, &quote!(#inside));
            let optional = shown_at(quote!(#krate::__private::optional), value.field.ty.span());
            quote!(#optional(#bound, |#inside| #shown))
        }
        (None, Some(with)) => {
            let lazy = lazy(krate, with, value);
            quote!(#krate::__private::Value::Display(&#lazy))
        }
        (Some(_), Some(with)) => {
            let lazy = lazy(krate, with, value);
            quote!(#krate::__private::optional(&#bound.as_ref().map(|#bound| #lazy), #krate::__private::display))
        }
    };
    (vec![&value.field], tokens)
}

/// The value of a type that is shown by its `Display`; of what looks like text, as text if it is.
fn of_type(krate: &Path, ty: &Type, local: &TokenStream) -> TokenStream {
    if looks_like_text(ty) {
        let text = shown_at(quote!(#krate::__private::text_or), ty.span());
        quote_spanned!(located(ty.span())=> #text(#local).__s3err_value())
    } else {
        let display = shown_at(quote!(#krate::__private::display), ty.span());
        quote!(#display(#local))
    }
}

/// What a `with` makes of a value, made when it is written and shown at the function.
fn lazy(krate: &Path, with: &ExprPath, value: &Written<'_>) -> TokenStream {
    let span = located(with.span());
    let (local, f) = (local(value.field.index, with.span()), syn::Ident::new("__f", span));
    let lazy = quote!(#krate::__private::Lazy);
    let fmt = shown_at(quote!(#krate::__private::fmt_shown), with.span());
    quote_spanned! {span=>
        #lazy(move |#f: &mut ::core::fmt::Formatter<'_>| #fmt(&#with(#local), #f))
    }
}

/// The wait of the variants that have one.
fn wait(model: &Model<'_>) -> Option<TokenStream> {
    let krate = &model.options.krate;
    let arms = model.variants.iter().filter_map(|variant| {
        let field = variant.declared()?.retry_after.as_ref()?;
        let (pattern, local) = (pattern(model, variant, [field]), field.local());
        let wait = shown_at(quote!(#krate::__private::wait), field.ty.span());
        Some(quote!(#pattern => #wait(#local),))
    });
    let body = match_some(model, arms.collect(), &quote!(::core::option::Option::None))?;
    Some(quote! {
        fn wait(&self) -> ::core::option::Option<#krate::__private::Duration> {
            #body
        }
    })
}
